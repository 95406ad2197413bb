/** What passes between the preview's page and its server: messages by server-sent events, actions by POST, rows by GET. */

import type { DialogButton } from '../platform/dialogs';

export const LOCALES = ['en', 'ja'] as const;
export type Locale = (typeof LOCALES)[number];

export interface MenuEntry {
  readonly caption: string;
  readonly functionName: string;
}

export interface MenuView {
  readonly caption: string;
  /** `extensions`: below the editor's menu Extensions. */
  readonly place?: 'extensions';
  readonly items: readonly (MenuEntry | { readonly separator: true } | { readonly submenu: MenuView })[];
}

/** A tab as the grid needs it; `version` grows with every change, so that rows are asked for again. */
export interface TabView {
  readonly id: number;
  readonly name: string;
  /** Used rows and columns. */
  readonly rows: number;
  readonly columns: number;
  readonly frozenRows: number;
  /** One-based, in order. */
  readonly hiddenRows: readonly number[];
  readonly version: number;
}

/** A cell as displayed. `kind` decides the alignment. */
export interface CellText {
  readonly text: string;
  readonly kind: 'text' | 'number' | 'boolean';
  /** What the formula line shows: the formula, or the value as it would be typed. */
  readonly input: string;
  readonly format: string;
  readonly note: string;
  /** Colours and weight, where they are not the usual ones. */
  readonly look?: CellLook;
}

/** Lower-case hex colours. */
export interface CellLook {
  readonly ground?: string;
  readonly color?: string;
  readonly bold?: true;
}

/** A block of rows, from row `from` (one-based); ends with the last used row; an empty cell is null. */
export interface RowsReply {
  readonly tab: string;
  readonly version: number;
  readonly from: number;
  readonly rows: readonly (readonly (CellText | null)[])[];
}

/** What the emulator's environment is like, and what could be chosen. */
export interface Situation {
  readonly locale: Locale;
  readonly user: string;
  readonly users: readonly { readonly name: string; readonly label: string }[];
  /** Each with a line of explanation in the language of `locale`. */
  readonly faultPresets: readonly {
    readonly name: string;
    readonly text: string;
    readonly on: boolean;
  }[];
  /** Whether the manifest lets the script ask as the Chat app and as an admin; if not, their fault presets are left out. */
  readonly identities: boolean;
  /** Whether the user has been through the consent screen. */
  readonly asked: boolean;
  /** Every scope of the manifest, in full, and whether the user has granted it. */
  readonly scopes: readonly { readonly scope: string; readonly granted: boolean }[];
  readonly latencyMs: number;
}

/** One execution, for the log. */
export interface ExecutionView {
  /** Empty where a trigger ran: it names none. */
  readonly function: string;
  readonly entry: 'onOpen' | 'menu' | 'sidebar' | 'trigger';
  readonly outcome: string;
  readonly milliseconds: number;
  readonly requests: number;
  readonly lines: readonly string[];
  /** Members that the script asked for and the emulator lacks. */
  readonly refusals: readonly string[];
}

export type ServerMessage =
  | {
      readonly type: 'hello';
      readonly page: string;
      readonly fileName: string;
      readonly scriptName: string;
      /** Where a page opens that was not open before. */
      readonly opensOn: Selection;
      /** Whether the first steps are shown to somebody who is new. */
      readonly guide: boolean;
    }
  | { readonly type: 'situation'; readonly situation: Situation }
  | { readonly type: 'menus'; readonly menus: readonly MenuView[] }
  | { readonly type: 'tabs'; readonly tabs: readonly TabView[] }
  /** The script activated a tab, or cells. */
  | ({ readonly type: 'activate' } & Selection)
  | { readonly type: 'sidebar'; readonly title: string; readonly url: string }
  | {
      readonly type: 'htmlDialog';
      readonly title: string;
      readonly url: string;
      readonly width: number;
      readonly height: number;
    }
  | Question
  | { readonly type: 'toast'; readonly message: string; readonly title: string; readonly seconds: number }
  | { readonly type: 'busy'; readonly functionName: string | null }
  /** Permissions were given; as on Google, what was clicked has to be clicked again. */
  | { readonly type: 'consented' }
  | { readonly type: 'execution'; readonly execution: ExecutionView }
  /** The reply to an action that was sent with a number: one that may wait for a person. */
  | { readonly type: 'reply'; readonly call: number; readonly reply: ActionReply }
  /** Something went wrong in a menu function: Google shows a red bar with the message. */
  | { readonly type: 'failure'; readonly message: string };

/** What a running script waits for; answered with the action `answer`. */
export type Question =
  | {
      readonly type: 'alert' | 'prompt';
      readonly id: number;
      readonly title: string;
      readonly prompt: string;
      readonly buttons: readonly DialogButton[];
    }
  | {
      readonly type: 'consent';
      readonly id: number;
      readonly scopes: readonly string[];
      /** Those of the scopes that are shown without a tick. */
      readonly unticked: readonly string[];
    };

/** The active tab and its selected ranges, A1 notation; the last range holds the active cell. */
export interface Selection {
  readonly tab: string;
  readonly ranges: readonly string[];
}

export type PageAction =
  | { readonly do: 'menu'; readonly functionName: string; readonly selection: Selection }
  | {
      readonly do: 'run';
      readonly name: string;
      readonly args: readonly unknown[];
      readonly selection: Selection;
    }
  | {
      readonly do: 'answer';
      readonly id: number;
      /** `CLOSE` where the bar's cross was used. */
      readonly button: DialogButton;
      readonly text: string;
      readonly granted: readonly string[];
    }
  | {
      /** Typed or pasted: a block of texts from one corner. */
      readonly do: 'type';
      readonly tab: string;
      readonly row: number;
      readonly column: number;
      readonly texts: readonly (readonly string[])[];
    }
  | { readonly do: 'insertRows'; readonly tab: string; readonly before: number; readonly count: number }
  | { readonly do: 'deleteRows'; readonly tab: string; readonly from: number; readonly count: number }
  | { readonly do: 'sort'; readonly tab: string; readonly column: number; readonly descending: boolean }
  | { readonly do: 'format'; readonly tab: string; readonly range: string; readonly numberFormat: string }
  | { readonly do: 'locale'; readonly locale: Locale }
  | { readonly do: 'user'; readonly user: string }
  | { readonly do: 'faultPreset'; readonly name: string; readonly on: boolean }
  | { readonly do: 'grant'; readonly scope: string; readonly granted: boolean }
  /** Takes the script's access back, so that it asks again. */
  | { readonly do: 'revoke' }
  | { readonly do: 'latency'; readonly milliseconds: number };

/** Reply to an action. For `run`: the success handler's value, or the failure handler's message. */
export type ActionReply =
  | { readonly ok: true; readonly value?: unknown }
  | { readonly ok: false; readonly name: string; readonly message: string };

/** What a page of HtmlService says to the editor around it; each carries the mark `rollcallFrame`. */
export type FrameMessage =
  | {
      readonly rollcallFrame: 'run';
      readonly id: number;
      readonly name: string;
      readonly args: readonly unknown[];
    }
  | { readonly rollcallFrame: 'close' }
  | { readonly rollcallFrame: 'focus' }
  | { readonly rollcallFrame: 'size'; readonly width?: number; readonly height?: number };

/** The editor's answer to `run`. */
export interface FrameReply {
  readonly rollcallEditor: number;
  readonly reply: ActionReply;
}
