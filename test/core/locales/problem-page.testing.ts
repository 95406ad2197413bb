/** The list of all problems in docs/troubleshooting.md and its Japanese version, made from the catalogues. */
import { PROBLEMS, type ProblemCode } from '../../../src/core/chat/problem-table';
import { problemOf } from '../../../src/core/chat/problem';
import { catalogueFor } from '../../../src/core/locales/catalogue';
import { accessProblems } from '../../../src/core/locales/en/problems-access';
import { googleProblems } from '../../../src/core/locales/en/problems-google';
import { inputProblems } from '../../../src/core/locales/en/problems-input';
import { sheetProblems } from '../../../src/core/locales/en/problems-sheet';

/** What precedes the list is written by hand. */
export const LIST_BEGINS = '<!-- Made from the catalogue: ROLLCALL_WRITE=yes npm test -- problem-page -->';

export const PAGES = {
  en: {
    file: 'docs/troubleshooting.md',
    cause: 'Why',
    nextStep: 'What to do',
    groups: [
      'What was typed or selected',
      'The sheet and long jobs',
      'Permissions and identities',
      'Google’s answers',
    ],
  },
  ja: {
    file: 'docs/troubleshooting.ja.md',
    cause: '理由',
    nextStep: '対処',
    groups: ['入力と選択', 'シートと長い処理', '権限と実行者', 'Google からの応答'],
  },
} as const;

const GROUPS = [inputProblems, sheetProblems, accessProblems, googleProblems].map(
  (group) => Object.keys(group) as ProblemCode[],
);

/** Codes that no group has, or that have no entry in the table of problems. */
export function codesBeyond(): readonly string[] {
  const listed = GROUPS.flat();
  return [
    ...Object.keys(PROBLEMS).filter((code) => !listed.includes(code as ProblemCode)),
    ...listed.filter((code) => !(code in PROBLEMS)),
  ];
}

/** The list in one language, as Markdown. */
export function problemList(locale: keyof typeof PAGES): string {
  return GROUPS.map((codes, index) =>
    [`## ${PAGES[locale].groups[index] ?? ''}`, ...codes.map((code) => entry(locale, code))].join('\n\n'),
  ).join('\n\n');
}

function entry(locale: keyof typeof PAGES, code: ProblemCode): string {
  const { happened, cause, nextStep, whoText, link } = catalogueFor(locale).problemText(problemOf(code));
  const { cause: why, nextStep: what } = PAGES[locale];
  const page = link === undefined ? '' : ` [${plain(link.label)}](${link.url})`;
  const space = locale === 'ja' ? '' : ' ';
  return [
    `### ${plain(happened)}`,
    '',
    `- \`${code}\``,
    `- ${why}: ${plain(cause)}`,
    `- ${what}: ${plain(nextStep)}${space}${plain(whoText)}${page}`,
  ].join('\n');
}

/** Text that Markdown shows as it is. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
}
