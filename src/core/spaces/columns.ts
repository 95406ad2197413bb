/** The managed columns of the tab `Spaces`: what Google says of a space, and the numbers of its last listing. */
import {
  googleCountsOf,
  isNamedByPeople,
  spaceLinkOf,
  spaceNameOf,
  spaceTypeOf,
  type Space,
} from '../chat/space';
import type { Composition, SpaceType } from '../contract';
import { CATALOGUES, type Catalogue } from '../locales/catalogue';
import { isDate, type Cell, type Content } from '../table/cell';
import { COUNT_FORMAT, TIME_FORMAT, type ColumnSet } from '../table/column-set';
import type { OwnTableKind } from '../table/own-table';

export const SPACE_KEYS = [
  'name',
  'type',
  'look',
  'owners',
  'ownerCount',
  'people',
  'managers',
  'outside',
  'guests',
  'groups',
  'apps',
  'invited',
  'outsiders',
  'active',
  'created',
  'listed',
  'complete',
  'space',
] as const;

export type SpaceColumn = (typeof SPACE_KEYS)[number];
export type SpaceCells = Readonly<Partial<Record<SpaceColumn, Content>>>;

const COUNTS: readonly SpaceColumn[] = [
  'ownerCount',
  'people',
  'managers',
  'outside',
  'guests',
  'groups',
  'apps',
  'invited',
];

const SPACE_COLUMNS: ColumnSet<SpaceColumn> = {
  keys: SPACE_KEYS,
  prefix: 'space:',
  formats: {
    ...Object.fromEntries(COUNTS.map((key) => [key, COUNT_FORMAT])),
    active: TIME_FORMAT,
    created: TIME_FORMAT,
    listed: TIME_FORMAT,
  },
  titles: ({ spaces }) => spaces.columns,
  knownTitles: (key) => new Set(CATALOGUES.map(({ spaces }) => spaces.columns[key])),
};

/** The same in every language, so that people of one sheet share it. */
export const SPACES_TAB = 'Spaces';

export const SPACES_TABLE: OwnTableKind<SpaceColumn> = {
  kind: 'spaces',
  set: SPACE_COLUMNS,
  key: 'space',
  needed: ['name', 'type', 'look', 'people', 'groups', 'listed', 'complete'],
};

/** A cell holds at most 50,000 characters. */
const LONGEST_TEXT = 50_000;

/** What Google says of a space. A field that it left out empties no cell: it may be there as another identity. */
export function googleCells(space: Space, catalogue: Catalogue): SpaceCells {
  const counts = googleCountsOf(space);
  const type = spaceTypeOf(space);
  const name = spaceNameOf(space) ?? (isNamedByPeople(space) ? catalogue.spaces.types[type] : null);
  return {
    space: space.name,
    type: catalogue.spaces.types[type],
    ...(name === null ? {} : { name: { text: name.slice(0, LONGEST_TEXT), link: spaceLinkOf(space) } }),
    ...(counts === null ? {} : { people: counts.people, groups: counts.groups }),
    outsiders: space.externalUserAllowed === true ? catalogue.spaces.yes : '',
    ...timeCell('active', space.lastActiveTime),
    ...timeCell('created', space.createTime),
  };
}

/** The numbers of a listing. People and groups are Google's own where they are known. */
export function listingCells(numbers: Composition, owners: string): SpaceCells {
  const { people, managers, outside, guests, groups, apps, invited } = numbers;
  return {
    owners: owners.slice(0, LONGEST_TEXT),
    ownerCount: numbers.owners,
    people,
    managers,
    outside,
    guests,
    groups,
    apps,
    invited,
  };
}

function timeCell(key: 'active' | 'created', time: string | undefined): SpaceCells {
  const milliseconds = Date.parse(time ?? '');
  return Number.isNaN(milliseconds) ? {} : { [key]: new Date(milliseconds) };
}

/** The type that a cell names, in whatever language it was written. */
export function typeIn(cell: Cell): SpaceType {
  const found = CATALOGUES.flatMap(({ spaces }) => Object.entries(spaces.types)).find(
    ([, text]) => text === cell,
  );
  return (found?.[0] as SpaceType | undefined) ?? 'unknown';
}

/** Whether a cell says yes, in whatever language it was written; null where it says nothing. */
export function yesIn(cell: Cell): boolean | null {
  return CATALOGUES.some(({ spaces }) => spaces.yes === cell) ? true : null;
}

/** The number that a cell holds; null where it holds none. */
export function countIn(cell: Cell): number | null {
  return typeof cell === 'number' && Number.isInteger(cell) && cell >= 0 ? cell : null;
}

/** The time that a cell holds, milliseconds since the epoch; null where it holds none. */
export function timeIn(cell: Cell): number | null {
  return isDate(cell) ? cell.getTime() : null;
}

/** Whether a row knows who is in its space: it was listed, and the list could be read. */
export function isListed({
  listed = '',
  ownerCount = '',
}: Readonly<Partial<Record<SpaceColumn, Cell>>>): boolean {
  return timeIn(listed) !== null && countIn(ownerCount) !== null;
}
