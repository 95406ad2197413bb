/** All tests, under the default assumptions. An own transform of a few lines keeps TypeScript's version free (`npm run types` checks types). */
export default {
  rootDir: '..',
  roots: ['<rootDir>/test'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': '<rootDir>/test/transform.mjs' },
  globalSetup: '<rootDir>/test/setup.mjs',
  globalTeardown: '<rootDir>/test/teardown.mjs',
  // Jest would leave one of two cores idle.
  maxWorkers: 2,
  testTimeout: 60_000,
};
