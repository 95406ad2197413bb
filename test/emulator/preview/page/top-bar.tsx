/** The bar at the top: file, menus, and who looks at it. */
import { LOCALES, type Locale, type Situation } from '../wire';
import type { Menu } from './menu';
import { MenuBar } from './menu-bar';
import type { Catalogue } from './locales/catalogue';

export interface TopBarProps {
  readonly fileName: string;
  readonly menus: readonly Menu[];
  readonly situation: Situation;
  readonly chooseLocale: (locale: Locale) => void;
  readonly openEnvironment: () => void;
  readonly release: () => void;
  readonly catalogue: Catalogue;
}

export function TopBar(props: TopBarProps) {
  const { fileName, menus, situation, chooseLocale, openEnvironment, release, catalogue } = props;
  const person = situation.users.find(({ name }) => name === situation.user)?.label ?? situation.user;
  return (
    <header class="top-bar">
      <svg class="file-mark" viewBox="0 0 32 32" aria-hidden="true">
        <rect x="3" y="3" width="26" height="26" rx="6" />
        <path d="M9 11h14M9 16h14M9 21h7M19 21l2 2 4-5" />
      </svg>
      <div class="file">
        <div class="file-line">
          <h1>{fileName}</h1>
          <span class="badge" title={catalogue.emulatorHint}>
            {catalogue.emulator}
          </span>
        </div>
        <MenuBar menus={menus} label={catalogue.menuBar} release={release} />
      </div>
      <div class="locales" role="group" aria-label={catalogue.language}>
        {LOCALES.map((locale) => (
          <button
            key={locale}
            type="button"
            lang={locale}
            aria-pressed={locale === situation.locale}
            onClick={() => {
              chooseLocale(locale);
            }}
          >
            {catalogue.languages[locale]}
          </button>
        ))}
      </div>
      <button type="button" class="person" title={catalogue.changePerson} onClick={openEnvironment}>
        <span class="person-name">{person}</span>
        <span class="person-initials" aria-hidden="true">
          {initialsOf(person)}
        </span>
      </button>
    </header>
  );
}

/** Two letters of a name in letters, one character of any other. */
function initialsOf(name: string): string {
  const catalogue = name.split(/[^\p{L}]+/u).filter((word) => word !== '');
  const letters = catalogue.map((word) => String.fromCodePoint(word.codePointAt(0) ?? 63));
  return /^\p{Script=Latin}/u.test(letters[0] ?? '') ? letters.slice(0, 2).join('') : (letters[0] ?? '?');
}
