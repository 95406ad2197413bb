/** The numbers of a selection, and what the person should know about it. */
import type { RefObject } from 'preact';
import type { Survey } from '../core/contract';
import type { Catalogue } from '../core/locales/catalogue';
import { safeText } from '../core/locales/safe-text';
import { useCatalogue } from './language';

interface SurveyCardProps {
  readonly survey: Survey;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

export function SurveyCard({ survey, heading }: SurveyCardProps) {
  const catalogue = useCatalogue();
  const { rows } = catalogue.sidebar;
  const { tab, range, requestsLow, requestsHigh } = survey;
  const numbers: readonly (readonly [string, string | number])[] = survey.needsSpace
    ? [[rows.counts.rows, survey.rows]]
    : [
        [rows.counts.rows, survey.rows],
        [rows.counts.people, survey.people],
        [rows.counts.spaces, survey.spaces],
        [rows.counts.requests, rows.range(requestsLow, requestsHigh)],
      ];
  return (
    <article class="card survey">
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
        {notesOf(survey, catalogue).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </article>
  );
}

function notesOf(survey: Survey, { job, sidebar: { rows } }: Catalogue): readonly string[] {
  const { headerRow, questions, badRows, hiddenRows, parallel, needsSpace } = survey;
  const notes: readonly (readonly [boolean, string])[] = [
    [headerRow, rows.header],
    [!needsSpace && questions > 0 && questions < survey.rows - badRows, rows.duplicates(questions)],
    // Without its space no row can be read yet.
    [!needsSpace && badRows > 0, job.badRows(badRows)],
    [hiddenRows > 0, job.hiddenRows(hiddenRows)],
    [!parallel, job.slower],
    [true, rows.nothingSent],
  ];
  return notes.flatMap(([holds, note]) => (holds ? [note] : []));
}
