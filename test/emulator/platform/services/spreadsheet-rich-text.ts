/** Rich text: a text with links, and its builder. Styles of parts are carried along unseen. */
import type { RichText, RunRef } from '../spreadsheet/wire';
import { enumOf, sealed, signatureError } from './inside';
import { requireNumbers, textFor, type Offers } from './spreadsheet-wire';

type GoogleValue = GoogleAppsScript.Spreadsheet.RichTextValue;
type GoogleBuilder = GoogleAppsScript.Spreadsheet.RichTextValueBuilder;

export const WrapStrategy = enumOf('WRAP', 'OVERFLOW', 'CLIP');

const TEXTS = new WeakMap<object, RichText>();

/** Makes a RichTextValue. */
export function richTextOf(data: RichText): Offers<GoogleValue, 'getLinkUrl' | 'getRuns' | 'getText'> {
  const { text, runs } = typeof data === 'string' ? { text: data, runs: [] } : data;
  const value = sealed('SpreadsheetApp.RichTextValue', {
    toString: () => 'RichTextValue',
    getText: () => text,
    /** Of the whole text, or from one offset up to another; null unless one link covers it all. [doc; partly linked: weak] */
    getLinkUrl: (...args: readonly unknown[]): string | null => {
      const [start = 0, end = text.length] = args;
      requireNumbers('SpreadsheetApp.RichTextValue.getLinkUrl', [start, end]);
      const links = new Set(
        segments(text, runs, [start as number, end as number])
          .filter((one) => one.start >= (start as number) && one.end <= (end as number))
          .map(({ link }) => link ?? null),
      );
      return links.size === 1 ? ([...links][0] ?? null) : null;
    },
    /** Parts without a look of their own are runs too. [tested live by gas-fakes] */
    getRuns: () =>
      segments(text, runs).map(({ start, end, ...look }) => {
        const part = text.slice(start, end);
        const isPlain = Object.keys(look).length === 0;
        return richTextOf(isPlain ? part : { text: part, runs: [{ start: 0, end: part.length, ...look }] });
      }),
  });
  TEXTS.set(value, data);
  return value;
}

/** A RichTextValue as it travels, or the signature message. */
export function richTextInput(member: string): (value: unknown) => RichText {
  return (value) => {
    const data = TEXTS.get(Object(value) as object);
    if (data === undefined) throw signatureError(member, [value]);
    return data;
  };
}

/** SpreadsheetApp.newRichTextValue(). */
export function newRichTextValue(): Offers<GoogleBuilder, 'build' | 'setLinkUrl' | 'setText'> {
  const member = 'SpreadsheetApp.RichTextValueBuilder';
  let text = '';
  let runs: readonly RunRef[] = [];
  const builder = sealed('SpreadsheetApp.RichTextValueBuilder', {
    toString: () => 'RichTextValueBuilder',
    setText: (wanted: unknown) => {
      text = textFor(`${member}.setText`)(wanted);
      runs = [];
      return builder;
    },
    /** `(url)` or `(start, end, url)`; null takes the link away. */
    setLinkUrl: (...args: readonly unknown[]) => {
      const [start, end, url] = args.length === 1 ? [0, text.length, args[0]] : args;
      if (url !== null && typeof url !== 'string') throw signatureError(`${member}.setLinkUrl`, args);
      requireNumbers(`${member}.setLinkUrl`, [start, end]);
      runs = linked(text, runs, start as number, end as number, url);
      return builder;
    },
    build: () => richTextOf(runs.length === 0 ? text : { text, runs }),
  });
  return builder;
}

/** The text cut wherever its look changes, and at the further offsets. */
function segments(text: string, runs: readonly RunRef[], cuts: readonly number[] = []): RunRef[] {
  const ends = [0, text.length, ...cuts, ...runs.flatMap(({ start, end }) => [start, end])];
  const points = [...new Set(ends)].sort((a, b) => a - b);
  const parts = points.slice(1).map((end, index) => {
    const start = points[index] ?? 0;
    const run = runs.find((one) => one.start <= start && end <= one.end);
    return { ...run, start, end };
  });
  return text === '' ? [{ start: 0, end: 0 }] : parts;
}

function linked(
  text: string,
  runs: readonly RunRef[],
  start: number,
  end: number,
  url: string | null,
): readonly RunRef[] {
  return segments(text, runs, [start, end])
    .map(({ link, ...part }): RunRef => {
      const isInside = part.start >= start && part.end <= end;
      const now = isInside ? url : (link ?? null);
      return now === null ? part : { ...part, link: now };
    })
    .filter(({ link, style }) => link !== undefined || style !== undefined);
}
