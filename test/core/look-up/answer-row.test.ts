/** One answer beside the row of its question, while others edit the sheet between any two calls of a port. */
import { describe, expect, test } from '@jest/globals';
import type { Answer, QuestionRow } from '../../../src/core/contract';
import { ProblemError } from '../../../src/core/chat/problem';
import { SidebarCalls } from '../../../src/core/sidebar-calls';
import { openExecution } from '../execution.testing';
import { FakeChat } from '../fake-chat.testing';
import { MemoryContinuation, MemoryStore, MemoryWorkbook, type MemoryTable } from '../memory.testing';
import { person } from '../roster/roster.testing';

const SPACE = 'AAAArowspace';
const PEOPLE = ['10', '11', '12', '13'].map((id) => person(id));
const KEYS = PEOPLE.map((_, n) => `key-${n}`);
/** Whose answer is written. */
const ASKED = 'key-2';

function open() {
  const workbook = new MemoryWorkbook();
  const rows = PEOPLE.map(({ email = '' }, n) => [KEYS[n] ?? '', `spaces/${SPACE}`, email, `sum-${n}`]);
  const table = workbook.add('People', [['Key', 'Space', 'Member', 'Sum'], ...rows]);
  const chat = new FakeChat([
    { id: SPACE, members: [{ id: '1', email: 'me@example.com', shown: true }, ...PEOPLE] },
  ]);
  const store = new MemoryStore(workbook);
  const continuation = new MemoryContinuation();
  const calls = (): SidebarCalls => {
    workbook.execution = {};
    store.isLocked = false;
    return new SidebarCalls(openExecution(chat, { workbook, store, continuation }));
  };
  workbook.select(table, { row: 4, column: 2, rows: 1, columns: 2 });
  const { question } = calls().start('ask');
  if (!question?.at) throw new Error('No question is selected.');
  return { workbook, table, calls, answer: calls().lookUp(question, undefined), at: question.at };
}

type Opened = ReturnType<typeof open>;

const EDITS: Readonly<Record<string, (table: MemoryTable) => void>> = {
  'rows are sorted': (table) => {
    table.sort(
      (cells) => -Number(/\d/.exec(String(cells.find((cell) => String(cell).startsWith('key-'))))?.[0]),
    );
  },
  'rows are inserted above': (table) => {
    table.insertRows(2, 2);
  },
  'a row above is deleted': (table) => {
    table.removeRows(2, 1);
  },
};

/** Keys of the rows in which something of ours stands. */
function answeredKeys({ table }: Opened): readonly string[] {
  return table.grid().flatMap((cells) => {
    const isAnswered = cells.some((cell) => /^q[a-z\d]{10,12}\S$/.test(String(cell)));
    return isAnswered ? [String(cells.find((cell) => String(cell).startsWith('key-')))] : [];
  });
}

/** Does the work again and again, each time with the edit before another call of a port. */
function beforeEachCall(
  edit: (table: MemoryTable) => void,
  prepare: (opened: Opened) => (calls: SidebarCalls) => unknown,
  look: (opened: Opened, refused: string | null) => void,
): number {
  for (let at = 1; ; at++) {
    const opened = open();
    const work = prepare(opened);
    const calls = opened.calls();
    let count = 0;
    opened.workbook.before = () => {
      count += 1;
      if (count === at) edit(opened.table);
    };
    let refused: string | null = null;
    try {
      work(calls);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      refused = error.problem.code;
    }
    opened.workbook.before = () => undefined;
    if (count < at) return at - 1;
    look(opened, refused);
  }
}

describe.each(Object.entries(EDITS))('while %s', (_, edit) => {
  const writes =
    ({ answer, at }: { readonly answer: Answer; readonly at: QuestionRow }) =>
    (calls: SidebarCalls) =>
      calls.write(answer, at);

  test('an answer stands beside its question, or is refused and nowhere', () => {
    const points = beforeEachCall(edit, writes, (opened, refused) => {
      expect(answeredKeys(opened)).toEqual(refused === null ? [ASKED] : []);
      if (refused !== null) expect(refused).toBe('questionMoved');
    });
    expect(points).toBeGreaterThan(20);
  });

  test('undoing takes the answer away, or is refused and it stays', () => {
    const points = beforeEachCall(
      edit,
      ({ answer, at, calls }) => {
        const written = calls().write(answer, at);
        return (now) => now.undoWrite(answer, written);
      },
      (opened, refused) => {
        expect(answeredKeys(opened)).toEqual(refused === null ? [] : [ASKED]);
        if (refused !== null) expect(refused).toBe('answerChanged');
      },
    );
    expect(points).toBeGreaterThan(5);
  });
});

describe.each(Object.entries(EDITS))('in the tab Memberships, while %s', (_, edit) => {
  test('an answer stands beside its own question', () => {
    const tabOf = ({ workbook }: Opened) => workbook.tables.find(({ title }) => title === 'Memberships');
    const points = beforeEachCall(
      () => undefined,
      (opened) => {
        for (const { email = '' } of PEOPLE) {
          const calls = opened.calls();
          calls.write(calls.lookUp({ space: `spaces/${SPACE}`, member: email }, undefined), null);
        }
        return (calls) => calls.write(opened.answer, null);
      },
      () => undefined,
    );
    expect(points).toBeGreaterThan(10);
    for (let at = 1; at <= points; at++) {
      const opened = open();
      for (const { email = '' } of PEOPLE) {
        const calls = opened.calls();
        calls.write(calls.lookUp({ space: `spaces/${SPACE}`, member: email }, undefined), null);
      }
      const calls = opened.calls();
      let count = 0;
      opened.workbook.before = () => {
        const tab = tabOf(opened);
        if (++count === at && tab !== undefined) edit(tab);
      };
      try {
        calls.write(opened.answer, null);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
      }
      opened.workbook.before = () => undefined;
      const wrong = (tabOf(opened)?.grid() ?? []).slice(1).filter((cells) => {
        const texts = cells.map(String);
        const asked = texts.find((text) => /^p1\d@/.test(text)) ?? '';
        const membership = texts.find((text) => text.includes('/members/')) ?? '';
        return membership !== '' && !membership.endsWith(`/${asked.slice(1, 3)}`);
      });
      expect({ at, wrong }).toEqual({ at, wrong: [] });
    }
  });
});
