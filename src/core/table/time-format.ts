/** How a spreadsheet's locale writes dates with times, as number formats of Sheets. */
import { TIME_FORMAT } from './column-set';

/** By locale or by language; any other gets the ISO form. */
const FORMATS: Readonly<Record<string, string>> = {
  en_US: 'm/d/yyyy h:mm',
  en_CA: 'yyyy-mm-dd h:mm',
  en: 'dd/mm/yyyy hh:mm',
  ja: 'yyyy/mm/dd hh:mm',
  zh: 'yyyy/mm/dd hh:mm',
  de: 'dd.mm.yyyy hh:mm',
  da: 'dd.mm.yyyy hh:mm',
  fi: 'dd.mm.yyyy hh:mm',
  nb: 'dd.mm.yyyy hh:mm',
  cs: 'dd.mm.yyyy hh:mm',
  pl: 'dd.mm.yyyy hh:mm',
  ru: 'dd.mm.yyyy hh:mm',
  tr: 'dd.mm.yyyy hh:mm',
  uk: 'dd.mm.yyyy hh:mm',
  es: 'dd/mm/yyyy hh:mm',
  fr: 'dd/mm/yyyy hh:mm',
  id: 'dd/mm/yyyy hh:mm',
  it: 'dd/mm/yyyy hh:mm',
  nl: 'dd-mm-yyyy hh:mm',
  pt: 'dd/mm/yyyy hh:mm',
  th: 'dd/mm/yyyy hh:mm',
  vi: 'dd/mm/yyyy hh:mm',
};

/** The number format for a locale such as `ja_JP`, as a spreadsheet names its own. */
export function timeFormatOf(locale: string): string {
  const [language = ''] = locale.split(/[_-]/);
  return FORMATS[locale.replace('-', '_')] ?? FORMATS[language] ?? TIME_FORMAT;
}
