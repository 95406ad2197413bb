/** `--book`: a spreadsheet that is kept in a file. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readSavedBook, type SavedBook } from '../platform/saved-book';
import { DEFAULT_SCENARIO, type Scenario } from '../scenario/scenario';
import { typedPath, UsageError } from './options';

export interface BookFile {
  readonly file: string;
  /** The file's base name: that of a spreadsheet which is made. */
  readonly name: string;
  /** Null: there is no such file yet. */
  readonly saved: SavedBook | null;
}

/**
 * Reads the file; null where the option was not given. A scenario that names another locale or time zone than the default
 * one sets it for the spreadsheet. Throws an error that names the file and what is wrong with it.
 */
export function readBookFile(typed: string | undefined, scenario: Scenario): BookFile | null {
  if (typed === undefined) return null;
  const file = typedPath(typed);
  const name = path.basename(file, path.extname(file));
  if (!existsSync(path.dirname(file))) throw new UsageError(`--book ${typed}: there is no such folder.`);
  if (!existsSync(file)) return { file, name, saved: null };
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`--book ${typed}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const saved = readSavedBook(json, `--book ${typed}`);
  const { spreadsheetLocale, timeZone } = scenario;
  return {
    file,
    name,
    saved: {
      ...saved,
      locale: spreadsheetLocale === DEFAULT_SCENARIO.spreadsheetLocale ? saved.locale : spreadsheetLocale,
      timeZone: timeZone === DEFAULT_SCENARIO.timeZone ? saved.timeZone : timeZone,
    },
  };
}

/** Writes the file; one that is there is replaced as a whole. */
export function writeBookFile(file: string, book: SavedBook): void {
  const unfinished = `${file}.part`;
  writeFileSync(unfinished, `${JSON.stringify(book, null, 1)}\n`);
  renameSync(unfinished, file);
}
