/** A table as people keep one, to try look-ups on: its own columns, formulas, dates and formats, and rows of every kind. */
import type { ManualEditor } from '../emulator';
import { SPACES } from './invented';

export const PROJECT_LIST_TAB = 'Project list';
const TITLES = ['Space', 'Person', 'Work', 'From', 'Days', 'Rate', 'Cost', 'Comment'];

const LAUNCH = `https://chat.google.com/room/${SPACES.launch.replace('spaces/', '')}?cls=11`;
const { sales: SALES, lab: LAB, elsewhere: PACKING } = SPACES;

type Line = readonly [
  space: string,
  person: string,
  work: string,
  from: string,
  days: number,
  rate: number,
  comment: string,
];

const LINES: readonly Line[] = [
  [LAUNCH, 'hana.sato@orchard.example', 'Lead', '2026-09-01', 40, 620, ''],
  [LAUNCH, 'ken.mori@orchard.example', 'Planning', '2026-09-01', 35, 540, ''],
  [
    LAUNCH,
    'misaki.takahashi@orchard.example',
    'Labels',
    '2026-09-07',
    20,
    480,
    'Shares the label printer with 営業部',
  ],
  [LAUNCH, 'amara.okafor@orchard.example', 'Finance', '2026-09-07', 8, 610, ''],
  [LAUNCH, 'Jonas <jonas@lindqvist-design.example>', 'Design', '2026-09-14', 25, 700, 'From the studio'],
  [LAUNCH, 'priya.guest@orchard.example', 'Photos', '2026-09-14', 6, 520, ''],
  [LAUNCH, 'daisuke.nakamura@orchard.example', 'Sales', '2026-09-21', 15, 500, 'Invited, has he joined?'],
  [LAUNCH, 'zoe@orchard.example', 'Archive', '2026-09-21', 10, 450, ''],
  [LAUNCH, 'olga@harvest-partner.example', 'Logistics', '2026-09-28', 12, 560, ''],
  [LAUNCH, 'tomas@orchard.example', 'Packing', '2026-10-01', 18, 430, 'Left in September?'],
  [LAUNCH, 'lena.fischer@orchard.example', 'Packing', '2026-10-01', 18, 430, ''],
  [LAUNCH, 'app', 'Rollcall itself', '2026-10-01', 1, 0, ''],
  [LAUNCH, 'me', 'Reviews', '2026-10-05', 5, 620, ''],
  [SALES, 'misaki.takahashi@orchard.example', 'Key accounts', '2026-09-01', 30, 480, ''],
  [SALES, 'daisuke.nakamura@orchard.example', 'Key accounts', '2026-09-01', 30, 500, ''],
  [SALES, 'yousef@harvest-partner.example', 'Export', '2026-09-07', 14, 590, ''],
  [SALES, 'ken.kobayashi@orchard.example', 'Orders', '2026-09-07', 22, 470, 'Only in the pickers’ group'],
  [SALES, 'ken.mori@orchard.example', 'Planning', '2026-09-14', 4, 540, ''],
  [SALES, 'ken.mori@orchard.example', 'Planning (again)', '2026-09-14', 4, 540, ''],
  [LAB, 'formula@outside.example', 'Names', '2026-10-12', 1, 300, ''],
  [LAB, 'markup@outside.example', 'Names', '2026-10-12', 1, 300, ''],
  [LAB, 'longest@outside.example', 'Names', '2026-10-12', 1, 300, ''],
  [PACKING, 'lena.fischer@orchard.example', 'Packing', '2026-10-12', 3, 430, 'A space I am not in'],
  [
    'https://mail.google.com/chat/u/0/#chat/home',
    'ken.mori@orchard.example',
    'Planning',
    '2026-10-19',
    2,
    540,
    'The link is not to a space',
  ],
  [LAUNCH, 'ken.mori at orchard', 'Planning', '2026-10-19', 2, 540, 'Address typed by hand'],
];

/** Adds the table as a tab and selects its first question. */
export function addProjectList(spreadsheet: ManualEditor): void {
  const rows = LINES.map(([space, person, work, from, days, rate, comment], index) => {
    const row = index + 2;
    const start = { $date: Date.parse(`${from}T00:00:00+09:00`) };
    const cost = { formula: `=E${row}*F${row}`, value: days * rate };
    return [space, person, work, start, days, rate, cost, comment];
  });
  spreadsheet.addTab(PROJECT_LIST_TAB, [TITLES, ...rows]);
  spreadsheet.freeze(PROJECT_LIST_TAB, 1);
  const last = rows.length + 1;
  spreadsheet.format(PROJECT_LIST_TAB, `D2:D${last}`, 'yyyy-mm-dd');
  spreadsheet.format(PROJECT_LIST_TAB, `F2:G${last}`, '#,##0');
  spreadsheet.note(PROJECT_LIST_TAB, 1, 6, 'Euro a day, without tax');
  spreadsheet.select(PROJECT_LIST_TAB, ['A2:B2']);
}
