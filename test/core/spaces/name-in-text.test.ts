/** Names of spaces in texts for people. */
import { describe, expect, test } from '@jest/globals';
import { catalogueFor } from '../../../src/core/locales/catalogue';
import { problemOf } from '../../../src/core/chat/problem';
import { nameSpacesIn, type NamedSpace } from '../../../src/core/spaces/name-in-text';

const LAUNCH = 'AAQAh4rUk1w';
const LAB = 'AAQAl2bQ7xZ';
const NAMES = new Map([
  [LAUNCH, 'Orchard launch'],
  [LAB, '営業部'],
]);

function linkOf(id: string): string {
  return `https://chat.google.com/room/${id}`;
}

/** Spaces in brackets, everything else as it is. */
function named(text: string, names: ReadonlyMap<string, string> = NAMES): string {
  const known = (id: string): NamedSpace | null => {
    const name = names.get(id);
    return name === undefined ? null : { name, link: linkOf(id) };
  };
  return nameSpacesIn(text, known)
    .map((piece) => (typeof piece === 'string' ? piece : `[${piece.name}](${piece.link})`))
    .join('');
}

const SHOWN = `[Orchard launch](${linkOf(LAUNCH)})`;

test.each([
  LAUNCH,
  `spaces/${LAUNCH}`,
  linkOf(LAUNCH),
  `https://mail.google.com/chat/u/0/#chat/space/${LAUNCH}`,
])('a known space is named wherever it stands in a sentence: %s', (reference) => {
  expect(named(reference)).toBe(SHOWN);
  expect(named(`It is “${reference}”, or (${reference}).`)).toBe(`It is “${SHOWN}”, or (${SHOWN}).`);
  expect(named(`See ${reference}.`)).toBe(`See ${SHOWN}.`);
  expect(named(`${reference}のどちら「${reference}」`)).toBe(`${SHOWN}のどちら「${SHOWN}」`);
});

test.each([
  '',
  'The space was not found.',
  'Paste its id such as spaces/….',
  `spaces/${LAUNCH}/members/100000000000000000001`,
  `${LAUNCH}@example.com`,
  `https://evil.example/room/${LAUNCH}`,
  `x${LAUNCH}`,
  'spaces/AAQAunknown1',
])('everything else stays as it is: %j', (text) => {
  expect(named(text)).toBe(text);
});

describe.each(['en', 'ja'] as const)('in %s a problem', (locale) => {
  const { happened, cause } = {
    happened: catalogueFor(locale).problemText(
      problemOf('spaceInsteadOfMember', { value: `spaces/${LAUNCH}` }),
    ).happened,
    cause: catalogueFor(locale).problemText(
      problemOf('severalFound', { value: `spaces/${LAUNCH}`, other: `spaces/${LAB}` }),
    ).cause,
  };

  test('says the names of its spaces', () => {
    expect(named(happened)).toBe(happened.replace(`spaces/${LAUNCH}`, SHOWN));
    expect(named(cause)).toBe(
      cause.replace(`spaces/${LAUNCH}`, SHOWN).replace(`spaces/${LAB}`, `[営業部](${linkOf(LAB)})`),
    );
  });

  test('keeps the ids of two spaces of the same name, which nothing else tells apart', () => {
    const same = new Map([...NAMES.keys()].map((id) => [id, 'Orchard launch']));
    expect(named(cause, same)).toBe(cause);
  });
});

test('a name is one safe piece, and one that nobody sees is none', () => {
  const shown = (name: string): string => named(LAUNCH, new Map([[LAUNCH, name]]));
  expect(shown('Invoice\u202Egpj.exe')).toBe(`[Invoicegpj.exe](${linkOf(LAUNCH)})`);
  expect(shown('يوسف')).toBe(`[\u2068يوسف\u2069](${linkOf(LAUNCH)})`);
  expect(shown(`=HYPERLINK("${linkOf(LAB)}")`)).toBe(`[=HYPERLINK("${linkOf(LAB)}")](${linkOf(LAUNCH)})`);
  expect(shown('\u200B')).toBe(LAUNCH);
});
