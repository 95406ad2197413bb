/** What a spreadsheet refuses, before anybody knows whose language to say it in. */
import { ScriptException, type HostService, type Running, type WriteBuffer } from '../host';
import { messageIn, type MessageKey } from './messages';
import type { WordingValues } from '../wording';

/** Thrown where Google refuses something. Its own message is English; `forUser` says it to the running user. */
export class Refusal extends ScriptException {
  constructor(
    readonly key: MessageKey,
    readonly values: WordingValues = {},
  ) {
    super(messageIn('en', key, values));
  }

  forUser({ locale }: Running): ScriptException {
    return new ScriptException(messageIn(locale, this.key, this.values));
  }
}

/** A service whose refusals are in the language of the user who runs the script. */
export function translated(service: HostService): HostService {
  const calls = Object.entries(service).map(
    ([name, call]) =>
      [
        name,
        (running: Running, ...args: readonly never[]) => inLanguageOf(running, () => call(running, ...args)),
      ] as const,
  );
  return Object.fromEntries(calls);
}

/** Buffered writes whose refusals are in the language of the user who runs the script. */
export function translatedBuffer(buffer: WriteBuffer, running: Running): WriteBuffer {
  return {
    flush: () => {
      inLanguageOf(running, () => {
        buffer.flush();
      });
    },
    abandon: (applied) => {
      buffer.abandon(applied);
    },
  };
}

function inLanguageOf<T>(running: Running, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Refusal ? error.forUser(running) : error;
  }
}
