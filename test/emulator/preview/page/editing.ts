/** The cell that is being typed into: one draft, shown by the cell and by the formula line. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Act } from './connection';
import type { Range } from './ranges';

export interface Draft {
  readonly tab: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** What the cell held when the typing began. */
  readonly before: string;
}

export interface Editing {
  readonly draft: Draft | null;
  /** Begins where nothing is being typed, or goes on typing. */
  type(text: string): void;
  commit(): void;
  cancel(): void;
}

/**
 * @param active The active cell of `tab`; when it becomes another, what was typed is committed where it was typed.
 * @param input What the active cell holds.
 */
export function useEditing(act: Act, tab: string, active: Range, input: string): Editing {
  const [draft, setDraft] = useState<Draft | null>(null);
  // Several events come before the next rendering: they must see what the first of them did.
  const latest = useRef<Draft | null>(null);
  const set = (next: Draft | null) => {
    latest.current = next;
    setDraft(next);
  };
  const commit = () => {
    const done = latest.current;
    set(null);
    if (!done || done.text === done.before) return;
    const { row, column, text } = done;
    void act({ do: 'type', tab: done.tab, row, column, texts: [[text]] });
  };
  const { row, column } = active;
  useEffect(() => {
    const now = latest.current;
    if (now && (now.tab !== tab || now.row !== row || now.column !== column)) commit();
  }, [tab, row, column]);
  return {
    draft,
    type: (text) => {
      set({ ...(latest.current ?? { tab, row, column, before: input }), text });
    },
    commit,
    cancel: () => {
      set(null);
    },
  };
}
