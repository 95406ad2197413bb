/** What clasp keeps about a script: its ids, in a file that git ignores. The tracked `.clasp.json` names the folder alone. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export const TARGETS = ['bound', 'add-on'] as const;
export type TargetId = (typeof TARGETS)[number];

const FOLDERS: Readonly<Record<TargetId, string>> = { bound: 'dist', 'add-on': 'dist-add-on' };

export interface ClaspSettings {
  readonly rootDir: string;
  readonly scriptId?: string;
  /** Id of the spreadsheet that the script is bound to. */
  readonly parentId?: string;
  /** Set while the script is being created: still there afterwards, it was cut off. */
  readonly creating?: true;
}

const TRACKED = '.clasp.json';

/** The file that clasp is given with `-P`. */
export function settingsFile(target: TargetId): string {
  return `.clasp.${target}.json`;
}

export function folderOf(target: TargetId): string {
  return FOLDERS[target];
}

export function readSettings(target: TargetId): ClaspSettings {
  const file = settingsFile(target);
  const read = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<ClaspSettings>) : {};
  return { ...read, rootDir: FOLDERS[target] };
}

export function writeSettings(target: TargetId, settings: ClaspSettings): void {
  writeFileSync(settingsFile(target), `${JSON.stringify(settings, null, 2)}\n`);
}

/**
 * Version 0.1.0 kept the ids in the tracked file: they move into the one of the bound script. Returns whether they did. Throws
 * where the tracked file is missing, since deploy then runs in another folder.
 */
export function moveOldIds(): boolean {
  const { scriptId, parentId } = JSON.parse(readFileSync(TRACKED, 'utf8')) as Partial<ClaspSettings>;
  if (scriptId === undefined) return false;
  if (readSettings('bound').scriptId === undefined) {
    writeSettings('bound', {
      rootDir: FOLDERS.bound,
      scriptId,
      ...(parentId === undefined ? {} : { parentId }),
    });
  }
  writeFileSync(TRACKED, `{ "rootDir": "${FOLDERS.bound}" }\n`);
  return true;
}
