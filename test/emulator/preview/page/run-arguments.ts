/** What a page gives to `google.script.run`: plain values, or a form and nothing else. */
import { copyArguments } from '../../platform/page-arguments';

/** Copies arguments as Google sends them; a form as the only argument becomes an object of its fields. Throws as `copyArguments`. */
export function checkedArguments(args: readonly unknown[]): unknown[] {
  const [only] = args;
  return args.length === 1 && only instanceof HTMLFormElement ? [fieldsOf(only)] : copyArguments(args);
}

/** A field that occurs several times becomes an array. */
function fieldsOf(form: HTMLFormElement): Record<string, unknown> {
  const data = new FormData(form);
  return Object.fromEntries(
    [...new Set(data.keys())].map((key) => {
      const values = data.getAll(key).map((value) => (typeof value === 'string' ? value : value.name));
      return [key, values.length === 1 ? values[0] : values];
    }),
  );
}
