/** A table as people keep one, to try look-ups on: its own columns, formulas, dates and formats, and rows of every kind. */
import type { ManualEditor } from '../emulator';
import { SPACES } from './invented';

type Locale = 'en' | 'ja';

const TABS: Readonly<Record<Locale, string>> = { en: 'Project list', ja: '案件リスト' };
/** What is about the launch: the rows that are selected at first. */
export const FIRST_ROWS = 'A2:B14';
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

/** What the table says, in Japanese. */
const IN_JAPANESE: Readonly<Record<string, string>> = {
  Space: 'スペース',
  Person: 'メンバー',
  Work: '担当',
  From: '開始日',
  Days: '日数',
  Rate: '単価',
  Cost: '費用',
  Comment: '備考',
  Lead: '責任者',
  Planning: '企画',
  'Planning (again)': '企画（重複）',
  Labels: 'ラベル',
  Finance: '経理',
  Design: 'デザイン',
  Photos: '写真',
  Sales: '営業',
  Archive: '資料',
  Logistics: '物流',
  Packing: '梱包',
  'Rollcall itself': 'Rollcall 自身',
  Reviews: '確認',
  'Key accounts': '重点顧客',
  Export: '輸出',
  Orders: '受注',
  Names: '名前の例',
  'Shares the label printer with 営業部': 'ラベル プリンターを営業部と共用',
  'From the studio': 'デザイン事務所から参加',
  'Invited, has he joined?': '招待済み。もう参加した？',
  'Left in September?': '9 月に退出？',
  'Only in the pickers’ group': '収穫チームのグループ経由のみ',
  'A space I am not in': '自分は参加していないスペース',
  'The link is not to a space': 'スペースへのリンクではない',
  'Address typed by hand': '手入力のアドレス',
};
const IN_ENGLISH = Object.fromEntries(Object.entries(IN_JAPANESE).map(([en, ja]) => [ja, en]));
/** Of the column of rates. */
const NOTE: Readonly<Record<Locale, string>> = {
  en: 'Euro a day, without tax',
  ja: '1 日あたり（ユーロ、税抜）',
};

/** Adds the table as a tab and selects its first questions. */
export function addProjectList(spreadsheet: ManualEditor, locale: Locale): void {
  const rows = LINES.map(([space, person, work, from, days, rate, comment], index) => {
    const row = index + 2;
    const start = { $date: Date.parse(`${from}T00:00:00+09:00`) };
    const cost = { formula: `=E${row}*F${row}`, value: days * rate };
    return [space, person, work, start, days, rate, cost, comment];
  });
  const tab = TABS.en;
  spreadsheet.addTab(tab, [TITLES, ...rows]);
  spreadsheet.freeze(tab, 1);
  const last = rows.length + 1;
  spreadsheet.format(tab, `D2:D${last}`, 'yyyy-mm-dd');
  spreadsheet.format(tab, `F2:G${last}`, '#,##0');
  spreadsheet.note(tab, 1, 6, NOTE.en);
  spreadsheet.select(tab, [FIRST_ROWS]);
  if (locale === 'ja') translateProjectList(spreadsheet, locale);
}

/** Name of its tab, in whichever language it is; null where it is not there. */
export function projectListTab(spreadsheet: ManualEditor): string | null {
  const names = spreadsheet.tabs().map(({ name }) => name);
  return names.find((name) => Object.values(TABS).includes(name)) ?? null;
}

/** Puts what the table said when it was made into another language, and leaves alone what somebody has typed. */
export function translateProjectList(spreadsheet: ManualEditor, locale: Locale): void {
  const tab = projectListTab(spreadsheet);
  if (tab === null) return;
  const texts = locale === 'ja' ? IN_JAPANESE : IN_ENGLISH;
  spreadsheet.display(tab).forEach((line, row) => {
    line.forEach((text, column) => {
      const translated = texts[text];
      if (translated !== undefined) spreadsheet.type(tab, row + 1, column + 1, translated);
    });
  });
  if (Object.values(NOTE).includes(spreadsheet.cell(tab, 1, 6).note)) {
    spreadsheet.note(tab, 1, 6, NOTE[locale]);
  }
  if (tab !== TABS[locale]) spreadsheet.renameTab(tab, TABS[locale]);
}
