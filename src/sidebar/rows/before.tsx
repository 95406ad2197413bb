/** What a selection holds and what will be done with it, before anything is sent. */
import type { ComponentChildren, RefObject } from 'preact';
import type { ColumnPlace, SelectionSummary } from '../../core/contract';
import type { PageCatalogue } from '../../core/locales/page-catalogue';
import { safeText } from '../../core/locales/safe-text';
import { Button } from '../button';
import { Icon } from '../icons';
import { useCatalogue } from '../language';
import { Banner } from '../notice';

interface TitleProps {
  readonly summary: SelectionSummary;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly busy: boolean;
  readonly onReadAgain: () => void;
  readonly onWholeTable: () => void;
}

export function SelectionTitle({ summary, heading, busy, onReadAgain, onWholeTable }: TitleProps) {
  const { rows } = useCatalogue().sidebar;
  const { tab, firstRow, lastRow, isCell } = summary;
  return (
    <div class="tight">
      <h2 ref={heading} tabIndex={-1}>
        <bdi>{rows.title(summary.rows, safeText(tab))}</bdi>
      </h2>
      <p class="small soft">
        <span class="unbroken">{rows.range(firstRow, lastRow)}</span>
        {' · '}
        <Button kind="link" busy={busy} onPress={onReadAgain}>
          {rows.readAgain}
        </Button>
        {isCell ? (
          <>
            {' · '}
            <Button kind="link" busy={busy} onPress={onWholeTable}>
              {rows.wholeTable}
            </Button>
          </>
        ) : null}
      </p>
    </div>
  );
}

interface WishProps {
  readonly compares: boolean;
  readonly onChoose: (compares: boolean) => void;
}

/** A list of people and one space can be compared both ways. */
export function Wish({ compares, onChoose }: WishProps) {
  const { compare } = useCatalogue().sidebar;
  return (
    <fieldset class="choices">
      <legend>{compare.question}</legend>
      {[false, true].map((wish) => (
        <label key={String(wish)} class="choice">
          <input
            type="radio"
            name="wish"
            checked={compares === wish}
            onChange={() => {
              onChoose(wish);
            }}
          />
          <span>{wish ? compare.compare : compare.each}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface PlaceProps {
  readonly summary: SelectionSummary;
  readonly place: ColumnPlace;
  readonly onChoose: (place: ColumnPlace) => void;
}

/** Where new columns go; nothing where the table has them all. */
export function Place({ summary: { newAtEnd, newAfterQuestion }, place, onChoose }: PlaceProps) {
  const { place: texts } = useCatalogue().sidebar.rows;
  if (newAtEnd === null || newAfterQuestion === null || newAtEnd === newAfterQuestion) return null;
  const choices = [
    ['end', texts.end(newAtEnd), null],
    ['afterQuestion', texts.afterQuestion(newAfterQuestion), texts.moves],
  ] as const;
  return (
    <fieldset class="choices">
      <legend>{texts.title}</legend>
      {choices.map(([id, text, hint]) => (
        <label key={id} class="choice">
          <input
            type="radio"
            name="place"
            checked={place === id}
            onChange={() => {
              onChoose(id);
            }}
          />
          <span>
            {text}
            {hint === null ? null : (
              <>
                <br />
                <span class="small soft">{hint}</span>
              </>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** What a person should know before the start, each only where it is so. */
export function SelectionNotes({ summary }: { readonly summary: SelectionSummary }) {
  const { rows } = useCatalogue().sidebar;
  const { badRows, badRowNumbers, needsSpace } = summary;
  const notes = notesOf(summary, useCatalogue());
  if (notes.length === 0 && badRows === 0) return null;
  return (
    <ul class="small notes">
      {badRows > 0 && !needsSpace ? (
        <li>
          {rows.badRows(badRows)}{' '}
          <span>{rows.rowNumbers(badRowNumbers.map(String), badRows - badRowNumbers.length)}</span>
          {rows.stop()} {rows.badRowsWhy}
        </li>
      ) : null}
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

function notesOf(summary: SelectionSummary, { sidebar }: PageCatalogue): readonly string[] {
  const { questions, badRows, hiddenRows, parallel, needsSpace } = summary;
  const { rows, job } = sidebar;
  const notes: readonly (readonly [boolean, string])[] = [
    [!needsSpace && questions > 0 && questions < summary.rows - badRows, rows.duplicates(questions)],
    [hiddenRows > 0, rows.hidden(hiddenRows)],
    [!parallel, job.slower],
  ];
  return notes.flatMap(([holds, note]) => (holds ? [note] : []));
}

interface StartLineProps {
  readonly summary: SelectionSummary;
  readonly busy: boolean;
  readonly onStart: () => void;
}

export function StartLine({ summary, busy, onStart }: StartLineProps) {
  const { rows } = useCatalogue().sidebar;
  return (
    <div class="tight">
      <div class="row">
        <Button kind="primary" busy={busy} onPress={onStart}>
          {rows.start(summary.rows)}
        </Button>
        <span class="will unbroken">
          <Icon name="clock" /> {rows.about(summary.seconds)}
        </span>
      </div>
      <p class="small soft">{rows.nothingAsked}</p>
    </div>
  );
}

/** Nothing looks like members, or nothing can be read. */
export function NothingToAsk({
  kind,
  onChoose,
  children,
}: {
  readonly kind: 'none' | 'unreadable';
  readonly onChoose: (() => void) | null;
  /** What else can be done with this selection. */
  readonly children?: ComponentChildren;
}) {
  const { rows } = useCatalogue().sidebar;
  const texts = rows[kind];
  return (
    <>
      <Banner kind="loses" title={texts.title}>
        <p>{texts.text}</p>
        {onChoose === null ? null : (
          <div class="row">
            <Button kind={children === undefined ? 'primary' : 'plain'} onPress={onChoose}>
              {rows.none.choose}
            </Button>
          </div>
        )}
      </Banner>
      {children}
      <section class="tight">
        <h3 class="sub">{rows.none.works}</h3>
        <ul class="dots small">
          {rows.none.kinds.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </section>
    </>
  );
}
