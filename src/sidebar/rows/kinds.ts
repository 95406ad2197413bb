/** The words of a job's kind. */
import type { JobView } from '../../core/contract';
import type { PageCatalogue } from '../../core/locales/page-catalogue';

type Kinds = PageCatalogue['sidebar']['job']['kinds'];

/** Texts about jobs of this kind. */
export function textsOf(kind: string, { sidebar }: PageCatalogue): Kinds[keyof Kinds] {
  const { kinds } = sidebar.job;
  switch (kind) {
    case 'roster':
      return kinds.roster;
    case 'spaces':
      return kinds.spaces;
    default:
      return kinds.lookUp;
  }
}

/** `240 rows`; empty where the number is not known beforehand. */
export function totalText(
  { kind, total }: Pick<JobView, 'kind' | 'total'>,
  catalogue: PageCatalogue,
): string {
  return total === 0 ? '' : textsOf(kind, catalogue).unit(total);
}
