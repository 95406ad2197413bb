/** What the sidebar is served and answered: every failure comes back as data. */
import type { Reply, Start } from '../core/contract';
import { SidebarCalls } from '../core/sidebar-calls';
import { TARGET } from './build';
import { ScriptExecution } from './execution';
import { documentId } from './user-properties';

/** Longer than a sidebar takes to load. */
const VIEW_SECONDS = 60;

/** Opens the sidebar on one of its views. The page hears of it when it starts. */
export function showPage(view: Start['view'], title: string): void {
  CacheService.getUserCache().put(viewKey(), view, VIEW_SECONDS);
  const page = HtmlService.createHtmlOutputFromFile('sidebar').setTitle(title);
  SpreadsheetApp.getUi().showSidebar(page);
}

/** Which view the menu opened the sidebar on; said once. */
export function takeView(): Start['view'] {
  const cache = CacheService.getUserCache();
  const key = viewKey();
  const view = cache.get(key);
  if (view === null) return 'ask';
  cache.remove(key);
  return view === 'rows' || view === 'setup' ? view : 'ask';
}

/** In an add-on the person's cache is shared by their documents. Without the permission for the sheet there is no way to tell these. */
function viewKey(): string {
  if (!TARGET.manyDocuments) return 'rollcall.view';
  try {
    return `rollcall.view.${documentId()}`;
  } catch {
    return 'rollcall.view';
  }
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
