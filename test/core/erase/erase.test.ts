import { describe, expect, test } from '@jest/globals';
import { ProblemError } from '../../../src/core/chat/problem';
import { erase, summariseErase } from '../../../src/core/erase/erase';
import { writeAnswer } from '../../../src/core/look-up/memberships-tab';
import { openExecution } from '../execution.testing';
import { FakeChat } from '../fake-chat.testing';
import { MemoryWorkbook } from '../memory.testing';
import { openList, finish, TITLES } from '../look-up/rows.testing';

const SPACE = 'AAAAOrchard01';
const question = { space: `spaces/${SPACE}`, member: '1' };
const ANSWER = {
  question,
  verdict: { kind: 'member', membership: { name: `spaces/${SPACE}/members/1` } },
  identity: { as: 'user' },
  checkedAt: 0,
} as const;

/** A list of somebody's, looked up, and the tab Memberships beside it. */
function openUsed() {
  const list = openList();
  const before = list.table.grid().map((row) => [...row]);
  finish(list, list.start());
  const execution = openExecution(list.chat, { workbook: list.workbook, store: list.store });
  writeAnswer(ANSWER, execution);
  return { list, before, execution };
}

describe('erasing', () => {
  test('shows what goes, then takes exactly that: columns beside a list, our tab, every mark and the job', () => {
    const { list, before, execution } = openUsed();
    const shown = summariseErase(execution);
    expect(shown).toEqual({
      tabs: ['Memberships'],
      columns: [{ tab: 'List', columns: [expect.stringMatching(/^[A-Z]+:[A-Z]+$/)] }],
    });
    erase(execution, JSON.parse(JSON.stringify(shown)));
    expect(list.table.grid()).toEqual(before);
    expect(list.workbook.tables.map(({ title }) => title)).toEqual(['List']);
    expect(list.workbook.peek()).toEqual([]);
    expect(list.store.load()).toBeNull();
    expect(summariseErase(execution)).toEqual({ tabs: [], columns: [] });
  });

  test('leaves a tab of ours in which somebody added something, and names its columns', () => {
    const { list, execution } = openUsed();
    const own = list.workbook.tables[1];
    own?.type(2, 20, 'a note of mine');
    const shown = summariseErase(execution);
    expect(shown.tabs).toEqual([]);
    expect(shown.columns.map(({ tab }) => tab)).toContain('Memberships');
    erase(execution, shown);
    expect(own?.grid().flat()).toEqual(expect.arrayContaining(['a note of mine', question.space]));
    expect(list.workbook.peek()).toEqual([]);
  });

  test('keeps the last tab of a file, without our columns', () => {
    const workbook = new MemoryWorkbook();
    const execution = openExecution(new FakeChat([]), { workbook });
    writeAnswer(ANSWER, execution);
    erase(execution, summariseErase(execution));
    expect(workbook.tables).toHaveLength(1);
    expect(workbook.peek()).toEqual([]);
  });

  test('takes nothing where something changed since it was shown', () => {
    const { list, execution } = openUsed();
    const shown = summariseErase(execution);
    list.table.insertColumns(1, 1);
    const grid = list.table.grid();
    expect(() => {
      erase(execution, shown);
    }).toThrow('eraseChanged');
    expect(list.table.grid()).toEqual(grid);
  });

  test('takes no column of the user’s when columns are inserted between any two calls', () => {
    const calls = (() => {
      const { list, execution } = openUsed();
      const from = list.workbook.calls.length;
      erase(execution, summariseErase(execution));
      return { from, count: list.workbook.calls.length - from };
    })();
    expect(calls.count).toBeGreaterThan(5);
    for (let at = 1; at <= calls.count; at++) {
      const { list, execution } = openUsed();
      const shown = summariseErase(execution);
      const titles = list.table.grid()[0]?.filter((title) => TITLES.includes(String(title)));
      const start = list.workbook.calls.length;
      list.workbook.before = (call, index) => {
        // Right before the deletion itself nobody can look any more.
        if (index === start + at && call !== 'table.removeColumns') list.table.insertColumns(1, 1);
      };
      try {
        erase(execution, shown);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
      }
      list.workbook.before = () => undefined;
      const left = list.table.grid()[0]?.filter((title) => TITLES.includes(String(title)));
      expect({ at, left }).toEqual({ at, left: titles });
    }
  });

  test('is refused while somebody else works on a job', () => {
    const list = openList({ people: 40, chat: { latencyMs: 4_000, batchSize: 1 } });
    list.start();
    list.store.person = 'person-2';
    const other = openExecution(list.chat, { workbook: list.workbook, store: list.store });
    expect(() => {
      erase(other, summariseErase(other));
    }).toThrow('leaseHeld');
  });
});
