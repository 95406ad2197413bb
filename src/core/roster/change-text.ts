/** A change of a list in words: for the page, and for the tab `Changes`. */
import type { RosterChange } from '../contract';
import type { JobPorts } from '../job/kind';
import { safeText } from '../locales/safe-text';
import { valueText, type Difference } from './change';
import type { ChangeCells } from './changes-tab';

type Words = Pick<JobPorts, 'catalogue' | 'formatTime' | 'clock'>;

/** Names a change so that it is written once, whoever goes on with the listing. */
export function changeKey(list: number, refresh: string, { membership, what }: Difference): string {
  return [list, refresh, membership, what].join('|');
}

/** A change for the page. */
export function changeOf(change: Difference, words: Words): RosterChange {
  const [, id = ''] = change.membership.split('/');
  return {
    what: change.what,
    space: `spaces/${id}`,
    member: safeText(change.member),
    text: textOf(change, words),
  };
}

function textOf({ what, before, after, at, since }: Difference, words: Words): string {
  const { catalogue, clock } = words;
  const formatTime = (time: number, pattern: string): string => words.formatTime(time, pattern);
  const { changes, notes } = catalogue.roster;
  const { dayPattern, timePattern } = catalogue.card;
  switch (what) {
    case 'joined':
    case 'invited':
      return changes.text[what](at === null ? null : formatTime(at, dayPattern));
    case 'noLongerIn':
      return at === null
        ? notes.goneBetween(
            formatTime(since ?? clock.now(), timePattern),
            formatTime(clock.now(), timePattern),
          )
        : notes.goneAt(formatTime(at, timePattern));
    case 'role':
    case 'from':
      return changes.text.became(valueText(before, catalogue), valueText(after, catalogue));
  }
}

/** Where a change was found. */
export interface ChangedList {
  readonly name: string;
  readonly link: string;
  /** Name of the list's tab. */
  readonly list: string;
}

/** A change for the tab `Changes`. */
export function changeCells(
  { what, membership, member, before, after, at, since }: Difference,
  { name, link, list }: ChangedList,
  words: Words,
): ChangeCells {
  const { catalogue, clock } = words;
  const formatTime = (time: number, pattern: string): string => words.formatTime(time, pattern);
  const { changes } = catalogue.roster;
  const { timePattern } = catalogue.card;
  const now = clock.now();
  const between = (from: number): string =>
    changes.between(formatTime(from, timePattern), formatTime(now, timePattern));
  return {
    noticed: new Date(now),
    happened: at !== null ? new Date(at) : since !== null ? between(since) : '',
    spaceName: { text: name, link },
    list,
    member,
    what: changes.what[what],
    before: valueText(before, catalogue),
    after: valueText(after, catalogue),
    membership,
  };
}
