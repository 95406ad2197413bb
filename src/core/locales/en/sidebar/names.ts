/** A list of names beside a space. No answer in it is sure: the words say “probably”. */
import { grouped } from '../../number';
import { counted } from '../counted';

export const names = {
  offer: 'Are these names?',
  offerText: (columns: readonly string[]) =>
    `Rollcall can look for the names in column${columns.length === 1 ? '' : 's'} ${columns.join(' and ')} among the people of a space. Without addresses no answer is sure.`,
  compare: 'Compare names',
  nothingWritten: 'Nothing is written.',
  /** The name of the space follows. */
  title: (count: number) => `${counted(count, 'name')} and`,
  place: (tab: string, range: string) => `“${tab}”, ${range}`,
  shared: 'Names can be shared by two people',
  sharedText: 'Without addresses no answer is sure. Look through the list, or select a column of addresses.',
  probably: 'Probably in space',
  several: 'Several with this name',
  nobody: 'Nobody of this name found',
  news: (names: number, probably: number, several: number, nobody: number) =>
    `${counted(names, 'name')}: ${grouped(probably)} probably in the space, ${grouped(several)} shared by several, ${grouped(nobody)} not found.`,
  who: 'Who is probably meant',
  row: (row: number) => `row ${row}`,
  line: (row: number, name: string, label: string, candidates: readonly string[]) =>
    `Row ${row}: ${name}. ${label}${candidates.length === 0 ? '' : `: ${candidates.join(', ')}`}`,
  otherColumn: 'Other column',
};
