/** A panel of the emulator itself, at the right of everything that Google would show too. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useId, useRef } from 'preact/hooks';
import type { Catalogue } from './locales/catalogue';

export interface SidePanelProps {
  readonly title: string;
  readonly lead: string;
  readonly close: () => void;
  readonly catalogue: Catalogue;
  readonly children: ComponentChildren;
}

export function SidePanel({ title, lead, close, catalogue, children }: SidePanelProps) {
  const heading = useId();
  const start = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    start.current?.focus();
  }, []);
  return (
    <section
      class="side-panel"
      aria-labelledby={heading}
      onKeyDown={({ key }) => {
        if (key === 'Escape') close();
      }}
    >
      <header class="side-panel-head">
        <h2 id={heading} ref={start} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" class="icon-button" aria-label={catalogue.close} onClick={close}>
          ✕
        </button>
      </header>
      <div class="side-panel-body">
        <p class="hint">{lead}</p>
        {children}
      </div>
    </section>
  );
}
