/** Logger and console, as the editor's log shows them. */
import { bridge, call, sealed } from './inside';

type Level = 'log' | 'info' | 'warn' | 'error';

/** `%s` and `%d` are filled in by both. */
function textOf(args: readonly unknown[]): string {
  const [format, ...rest] = args;
  if (typeof format !== 'string' || !/%[sdj]/.test(format)) return bridge.inspect([...args]);
  let next = 0;
  const text = format.replace(/%[sdj]/g, (mark) => (next < rest.length ? String(rest[next++]) : mark));
  return [text, ...(next < rest.length ? [bridge.inspect(rest.slice(next))] : [])].join(' ');
}

export const Logger = sealed('Logger', {
  log: (...args: readonly unknown[]) => {
    call('Logger', 'log', textOf(args));
    return Logger;
  },
});

const write =
  (level: Level) =>
  (...args: readonly unknown[]): void => {
    call('console', level, textOf(args));
  };

export const console = sealed('console', {
  log: write('log'),
  info: write('info'),
  warn: write('warn'),
  error: write('error'),
});
