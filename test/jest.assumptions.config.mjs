/**
 * What CI runs beside `npm test`: 500 seeds of chaos, every crash point, and the feature tests once more, with everything that nobody could establish about Google answered differently: `ASSUMED_ANSWERS` is
 * the number of the answer in `test/emulator/scenario/assumptions.ts`. Left out: files that take minutes, and the file that tries
 * each answer by itself.
 */
import path from 'node:path';
import base from './jest.config.mjs';

const { globalSetup, globalTeardown, maxWorkers, testTimeout, rootDir, ...project } = base;
/** Jest reads a project's root from the present folder, not from this file's. */
const root = path.join(import.meta.dirname, '..');

function features(answer, displayName) {
  return {
    ...project,
    rootDir: root,
    displayName,
    roots: ['<rootDir>/test/features'],
    testPathIgnorePatterns: ['rows-crash', 'rows-size', 'assumptions'],
    globals: { ASSUMED_ANSWERS: answer },
  };
}

const chaos = {
  ...project,
  rootDir: root,
  displayName: 'chaos',
  roots: ['<rootDir>/test/core/chaos'],
  globals: { CHAOS_SEEDS: 500 },
};

const crashes = {
  ...project,
  rootDir: root,
  displayName: 'every crash point',
  testMatch: ['<rootDir>/test/features/rows-crash*.test.ts'],
  globals: { CRASH_EVERY: 1 },
};

export default {
  rootDir,
  globalSetup,
  globalTeardown,
  maxWorkers,
  testTimeout,
  projects: [features(1, 'second answers'), features(2, 'third answers'), chaos, crashes],
};
