/** One page in a browser, as the editor window of the scripts that it starts. */
import type { EditorWindow, Menu } from '../emulator';
import { BUTTON_SETS, type DialogButton, type DialogRequest } from '../platform/dialogs';
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

/** Width and height of a dialog that names none, in pixels. */
const DIALOG_SIZE = { width: 600, height: 400 };
/** A question that a script waits for. */
interface Asked {
  readonly buttons: readonly DialogButton[];
  readonly resolve: (answer: Answer) => void;
}

export class OpenPage implements EditorWindow {
  private menus: readonly MenuView[] = [];
  private readonly waiting = new Map<number, Asked>();
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

  /** Throws a TypeError for a button that the question does not have. */
  answer(answer: Answer): void {
    const asked = this.waiting.get(answer.id);
    if (!asked) return;
    if (answer.button !== 'CLOSE' && !asked.buttons.includes(answer.button)) {
      throw new TypeError(`button: the question has no ${answer.button}, only ${asked.buttons.join(', ')}`);
    }
    this.waiting.delete(answer.id);
    asked.resolve(answer);
  }

  /** The page is closed: what still waits for an answer gets that of a closed dialog. */
  leave(): void {
    this.gone = true;
    for (const [id, { resolve }] of this.waiting) resolve(closed(id));
    this.waiting.clear();
  }

  async alert({ buttons, ...texts }: DialogRequest): Promise<DialogButton> {
    return (await this.ask({ type: 'alert', ...texts, buttons: BUTTON_SETS[buttons] })).button;
  }

  async prompt({ buttons, ...texts }: DialogRequest) {
    const { button, text } = await this.ask({ type: 'prompt', ...texts, buttons: BUTTON_SETS[buttons] });
    return { button, text };
  }

  async consent(scopes: readonly string[]): Promise<readonly string[] | null> {
    const { button, granted } = await this.ask({
      type: 'consent',
      scopes,
      unticked: this.surroundings.unticked(),
    });
    return button === 'CLOSE' ? null : granted;
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
    this.showMenus([
      ...this.menus.filter(({ caption, place }) => caption !== menu.caption || place !== menu.place),
      viewOf(menu),
    ]);
  }

  private showMenus(menus: readonly MenuView[]): void {
    this.menus = menus;
    this.send({ type: 'menus', menus });
  }

  private ask(question: Ask): Promise<Answer> {
    const id = ++this.questions;
    if (this.gone) return Promise.resolve(closed(id));
    return new Promise((resolve) => {
      const buttons = question.type === 'consent' ? (['OK'] as const) : question.buttons;
      this.waiting.set(id, { buttons, resolve });
      this.send({ ...question, id });
    });
  }
}

function closed(id: number): Answer {
  return { do: 'answer', id, button: 'CLOSE', text: '', granted: [] };
}

function viewOf(menu: Menu): MenuView {
  return {
    caption: menu.caption,
    ...(menu.place === undefined ? {} : { place: menu.place }),
    items: menu.items.map((item) => ('submenu' in item ? { submenu: viewOf(item.submenu) } : item)),
  };
}
