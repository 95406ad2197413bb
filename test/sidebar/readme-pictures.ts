/** The picture of the README in both languages: rows that were looked up. See `npm run pictures`. */
import { afterAll, afterEach, beforeAll, test } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pageCatalogueFor } from '../../src/core/locales/page-catalogue';
import { addProjectList } from '../emulator/workspace/project-list';
import { inventedWorkspace } from '../emulator/workspace/invented';
import {
  openBrowser,
  openPreview,
  type TestBrowser,
  type TestPreview,
} from '../emulator/preview/preview.testing';

const FOLDER = process.env.PICTURES ?? path.join('docs', 'pictures');
/** Small enough to be read at the width of a README. */
const SIZE = { width: 1180, height: 720 };

let browser: TestBrowser;
let preview: TestPreview;

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  await browser.closePages();
  await preview.close();
});

test.each(['en', 'ja'] as const)(
  'the README’s picture: %s',
  async (locale) => {
    const { menu, sidebar } = pageCatalogueFor(locale);
    preview = await openPreview({
      project: path.join(process.cwd(), 'dist'),
      workspace: inventedWorkspace(),
      scenario: { locale },
      prepare: ({ spreadsheet }) => {
        addProjectList(spreadsheet, locale);
      },
    });
    preview.emulator.answerConsent(preview.emulator.scopes());
    const page = await browser.open(preview.url);
    await page.setViewportSize(SIZE);
    await page.getByRole('menuitem', { name: menu.name }).click();
    await page.getByRole('menuitem', { name: menu.lookUpSelectedRows }).click();
    const panel = page.frameLocator('.sidebar iframe');
    await panel.getByRole('button', { name: sidebar.rows.start(13) }).click();
    await panel.getByRole('button', { name: sidebar.job.goToAnswers }).waitFor();
    await page.screenshot({ path: path.join(FOLDER, `rows-${locale}.png`) });
  },
  120_000,
);
