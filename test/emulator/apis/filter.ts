/**
 * Filters and search queries: `role = "ROLE_MANAGER" AND (member.type = "HUMAN" OR …)`, by the rules that the Chat API
 * reference gives for each method.
 */
import { invalidValue } from './errors';
import { microsOf } from '../rfc-3339';

/** One comparison. */
export interface Term {
  readonly field: string;
  readonly operator: string;
  readonly value: string;
}

/** Groups of alternatives, all of which must hold: `OR` binds more tightly than `AND`. */
export type Filter = readonly (readonly Term[])[];

/** How a filter may speak of one field. */
export interface FieldRule {
  readonly operators: readonly string[];
  /** Its values; absent: any text. A time is RFC 3339. */
  readonly values?: readonly string[] | 'time';
  /** Whether `OR` may join comparisons of it; yes unless told. */
  readonly alternatives?: boolean;
  /** Whether `AND` may join comparisons of it, as for an interval; no unless told. */
  readonly several?: boolean;
}

export interface FilterRules {
  readonly fields: Readonly<Record<string, FieldRule>>;
  /** Whether `OR` may join different fields. */
  readonly mixed?: boolean;
}

export const MEMBER_FILTER: FilterRules = {
  fields: {
    role: { operators: ['='], values: ['ROLE_MEMBER', 'ROLE_MANAGER'] },
    'member.type': { operators: ['=', '!='], values: ['HUMAN', 'BOT'] },
  },
  mixed: true,
};

const SPACE_TYPE: FieldRule = { operators: ['='], values: ['SPACE', 'GROUP_CHAT', 'DIRECT_MESSAGE'] };
export const SPACE_FILTER: FilterRules = {
  fields: { space_type: SPACE_TYPE, spaceType: SPACE_TYPE },
  mixed: true,
};

/** Reads a filter; null where the API would not take it. */
export function parseFilter(text: string, rules: FilterRules): Filter | null {
  const tokens = tokensOf(text);
  const reader = { tokens: tokens ?? [], at: 0 };
  const filter = tokens === null ? null : readAll(reader);
  return filter && reader.at === reader.tokens.length && fits(filter, rules) ? filter : null;
}

/** Reads the `filter` of a list; one that the API would not take is refused. No filter is an empty one. */
export function readFilter(text: unknown, rules: FilterRules): Filter {
  if (typeof text !== 'string' || text === '') return [];
  const filter = parseFilter(text, rules);
  if (filter === null) throw invalidValue(`Invalid filter: ${text}`, 'filter');
  return filter;
}

type Token = '(' | ')' | 'AND' | 'OR' | Term;
const TOKEN = /\s*(?:([()])|(AND|OR)\b|([\w.]+)\s*(!=|<=|>=|[=<>:])\s*"([^"]*)")\s*/y;

function tokensOf(text: string): readonly Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const [, bracket, word, field = '', operator = '', value = ''] = TOKEN.exec(text) ?? [];
    if (TOKEN.lastIndex === 0) return null;
    tokens.push(((bracket ?? word) as Token | undefined) ?? { field, operator, value });
  }
  return tokens;
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
}

function readAll(reader: Reader): Filter | null {
  const groups: (readonly Term[])[] = [];
  do {
    const alternatives = readAlternatives(reader);
    if (alternatives === null) return null;
    groups.push(...alternatives);
  } while (reader.tokens[reader.at] === 'AND' && (reader.at += 1) > 0);
  return groups;
}

/** What `OR` joins; a bracket that holds an `AND` can stand only by itself. */
function readAlternatives(reader: Reader): Filter | null {
  const parts: Filter[] = [];
  do {
    const token = reader.tokens[reader.at];
    reader.at += 1;
    if (typeof token === 'object') parts.push([[token]]);
    else if (token === '(') {
      const inner = readAll(reader);
      if (inner === null || reader.tokens[reader.at] !== ')') return null;
      reader.at += 1;
      parts.push(inner);
    } else return null;
  } while (reader.tokens[reader.at] === 'OR' && (reader.at += 1) > 0);
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  return parts.every((part) => part.length === 1) ? [parts.flat(2)] : null;
}

function fits(filter: Filter, { fields, mixed = false }: FilterRules): boolean {
  const perGroup = filter.map((group) => [...new Set(group.map(({ field }) => field))]);
  const all = perGroup.flat();
  return (
    filter.flat().every((term) => termFits(term, fields[term.field])) &&
    filter.every(
      (group) => group.length === 1 || group.every(({ field }) => fields[field]?.alternatives !== false),
    ) &&
    perGroup.every((names) => mixed || names.length === 1) &&
    all.every((name, index) => all.indexOf(name) === index || fields[name]?.several === true)
  );
}

function termFits({ operator, value }: Term, rule: FieldRule | undefined): boolean {
  if (!rule?.operators.includes(operator)) return false;
  const { values } = rule;
  if (values === 'time') return microsOf(value) !== null;
  return values === undefined || values.includes(value);
}

/** Tells whether something passes, by a test of single terms. */
export function passes(filter: Filter, holds: (term: Term) => boolean): boolean {
  return filter.every((group) => group.some(holds));
}

/** Compares a text; a field that a resource has not is unequal to everything. */
export function isEqual({ operator, value }: Term, actual: string | undefined): boolean {
  return (actual === value) === (operator === '=');
}

/** Compares a time; one that a resource has not fits no comparison. */
export function isAt({ operator, value }: Term, actual: unknown): boolean {
  const [left, right] = [typeof actual === 'string' ? microsOf(actual) : null, microsOf(value)];
  if (left === null || right === null) return false;
  if (operator === '=') return left === right;
  if (operator.endsWith('=') && left === right) return true;
  return operator.startsWith('<') ? left < right : left > right;
}

/** Whether the filter lets no Chat app through, in one of the two forms that admin access takes. */
export function leavesAppsOut(filter: Filter): boolean {
  const types = filter.filter((group) => group.some(({ field }) => field === 'member.type'));
  const [only, ...others] = types.flat();
  return only !== undefined && others.length === 0 && (only.operator === '=') === (only.value === 'HUMAN');
}
