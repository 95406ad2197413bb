/** What the sidebar is served and answered: every failure comes back as data. */
import type { Reply, Start } from '../core/contract';
import { SidebarCalls } from '../core/sidebar-calls';
import { ScriptExecution } from './execution';

const VIEW_KEY = 'rollcall.view';
/** Longer than a sidebar takes to load. */
const VIEW_SECONDS = 60;

/** Opens the sidebar on one of its views. The page hears of it when it starts. */
export function showPage(view: Start['view'], title: string): void {
  CacheService.getUserCache().put(VIEW_KEY, view, VIEW_SECONDS);
  const page = HtmlService.createHtmlOutputFromFile('sidebar').setTitle(title);
  SpreadsheetApp.getUi().showSidebar(page);
}

/** Which view the menu opened the sidebar on; said once. */
export function takeView(): Start['view'] {
  const cache = CacheService.getUserCache();
  const view = cache.get(VIEW_KEY);
  if (view === null) return 'ask';
  cache.remove(VIEW_KEY);
  return view === 'rows' || view === 'setup' ? view : 'ask';
}

/** Answers a call of the page with what it gives, or why it failed. */
export function answerSidebar<T>(answer: (calls: SidebarCalls) => T): Reply<T> {
  const execution = new ScriptExecution();
  try {
    return { ok: true, value: answer(new SidebarCalls(execution)) };
  } catch (error) {
    return { ok: false, problem: execution.problemText(execution.problemFrom(error)) };
  }
}
