/** The buttons of the emulator's own panels, at the right edge. */
import type { Panel } from './state';
import type { Words } from './locales/catalogue';

export interface RailProps {
  readonly open: Panel | null;
  /** Troubles that are on. */
  readonly troubles: number;
  readonly toggle: (panel: Panel) => void;
  readonly words: Words;
}

const ICONS: Readonly<Record<Panel, string>> = {
  world: 'M4 7h9M17 7h3M4 17h3M11 17h9M13 4v6M7 14v6',
  log: 'M5 6h14M5 10h14M5 14h9M5 18h9',
};

export function Rail({ open, troubles, toggle, words }: RailProps) {
  const label = { world: words.world.open, log: words.log.open };
  return (
    <nav class="rail" aria-label={words.emulator}>
      {(['world', 'log'] as const).map((panel) => (
        <button
          key={panel}
          type="button"
          class="rail-button"
          aria-expanded={open === panel}
          onClick={() => {
            toggle(panel);
          }}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d={ICONS[panel]} />
          </svg>
          {label[panel]}
          {panel === 'world' && troubles > 0 && <span class="rail-count">{troubles}</span>}
        </button>
      ))}
    </nav>
  );
}
