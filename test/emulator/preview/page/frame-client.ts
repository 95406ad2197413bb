/**
 * `google.script.run` and `google.script.host` inside a page of HtmlService, by Google's rules. Built on its own and put in
 * front of the page's scripts; talks to the editor around it by messages only.
 */
import type { FrameMessage, FrameReply } from '../wire';
import { checkedArguments } from './run-arguments';

type Handler = (value: unknown, userObject: unknown) => void;

interface Handlers {
  readonly success?: Handler | null;
  readonly failure?: Handler | null;
  readonly userObject?: unknown;
}

interface FrameWindow extends Window {
  rollcallFrameSetting?: { readonly functions: readonly string[]; readonly editor: string };
  google?: unknown;
}

const frame: FrameWindow = window;
const setting = frame.rollcallFrameSetting ?? { functions: [], editor: location.origin };
delete frame.rollcallFrameSetting;

const running = new Map<number, Handlers>();
let calls = 0;

function tell(message: FrameMessage): void {
  parent.postMessage(message, setting.editor);
}

/** Each step of the chain is a new runner, so that the handlers of one call never leak into another. */
function runner(handlers: Handlers): Record<string, unknown> {
  const functions = setting.functions.map((name) => [
    name,
    (...args: unknown[]) => {
      const message = { rollcallFrame: 'run', id: ++calls, name, args: checkedArguments(args) } as const;
      running.set(message.id, handlers);
      tell(message);
    },
  ]);
  return {
    ...(Object.fromEntries(functions) as Record<string, unknown>),
    withSuccessHandler: (success: Handler | null) => runner({ ...handlers, success }),
    withFailureHandler: (failure: Handler | null) => runner({ ...handlers, failure }),
    withUserObject: (userObject: unknown) => runner({ ...handlers, userObject }),
  };
}

addEventListener('message', ({ source, origin, data }: MessageEvent<FrameReply>) => {
  if (source !== parent || origin !== setting.editor) return;
  const { rollcallEditor: id, reply } = data;
  const handlers = running.get(id);
  if (!handlers) return;
  running.delete(id);
  if (reply.ok) {
    handlers.success?.(reply.value, handlers.userObject);
    return;
  }
  const error = new Error(reply.message);
  error.name = reply.name;
  if (handlers.failure) handlers.failure(error, handlers.userObject);
  // Without a handler Google writes to the console; a handler of null silences.
  else if (handlers.failure === undefined) console.error(`Uncaught ${error.name}: ${error.message}`);
});

const host = {
  origin: setting.editor,
  close: () => {
    tell({ rollcallFrame: 'close' });
  },
  setWidth: (width: number) => {
    tell({ rollcallFrame: 'size', width });
  },
  setHeight: (height: number) => {
    tell({ rollcallFrame: 'size', height });
  },
  editor: {
    focus: () => {
      tell({ rollcallFrame: 'focus' });
    },
  },
};

frame.google = { script: { run: runner({}), host } };
