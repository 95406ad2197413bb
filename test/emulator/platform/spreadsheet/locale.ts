/** What a spreadsheet's locale decides: how typed numbers and dates are read, and their default formats. One table. */

export interface SheetLocale {
  /** BCP 47. */
  readonly tag: string;
  readonly decimal: string;
  readonly group: string;
  /** Order of day, month and year in dates written with separators. */
  readonly order: 'mdy' | 'dmy' | 'ymd';
  readonly separators: string;
  readonly currency: string;
  /** Formats of a typed full date, and of a typed month and day. */
  readonly date: string;
  readonly monthDay: string;
}

const LOCALES: Readonly<Record<string, SheetLocale>> = {
  en_US: {
    tag: 'en-US',
    decimal: '.',
    group: ',',
    order: 'mdy',
    separators: '/-',
    currency: '$',
    date: 'm/d/yyyy',
    monthDay: 'm/d',
  },
  en_GB: {
    tag: 'en-GB',
    decimal: '.',
    group: ',',
    order: 'dmy',
    separators: '/-',
    currency: '£',
    date: 'dd/mm/yyyy',
    monthDay: 'dd/mm',
  },
  ja_JP: {
    tag: 'ja-JP',
    decimal: '.',
    group: ',',
    order: 'ymd',
    separators: '/-',
    currency: '¥',
    date: 'yyyy/mm/dd',
    monthDay: 'm/d',
  },
  de_DE: {
    tag: 'de-DE',
    decimal: ',',
    group: '.',
    order: 'dmy',
    separators: './-',
    currency: '€',
    date: 'dd.mm.yyyy',
    monthDay: 'dd.mm',
  },
};

/** Finds a spreadsheet locale such as `ja_JP` or `ja`; one that the emulator does not know throws. */
export function sheetLocale(name: string): SheetLocale {
  const exact = LOCALES[name];
  if (exact) return exact;
  const alike = Object.keys(LOCALES).find((one) => one.startsWith(`${name}_`));
  const found = alike === undefined ? undefined : LOCALES[alike];
  if (!found) {
    const known = Object.keys(LOCALES).join(', ');
    throw new Error(`The emulator knows no spreadsheet locale "${name}". It knows ${known}.`);
  }
  return found;
}
