import { afterEach, expect, test } from '@jest/globals';
import type { EraseSummary, ExportedTable, JobView, TableInfo } from '../../src/core/contract';
import { SPACES } from '../emulator/workspace/invented';
import { openSession, problemOf, valueOf, type UserSession } from './front-door.testing';

const { launch } = SPACES;
const KEN = 'ken.mori@orchard.example';
let session: UserSession | null = null;

afterEach(async () => {
  await session?.close();
  session = null;
});

/** A list that was looked up, an answer in Memberships, settings, and a job that waits for its trigger. */
async function openUsed(locale = 'en'): Promise<UserSession> {
  const now = (session = await openSession({ scenario: { locale } }));
  const { spreadsheet } = now.emulator;
  spreadsheet.addTab('List', [
    ['Space', 'Member', 'Note'],
    [launch, KEN, 'mine'],
  ]);
  spreadsheet.type('List', 2, 4, '=LEN(C2)');
  now.select('List', ['A2:B2']);
  valueOf(await now.sidebar<JobView>('sidebarStartJob', ''));
  valueOf(await now.sidebar('sidebarWrite', await now.ask(launch, 'me')));
  valueOf(await now.sidebar('sidebarSaveSettings', { as: 'user', serviceAccount: '', confirmed: false }));
  return now;
}

test.each(['en', 'ja'])('erasing leaves the file as if Rollcall had never been there: %s', async (locale) => {
  const { emulator, sidebar } = await openUsed(locale);
  const { spreadsheet } = emulator;
  const shown = valueOf(await sidebar<EraseSummary>('sidebarEraseSummary'));
  expect(shown).toEqual({ tabs: ['Memberships'], columns: [{ tab: 'List', columns: ['E:O'] }] });
  expect(valueOf(await sidebar('sidebarErase', shown))).toBeNull();
  expect(spreadsheet.tabs().map(({ name }) => name)).not.toContain('Memberships');
  expect(spreadsheet.display('List')).toEqual([
    ['Space', 'Member', 'Note', ''],
    [launch, KEN, 'mine', expect.anything()],
  ]);
  expect(spreadsheet.cell('List', 2, 4).formula).toBe('=LEN(C2)');
  expect(spreadsheet.metadata()).toEqual([]);
  expect(emulator.stores.properties()).toEqual([]);
  expect(emulator.stores.triggers()).toEqual([]);
});

test('erasing is refused where the sheet is no longer what was shown', async () => {
  const { emulator, sidebar } = await openUsed();
  const shown = valueOf(await sidebar<EraseSummary>('sidebarEraseSummary'));
  emulator.spreadsheet.insertColumns('List', 1, 1);
  const before = JSON.stringify(emulator.spreadsheet.cells('List'));
  expect(problemOf(await sidebar('sidebarErase', shown)).code).toBe('eraseChanged');
  expect(problemOf(await sidebar('sidebarErase', null)).code).toBe('eraseChanged');
  expect(JSON.stringify(emulator.spreadsheet.cells('List'))).toBe(before);
});

test('a table of ours is exported as it is shown, and no other', async () => {
  const { emulator, sidebar } = await openUsed();
  emulator.spreadsheet.addTab('Private', [['secret']]);
  const tables = valueOf(await sidebar<readonly TableInfo[]>('sidebarTables'));
  expect(tables.map(({ name }) => name).sort()).toEqual(['List', 'Memberships']);
  const own = tables.find(({ name }) => name === 'List');
  const { name, csv } = valueOf(await sidebar<ExportedTable>('sidebarExport', own?.tab));
  expect(name).toBe('List.csv');
  expect(csv.split('\r\n')[1]).toMatch(`${launch},${KEN},mine,`);
  expect(problemOf(await sidebar('sidebarExport', 0)).code).toBe('sheetGone');
});
