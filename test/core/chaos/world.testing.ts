/** Spaces, people and a list of questions about them, made from a seed, and the truth about each question. */
import { CATALOGUES } from '../../../src/core/locales/catalogue';
import type { Cell } from '../../../src/core/table/cell';
import { apiFailure, FakeChat, type FakeMember, type FakeSpace, type Fault } from '../fake-chat.testing';
import type { Draw } from './random.testing';

/** A person at the sheet. */
export interface Person {
  readonly key: string;
  readonly email: string;
}

export const PEOPLE: readonly [Person, Person] = [
  { key: 'key-of-ann', email: 'ann@example.com' },
  { key: 'key-of-bob', email: 'bob@example.com' },
];

/** What a text in a cell means: known by whoever made it, without reading it. */
type Meaning = { readonly space: string } | { readonly member: string } | 'me' | null;

export interface World {
  readonly spaces: readonly FakeSpace[];
  readonly chat: FakeChat;
  /** Whether Google answers every request at once. */
  readonly weather: { isCalm: boolean };
  /** What an address of a group is answered with. */
  readonly groupAddresses: 'found' | 'notFound';
  /** Rows of the list below its titles. */
  readonly rows: readonly (readonly Cell[])[];
  /** Texts for the two columns of questions; none of them is two questions. */
  readonly texts: { readonly spaces: readonly string[]; readonly members: readonly string[] };
  meaningOf(text: string): Meaning;
}

export const TITLES = ['Key', 'Space', 'Member', 'Sum', 'Remark'];

export function makeWorld(draw: Draw): World {
  const persons = Array.from({ length: draw.between(4, 10) }, (_, n) => ({
    id: `1000000000000000${String(n).padStart(5, '0')}`,
    email: `person-${n}@example.com`,
  }));
  const withGroups = draw.happens(0.5);
  const group: FakeMember = { id: 'g1', email: 'team@example.com', group: true };
  const spaces = ['AAAAspace01', 'AAAAspace02', 'AAAAspace03'].map((id, n): FakeSpace => ({
    id,
    members: [
      ...PEOPLE.map(({ email }, at) => ({ id: `900000000000000${at}`, email, shown: true })),
      ...persons.flatMap((one): FakeMember[] => {
        if (draw.happens(0.4)) return [];
        return [
          {
            ...one,
            shown: draw.happens(0.8),
            state: draw.happens(0.2) ? 'INVITED' : 'JOINED',
          },
        ];
      }),
      ...(withGroups && n === 0 ? [group] : []),
    ],
    closed: n === 2,
  }));
  const meanings = new Map<string, Meaning>();
  const say = (text: string, meaning: Meaning): string => {
    meanings.set(text, meaning);
    return text;
  };
  const spaceTexts = spaces.flatMap(({ id }) => [
    say(`spaces/${id}`, { space: id }),
    say(`https://chat.google.com/room/${id}`, { space: id }),
  ]);
  const memberTexts = [
    ...persons.flatMap(({ id, email }) => [
      say(id, { member: id }),
      say(email, { member: email }),
      say(`users/${id}`, { member: id }),
    ]),
    say('team@example.com', { member: 'team@example.com' }),
    say('me', 'me'),
  ];
  const groupAddresses = draw.of(['found', 'notFound'] as const);
  const questions = spaceTexts.flatMap((space) => memberTexts.map((member) => [space, member] as const));
  const rows = Array.from({ length: draw.between(4, 16) }, (_, n): Cell[] => {
    const [space, member] = draw.happens(0.05) ? ['', ''] : draw.of(questions);
    return [`key-${n}`, space, member, n, draw.happens(0.5) ? `remark ${n}` : ''];
  });
  const weather = { isCalm: false };
  const fault = faultFrom(draw);
  const chat = new FakeChat(spaces, {
    groupAddresses,
    batchSize: draw.of([1, 5, 200]),
    pageSize: draw.of([2, 5, 1000]),
    latencyMs: draw.of([0, 300, 4_000, 20_000]),
    fault: (request, count) => (weather.isCalm ? null : fault(request, count)),
  });
  return {
    weather,
    spaces,
    chat,
    groupAddresses,
    rows,
    texts: { spaces: spaceTexts, members: [...memberTexts, say('no such word', null)] },
    meaningOf: (text) => meanings.get(text) ?? null,
  };
}

/** Google has a bad day, or a good one. */
function faultFrom(draw: Draw): Fault {
  const share = draw.of([0, 0, 0.1, 0.4]);
  return () => {
    if (!draw.happens(share)) return null;
    return draw.of([
      apiFailure(500, { status: 'INTERNAL' }),
      apiFailure(503, { status: 'UNAVAILABLE' }),
      apiFailure(429, { status: 'RESOURCE_EXHAUSTED', retryAfterSeconds: 3 }),
      apiFailure(400, { status: 'INVALID_ARGUMENT', message: 'Something else.' }),
      'lost',
      'hang',
    ] as const);
  };
}

/** A verdict, and what its note leaves open. */
type Wording = keyof (typeof CATALOGUES)[number]['verdicts'] | 'notDirectByAddress' | 'notDirectAsAdmin';

/** The wordings that are true of a question. `me` is the address of whoever asked it. */
export function trueWordings(
  { spaces, groupAddresses }: World,
  space: string,
  member: string,
): readonly Wording[] {
  const found = spaces.find(({ id }) => id === space);
  if (found === undefined || found.closed === true) return ['unchecked'];
  const one = found.members.find((each) => each.id === member || each.email === member);
  if (one?.group === true)
    return groupAddresses === 'found'
      ? ['member', 'unchecked']
      : ['notDirectByAddress', 'notDirectAsAdmin', 'unchecked'];
  if (one !== undefined)
    return one.state === 'INVITED' ? ['invited', 'notDirectAsAdmin', 'unchecked'] : ['member', 'unchecked'];
  const hasGroups = found.members.some(({ group }) => group === true);
  return [
    'notDirectMember',
    'notDirectByAddress',
    'notDirectAsAdmin',
    'unchecked',
    ...(hasGroups ? [] : (['notMember'] as const)),
  ];
}

const NOT_DIRECT = ['notDirectMember', 'notDirectByAddress', 'notDirectAsAdmin'] as const;

/** The wordings that a status with its note may mean, in either language; null where nobody knows what the note was. */
export function wordingsOf(status: string, note: string | null): readonly Wording[] {
  return CATALOGUES.flatMap(({ verdicts, notes }) => {
    const kinds = (Object.keys(verdicts) as (keyof typeof verdicts)[]).filter(
      (kind) => verdicts[kind] === status,
    );
    return kinds.flatMap((kind): readonly Wording[] =>
      kind === 'notDirectMember'
        ? NOT_DIRECT.filter(
            (wording) => note === null || [notes[wording], `${notes.left} ${notes[wording]}`].includes(note),
          )
        : [kind],
    );
  });
}
