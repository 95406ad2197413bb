/** One page in a browser, as the editor window of the scripts that it starts. */
import type { EditorWindow, Menu } from '../emulator';
import type { MenuView, PageAction, Question, ServerMessage } from './wire';

type Answer = Extract<PageAction, { do: 'answer' }>;
type Ask = Question extends infer Kind ? (Kind extends Question ? Omit<Kind, 'id'> : never) : never;

/** What a page needs of the server around it. */
export interface PageSurroundings {
  send(message: ServerMessage): void;
  /** A place to serve a page of HtmlService from: its address. */
  serveFrame(html: string): string;
  /** Scopes, in full, that the consent screen shows without a tick. */
  unticked(): readonly string[];
}

const BUTTONS: Readonly<Record<string, readonly string[]>> = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
};
/** Width and height of a dialog that names none, in pixels. */
const DIALOG_SIZE = { width: 600, height: 400 };
/** The button of a dialog that was closed by its cross, or whose page is gone. */
const CLOSE = 'CLOSE';

export class OpenPage implements EditorWindow {
  private menus: readonly MenuView[] = [];
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private questions = 0;
  private gone = false;

  /** @param user `users/…` of the person who looks at it. */
  constructor(
    readonly id: string,
    public user: string,
    private readonly surroundings: PageSurroundings,
  ) {}

  send(message: ServerMessage): void {
    this.surroundings.send(message);
  }

  /** Takes the script's menus away, before the spreadsheet is opened anew. */
  clearMenus(): void {
    this.showMenus([]);
  }

  answer(answer: Answer): void {
    this.waiting.get(answer.id)?.(answer);
    this.waiting.delete(answer.id);
  }

  /** The page is closed: what still waits for an answer gets that of a closed dialog. */
  leave(): void {
    this.gone = true;
    for (const [id, resolve] of this.waiting) resolve(closed(id));
    this.waiting.clear();
  }

  async alert({ title, prompt, buttons }: Parameters<EditorWindow['alert']>[0]): Promise<string> {
    return (await this.ask({ type: 'alert', title, prompt, buttons: buttonsOf(buttons) })).button;
  }

  async prompt({ title, prompt, buttons }: Parameters<EditorWindow['prompt']>[0]) {
    const { button, text } = await this.ask({ type: 'prompt', title, prompt, buttons: buttonsOf(buttons) });
    return { button, text };
  }

  async consent(scopes: readonly string[]): Promise<readonly string[] | null> {
    const { button, granted } = await this.ask({
      type: 'consent',
      scopes,
      unticked: this.surroundings.unticked(),
    });
    return button === CLOSE ? null : granted;
  }

  toast(toast: Parameters<EditorWindow['toast']>[0]): void {
    this.send({ type: 'toast', ...toast });
  }

  showSidebar({ html, title }: Parameters<EditorWindow['showSidebar']>[0]): void {
    this.send({ type: 'sidebar', title, url: this.surroundings.serveFrame(html) });
  }

  showDialog({ html, title, ...size }: Parameters<EditorWindow['showDialog']>[0]): void {
    const url = this.surroundings.serveFrame(html);
    this.send({ type: 'htmlDialog', title, url, ...DIALOG_SIZE, ...size });
  }

  /** A menu of the same caption replaces the former one. */
  addMenu(menu: Menu): void {
    this.showMenus([...this.menus.filter(({ caption }) => caption !== menu.caption), viewOf(menu)]);
  }

  private showMenus(menus: readonly MenuView[]): void {
    this.menus = menus;
    this.send({ type: 'menus', menus });
  }

  private ask(question: Ask): Promise<Answer> {
    const id = ++this.questions;
    if (this.gone) return Promise.resolve(closed(id));
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.send({ ...question, id });
    });
  }
}

function closed(id: number): Answer {
  return { do: 'answer', id, button: CLOSE, text: '', granted: [] };
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
