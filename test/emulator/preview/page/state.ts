/** What the page shows, and how each message or gesture changes it. */
import type { ExecutionView, MenuView, Question, ServerMessage, Situation, TabView } from '../wire';
import type { Heard } from './connection';
import { cellRange, parseRange, type Range } from './ranges';

type Message<T extends ServerMessage['type']> = Extract<ServerMessage, { type: T }>;

export interface Toast {
  readonly key: number;
  /** Negative: until it is dismissed. */
  readonly seconds: number;
  /** What a script said, or what the page itself has words for. */
  readonly content: Pick<Message<'toast'>, 'message' | 'title'> | 'consented';
}

/** What stands at the right, between the grid and the edge. */
export type Panel = 'environment' | 'log';

export interface State {
  /** Id of this page at its server; a new connection gives a new one. */
  readonly page: string;
  readonly fileName: string;
  readonly scriptName: string;
  readonly situation: Situation | null;
  readonly menus: readonly MenuView[];
  readonly tabs: readonly TabView[];
  readonly activeTab: string;
  /** Of each tab visited; the last range holds the active cell. */
  readonly selections: Readonly<Record<string, readonly Range[]>>;
  readonly sidebar: Message<'sidebar'> | null;
  readonly htmlDialog: Message<'htmlDialog'> | null;
  readonly questions: readonly Question[];
  readonly toasts: readonly Toast[];
  readonly busy: string | null;
  readonly failure: string | null;
  readonly log: readonly ExecutionView[];
  readonly lost: boolean;
  readonly panel: Panel | null;
  /** The first steps stand above the sheet. */
  readonly guide: boolean;
}

export type PageEvent =
  | Heard
  | { readonly type: 'select'; readonly tab: string; readonly ranges: readonly Range[] }
  | { readonly type: 'answered'; readonly id: number }
  | { readonly type: 'closeSidebar' | 'closeHtmlDialog' | 'closeGuide' | 'dismissFailure' | 'connectionLost' }
  | { readonly type: 'sizeDialog'; readonly width?: number; readonly height?: number }
  | { readonly type: 'dismissToast'; readonly key: number }
  /** Opens a panel, or closes it where it is open. */
  | { readonly type: 'togglePanel'; readonly panel: Panel };

export const EMPTY: State = {
  page: '',
  fileName: '',
  scriptName: '',
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
  panel: null,
  guide: false,
};

/** Executions that stay in the log. */
const LOG_LENGTH = 50;
const CONSENTED_SECONDS = 8;

export function reduce(state: State, event: PageEvent): State {
  switch (event.type) {
    case 'hello': {
      const { page, fileName, scriptName, opensOn } = event;
      if (state.page === '') {
        const opened = { ...EMPTY, page, fileName, scriptName, guide: event.guide };
        return selected(
          opened,
          opensOn.tab,
          opensOn.ranges.flatMap((name) => parseRange(name) ?? []),
        );
      }
      const { activeTab, selections, panel, guide } = state;
      return { ...EMPTY, page, fileName, scriptName, activeTab, selections, panel, guide };
    }
    case 'situation':
      return { ...state, situation: event.situation };
    case 'menus':
      return { ...state, menus: event.menus };
    case 'tabs': {
      const names = event.tabs.map(({ name }) => name);
      const activeTab = names.includes(state.activeTab) ? state.activeTab : (names[0] ?? '');
      const selections = Object.fromEntries(
        Object.entries(state.selections).filter(([name]) => names.includes(name)),
      );
      return { ...state, tabs: event.tabs, activeTab, selections };
    }
    case 'activate': {
      const ranges = event.ranges.flatMap((name) => parseRange(name) ?? []);
      return ranges.length === 0 ? { ...state, activeTab: event.tab } : selected(state, event.tab, ranges);
    }
    case 'select':
      return selected(state, event.tab, event.ranges);
    case 'sidebar':
      return { ...state, sidebar: event };
    case 'closeGuide':
      return { ...state, guide: false };
    case 'closeSidebar':
      return { ...state, sidebar: null };
    case 'htmlDialog':
      return { ...state, htmlDialog: event };
    case 'sizeDialog': {
      const { width, height } = event;
      if (!state.htmlDialog) return state;
      const size = { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
      return { ...state, htmlDialog: { ...state.htmlDialog, ...size } };
    }
    case 'closeHtmlDialog':
      return { ...state, htmlDialog: null };
    case 'alert':
    case 'prompt':
    case 'consent':
      return { ...state, questions: [...state.questions, event] };
    case 'answered':
      return { ...state, questions: state.questions.filter(({ id }) => id !== event.id) };
    case 'toast': {
      const { message, title, seconds } = event;
      return withToast(state, { content: { message, title }, seconds });
    }
    case 'dismissToast':
      return { ...state, toasts: state.toasts.filter(({ key }) => key !== event.key) };
    case 'consented':
      return withToast(state, { content: 'consented', seconds: CONSENTED_SECONDS });
    case 'busy':
      return {
        ...state,
        busy: event.functionName,
        // What the person was told to do is being done.
        toasts:
          event.functionName === null
            ? state.toasts
            : state.toasts.filter(({ content }) => content !== 'consented'),
        failure: event.functionName === null ? state.failure : null,
      };
    case 'failure':
      return { ...state, failure: event.message };
    case 'dismissFailure':
      return { ...state, failure: null };
    case 'execution':
      return { ...state, log: [event.execution, ...state.log].slice(0, LOG_LENGTH) };
    case 'connectionLost':
      return { ...state, lost: true };
    case 'togglePanel':
      return { ...state, panel: state.panel === event.panel ? null : event.panel };
  }
}

/** The selection of the active tab; A1 where nothing was selected yet. */
export function selectionOf(state: State): readonly Range[] {
  const ranges = state.selections[state.activeTab] ?? [];
  return ranges.length === 0 ? [cellRange(1, 1)] : ranges;
}

function selected(state: State, tab: string, ranges: readonly Range[]): State {
  return { ...state, activeTab: tab, selections: { ...state.selections, [tab]: ranges } };
}

function withToast(state: State, toast: Omit<Toast, 'key'>): State {
  const key = (state.toasts.at(-1)?.key ?? 0) + 1;
  return { ...state, toasts: [...state.toasts, { ...toast, key }] };
}
