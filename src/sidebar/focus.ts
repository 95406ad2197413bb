/** Where the focus goes when an answer arrives: to its heading, unless the person has gone elsewhere meanwhile. */
import type { RefObject } from 'preact';
import { useMemo, useRef } from 'preact/hooks';

export interface FocusTarget {
  /** What gets the focus; it needs `tabIndex={-1}`. */
  readonly target: RefObject<HTMLHeadingElement | null>;
  /** Remembers where the focus is when something is asked. */
  depart(): void;
  /** Moves the focus if the answer stands on the page by now. */
  arrive(): void;
}

export function useFocusTarget(): FocusTarget {
  const target = useRef<HTMLHeadingElement>(null);
  const left = useRef<Element | null>(null);
  return useMemo(
    () => ({
      target,
      depart: () => {
        left.current = document.activeElement;
      },
      arrive: () => {
        const at = document.activeElement;
        // Somebody who works in the sheet meanwhile is not called back.
        if (!document.hasFocus() || target.current === null) return;
        // What had the focus may be gone by now; then the browser gives it to the body.
        if (left.current !== null && (at === left.current || at === document.body)) target.current.focus();
        left.current = null;
      },
    }),
    [],
  );
}
