/** The words of a job's kind. */
import type { JobView } from '../../core/contract';
import type { Catalogue } from '../../core/locales/catalogue';

type Kinds = Catalogue['sidebar']['job']['kinds'];

/** Texts about jobs of this kind. */
export function textsOf(kind: string, { sidebar }: Catalogue): Kinds[keyof Kinds] {
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
export function totalText({ kind, total }: Pick<JobView, 'kind' | 'total'>, catalogue: Catalogue): string {
  return total === 0 ? '' : textsOf(kind, catalogue).unit(total);
}
