import { describe, expect, test } from '@jest/globals';
import type { Cell } from '../../../src/core/table/cell';
import {
  chooseQuestionColumns,
  lookAtColumns,
  titlesIn,
  type Sample,
} from '../../../src/core/table/question-columns';

const SPACE = 'spaces/AAAAxyz1234';
const ADA = 'ada@example.com';
const BO = 'bo@example.com';
const DAY = new Date(0);

const sample = (cells: readonly (readonly Cell[])[], top = 1): Sample => ({ top, cells });
const looks = (cells: readonly (readonly Cell[])[], ours: readonly number[] = []) =>
  lookAtColumns(sample(cells), new Set(ours));
const chosen = (cells: readonly (readonly Cell[])[], ours: readonly number[] = []) =>
  chooseQuestionColumns(looks(cells, ours));

describe('a column', () => {
  test('is told by what most of it holds, and named by its title', () => {
    const cells = [
      ['Space', 'Name', 'E-mail', 'Since', 'Count', 'Membership', ''],
      [SPACE, 'Ada', ADA, DAY, 1, `${SPACE}/members/${ADA}`, ''],
      [SPACE, 'Bo', 'bo at example', DAY, 2, '', ''],
    ];
    expect(looks(cells)).toEqual([
      { column: 1, title: 'Space', holds: 'spaces' },
      { column: 2, title: 'Name', holds: 'texts' },
      { column: 3, title: 'E-mail', holds: 'members' },
      { column: 4, title: 'Since', holds: 'dates' },
      { column: 5, title: 'Count', holds: 'numbers' },
      { column: 6, title: 'Membership', holds: 'memberships' },
    ]);
  });

  test('of ours is not shown, and an address among other words does not make members', () => {
    const cells = [
      ['Who', 'Notes'],
      [ADA, `call ${BO} first`],
    ];
    expect(looks(cells, [1])).toEqual([{ column: 2, title: 'Notes', holds: 'texts' }]);
  });

  test('has no title where the table begins with a question, and the nearest one below a heading', () => {
    expect(looks([[SPACE, ADA]])[0]).toMatchObject({ title: '', holds: 'spaces' });
    expect(
      titlesIn(
        sample(
          [
            ['Team list', ''],
            ['Where', 'Who'],
            [SPACE, ADA],
          ],
          4,
        ),
      ).row,
    ).toBe(5);
    expect(titlesIn(sample([['a'], ['b']])).row).toBe(1);
    expect(titlesIn(sample([['a'], ['b']], 7)).row).toBe(0);
  });

  test('shows its title without what hides or reorders text', () => {
    expect(looks([['E\u202email\n'], [ADA]])[0]?.title).toBe('Email');
  });
});

describe('the columns of the questions', () => {
  test.each<[string, readonly (readonly Cell[])[], number | null, number | null]>([
    ['spaces and members among others', [['x', SPACE, 3, ADA]], 2, 4],
    ['members before spaces', [[ADA, 'x', SPACE]], 3, 1],
    ['members alone', [['Ada', ADA, DAY]], null, 2],
    [
      'of two columns of addresses the one with a title that says so',
      [
        ['Manager', 'E-mail', 'Space'],
        [BO, ADA, SPACE],
      ],
      3,
      2,
    ],
    [
      'else the first of them',
      [
        ['Asked by', 'Approved by'],
        [ADA, BO],
      ],
      null,
      1,
    ],
    [
      'names of spaces, told by the title alone',
      [
        ['スペース', '氏名', 'メール'],
        ['収穫チーム', '森 健', ADA],
      ],
      1,
      3,
    ],
    ['whole memberships', [['Ada', `${SPACE}/members/${ADA}`]], null, 2],
    ['addresses with spaces rather than memberships', [[SPACE, ADA, `${SPACE}/members/${ADA}`]], 1, 2],
    ['memberships rather than addresses without a space', [[ADA, `${SPACE}/members/${ADA}`]], null, 2],
    [
      'no members at all',
      [
        ['Item', 'Cost', 'Day'],
        ['Crates', 40, DAY],
      ],
      null,
      null,
    ],
  ])('are %s', (_, cells, space, member) => {
    expect(chosen(cells)).toEqual({ space, member });
  });
});

