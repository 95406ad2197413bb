/**
 * Google's messages about spreadsheets, in the running user's language. All English ones: field reports. Japanese ones
 * where a report or a log has them, with its strength; where none has, a Japanese user gets the English text here.
 */
import { wordsIn, type Wording, type WordingValues } from '../wording';

const MESSAGES = {
  rangeNotFound: { en: 'Range not found' },
  rowTooSmall: { en: 'The starting row of the range is too small.' },
  columnTooSmall: { en: 'The starting column of the range is too small.' },
  noRows: { en: 'The number of rows in the range must be at least 1.' },
  noColumns: { en: 'The number of columns in the range must be at least 1.' },
  // Japanese: only in test doubles of three projects.
  outsideGrid: {
    en: 'The coordinates of the range are outside the dimensions of the sheet.',
    ja: '範囲の座標がシートの範囲外です。',
  },
  // Japanese: the first sentence is certain, the numbers are a guess.
  rowsDiffer: {
    en: 'The number of rows in the data does not match the number of rows in the range. The data has {given} but the range has {wanted}.',
    ja: 'データの行数が範囲の行数と一致しません。データは {given} 行ですが、範囲は {wanted} 行です。',
  },
  // Japanese: by analogy.
  columnsDiffer: {
    en: 'The number of columns in the data does not match the number of columns in the range. The data has {given} but the range has {wanted}.',
    ja: 'データの列数が範囲の列数と一致しません。データは {given} 列ですが、範囲は {wanted} 列です。',
  },
  sheetNotFound: { en: 'Sheet {id} not found' },
  // Japanese: one comment in public code.
  textTooLong: {
    en: 'Your input contains more than the maximum of {most} characters in a single cell.',
    ja: '入力内容が 1 つのセルに最大 {most} 文字の制限を超えています',
  },
  nameTaken: {
    en: 'A sheet with the name "{name}" already exists. Please enter another name.',
    ja: 'シート名「{name}」はすでに存在しています。別の名前を入力してください。',
  },
  lastSheet: { en: "You can't remove all the sheets in a document." },
  noActiveSheet: { en: 'Please select an active sheet first.' },
  allRowsDeleted: { en: 'Sorry, it is not possible to delete all non-frozen rows.' },
  allColumnsDeleted: { en: 'Sorry, it is not possible to delete all non-frozen columns.' },
  allRowsFrozen: { en: "You can't freeze all visible rows on the sheet." },
  rowsOutOfBounds: { en: 'Those rows are out of bounds.' },
  columnsOutOfBounds: { en: 'Those columns are out of bounds.' },
  tooManyCells: {
    en: 'This action would increase the number of cells in the workbook above the limit of {limit} cells.',
  },
  protected: {
    en: 'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    ja: '保護されているセルやオブジェクトを編集しようとしています。編集する必要がある場合は、スプレッドシートのオーナーに連絡して保護を解除してもらってください。',
  },
  invalid: {
    en: 'The data you entered in cell {cell} violates the data validation rules set on this cell.',
    ja: 'セル {cell} に入力したデータは、このセルで設定しているデータの入力規則に違反しています',
  },
  typedColumn: { en: "You can't set the number format of cells in a typed column." },
  filterExists: { en: "You can't create a filter in a sheet that already has a filter." },
  filterOverTable: { en: 'You cannot create a filter that intersects a table.' },
  ruleWithoutRanges: { en: 'Ranges must have at least one range.' },
  ruleOfOtherSheet: {
    en: 'Conditional format rule cannot reference a different sheet.',
    ja: '条件付き書式ルールで別のシートを参照することはできません。',
  },
  metadataNotWhole: {
    en: 'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
  },
} as const satisfies Readonly<Record<string, Wording>>;

export type MessageKey = keyof typeof MESSAGES;

/** One message in the language of a locale. */
export function messageIn(locale: string, key: MessageKey, values: WordingValues = {}): string {
  return wordsIn(locale, MESSAGES[key], values);
}
