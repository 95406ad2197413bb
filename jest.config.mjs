/** Tests are ES modules; an own transform of a few lines keeps TypeScript's version free (types are checked by `npm run types`). */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': '<rootDir>/test/transform.mjs' },
  globalSetup: '<rootDir>/test/setup.mjs',
  // Jest would leave one of two cores idle.
  maxWorkers: 2,
  testTimeout: 60_000,
};
