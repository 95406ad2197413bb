/** The bar of views: arrow keys move along it, each view keeps what was typed and answered in it. */
import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useRef } from 'preact/hooks';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** Something in this view waits for the person; said to screen readers, a dot for eyes. */
  readonly note?: string | undefined;
}

interface TabBarProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly active: Id;
  readonly onChoose: (id: Id) => void;
}

export function TabBar<Id extends string>({ label, tabs, active, onChoose }: TabBarProps<Id>) {
  const bar = useRef<HTMLDivElement>(null);
  const move = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const at = tabs.findIndex(({ id }) => id === active);
    const to = neighbour(event.key, at, tabs.length);
    const tab = to === null ? undefined : tabs[to];
    if (tab === undefined) return;
    event.preventDefault();
    onChoose(tab.id);
    bar.current?.querySelector<HTMLElement>(`#${tabId(tab.id)}`)?.focus();
  };
  return (
    <div ref={bar} class="tabs" role="tablist" aria-label={label} onKeyDown={move}>
      {tabs.map(({ id, label: name, note }) => (
        <button
          key={id}
          id={tabId(id)}
          type="button"
          role="tab"
          aria-selected={id === active}
          aria-controls={panelId(id)}
          tabIndex={id === active ? 0 : -1}
          onClick={() => {
            onChoose(id);
          }}
        >
          {name}
          {note === undefined ? null : (
            <>
              <span class="dot" aria-hidden="true" />
              <span class="visually-hidden"> ({note})</span>
            </>
          )}
        </button>
      ))}
    </div>
  );
}

interface TabPanelProps {
  readonly id: string;
  readonly active: string;
  readonly children: ComponentChildren;
}

export function TabPanel({ id, active, children }: TabPanelProps) {
  return (
    <div id={panelId(id)} class="panel" role="tabpanel" aria-labelledby={tabId(id)} hidden={id !== active}>
      {children}
    </div>
  );
}

function neighbour(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return (at + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

function tabId(id: string): string {
  return `tab-${id}`;
}

function panelId(id: string): string {
  return `panel-${id}`;
}
