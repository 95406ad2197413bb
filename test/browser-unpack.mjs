/**
 * Unpacks the npm browser into the folder named by the first argument, as `TMPDIR` of this process: @sparticuz/chromium
 * takes any file called `chromium` in the temporary folder, so it gets a private one. Run as a child process, because the
 * settings must stand before the package is imported.
 */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const target = process.argv[2];
const workshop = `${target}.${process.pid}`;
await mkdir(workshop, { recursive: true });
process.env.TMPDIR = workshop;
// Makes the package unpack its own NSS, NSPR and expat, which a bare machine lacks.
process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
const { default: chromium } = await import('@sparticuz/chromium');
chromium.setGraphicsMode = false;
await chromium.executablePath();

const japanese = path.resolve('node_modules/@expo-google-fonts/biz-udpgothic');
await writeFile(
  path.join(workshop, 'fonts.conf'),
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(target, 'fonts/fonts')}</dir>
  <dir>${japanese}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${path.join(target, 'font-cache')}</cachedir>
</fontconfig>
`,
);
try {
  await rename(workshop, target);
} catch (error) {
  // Somebody else, unpacking at the same time, was first: theirs is as good.
  await rm(workshop, { recursive: true, force: true });
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
}
