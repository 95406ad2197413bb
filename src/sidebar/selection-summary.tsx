/** The numbers of a selection, and what the person should know about it. */
import type { RefObject } from 'preact';
import type { SelectionSummary } from '../core/contract';
import type { Catalogue } from '../core/locales/catalogue';
import { safeText } from '../core/locales/safe-text';
import { useCatalogue } from './language';

interface SelectionSummaryCardProps {
  readonly summary: SelectionSummary;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

export function SelectionSummaryCard({ summary, heading }: SelectionSummaryCardProps) {
  const catalogue = useCatalogue();
  const { rows } = catalogue.sidebar;
  const { tab, range, requestsLow, requestsHigh } = summary;
  const numbers: readonly (readonly [string, string | number])[] = summary.needsSpace
    ? [[rows.counts.rows, summary.rows]]
    : [
        [rows.counts.rows, summary.rows],
        [rows.counts.people, summary.people],
        [rows.counts.spaces, summary.spaces],
        [rows.counts.requests, rows.range(requestsLow, requestsHigh)],
      ];
  return (
    <article class="card selection">
      <h3 ref={heading} tabIndex={-1}>
        <bdi>{rows.where(safeText(tab), range)}</bdi>
      </h3>
      <dl class="numbers">
        {numbers.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ul class="notes">
        {notesOf(summary, catalogue).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </article>
  );
}

function notesOf(summary: SelectionSummary, { job, sidebar: { rows } }: Catalogue): readonly string[] {
  const { headerRow, questions, badRows, hiddenRows, parallel, needsSpace } = summary;
  const notes: readonly (readonly [boolean, string])[] = [
    [headerRow, rows.header],
    [!needsSpace && questions > 0 && questions < summary.rows - badRows, rows.duplicates(questions)],
    // Without its space no row can be read yet.
    [!needsSpace && badRows > 0, job.badRows(badRows)],
    [hiddenRows > 0, job.hiddenRows(hiddenRows)],
    [!parallel, job.slower],
    [true, rows.nothingSent],
  ];
  return notes.flatMap(([holds, note]) => (holds ? [note] : []));
}
