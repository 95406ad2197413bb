/** The tabs of the spreadsheet, below the grid. */
import type { TabView } from '../wire';

export interface TabsProps {
  readonly tabs: readonly TabView[];
  readonly active: string;
  readonly label: string;
  readonly choose: (tab: string) => void;
}

export function Tabs({ tabs, active, label, choose }: TabsProps) {
  const at = tabs.findIndex(({ name }) => name === active);
  return (
    <div
      class="tabs"
      role="tablist"
      aria-label={label}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        const next = tabs[(at + step + tabs.length) % tabs.length];
        if (step === 0 || !next) return;
        event.preventDefault();
        choose(next.name);
        const { children } = event.currentTarget;
        (children[tabs.indexOf(next)] as HTMLElement | undefined)?.focus();
      }}
    >
      {tabs.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          class="tab"
          role="tab"
          aria-selected={name === active}
          tabIndex={name === active ? 0 : -1}
          onClick={() => {
            choose(name);
          }}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
