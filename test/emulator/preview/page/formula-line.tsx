/** The line above the grid: the selected cell's name, where one can go elsewhere, and what it holds. */
import { useState } from 'preact/hooks';
import type { Editing } from './editing';
import { cellName, parseRange, rangeName, type Range } from './ranges';
import type { Catalogue } from './locales/catalogue';

export interface FormulaLineProps {
  readonly active: Range;
  /** What the active cell holds. */
  readonly input: string;
  readonly editing: Editing;
  readonly select: (ranges: readonly Range[]) => void;
  /** Gives the focus back to the grid. */
  readonly release: () => void;
  readonly catalogue: Catalogue;
}

export function FormulaLine({ active, input, editing, select, release, catalogue }: FormulaLineProps) {
  const [name, setName] = useState<string | null>(null);
  const leave = () => {
    setName(null);
    release();
  };
  return (
    <section class="formula-line" aria-label={catalogue.formulaLine}>
      <input
        class="name-box"
        aria-label={catalogue.nameBox}
        spellcheck={false}
        autocomplete="off"
        value={name ?? rangeName(active)}
        onFocus={({ currentTarget }) => {
          currentTarget.select();
        }}
        onInput={({ currentTarget }) => {
          setName(currentTarget.value);
        }}
        onBlur={() => {
          setName(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          // The key must not go on to the cell that gets the focus.
          event.preventDefault();
          const range = parseRange(event.currentTarget.value);
          if (event.key === 'Enter' && range) select([range]);
          leave();
        }}
      />
      <span class="formula-mark" aria-hidden="true">
        ƒx
      </span>
      <input
        class="formula-input"
        aria-label={catalogue.formula(cellName(active.row, active.column))}
        spellcheck={false}
        autocomplete="off"
        value={editing.draft?.text ?? input}
        onInput={({ currentTarget }) => {
          editing.type(currentTarget.value);
        }}
        onBlur={({ relatedTarget }) => {
          if (!(relatedTarget instanceof Element) || !relatedTarget.closest('.cell-input')) editing.commit();
        }}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter') editing.commit();
          else if (event.key === 'Escape') editing.cancel();
          else return;
          event.preventDefault();
          release();
        }}
      />
    </section>
  );
}
