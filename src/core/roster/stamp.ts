/** The stamp of a listing: when, as whom, what that identity cannot see, complete or why not. */
import type { Identity } from '../chat/identity';
import { problemOf, type ProblemCode } from '../chat/problem';
import type { GoogleCounts } from '../chat/space';
import type { HiddenKind, ListingStamp } from '../contract';
import type { Catalogue } from '../locales/catalogue';
import { agrees } from './composition';

/** What a stamp says, without words: it may lie in a job's record. */
export interface Stamp {
  /** When the listing was finished, milliseconds since the epoch. */
  readonly at: number;
  readonly as: Identity['as'];
  /** Why the list could not be read to its end; null where it was. */
  readonly failed: ProblemCode | null;
  /** How many people and groups Google counts; null where that is not known. */
  readonly counts: GoogleCounts | null;
  /** How many of both were listed. */
  readonly listed: GoogleCounts;
}

/** The last page was read, and Google's own count agrees where it is known. */
export function isComplete({ failed, counts, listed, as }: Stamp): boolean {
  return failed === null && (counts === null || agrees(listed, counts, as));
}

/** Kinds of members that the API does not show to an identity [doc]. */
export function hiddenTo(as: Identity['as']): readonly HiddenKind[] {
  switch (as) {
    case 'user':
      return [];
    case 'app':
      return ['groups', 'apps', 'invited'];
    case 'admin':
      return ['apps', 'invited'];
  }
}

interface Words {
  readonly catalogue: Catalogue;
  /** A time in the sheet's zone, by a pattern of the catalogue. */
  formatTime(milliseconds: number, pattern: string): string;
}

/** A stamp for the page. */
export function stampView(stamp: Stamp, words: Words): ListingStamp {
  return {
    listedAt: new Date(stamp.at).toISOString(),
    as: stamp.as,
    complete: isComplete(stamp),
    googleCounts: stamp.counts,
    hidden: hiddenTo(stamp.as),
    text: stampText(stamp, words, words.catalogue.roster.stamp.as[stamp.as]),
  };
}

/** A stamp for a cell, where anybody may read it. */
export function stampCell(stamp: Stamp, words: Words): string {
  return stampText(stamp, words, words.catalogue.roster.stamp.asInCell[stamp.as]);
}

function stampText(stamp: Stamp, words: Words, as: string): string {
  const { catalogue } = words;
  const { roster, card } = catalogue;
  const hidden = hiddenTo(stamp.as).map((kind) => roster.hiddenKinds[kind]);
  const parts = [
    outcomeText(stamp, catalogue),
    ...(hidden.length === 0 ? [] : [roster.stamp.hidden(hidden)]),
    roster.stamp.when(words.formatTime(stamp.at, card.timePattern), as),
  ];
  return parts.join(catalogue.locale === 'ja' ? '' : ' ');
}

function outcomeText(stamp: Stamp, catalogue: Catalogue): string {
  const { failed, counts, listed } = stamp;
  const { stamp: texts } = catalogue.roster;
  if (failed !== null) return texts.failed(catalogue.problemText(problemOf(failed)).happened);
  if (counts === null) return texts.uncounted;
  if (!isComplete(stamp)) return texts.differs({ ...counts, listed: listed.people + listed.groups });
  return stamp.as === 'app' ? texts.completePeople(counts.people) : texts.complete(counts);
}
