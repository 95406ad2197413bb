/**
 * The open pages of the preview, and the editor window that scripts talk to. A script's alert, sidebar or toast goes to
 * the page that acted last: services do not say for whom they ask.
 */
import type { ServerResponse } from 'node:http';
import type { EditorWindow, Menu } from '../stand-in';
import type { MenuView, PageAction, Question, ServerMessage } from './wire';

type Answer = Extract<PageAction, { do: 'answer' }>;
type Ask = Question extends infer Kind ? (Kind extends Question ? Omit<Kind, 'id'> : never) : never;

/** One page in a browser: its stream of messages, its user, its menus. */
export interface Page {
  readonly id: string;
  user: string;
  menus: readonly MenuView[];
  send(message: ServerMessage): void;
}

/** What the window needs of the server: a place to serve HtmlService's pages from. */
export type ServeFrame = (html: string) => string;

const BUTTONS: Readonly<Record<string, readonly string[]>> = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
};

/** Widths and heights that Google uses where a dialog names none, in pixels. */
const DIALOG_SIZE = { width: 600, height: 400 };

export class Pages {
  private readonly open = new Map<string, Page>();
  private readonly waiting = new Map<number, { page: Page; resolve: (answer: Answer) => void }>();
  private current: Page | null = null;
  private questions = 0;

  constructor(private readonly serveFrame: ServeFrame) {}

  /** Adds a page that listens on this response as a stream of server-sent events until it is closed. */
  add(id: string, user: string, response: ServerResponse): Page {
    const page: Page = {
      id,
      user,
      menus: [],
      send: (message) => response.write(`data: ${JSON.stringify(message)}\n\n`),
    };
    this.open.set(id, page);
    this.current = page;
    response.on('close', () => {
      this.remove(page);
    });
    return page;
  }

  get(id: string): Page | undefined {
    return this.open.get(id);
  }

  all(): readonly Page[] {
    return [...this.open.values()];
  }

  /** Makes this the page that the next script talks to. */
  acts(page: Page): void {
    this.current = page;
  }

  broadcast(message: ServerMessage): void {
    for (const page of this.open.values()) page.send(message);
  }

  answer(answer: Answer): void {
    this.waiting.get(answer.id)?.resolve(answer);
    this.waiting.delete(answer.id);
  }

  /** What scripts see as the open editor. */
  readonly window: EditorWindow = {
    alert: async ({ title, prompt, buttons }) =>
      (await this.ask({ type: 'alert', title, prompt, buttons: buttonsOf(buttons) })).button,
    prompt: async ({ title, prompt, buttons }) => {
      const { button, text } = await this.ask({ type: 'prompt', title, prompt, buttons: buttonsOf(buttons) });
      return { button, text };
    },
    consent: async (scopes) => (await this.ask({ type: 'consent', scopes })).granted,
    toast: (toast) => this.current?.send({ type: 'toast', ...toast }),
    showSidebar: ({ html, title }) =>
      this.current?.send({ type: 'sidebar', title, url: this.serveFrame(html) }),
    showDialog: ({ html, title, width, height }) =>
      this.current?.send({
        type: 'htmlDialog',
        title,
        url: this.serveFrame(html),
        width: width ?? DIALOG_SIZE.width,
        height: height ?? DIALOG_SIZE.height,
      }),
    addMenu: (menu) => {
      const page = this.current;
      if (!page) return;
      // A menu of the same caption replaces the former one.
      page.menus = [...page.menus.filter(({ caption }) => caption !== menu.caption), viewOf(menu)];
      page.send({ type: 'menus', menus: page.menus });
    },
  };

  private ask(question: Ask): Promise<Answer> {
    const page = this.current;
    const id = ++this.questions;
    if (!page) return Promise.resolve(closed(id));
    return new Promise((resolve) => {
      this.waiting.set(id, { page, resolve });
      page.send({ ...question, id });
    });
  }

  private remove(page: Page): void {
    this.open.delete(page.id);
    if (this.current === page) this.current = this.all().at(-1) ?? null;
    for (const [id, { page: asked, resolve }] of this.waiting) {
      if (asked !== page) continue;
      this.waiting.delete(id);
      resolve(closed(id));
    }
  }
}

/** What a script gets when the page it asked is gone: as if the dialog's cross had been clicked. */
function closed(id: number): Answer {
  return { do: 'answer', id, button: 'CLOSE', text: '', granted: [] };
}

function buttonsOf(set: string): readonly string[] {
  return BUTTONS[set] ?? ['OK'];
}

function viewOf(menu: Menu): MenuView {
  return {
    caption: menu.caption,
    items: menu.items.map((item) => ('submenu' in item ? { submenu: viewOf(item.submenu) } : item)),
  };
}
