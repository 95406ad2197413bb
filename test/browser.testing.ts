/** The one browser of a test run. It starts when the first test asks for it, see `setup.mjs`. */
import { chromium, type Browser } from 'playwright-core';

/** Connects to the browser that all test files share. The caller closes the connection; the browser goes on. */
export async function connectBrowser(): Promise<Browser> {
  const keeper = process.env.ROLLCALL_BROWSER_KEEPER;
  if (keeper === undefined)
    throw new Error('Run tests with jest and test/jest.config.mjs: it keeps the browser.');
  const response = await fetch(keeper);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return await chromium.connect(text);
}
