/** The conformance cases on the emulator: under the default answers, and with every assumption answered otherwise. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { format, resolveConfig } from 'prettier';
import {
  answersNumbered,
  ASSUMPTIONS,
  settledBy,
  WITHOUT_CASE,
  type Assumption,
} from '../scenario/assumptions';
import { contradictions, readAnswers, type AnswerFile } from './answers';
import { KEPT } from './kept';
import { askOnEmulator, type ConformanceRun } from './run';
import { verifiedPage } from './verified';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
const SWITCHES = Object.keys(ASSUMPTIONS) as Assumption[];
const WITH_CASE = SWITCHES.filter((name) => WITHOUT_CASE[name] === undefined);

interface Asked {
  readonly run: ConformanceRun;
  readonly file: AnswerFile;
}

async function askUnder(assumptions: Readonly<Record<string, string>>): Promise<Asked> {
  const run = await askOnEmulator({
    project: path.resolve('test/emulator/conformance/project'),
    runtime: path.resolve('.emulator'),
    assumptions,
  });
  const cases = run.cases.map(({ id }) => id);
  return { run, file: readAnswers(run.file, { product: version, cases }) };
}

describe('the cases as they stand', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await askUnder(settledBy(KEPT));
  }, 120_000);

  test('are all answered, and ask for nothing that the emulator lacks', () => {
    const { run, file } = asked;
    expect(file.notAsked).toEqual([]);
    expect(run.cases.map(({ id }) => id).sort()).toEqual(Object.keys(file.answers).sort());
    expect(Object.entries(file.answers).filter(([, answer]) => answer.startsWith('threw'))).toEqual([]);
    expect(run.refusals).toEqual([]);
  });

  test('have each a name of its own and ask a question', () => {
    const { cases } = asked.run;
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    for (const { id, asks } of cases) {
      expect(id).toMatch(/^[a-z0-9-]+$/);
      expect(asks).toMatch(/\?$/);
    }
  });

  test('have one for every assumption that a case can settle', () => {
    const ids = asked.run.cases.map(({ id }) => id);
    expect(WITH_CASE.filter((name) => !ids.includes(name))).toEqual([]);
    expect(Object.keys(WITHOUT_CASE).filter((name) => ids.includes(name))).toEqual([]);
  });

  test('are answered on the emulator as Google has answered them', () => {
    const different = contradictions(KEPT, asked.file.answers);
    expect(
      different.map(({ id, google, emulator }) => `${id}: ${google} on Google, ${emulator} here`),
    ).toEqual([]);
  });

  test('are what docs/verified.md says; npm run conformance writes it', async () => {
    const { run, file } = asked;
    const page = verifiedPage({
      ...{ cases: run.cases, answers: file.answers },
      ...{ kept: KEPT, withoutCase: WITHOUT_CASE },
    });
    const options = await resolveConfig('docs/verified.md');
    expect(readFileSync('docs/verified.md', 'utf8')).toBe(
      await format(page, { ...options, parser: 'markdown' }),
    );
  });
});

describe.each([0, 1, 2])('with answer number %i to every assumption', (number) => {
  test('each case finds the answer that the emulator assumes', async () => {
    const assumed = answersNumbered(number);
    const { file } = await askUnder(assumed);
    const found = Object.fromEntries(WITH_CASE.map((name) => [name, file.answers[name]]));
    expect(found).toEqual(Object.fromEntries(WITH_CASE.map((name) => [name, assumed[name]])));
  }, 120_000);
});
