/** What scripts asked for and the emulator lacks, said by name. */
import { terminalText } from './sheet-text';

/** Prints the names, if there are any, and returns whether there were none. */
export function sayRefusals(refusals: readonly string[]): boolean {
  const names = [...new Set(refusals)].map(terminalText);
  if (names.length > 0) console.error(`\nNot available in the emulator:\n  ${names.join('\n  ')}`);
  return names.length === 0;
}
