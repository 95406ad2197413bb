/** The person's language, and the server that answers in it, for every part of the page. */
import { createContext, type ComponentChildren } from 'preact';
import { useContext, useLayoutEffect, useMemo } from 'preact/hooks';
import { pageCatalogueFor, type PageCatalogue } from '../core/locales/page-catalogue';
import type { TargetId } from '../core/target';
import { askIn, type Ask } from './server';

interface Language {
  readonly catalogue: PageCatalogue;
  readonly ask: Ask;
}

const LanguageContext = createContext<Language | null>(null);

/** Gives a part of the page its language; the document says which it is. */
export function LanguageProvider({
  locale,
  target = 'bound',
  children,
}: {
  readonly locale: string;
  /** How Rollcall is installed; some words depend on it. */
  readonly target?: TargetId | undefined;
  readonly children: ComponentChildren;
}) {
  const language = useMemo(() => {
    const catalogue = pageCatalogueFor(locale, target);
    return { catalogue, ask: askIn(catalogue) };
  }, [locale, target]);
  useLayoutEffect(() => {
    document.documentElement.lang = language.catalogue.locale;
  }, [language]);
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (language === null) throw new Error('LanguageProvider is missing');
  return language;
}

export function useCatalogue(): PageCatalogue {
  return useLanguage().catalogue;
}

/** Keeps its identity as long as the language stays. */
export function useAsk(): Ask {
  return useLanguage().ask;
}
