/** The filters of list methods: `role = "ROLE_MANAGER" AND member.type != "BOT"`, by the rules of the Chat API reference. */
import { invalidValue } from './errors';

/** One comparison. */
interface Term {
  readonly field: string;
  readonly equal: boolean;
  readonly value: string;
}

/** Alternatives, all of which must hold: `OR` binds more tightly than `AND`. */
export type Filter = readonly (readonly Term[])[];

export interface FilterRules {
  /** Field -> its values. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** Fields that may be compared with `!=`. */
  readonly unequal: readonly string[];
}

export const MEMBER_FILTER: FilterRules = {
  fields: { role: ['ROLE_MEMBER', 'ROLE_MANAGER'], 'member.type': ['HUMAN', 'BOT'] },
  unequal: ['member.type'],
};

const SPACE_TYPES = ['SPACE', 'GROUP_CHAT', 'DIRECT_MESSAGE'];
export const SPACE_FILTER: FilterRules = {
  fields: { space_type: SPACE_TYPES, spaceType: SPACE_TYPES },
  unequal: [],
};

/** Reads a filter; one that the API would not take is refused. No filter is an empty one. */
export function readFilter(text: unknown, rules: FilterRules): Filter {
  if (typeof text !== 'string' || text === '') return [];
  const groups = text.split(/\s+AND\s+/).map((part) =>
    part
      .trim()
      .replace(/^\((.*)\)$/, '$1')
      .split(/\s+OR\s+/)
      .map((term) => readTerm(term, rules, text)),
  );
  // `AND` joins different fields only.
  const fields = groups.flatMap((group) => [...new Set(group.map(({ field }) => field))]);
  if (new Set(fields).size < fields.length) throw refused(text);
  return groups;
}

function readTerm(term: string, { fields, unequal }: FilterRules, whole: string): Term {
  const [, field = '', operator = '', value = ''] = /^\s*([\w.]+)\s*(!?=)\s*"([^"]*)"\s*$/.exec(term) ?? [];
  const fits = fields[field]?.includes(value) === true && (operator === '=' || unequal.includes(field));
  if (!fits) throw refused(whole);
  return { field, equal: operator === '=', value };
}

/** Tells whether a resource passes. A field that it has not is unequal to everything. */
export function passes(filter: Filter, valueOf: (field: string) => string | undefined): boolean {
  return filter.every((group) =>
    group.some(({ field, equal, value }) => (valueOf(field) === value) === equal),
  );
}

/** Whether the filter lets no Chat app through, in one of the two forms that admin access takes. */
export function leavesAppsOut(filter: Filter): boolean {
  const types = filter.filter((group) => group.some(({ field }) => field === 'member.type'));
  const [only, ...others] = types.flat();
  return only !== undefined && others.length === 0 && only.equal === (only.value === 'HUMAN');
}

function refused(text: string): Error {
  return invalidValue(`Invalid filter: ${text}`, 'filter');
}
