/** Which file of the repository imports which: values and types alike, read from the sources themselves. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** File -> the files that it imports; paths from the repository's root, with forward slashes. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

const SOURCE = /\.(?:tsx?|mjs)$/;

/** Reads every source below these folders. Throws for an import of a file that is not there. */
export function importGraph(...folders: readonly string[]): ImportGraph {
  return new Map(
    folders.flatMap(filesBelow).map((file) => [file, importsOf(file, readFileSync(file, 'utf8'))]),
  );
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.replaceAll('\\', '/')))
    .filter((file) => SOURCE.test(file))
    .sort();
}

/** The files that a text imports as `file`; packages and modules of Node are left out. */
export function importsOf(file: string, text: string): string[] {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  const relative = importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith('.'));
  return [...new Set(relative.map((name) => resolved(file, name)))];
}

function resolved(from: string, name: string): string {
  const target = path.posix.join(path.posix.dirname(from), name);
  const candidates = [target, `${target}.ts`, `${target}.tsx`, `${target}.d.ts`];
  const found = candidates.find((file) => SOURCE.test(file) && existsSync(file));
  if (found === undefined) throw new Error(`${from} imports ${name}, which is not there.`);
  return found;
}

/** Circles of imports: for each group of files that reach one another, one shortest way round, such as `a -> b -> a`. */
export function circlesIn(graph: ImportGraph): string[] {
  const found: string[] = [];
  const inCircle = new Set<string>();
  for (const start of graph.keys()) {
    if (inCircle.has(start)) continue;
    const way = wayBack(graph, start);
    if (way === null) continue;
    for (const file of way) inCircle.add(file);
    found.push(way.join(' -> '));
  }
  return found;
}

/** The shortest way from a file back to itself; null where there is none. */
function wayBack(graph: ImportGraph, start: string): readonly string[] | null {
  const ways: (readonly [string, ...string[]])[] = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of graph.get(way.at(-1)!) ?? []) {
      if (next === start) return [...way, start];
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return null;
}
