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
