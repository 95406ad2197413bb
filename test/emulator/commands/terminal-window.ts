/** The editor's window of `npm run execute`: prints what a script shows and writes to its log, at once and in order. */
import type { EditorWindow, Menu } from '../emulator';
import { BUTTON_SETS, type DialogButton, type DialogRequest } from '../platform/dialogs';
import { hasScript, pageTexts } from './page-text';
import { terminalText } from './sheet-text';

export interface TerminalWindow extends EditorWindow {
  /** Answers that no question asked for. */
  answersLeft(): readonly string[];
  /** What was wrong with an answer; such a dialog was closed. */
  readonly wrongAnswers: readonly string[];
}

/** Lines of a page that are printed. */
const LINES_SHOWN = 20;

/**
 * @param given Answers to alerts and prompts, in order. An alert takes the name of one of its buttons, in any case. A prompt
 *   takes its text with its first button, or the name of one of its buttons in capitals. Without an answer a dialog is closed.
 */
export function terminalWindow(given: readonly string[]): TerminalWindow {
  const left = [...given];
  const wrongAnswers: string[] = [];

  function buttonFor({ buttons, title, prompt }: DialogRequest, answer: string): DialogButton {
    const button = BUTTON_SETS[buttons].find((name) => name === answer.toUpperCase());
    if (button || answer.toUpperCase() === 'CLOSE') return button ?? 'CLOSE';
    wrongAnswers.push(
      `--answer ${answer}: the alert "${title === '' ? prompt : title}" has no such button, only ${BUTTON_SETS[buttons].join(', ')}.`,
    );
    return 'CLOSE';
  }

  function textFor({ buttons }: DialogRequest, answer: string): { button: DialogButton; text: string } {
    const [first, ...others] = BUTTON_SETS[buttons];
    const button = ([...others, 'CLOSE'] as const).find((name) => name === answer);
    return button ? { button, text: '' } : { button: first, text: answer };
  }

  return {
    wrongAnswers,
    answersLeft: () => left,
    alert: (request) => {
      const answer = left.shift();
      const button = answer === undefined ? 'CLOSE' : buttonFor(request, answer);
      show(`Alert${titleOf(request.title)}`, [request.prompt, answerLine(request, button)]);
      return Promise.resolve(button);
    },
    prompt: (request) => {
      const answer = left.shift();
      const reply = answer === undefined ? { button: 'CLOSE' as const, text: '' } : textFor(request, answer);
      const typed = reply.text === '' ? [] : [`Typed: ${reply.text}`];
      show(`Prompt${titleOf(request.title)}`, [request.prompt, ...typed, answerLine(request, reply.button)]);
      return Promise.resolve(reply);
    },
    toast: ({ title, message }) => {
      show(`Toast${titleOf(title)}`, [message]);
    },
    showSidebar: ({ title, html }) => {
      show(`Sidebar${titleOf(title)}`, pageLines(html));
    },
    showDialog: ({ title, html, width, height }) => {
      const size =
        width === undefined && height === undefined ? '' : ` (${width ?? '?'} x ${height ?? '?'} pixels)`;
      show(`Dialog${titleOf(title)}${size}`, pageLines(html));
    },
    addMenu: (menu) => {
      show(`Menu${titleOf(menu.caption)}`, menuLines(menu));
    },
    log: ({ text }) => {
      console.log(text.split('\n').map(terminalText).join('\n'));
    },
    consent: (scopes) => Promise.resolve(scopes),
  };
}

function titleOf(title: string): string {
  return title === '' ? '' : ` "${title}"`;
}

/** A head and indented lines, in a block of their own. */
function show(head: string, lines: readonly string[]): void {
  const indented = lines.flatMap((line) => line.split('\n')).map((line) => `  ${line}`);
  console.log([head, ...indented].map((line) => terminalText(line).trimEnd()).join('\n'));
}

function answerLine({ buttons }: DialogRequest, button: DialogButton): string {
  const names = BUTTON_SETS[buttons].join(', ');
  return button === 'CLOSE' ? `Closed. Buttons: ${names}` : `Answered with ${button}. Buttons: ${names}`;
}

function menuLines({ items }: Menu): string[] {
  return items.flatMap((item) => {
    if ('separator' in item) return ['---'];
    if ('submenu' in item)
      return [item.submenu.caption, ...menuLines(item.submenu).map((line) => `  ${line}`)];
    return [`${item.caption} -> ${item.functionName}`];
  });
}

/** The page as it arrives, before its scripts run: the emulator has no browser. */
function pageLines(html: string): string[] {
  const texts = pageTexts(html);
  const more = texts.length - LINES_SHOWN;
  const size = `${html.length.toLocaleString('en')} characters of HTML`;
  const script = hasScript(html) ? ', to which its script adds the rest: npm start shows it' : '';
  return [
    `A page of ${size}${script}`,
    ...texts.slice(0, LINES_SHOWN),
    ...(more > 0 ? [`and ${more} more lines`] : []),
  ];
}
