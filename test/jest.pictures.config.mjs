/**
 * `npm run pictures`: writes pictures of the sidebar, every view in both languages, into docs/pictures/; elsewhere with
 * `PICTURES=DIR`. Jest keeps the browser for it, and a view that cannot be reached fails.
 */
import base from './jest.config.mjs';

export default {
  ...base,
  maxWorkers: 1,
  testMatch: ['<rootDir>/test/sidebar/pictures.ts', '<rootDir>/test/sidebar/readme-pictures.ts'],
};
