/** `npm run discovery -- FILE...`: refreshes the extract that the emulated APIs are compared with. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { extractOf, type DiscoveryDocument } from '../apis/discovery/extract';
import { METHODS } from '../apis/methods';

const FOLDER = path.join('test', 'emulator', 'apis', 'discovery');
/** API -> its file and the constant in it. */
const FILES: Readonly<Record<string, { readonly file: string; readonly name: string }>> = {
  'chat:v1': { file: 'chat.ts', name: 'CHAT' },
  'cloudidentity:v1': { file: 'cloudidentity.ts', name: 'CLOUD_IDENTITY' },
  'iamcredentials:v1': { file: 'iamcredentials.ts', name: 'IAM_CREDENTIALS' },
};
const USAGE = `Usage: npm run discovery -- FILE...
Each FILE is one of Google's discovery documents (JSON), of ${Object.keys(FILES).join(', ')}.`;

async function refresh(file: string): Promise<string> {
  const typed = path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
  const document = JSON.parse(readFileSync(typed, 'utf8')) as Partial<DiscoveryDocument>;
  const target = FILES[document.id ?? ''];
  if (!target || !document.resources) {
    throw new Error(`${file}: not a discovery document of ${Object.keys(FILES).join(', ')}.`);
  }
  const extract = extractOf(document as DiscoveryDocument, METHODS);
  const text = [
    `/** From Google's discovery document of ${extract.api}, revision ${extract.revision}. Made by npm run discovery: do not edit. */`,
    `import type { DiscoveryExtract } from './extract';`,
    '',
    `export const ${target.name}: DiscoveryExtract = ${JSON.stringify(extract)};`,
  ].join('\n');
  const written = path.join(FOLDER, target.file);
  writeFileSync(written, await format(text, { ...(await resolveConfig(written)), parser: 'typescript' }));
  return `${written}: ${extract.api}, revision ${extract.revision}`;
}

async function main(): Promise<void> {
  const files = process.argv.slice(2);
  if (files.length === 0 || files.some((one) => one.startsWith('-'))) {
    console.log(USAGE);
    process.exitCode = files.includes('--help') ? 0 : 1;
    return;
  }
  for (const file of files) console.log(await refresh(file));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
