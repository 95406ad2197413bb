/** docs/verified.md: what the emulator takes to be true of Google, and whether Google was asked. */
import type { KeptAnswers } from './answers';
import type { ConformanceCase } from './run';

export interface VerifiedOptions {
  readonly cases: readonly ConformanceCase[];
  /** What the emulator answers. */
  readonly answers: Readonly<Record<string, string>>;
  /** What Google answered. */
  readonly kept: KeptAnswers;
  /** Assumptions that no case can settle, each with the reason. */
  readonly withoutCase: Readonly<Record<string, string>>;
}

/** Writes the page. */
export function verifiedPage({ cases, answers, kept, withoutCase }: VerifiedOptions): string {
  const confirmed = cases.filter(({ id }) => kept[id]?.answer === answers[id]).length;
  const rows = cases.map(({ id, asks }) => {
    const answer = answers[id] ?? '';
    return `| ${cell(asks)} | ${cell(answer)} | ${stateOf(kept[id], answer)} | \`${id}\` |`;
  });
  const others = Object.entries(withoutCase).map(([id, reason]) => `- \`${id}\`: ${reason}`);
  return `# What was verified on Google

Rollcall is tested on an emulator. This page lists what the emulator takes to be true of Google where Google's documentation does not
say it, or where a wrong answer would cost data. **${confirmed} of ${cases.length} are confirmed on Google**; the others are assumed, from
public reports or because an answer was needed. The add-on is tested under every possible answer of what is assumed.

\`npm run conformance\` writes this page. \`npm run conformance -- --google\` puts the same cases into a Google Sheet of yours, and
\`npm run conformance -- --answers FILE\` checks and keeps what came out there.

| Question | Answer | Known | Case |
| --- | --- | --- | --- |
${rows.join('\n')}

No case can settle these:

${others.join('\n')}
`;
}

function stateOf(google: KeptAnswers[string] | undefined, answer: string): string {
  if (google === undefined) return 'assumed';
  const { askedOn } = google;
  return google.answer === answer
    ? `confirmed ${askedOn}`
    : `**contradicted** ${askedOn}: ${cell(google.answer)}`;
}

/** Text for a cell of a table. */
function cell(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('`', '\\`').replaceAll('*', '\\*');
}
