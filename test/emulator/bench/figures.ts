/** What a case of the bench cost, in the shape of `npm run bench -- --json`. */
import type { JobCost } from './job';

/** A figure that differs between a first job and a later one. */
export type Figure = number | { readonly first: number; readonly later: number };

export interface Measured {
  readonly requests: Figure;
  readonly rounds: Figure;
  readonly sheetCalls: Figure;
  readonly startSheetCalls: Figure;
  readonly storeCalls: Figure;
  readonly cellsMoved: Figure;
  readonly cellsWritten: Figure;
  readonly seconds: Figure;
  readonly firstSeconds: Figure;
  readonly modelledSeconds: Figure;
  readonly carefulModelledSeconds: number;
  readonly carefulSeconds: number;
  readonly plainSeconds: number;
  /** Case G: what each of its three calls cost. */
  readonly parts?: Readonly<Record<string, Readonly<Record<'sheetCalls' | 'storeCalls', Figure>>>>;
}

/** A first job in a tab and one after it. */
export interface Twice<T = JobCost> {
  readonly first: T;
  readonly later: T;
}

/**
 * The figures of Rollcall. Counts come from the modelled run, in which nothing depends on the machine; only there requests that
 * go together arrive one after another, so that rounds are counted on the machine's clock.
 */
export function figuresOf(
  modelled: Twice,
  timed: Twice,
): Omit<Measured, 'carefulModelledSeconds' | 'carefulSeconds' | 'plainSeconds' | 'parts'> {
  const of = ({ first, later }: Twice, key: keyof JobCost): Figure => figure(first[key], later[key]);
  return {
    requests: of(modelled, 'requests'),
    rounds: of(timed, 'rounds'),
    sheetCalls: of(modelled, 'sheetCalls'),
    startSheetCalls: of(modelled, 'startSheetCalls'),
    storeCalls: of(modelled, 'storeCalls'),
    cellsMoved: of(modelled, 'cellsMoved'),
    cellsWritten: of(modelled, 'cellsWritten'),
    seconds: of(timed, 'seconds'),
    firstSeconds: of(timed, 'firstSeconds'),
    modelledSeconds: of(modelled, 'seconds'),
  };
}

export function figure(first: number, later: number): Figure {
  return first === later ? first : { first, later };
}

/** The run that took neither longest nor shortest. */
export function medianOf(runs: readonly Twice[]): Twice {
  const sorted = [...runs].sort((a, b) => a.first.seconds - b.first.seconds);
  const found = sorted[Math.floor(sorted.length / 2)];
  if (found === undefined) throw new RangeError('Nothing was run.');
  return found;
}
