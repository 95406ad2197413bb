/**
 * The feature tests once more, with everything that nobody could establish about Google answered differently: `ASSUMED_ANSWERS` is
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

export default {
  rootDir,
  globalSetup,
  globalTeardown,
  maxWorkers,
  testTimeout,
  projects: [features(1, 'second answers'), features(2, 'third answers')],
};
