/** Changes of a tab that may be refused without harm, as a protected tab refuses them: answers without looks are better than none. */
import type { CellsPort } from '../ports';

/** Makes changes and flushes, since what is refused throws there. Says whether the tab took them. */
export function attempt(table: Pick<CellsPort, 'flush'>, change: () => void): boolean {
  try {
    change();
    table.flush();
    return true;
  } catch {
    // Nothing of what was refused has been done [assumption: behind-refused-write].
    return false;
  }
}

/** Makes all changes at once; where something is refused, each by itself. */
export function attemptEach(table: Pick<CellsPort, 'flush'>, changes: readonly (() => void)[]): void {
  const all = (): void => {
    for (const change of changes) change();
  };
  if (attempt(table, all)) return;
  for (const change of changes) attempt(table, change);
}
