/** The first steps, above the sheet, until they are dismissed. */
import type { MenuView } from '../wire';
import type { Catalogue } from './locales/catalogue';

export interface GuideProps {
  readonly catalogue: Catalogue;
  /** Menus of the script: those of an add-on stand in the menu Extensions. */
  readonly menus: readonly MenuView[];
  readonly close: () => void;
}

export function Guide({ catalogue, menus, close }: GuideProps) {
  const { guide } = catalogue;
  const isAddOn = menus.some(({ place }) => place === 'extensions');
  return (
    <section class="guide" aria-label={guide.title}>
      <ol>
        {guide.steps(isAddOn).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <button type="button" class="icon-button" aria-label={guide.close} onClick={close}>
        ✕
      </button>
    </section>
  );
}
