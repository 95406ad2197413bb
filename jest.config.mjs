/** Tests are ES modules; an own transform of a few lines keeps TypeScript's version free (types are checked by `npm run types`). */
const project = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': '<rootDir>/test/transform.mjs' },
};

/**
 * The features once more, with all that nobody could establish about Google the other way round: `answer` is the number of
 * the answer in `test/emulator/scenario/unknowns.ts`. Without what takes minutes, and without what tries each answer by itself.
 */
function features(answer, displayName) {
  return {
    ...project,
    displayName,
    roots: ['<rootDir>/test/features'],
    testPathIgnorePatterns: ['rows-crash', 'rows-size', 'unknowns'],
    globals: { GOOGLE_ANSWERS: answer },
  };
}

export default {
  projects: [project, features(1, 'Google otherwise'), features(2, 'Google yet otherwise')],
  globalSetup: '<rootDir>/test/setup.mjs',
  // Jest would leave one of two cores idle.
  maxWorkers: 2,
  testTimeout: 60_000,
};
