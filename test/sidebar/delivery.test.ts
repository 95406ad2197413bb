/** The sidebar as Google delivers it: its text is written into an inner sandboxed frame, which has no address of its own. */
import { afterAll, afterEach, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { closeAll, closeSidebars, openSidebar, WORDS } from './session.testing';

afterEach(closeSidebars);
afterAll(closeAll);

/** Serves a frame that writes the page into an inner one, and hands messages on between that and the editor. */
async function writeInside(page: Page): Promise<void> {
  await page.route('**/*', async (route) => {
    const request = route.request();
    if (request.resourceType() !== 'document' || request.frame() === page.mainFrame()) {
      await route.fallback();
      return;
    }
    const response = await route.fetch();
    const editor = new URL(page.url()).origin;
    const { origin } = new URL(request.url());
    // The inner page's parent is this frame.
    const html = JSON.stringify((await response.text()).replaceAll(editor, origin)).replaceAll(
      '<',
      '\\u003c',
    );
    await route.fulfill({
      response,
      body: `<!doctype html><html lang="en"><title>Outer</title><div id="root"><iframe id="inner" title="Inner" sandbox="allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox"></iframe></div><script>
        const inner = document.getElementById('inner');
        addEventListener('message', ({ source, data }) => {
          if (source === parent) inner.contentWindow.postMessage(data, '${origin}');
          else if (source === inner.contentWindow) parent.postMessage(data, '${editor}');
        });
        inner.contentDocument.open();
        inner.contentDocument.write(${html});
        inner.contentDocument.close();
      </script>`,
    });
  });
}

test('the page works where it is written into an inner sandboxed frame', async () => {
  const sidebar = await openSidebar({}, { prepare: ({ page }) => writeInside(page) });
  const inner = sidebar.frame.frameLocator('#inner');
  await inner.getByRole('tab', { name: WORDS.en.page.views.ask }).waitFor();
  await inner.getByRole('button', { name: WORDS.en.home.submit.spaces, exact: true }).click();
  await inner.getByRole('button', { name: WORDS.en.spaces.write(4), exact: true }).waitFor();
  expect(sidebar.calls).toEqual(expect.arrayContaining(['sidebarStart', 'sidebarSpaces']));
  expect(sidebar.errors).toEqual([]);
});
