/** The pending marker of a row that a job has still to do: it goes where its row is sorted to. */
import type { Catalogue } from '../locales/catalogue';

/** The word that a person reads, then the run id. */
export function pendingMarker(runId: string, catalogue: Catalogue): string {
  return `${catalogue.job.waiting} ${runId}`;
}

/** Finds the run id in a marker, in whatever language it was written; null where the cell holds none. */
export function markedRun(cell: unknown): string | null {
  return typeof cell === 'string' ? (/ (run-[a-z\d]{8})$/.exec(cell)?.[1] ?? null) : null;
}
