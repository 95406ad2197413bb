/**
 * Before all tests: builds what a user would run, and keeps one browser for every file that asks for it. Time zone is fixed so that
 * no result depends on the machine.
 */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';

export default async function setup() {
  process.env.TZ = 'UTC';
  if (process.env.ROLLCALL_BUILT !== 'yes') {
    execFileSync(process.execPath, ['build.mjs', '--emulator'], { stdio: 'inherit' });
  }
  await keepBrowser();
}

/** Serves the address of the browser on loopback; the first request starts it. */
async function keepBrowser() {
  let launched;
  const launch = async () => {
    const { launchBrowser } = await import('../.emulator/browser.mjs');
    return await launchBrowser();
  };
  const keeper = createServer(async (_, response) => {
    try {
      launched ??= launch();
      response.end((await launched).wsEndpoint());
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await once(keeper.listen(0, '127.0.0.1'), 'listening');
  process.env.ROLLCALL_BROWSER_KEEPER = `http://127.0.0.1:${keeper.address().port}/`;
  globalThis.closeRollcallBrowser = async () => {
    keeper.close();
    keeper.closeAllConnections();
    // One that did not start has nothing to close.
    await (await launched?.catch(() => undefined))?.close();
  };
}
