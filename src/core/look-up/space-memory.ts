/** What is worth remembering of a space from one step of a job to the next: plain JSON, nothing about people. */
import * as v from 'valibot';
import { PROBLEMS } from '../chat/problem-table';
import type { ProblemCode } from '../chat/problem';

/** `complete`: every page was read. `failed`: the list was answered with a failure that will not pass. */
export type ListingState = 'open' | 'complete' | 'failed';

export interface SpaceMemory {
  /** Bare id. */
  readonly space: string;
  readonly listing: ListingState;
  /** Pages fetched of a listing that was cut, and the token of the next one. */
  readonly pages: number;
  readonly token: string | null;
  /** A group, or a kind of member that is not known, was seen. */
  readonly groups: boolean;
  /** Whoever asks was among the members listed. */
  readonly currentUserListed: boolean;
  /** The list carries no e-mail addresses here: ask for them one by one. */
  readonly addressless: boolean;
  /** Whether this identity can read the space; null while nothing proves it. */
  readonly readable: boolean | null;
  /** Why the list failed. */
  readonly listProblem: ProblemCode | null;
  /** A refusal needs a look at the space before it can be judged. */
  readonly probeWanted: boolean;
  /** Why that look told nothing. */
  readonly probeProblem: ProblemCode | null;
}

/** What is remembered of the listing alone. */
export type ListingMemory = Omit<SpaceMemory, 'readable' | 'probeWanted' | 'probeProblem'>;

const CODE = v.nullable(v.picklist(Object.keys(PROBLEMS) as ProblemCode[]));
const STORED = v.object({
  space: v.string(),
  listing: v.picklist(['open', 'complete', 'failed'] satisfies ListingState[]),
  pages: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  token: v.nullable(v.string()),
  groups: v.boolean(),
  currentUserListed: v.boolean(),
  addressless: v.boolean(),
  readable: v.nullable(v.boolean()),
  listProblem: CODE,
  probeWanted: v.boolean(),
  probeProblem: CODE,
});

/** Reads stored memories; one that does not fit is left out, and its space begins again. */
export function readSpaceMemories(value: unknown): readonly SpaceMemory[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    const { success, output } = v.safeParse(STORED, one);
    return success ? [output] : [];
  });
}
