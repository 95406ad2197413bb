/** How many clicks and pastes the built add-on takes in the preview: what the person's mouse and clipboard really do is counted. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import path from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { pageCatalogueFor } from '../../../src/core/locales/page-catalogue';
import { fillRows, peopleIn } from '../../features/rows.testing';
import { inventedWorkspace, SPACES } from '../workspace/invented';
import {
  allow,
  choose,
  openBrowser,
  openPreview,
  type PreviewTestOptions,
  type TestBrowser,
  type TestPreview,
} from './preview.testing';

const { menu, sidebar: WORDS } = pageCatalogueFor('en');
const LINK = `https://chat.google.com/room/${SPACES.launch.slice('spaces/'.length)}?cls=11`;

interface Counts {
  clicks: number;
  pastes: number;
}

let browser: TestBrowser;
let preview: TestPreview;
let page: Page;
let counts: Counts;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  await browser.closePages();
  await preview.close();
});

/** Opens the add-on in the preview for somebody who has granted its permissions: as on Google, that is asked once and takes clicks of its own. */
async function open(options: PreviewTestOptions): Promise<FrameLocator> {
  preview = await openPreview({ project: path.join(process.cwd(), 'dist'), ...options });
  allow(preview);
  page = await browser.open(preview.url);
  await page.getByRole('menuitem', { name: menu.name }).waitFor();
  counts = await countActions(page);
  return page.frameLocator('.sidebar iframe');
}

/** Counts in the page and in every frame that it loads from now on. */
async function countActions(of: Page): Promise<Counts> {
  const counted: Counts = { clicks: 0, pastes: 0 };
  await of.exposeFunction('countAction', (action: keyof Counts) => {
    counted[action]++;
  });
  const listen = (): void => {
    const { countAction } = window as unknown as { countAction: (action: string) => void };
    // Of the mouse: the Enter key makes a click event as well, without a count.
    const onClick = ({ isTrusted, detail }: MouseEvent): void => {
      if (isTrusted && detail > 0) countAction('clicks');
    };
    window.addEventListener('click', onClick, true);
    window.addEventListener(
      'paste',
      ({ isTrusted }) => {
        if (isTrusted) countAction('pastes');
      },
      true,
    );
  };
  await of.addInitScript(listen);
  await of.evaluate(listen);
  return counted;
}

describe('the first answer from an empty preview takes 3 clicks, 1 paste and the Enter key', () => {
  test.each([
    ['who is in a space', WORDS.home.space, LINK, WORDS.roster.people(11)],
    ['where somebody is', WORDS.home.member, 'hana.sato@orchard.example', WORDS.where.in(3, 4)],
  ])('%s', async (_, field, text, answer) => {
    const sidebar = await open({ workspace: inventedWorkspace() });
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await choose(page, menu.name, menu.showSidebar);
    const input = sidebar.getByLabel(field, { exact: true });
    await input.click();
    await page.keyboard.press('ControlOrMeta+V');
    await page.keyboard.press('Enter');
    await sidebar.getByText(answer, { exact: true }).first().waitFor();
    expect(counts).toEqual({ clicks: 3, pastes: 1 });
  });
});

test('40 selected rows take 3 clicks, those in the menu included', async () => {
  const { workspace, rows } = peopleIn(2, 20);
  const sidebar = await open({
    workspace,
    prepare: (emulator) => {
      fillRows(emulator, rows);
    },
  });
  await choose(page, menu.name, menu.lookUpSelectedRows);
  await sidebar.getByRole('button', { name: WORDS.rows.start(40) }).click();
  await sidebar.getByRole('heading', { name: WORDS.job.kinds.lookUp.done(40, null) }).waitFor();
  expect(counts).toEqual({ clicks: 3, pastes: 0 });
});
