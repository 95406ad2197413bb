/** The filter of `spaceEvents.list`: types of events, and the time between which they happened. */
import { invalidValue, notAvailable } from './errors';
import { parseFilter, type FilterRules, type Term } from './filter';
import { microsOf } from '../rfc-3339';
import { EVENT_TYPES, type EventKind } from '../workspace/space-events';

export interface EventFilter {
  /** What was asked for; batches of the same kind come along. */
  readonly kinds: ReadonlySet<EventKind>;
  /** Microseconds since the epoch, exclusive. */
  readonly after: number;
  /** Microseconds since the epoch, inclusive. */
  readonly until: number;
}

/** Batch types may not be asked for. */
const MEMBERSHIP_TYPES = [...EVENT_TYPES].filter(([, { batch }]) => !batch).map(([type]) => type);
const OTHER_TYPES = [
  'message.v1.created',
  'message.v1.updated',
  'message.v1.deleted',
  'reaction.v1.created',
  'reaction.v1.deleted',
  'space.v1.updated',
].map((type) => `google.workspace.chat.${type}`);

const RULES: FilterRules = {
  fields: {
    event_types: { operators: [':'], values: [...MEMBERSHIP_TYPES, ...OTHER_TYPES] },
    start_time: { operators: ['='], values: 'time', alternatives: false },
    end_time: { operators: ['='], values: 'time', alternatives: false },
  },
};

/** How far back events can be listed. */
const REACH_MICROS = 28 * 86_400_000_000;

export interface EventFilterOptions {
  /** When the first page was asked for, in milliseconds since the epoch. */
  readonly now: number;
  /** Whether a start before the last 28 days is refused; else it is moved. */
  readonly refusesOldStart: boolean;
}

/** Reads the filter; one that the API would not take is refused, and so is none at all: a type is required. */
export function readEventFilter(text: unknown, { now, refusesOldStart }: EventFilterOptions): EventFilter {
  const whole = typeof text === 'string' ? text : '';
  const terms = parseFilter(whole, RULES)?.flat() ?? [];
  const types = terms.filter(({ field }) => field === 'event_types').map(({ value }) => value);
  if (types.length === 0) throw invalidValue(`Invalid filter: ${whole}`, 'filter');
  const other = types.find((type) => OTHER_TYPES.includes(type));
  if (other !== undefined) throw notAvailable(`Listing events of the type ${other}`);
  const earliest = now * 1000 - REACH_MICROS;
  const start = timeIn(terms, 'start_time') ?? earliest;
  if (start < earliest && refusesOldStart) {
    throw invalidValue('start_time must be within the last 28 days.', 'filter');
  }
  return {
    kinds: new Set(types.flatMap((type) => EVENT_TYPES.get(type)?.kind ?? [])),
    after: Math.max(start, earliest),
    until: timeIn(terms, 'end_time') ?? now * 1000,
  };
}

function timeIn(terms: readonly Term[], name: string): number | null {
  const term = terms.find(({ field }) => field === name);
  return term ? microsOf(term.value) : null;
}
