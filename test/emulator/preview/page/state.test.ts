/** What the preview's page makes of each message and gesture. */
import { describe, expect, test } from '@jest/globals';
import { EMPTY, reduce, selectionOf, type PageEvent, type State } from './state';
import { cellRange, rangeName } from './ranges';

const tab = (name: string) => ({
  ...{ id: name.length, name, rows: 0, columns: 0, frozenRows: 0, hiddenRows: [], version: 1 },
});
const after = (...events: readonly PageEvent[]): State => events.reduce(reduce, EMPTY);
const TABS: PageEvent = { type: 'tabs', tabs: [tab('One'), tab('Two')] };

describe('tabs', () => {
  test('the first is active, until another is chosen or it is gone', () => {
    expect(after(TABS).activeTab).toBe('One');
    const chosen = after(TABS, { type: 'select', tab: 'Two', ranges: [cellRange(3, 2)] });
    expect(chosen.activeTab).toBe('Two');
    expect(reduce(chosen, TABS).activeTab).toBe('Two');
    expect(reduce(chosen, { type: 'tabs', tabs: [tab('One')] }).activeTab).toBe('One');
    expect(reduce(chosen, { type: 'tabs', tabs: [] }).activeTab).toBe('');
  });

  test('each remembers its selection', () => {
    const state = after(
      TABS,
      { type: 'select', tab: 'Two', ranges: [cellRange(3, 2)] },
      { type: 'select', tab: 'One', ranges: [cellRange(1, 1)] },
      { type: 'activate', tab: 'Two', ranges: [] },
    );
    expect(selectionOf(state).map(rangeName)).toEqual(['B3']);
  });

  test('a tab that is gone takes its selection with it, also where another gets its name', () => {
    const state = after(
      TABS,
      { type: 'select', tab: 'Two', ranges: [cellRange(150, 2)] },
      { type: 'tabs', tabs: [tab('One')] },
      TABS,
      { type: 'activate', tab: 'Two', ranges: [] },
    );
    expect(selectionOf(state).map(rangeName)).toEqual(['A1']);
  });

  test('a script’s activation selects its cells', () => {
    const state = after(TABS, { type: 'activate', tab: 'Two', ranges: ['B2:C3', 'nonsense'] });
    expect(selectionOf(state).map(rangeName)).toEqual(['B2:C3']);
  });
});

describe('a new connection', () => {
  test('forgets what belonged to the old one, and keeps where somebody was', () => {
    const opensOn = { tab: 'One', ranges: ['A1'] };
    const named = { fileName: 'F', scriptName: 'S' };
    const before = after(
      { type: 'hello', page: 'p1', ...named, opensOn, guide: false },
      TABS,
      { type: 'select', tab: 'Two', ranges: [cellRange(3, 2)] },
      { type: 'togglePanel', panel: 'log' },
      { type: 'sidebar', title: 'S', url: 'http://127.0.0.1:1/x' },
      { type: 'connectionLost' },
    );
    expect(before.lost).toBe(true);
    const state = reduce(before, { type: 'hello', page: 'p2', ...named, opensOn, guide: true });
    expect(state).toMatchObject({
      page: 'p2',
      sidebar: null,
      lost: false,
      panel: 'log',
      activeTab: 'Two',
      guide: false,
    });
    expect(selectionOf(state).map(rangeName)).toEqual(['B3']);
  });
});

test('a page that was not open before opens where the server says, with the first steps', () => {
  const state = reduce(EMPTY, {
    ...{ type: 'hello', page: 'p1', fileName: 'F', scriptName: 'S', guide: true },
    opensOn: { tab: 'Two', ranges: ['A2:B14'] },
  });
  expect([state.activeTab, state.guide]).toEqual(['Two', true]);
  expect(selectionOf(state).map(rangeName)).toEqual(['A2:B14']);
  expect(reduce(state, { type: 'closeGuide' }).guide).toBe(false);
});

test('the word that permissions were given leaves when the item is chosen again', () => {
  const consented = after(
    { type: 'consented' },
    { type: 'toast', message: 'Other', title: '', seconds: -1 },
    { type: 'busy', functionName: null },
  );
  expect(consented.toasts).toHaveLength(2);
  const running = reduce(consented, { type: 'busy', functionName: 'showSidebar' });
  expect(running.toasts.map(({ content }) => content)).toEqual([{ message: 'Other', title: '' }]);
});

describe('questions', () => {
  const ask = (id: number): PageEvent => ({ type: 'alert', id, title: '', prompt: '', buttons: ['OK'] });

  test('wait for one another', () => {
    const state = after(ask(1), ask(2), { type: 'answered', id: 1 });
    expect(state.questions.map(({ id }) => id)).toEqual([2]);
  });
});

describe('notices', () => {
  const toast: PageEvent = { type: 'toast', title: 'T', message: 'M', seconds: 5 };

  test('each toast has a key of its own, and goes by it', () => {
    const state = after(toast, { type: 'consented' }, toast, { type: 'dismissToast', key: 2 });
    expect(state.toasts.map(({ key }) => key)).toEqual([1, 3]);
  });

  test('a new run takes the last failure away, its end does not', () => {
    const failed = after({ type: 'failure', message: 'no' }, { type: 'busy', functionName: null });
    expect(failed.failure).toBe('no');
    expect(reduce(failed, { type: 'busy', functionName: 'again' }).failure).toBeNull();
  });

  test('the log keeps the last executions, newest first', () => {
    const runs = Array.from({ length: 60 }, (_, index): PageEvent => {
      const execution = {
        function: `f${index}`,
        entry: 'menu',
        outcome: 'completed',
        lines: [],
        refusals: [],
      } as const;
      return { type: 'execution', execution: { ...execution, milliseconds: 1, requests: 0 } };
    });
    const { log } = after(...runs);
    expect([log.length, log[0]?.function]).toEqual([50, 'f59']);
  });
});

test('a dialog takes the size that its page asks for', () => {
  const dialog: PageEvent = { type: 'htmlDialog', title: 'D', url: 'u', width: 600, height: 400 };
  const state = after(dialog, { type: 'sizeDialog', width: 500 }, { type: 'sizeDialog', height: 90 });
  expect(state.htmlDialog).toMatchObject({ width: 500, height: 90 });
  expect(after({ type: 'sizeDialog', width: 5 }).htmlDialog).toBeNull();
});
