/** Which view the sidebar opens on: said by the menu item, heard once by the sidebar that it opened. */
import type { Start } from '../core/contract';

const KEY = 'rollcall.view';
/** Longer than a sidebar takes to load. */
const SECONDS = 60;

export function rememberView(view: Start['view']): void {
  CacheService.getUserCache().put(KEY, view, SECONDS);
}

export function takeView(): Start['view'] {
  const cache = CacheService.getUserCache();
  const view = cache.get(KEY);
  if (view === null) return 'ask';
  cache.remove(KEY);
  return view === 'rows' || view === 'setup' ? view : 'ask';
}
