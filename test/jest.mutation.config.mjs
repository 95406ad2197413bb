/** The tests of the folders that mirror what is mutated (`test/mutate.mjs`): nothing is built before them, and no browser is kept. */
import base from './jest.config.mjs';

const { globalSetup: _, globalTeardown: __, ...project } = base;
process.env.TZ = 'UTC';
const folders = (process.env.MUTATION_TESTS ?? 'test/core').split(',');

export default {
  ...project,
  roots: ['<rootDir>/test/core', '<rootDir>/src/core'],
  testMatch: folders.map((folder) => `<rootDir>/${folder}/*.test.ts`),
};
