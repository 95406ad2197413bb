/** The spaces that the person is in, page by page, kept while the sidebar is open: for the picker and for names. */
import { createContext, type ComponentChildren } from 'preact';
import { useCallback, useContext, useMemo, useRef, useState } from 'preact/hooks';
import type { KnownSpace, ProblemText, Reply, SpacesPage, SpaceView } from '../../core/contract';
import { useAsk } from '../language';

export interface Directory {
  readonly state: 'unread' | 'reading' | 'read' | 'failed';
  readonly spaces: readonly SpaceView[];
  readonly problem: ProblemText | null;
  /** Whether names of spaces may be read at all. */
  readonly isAllowed: boolean;
  /** Reads all pages, once; after a failure again. Gives what is known then. */
  readonly read: () => Promise<readonly SpaceView[]>;
  /** Names unnamed conversations by who is in them, a few at a time. */
  readonly nameUnnamed: (spaces: readonly string[]) => void;
  /** Reads the names that the sheet's tab of spaces knows, once. Asks Google nothing. */
  readonly readKnown: () => void;
  /** Takes note of a space that was learned of elsewhere. */
  readonly learn: (space: SpaceView) => void;
  /** The name of a space, `spaces/…` or its bare id; null where it is not known. */
  readonly nameOf: (space: string) => string | null;
  readonly viewOf: (space: string) => SpaceView | null;
}

const NOTHING: Directory = {
  state: 'unread',
  spaces: [],
  problem: null,
  isAllowed: false,
  read: () => Promise.resolve([]),
  nameUnnamed: () => undefined,
  readKnown: () => undefined,
  learn: () => undefined,
  nameOf: () => null,
  viewOf: () => null,
};

const DirectoryContext = createContext<Directory>(NOTHING);

/** Unnamed conversations that one call names. */
const MOST_NAMED = 10;

interface DirectoryProviderProps {
  readonly isAllowed: boolean;
  readonly children: ComponentChildren;
}

export function DirectoryProvider({ isAllowed, children }: DirectoryProviderProps) {
  const ask = useAsk();
  const [state, setState] = useState<Directory['state']>('unread');
  const [problem, setProblem] = useState<ProblemText | null>(null);
  const [spaces, setSpaces] = useState<readonly SpaceView[]>([]);
  const [learned, setLearned] = useState<readonly SpaceView[]>([]);
  const [labels, setLabels] = useState<ReadonlyMap<string, string>>(new Map());
  const reading = useRef<Promise<readonly SpaceView[]> | null>(null);
  const asked = useRef(new Set<string>());
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map());
  const isKnownRead = useRef(false);

  const read = useCallback(() => {
    if (!isAllowed) return Promise.resolve([]);
    reading.current ??= (async () => {
      setState('reading');
      setProblem(null);
      let all: readonly SpaceView[] = [];
      for (let token: string | null = ''; token !== null;) {
        const reply: Reply<SpacesPage> = await ask('sidebarSpaces', token);
        if (!reply.ok) {
          reading.current = null;
          setState('failed');
          setProblem(reply.problem);
          return all;
        }
        all = [...all, ...reply.value.spaces];
        setSpaces(all);
        token = reply.value.nextPageToken;
      }
      setState('read');
      return all;
    })();
    return reading.current;
  }, [ask, isAllowed]);

  const nameUnnamed = useCallback(
    (wanted: readonly string[]) => {
      const fresh = wanted.filter((space) => !asked.current.has(space)).slice(0, MOST_NAMED);
      if (fresh.length === 0) return;
      for (const space of fresh) asked.current.add(space);
      void ask('sidebarNameSpaces', fresh).then((reply) => {
        if (!reply.ok) return;
        const named = reply.value.flatMap(({ space, label }) =>
          label === null ? [] : [[space, label] as const],
        );
        setLabels((before) => new Map([...before, ...named]));
      });
    },
    [ask],
  );

  const readKnown = useCallback(() => {
    if (isKnownRead.current) return;
    isKnownRead.current = true;
    void ask('sidebarKnownSpaces').then((reply: Reply<readonly KnownSpace[]>) => {
      if (!reply.ok) return;
      setKnown(new Map(reply.value.flatMap(({ space, name }) => (name === '' ? [] : [[space, name]]))));
    });
  }, [ask]);

  const learn = useCallback((space: SpaceView) => {
    setLearned((before) => [space, ...before.filter((one) => one.space !== space.space)]);
  }, []);

  const directory = useMemo((): Directory => {
    const views = new Map([...learned, ...spaces].map((view) => [view.space, view]));
    const resource = (space: string): string => (space.startsWith('spaces/') ? space : `spaces/${space}`);
    return {
      ...{ state, spaces, problem, isAllowed, read, nameUnnamed, readKnown, learn },
      nameOf: (space) => {
        const name = resource(space);
        return views.get(name)?.displayName ?? labels.get(name) ?? known.get(name) ?? null;
      },
      viewOf: (space) => views.get(resource(space)) ?? null,
    };
  }, [state, spaces, problem, isAllowed, read, nameUnnamed, readKnown, learn, learned, labels, known]);
  return <DirectoryContext.Provider value={directory}>{children}</DirectoryContext.Provider>;
}

export function useDirectory(): Directory {
  return useContext(DirectoryContext);
}

/** Whether a space has a name of its own: the names of direct messages and group chats are the people in them. */
export function isNamed({ type }: SpaceView): boolean {
  return type === 'space' || type === 'unknown';
}
