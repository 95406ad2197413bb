/** What the page shows, and how each message or gesture changes it. */
import type { ExecutionView, MenuView, Question, ServerMessage, Situation, TabView } from '../wire';
import { cellRange, type Range } from './ranges';

type Toast = Extract<ServerMessage, { type: 'toast' }> & { readonly key: number };

export interface State {
  readonly fileName: string;
  readonly situation: Situation | null;
  readonly menus: readonly MenuView[];
  readonly tabs: readonly TabView[];
  readonly activeTab: string;
  /** Of each tab visited; the last range holds the active cell. */
  readonly selections: Readonly<Record<string, readonly Range[]>>;
  readonly sidebar: Extract<ServerMessage, { type: 'sidebar' }> | null;
  readonly htmlDialog: Extract<ServerMessage, { type: 'htmlDialog' }> | null;
  readonly questions: readonly Question[];
  readonly toasts: readonly Toast[];
  readonly busy: string | null;
  readonly failure: string | null;
  readonly log: readonly ExecutionView[];
  readonly lost: boolean;
}

export type PageEvent =
  | ServerMessage
  | { readonly type: 'select'; readonly tab: string; readonly ranges: readonly Range[] }
  | { readonly type: 'answered'; readonly id: number }
  | { readonly type: 'closeSidebar' | 'closeHtmlDialog' | 'dismissFailure' }
  | { readonly type: 'dismissToast'; readonly key: number }
  | { readonly type: 'lost'; readonly gone: boolean };

export const EMPTY: State = {
  fileName: '',
  situation: null,
  menus: [],
  tabs: [],
  activeTab: '',
  selections: {},
  sidebar: null,
  htmlDialog: null,
  questions: [],
  toasts: [],
  busy: null,
  failure: null,
  log: [],
  lost: false,
};

/** Executions that stay in the log. */
const LOG_LENGTH = 30;

let toastKeys = 0;

export function reduce(state: State, event: PageEvent): State {
  switch (event.type) {
    case 'hello':
      return { ...EMPTY, fileName: event.fileName, selections: state.selections };
    case 'situation':
      return { ...state, situation: event.situation };
    case 'menus':
      return { ...state, menus: event.menus };
    case 'tabs': {
      const names = event.tabs.map(({ name }) => name);
      const activeTab = names.includes(state.activeTab) ? state.activeTab : (names[0] ?? '');
      return { ...state, tabs: event.tabs, activeTab };
    }
    case 'activate':
      return { ...state, activeTab: event.tab };
    case 'sidebar':
      return { ...state, sidebar: event };
    case 'htmlDialog':
      return { ...state, htmlDialog: event };
    case 'alert':
    case 'prompt':
    case 'consent':
      return { ...state, questions: [...state.questions, event] };
    case 'toast':
      return { ...state, toasts: [...state.toasts, { ...event, key: ++toastKeys }] };
    case 'busy':
      return { ...state, busy: event.functionName };
    case 'execution':
      return { ...state, log: [event.execution, ...state.log].slice(0, LOG_LENGTH) };
    case 'failure':
      return { ...state, failure: event.message };
    case 'select':
      return {
        ...state,
        activeTab: event.tab,
        selections: { ...state.selections, [event.tab]: event.ranges },
      };
    case 'answered':
      return { ...state, questions: state.questions.filter((question) => question.id !== event.id) };
    case 'closeSidebar':
      return { ...state, sidebar: null };
    case 'closeHtmlDialog':
      return { ...state, htmlDialog: null };
    case 'dismissFailure':
      return { ...state, failure: null };
    case 'dismissToast':
      return { ...state, toasts: state.toasts.filter(({ key }) => key !== event.key) };
    case 'lost':
      return { ...state, lost: event.gone };
  }
}

/** The selection of the active tab; A1 where nothing was selected yet. */
export function selectionOf(state: State): readonly Range[] {
  return state.selections[state.activeTab] ?? [cellRange(1, 1)];
}
