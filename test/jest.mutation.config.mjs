/** The tests of the folders that mirror what is mutated (`test/mutate.mjs`): nothing is built before them. */
import base from './jest.config.mjs';

const { globalSetup: _, ...project } = base;
const folders = (process.env.MUTATION_TESTS ?? 'test/core').split(',');

export default {
  ...project,
  roots: ['<rootDir>/test/core', '<rootDir>/src/core'],
  testMatch: folders.map((folder) => `<rootDir>/${folder}/*.test.ts`),
};
