/** The person's language, and the server that answers in it, for every part of the page. */
import { createContext, type ComponentChildren } from 'preact';
import { useContext, useLayoutEffect, useMemo } from 'preact/hooks';
import { wordsFor, type Words } from '../core/locales/catalogue';
import { askIn, type Ask } from './server';

interface Language {
  readonly words: Words;
  readonly ask: Ask;
}

const LanguageContext = createContext<Language | null>(null);

/** Gives a part of the page its language; the document says which it is. */
export function LanguageProvider({
  locale,
  children,
}: {
  readonly locale: string;
  readonly children: ComponentChildren;
}) {
  const language = useMemo(() => {
    const words = wordsFor(locale);
    return { words, ask: askIn(words) };
  }, [locale]);
  useLayoutEffect(() => {
    document.documentElement.lang = language.words.locale;
  }, [language]);
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (language === null) throw new Error('LanguageProvider is missing');
  return language;
}

export function useWords(): Words {
  return useLanguage().words;
}

/** Keeps its identity as long as the language stays. */
export function useAsk(): Ask {
  return useLanguage().ask;
}

/** A time as people write it, in the zone of their browser. */
export function timeText(iso: string, { locale }: Words): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}
