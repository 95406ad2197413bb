/** The filters of list methods: `role = "ROLE_MANAGER" AND member.type != "BOT"`, by the rules of the Chat API reference. */
import { invalidArgument } from './errors';

/** One comparison. */
interface Term {
  readonly field: string;
  readonly equal: boolean;
  readonly value: string;
}

/** Alternatives for each field, all of which must hold: `AND` joins different fields only, `OR` the same one. */
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

/** Reads a filter; one that the API would not take is refused. */
export function readFilter(text: string, rules: FilterRules): Filter {
  const groups = text.split(/\s+AND\s+/).map((part) =>
    part
      .replace(/^\((.*)\)$/, '$1')
      .split(/\s+OR\s+/)
      .map((term) => readTerm(term, rules)),
  );
  const fields = groups.map((group) => new Set(group.map(({ field }) => field)));
  const mixed = fields.some((names) => names.size > 1);
  const repeated = new Set(fields.flatMap((names) => [...names])).size < fields.length;
  if (mixed || repeated) throw refused(text);
  return groups;
}

function readTerm(text: string, { fields, unequal }: FilterRules): Term {
  const [, field = '', operator = '', value = ''] = /^\s*([\w.]+)\s*(!?=)\s*"([^"]*)"\s*$/.exec(text) ?? [];
  const fits = fields[field]?.includes(value) === true && (operator === '=' || unequal.includes(field));
  if (!fits) throw refused(text);
  return { field, equal: operator === '=', value };
}

/** Tells whether a resource passes. A field that it has not is unequal to everything. */
export function passes(filter: Filter, valueOf: (field: string) => string | undefined): boolean {
  return filter.every((group) =>
    group.some(({ field, equal, value }) => (valueOf(field) === value) === equal),
  );
}

function refused(text: string): Error {
  return invalidArgument(`Invalid filter: ${text}`, 'filter');
}
