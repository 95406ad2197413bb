/** Looks for one person in all spaces, call after call, and gathers what is found. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ProblemText, WherePlace } from '../../core/contract';
import { useAsk } from '../language';
import { isNamed, useDirectory } from '../spaces/directory';

/** Above this a table in the sheet holds what is found, not the page. */
const MOST_SPACES = 1_000;

export interface Search {
  readonly state: 'reading' | 'tooMany' | 'asking' | 'done' | 'cancelled' | 'failed';
  readonly total: number;
  readonly places: readonly WherePlace[];
  readonly notIn: number;
  readonly left: readonly string[];
  /** Direct messages and group chats, which are asked only where the person wants it. */
  readonly others: readonly string[];
  /** Whether the person wants them. */
  readonly withOthers: boolean;
  readonly problem: ProblemText | null;
  /** Spaces a second, over all calls; null before the first answer. */
  readonly rate: number | null;
}

const BEGIN: Search = {
  state: 'reading',
  total: 0,
  places: [],
  notIn: 0,
  left: [],
  others: [],
  withOthers: false,
  problem: null,
  rate: null,
};

export interface Searcher {
  readonly search: Search;
  readonly cancel: () => void;
  /** Goes on after a cancel or a failure. */
  readonly goOn: () => void;
  /** Looks through the direct messages and group chats too. */
  readonly askOthers: () => void;
}

/** Begins at once. Direct messages with apps hold nobody else, so that they are not asked. */
export function useSearch(member: string): Searcher {
  const ask = useAsk();
  const { read } = useDirectory();
  const [search, setSearch] = useState(BEGIN);
  const turn = useRef(0);
  const pace = useRef<unknown>(null);

  const goThrough = useCallback(
    async (from: Search) => {
      const mine = ++turn.current;
      if (from.total > MOST_SPACES) {
        setSearch({ ...from, state: 'tooMany' });
        return;
      }
      const begun = performance.now();
      let now: Search = { ...from, state: 'asking', problem: null };
      setSearch(now);
      while (now.left.length > 0) {
        const reply = await ask('sidebarWhere', { member, spaces: now.left, pace: pace.current });
        if (mine !== turn.current) return;
        if (!reply.ok) {
          setSearch({ ...now, state: 'failed', problem: reply.problem });
          return;
        }
        const { places, notIn, left, problem } = reply.value;
        pace.current = reply.value.pace;
        const asked = from.left.length - left.length;
        now = {
          ...now,
          places: [...now.places, ...places],
          notIn: now.notIn + notIn,
          left,
          problem,
          rate: (1000 * asked) / Math.max(1, performance.now() - begun),
          state: problem === null ? 'asking' : 'failed',
        };
        setSearch(now);
        if (problem !== null) return;
      }
      setSearch({ ...now, state: 'done' });
    },
    [ask, member],
  );

  const begin = useCallback(async () => {
    const mine = ++turn.current;
    setSearch(BEGIN);
    const views = (await read()).filter(({ withApp }) => !withApp);
    const left = views.filter(isNamed).map(({ space }) => space);
    const others = views.filter((view) => !isNamed(view)).map(({ space }) => space);
    if (mine === turn.current) await goThrough({ ...BEGIN, total: left.length, left, others });
  }, [read, goThrough]);
  useEffect(() => {
    void begin();
    return () => {
      turn.current += 1;
    };
  }, [begin]);

  return {
    search,
    cancel: () => {
      turn.current += 1;
      setSearch({ ...search, state: 'cancelled' });
    },
    goOn: () => void (search.total + search.others.length === 0 ? begin() : goThrough(search)),
    askOthers: () => {
      const { total, left, others } = search;
      void goThrough({
        ...search,
        total: total + others.length,
        left: [...left, ...others],
        others: [],
        withOthers: true,
      });
    },
  };
}
