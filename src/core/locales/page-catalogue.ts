/** The texts of the sidebar beside all others. Only the page carries them: what runs at Google's is smaller without. */
import type { TargetId } from '../target';
import { catalogueFor, type Catalogue } from './catalogue';
import { sidebar as english } from './en/sidebar';
import { addOnSidebar as addOnInEnglish } from './en/sidebar/add-on';
import { sidebar as japanese } from './ja/sidebar';
import { addOnSidebar as addOnInJapanese } from './ja/sidebar/add-on';
import { overlaid } from './overlay';

/** One language with the words of the page. */
export type PageCatalogue = Catalogue & { readonly sidebar: typeof english };

const WORDS = {
  en: { bound: english, 'add-on': overlaid(english, addOnInEnglish) },
  ja: { bound: japanese, 'add-on': overlaid(japanese, addOnInJapanese) },
};

/** Finds the catalogue of the page, as `catalogueFor` does. */
export function pageCatalogueFor(locale: string, target: TargetId = 'bound'): PageCatalogue {
  const catalogue = catalogueFor(locale, target);
  return { ...catalogue, sidebar: WORDS[catalogue.locale][target] };
}
