/** The cases of the page, run outside a browser: its first script with a `google.script.run` that calls the emulator. */
import vm from 'node:vm';
import type { Emulator } from '../emulator';
import { copyArguments } from '../platform/page-arguments';

type Handler = (value: unknown) => void;

interface PageCase {
  readonly id: string;
  readonly asks: string;
}

/** What the first script of the page declares. */
interface PageScript {
  readonly PAGE_CASES: readonly PageCase[];
  readonly askInPage: () => Promise<string>;
}

/** What the cases of the page ask. */
export function pageCases(html: string): readonly PageCase[] {
  return pageScript(html, {}).PAGE_CASES.map(({ id, asks }) => ({ id, asks }));
}

/** Asks the cases of the page, which hands their answers to the script. */
export async function askInPage(html: string, emulator: Emulator): Promise<void> {
  await pageScript(html, { google: { script: { run: runner(emulator, {}) } } }).askInPage();
}

function pageScript(html: string, globals: Readonly<Record<string, unknown>>): PageScript {
  const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
  return vm.runInNewContext(`${script}\n;({ PAGE_CASES, askInPage })`, { ...globals }) as PageScript;
}

/** As Google's client has it: arguments are checked at once, each step of the chain is a new runner. */
function runner(
  emulator: Emulator,
  handlers: { readonly success?: Handler; readonly failure?: Handler },
): Readonly<Record<string, unknown>> {
  const calls = emulator.functions().map((name) => [
    name,
    (...args: readonly unknown[]) => {
      void emulator.runFromPage(name, copyArguments(args)).then(handlers.success, handlers.failure);
    },
  ]);
  return {
    ...(Object.fromEntries(calls) as Readonly<Record<string, unknown>>),
    withSuccessHandler: (success: Handler) => runner(emulator, { ...handlers, success }),
    withFailureHandler: (failure: Handler) => runner(emulator, { ...handlers, failure }),
  };
}