describe('a title alone tells', () => {
  const titled = (member: string, space: string) =>
    chosen([
      ['Nr', space, member, 'Name'],
      [1, 'x y', 'z w', 'v u'],
    ]);

  test.each([
    ...['email', 'e-mail', 'Emails', 'E-mail address', 'email addresses', 'Mail', 'member', 'Members'],
    ...['user', 'Users', 'who', 'Person', 'people', ' Who ', 'Ｗｈｏ'],
    ...['メンバー', 'メール', 'メールアドレス', 'ユーザー', 'アドレス', '参加者'],
  ])('the column of members: %s', (title) => {
    expect(titled(title, 'Team')).toEqual({ space: null, member: 3 });
  });

  test.each([
    ...['space', 'Spaces', 'chat space', 'Chat spaces', 'chat', 'Chats', 'room', 'Rooms', 'where'],
    ...['スペース', 'チャット', 'ルーム', 'チャットスペース', 'チャット スペース'],
  ])('the column of spaces: %s', (title) => {
    expect(titled('Who', title)).toEqual({ space: 2, member: 3 });
  });

  test.each(['our members', 'members since', 'username', 'mailing', 'whole', 'e_mail'])(
    'no column of members: %s',
    (title) => {
      expect(titled(title, 'Team')).toEqual({ space: null, member: null });
    },
  );

  test.each(['our space', 'spaces left', 'whereabouts', 'chatter', 'roommate'])(
    'no column of spaces: %s',
    (title) => {
      expect(titled('Who', title)).toEqual({ space: null, member: 3 });
    },
  );

  test('also of a column of numbers, never of one of dates', () => {
    expect(chosen([['Who'], [7]])).toEqual({ space: null, member: 1 });
    expect(chosen([['Who'], [DAY]])).toEqual({ space: null, member: null });
  });

  test('of one column only what it holds: it is not the space too', () => {
    expect(
      chosen([
        ['Space', 'Name'],
        [ADA, 'Ada'],
      ]),
    ).toEqual({ space: null, member: 1 });
  });
});

describe('what a column holds', () => {
  const held = (...cells: readonly Cell[]) => looks([['Title'], ...cells.map((cell) => [cell])])[0]?.holds;

  test('is members where a fifth of its cells are, not where fewer are', () => {
    expect(held(ADA, 'a b', 'c d', 'e f', 'g h')).toBe('members');
    expect(held(ADA, 'a b', 'c d', 'e f', 'g h', 'i j')).toBe('texts');
  });

  test('is whole memberships where as many cells are one as the other', () => {
    expect(held(`${SPACE}/members/${ADA}`, ADA)).toBe('memberships');
    expect(held(SPACE, ADA)).toBe('members');
  });

  test('is dates or numbers only where every cell is one, and texts where there is none', () => {
    expect(held(DAY, DAY)).toBe('dates');
    expect(held(DAY, 'soon')).toBe('texts');
    expect(held(1, 2)).toBe('numbers');
    expect(held(1, 'two')).toBe('texts');
    expect(held('')).toBe('texts');
  });

  test('leaves out blank cells and rows that end earlier', () => {
    const cells = [['Name', 'Who'], ['Ada', ADA], ['Bo']];
    expect(looks(cells)).toEqual([
      { column: 1, title: 'Name', holds: 'texts' },
      { column: 2, title: 'Who', holds: 'members' },
    ]);
    expect(
      looks([
        ['', 'Who'],
        ['', ADA],
      ]),
    ).toHaveLength(1);
    expect(
      looks([
        ['', 'Who'],
        ['x y', ADA],
      ]),
    ).toHaveLength(2);
  });
});

describe('the row of titles', () => {
  const rowIn = (cells: readonly (readonly Cell[])[], top = 1) => titlesIn(sample(cells, top)).row;
  const person = ['Ada', ADA];

  test('is the first one of a sheet without questions, where something stands below', () => {
    expect(rowIn([['a'], ['c']])).toBe(1);
    expect(rowIn([['a']])).toBe(0);
    expect(rowIn([['a'], ['c']], 2)).toBe(0);
  });

  test('stands above the first row in which any cell is a question', () => {
    expect(rowIn([['List'], ['Name', 'Who'], person])).toBe(2);
    expect(rowIn([person, ['Name', 'Who']])).toBe(0);
  });

  test.each(['me', ' Me ', 'APP', 'app '])('may hold the word %s, which asks for nobody there', (word) => {
    expect(rowIn([[word, 'Who'], person])).toBe(1);
  });

  test.each([
    ['a number', 1],
    ['a date', DAY],
    ['nothing', ''],
  ])('is none where it holds %s', (_, cell) => {
    expect(rowIn([[cell, cell], person])).toBe(0);
  });
});

test('a whole membership is the question where member or space is missing', () => {
  const whole = `${SPACE}/members/${ADA}`;
  expect(
    chosen([
      ['Who', 'Membership'],
      [ADA, whole],
    ]),
  ).toEqual({ space: null, member: 2 });
  expect(
    chosen([
      ['Where', 'Membership'],
      [SPACE, whole],
    ]),
  ).toEqual({ space: null, member: 2 });
  expect(
    chosen([
      ['Where', 'Who', 'Membership'],
      [SPACE, ADA, whole],
    ]),
  ).toEqual({ space: 1, member: 2 });
});
