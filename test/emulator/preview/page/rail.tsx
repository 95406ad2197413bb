/** The buttons of the emulator's own panels, at the right edge. */
import type { Panel } from './state';
import type { Catalogue } from './locales/catalogue';

export interface RailProps {
  readonly open: Panel | null;
  /** Fault presets that are on. */
  readonly faultPresets: number;
  readonly toggle: (panel: Panel) => void;
  readonly catalogue: Catalogue;
}

const ICONS: Readonly<Record<Panel, string>> = {
  environment: 'M4 7h9M17 7h3M4 17h3M11 17h9M13 4v6M7 14v6',
  log: 'M5 6h14M5 10h14M5 14h9M5 18h9',
};

export function Rail({ open, faultPresets, toggle, catalogue }: RailProps) {
  const label = { environment: catalogue.environment.open, log: catalogue.log.open };
  return (
    <nav class="rail" aria-label={catalogue.emulator}>
      {(['environment', 'log'] as const).map((panel) => (
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
          {panel === 'environment' && faultPresets > 0 && <span class="rail-count">{faultPresets}</span>}
        </button>
      ))}
    </nav>
  );
}
