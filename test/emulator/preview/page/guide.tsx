/** The first steps, above the sheet, until they are dismissed. */
import type { Catalogue } from './locales/catalogue';

export interface GuideProps {
  readonly catalogue: Catalogue;
  readonly close: () => void;
}

export function Guide({ catalogue, close }: GuideProps) {
  const { guide } = catalogue;
  return (
    <section class="guide" aria-label={guide.title}>
      <ol>
        {guide.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <button type="button" class="icon-button" aria-label={guide.close} onClick={close}>
        ✕
      </button>
    </section>
  );
}
