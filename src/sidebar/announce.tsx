/** What screen readers are told when something on the page changes: politely, or at once where it went wrong. */
import { createContext, type ComponentChildren } from 'preact';
import { useCallback, useContext, useState } from 'preact/hooks';

export type Announce = (text: string, urgency?: 'polite' | 'assertive') => void;

interface Said {
  readonly text: string;
  readonly times: number;
}

const NOTHING: Said = { text: '', times: 0 };
const AnnounceContext = createContext<Announce>(() => undefined);

/** Holds the two live regions; they must stand on the page before something is said. */
export function Announcer({ children }: { readonly children: ComponentChildren }) {
  const [polite, setPolite] = useState(NOTHING);
  const [assertive, setAssertive] = useState(NOTHING);
  const announce = useCallback<Announce>((text, urgency = 'polite') => {
    const say = urgency === 'polite' ? setPolite : setAssertive;
    say(({ times }) => ({ text, times: times + 1 }));
  }, []);
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div class="announcer visually-hidden" role="status" aria-live="polite">
        {again(polite)}
      </div>
      <div class="announcer visually-hidden" role="alert" aria-live="assertive">
        {again(assertive)}
      </div>
    </AnnounceContext.Provider>
  );
}

export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

/** The same text a second time is a change only if something differs. */
function again({ text, times }: Said): string {
  return times % 2 === 0 ? text : `${text}\u00a0`;
}
