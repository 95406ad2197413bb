/** Fills the tab `Spaces`: every page of spaces becomes rows, those that are there already are refreshed in place. */
import * as v from 'valibot';
import { isNamedByPeople, type Space } from '../chat/space';
import type { Run } from '../job/kind';
import type { Plan } from '../requests/plan';
import { googleCells, type SpaceCells } from './columns';
import { lookCell } from './look-cell';
import { SpaceListPlan } from './space-list';
import { SpacesTab } from './spaces-tab';

/** What a fill remembers from one step to the next. Nothing about people. */
export interface FillState {
  /** Direct messages and unnamed group chats become rows too. */
  readonly directMessages: boolean;
  /** Token of the next page; null before the first one, or where the list begins again. */
  readonly token: string | null;
  /** When the token was given, milliseconds since the epoch. */
  readonly tokenAt: number;
  /** Spaces that became rows so far. */
  readonly filled: number;
  readonly isDone: boolean;
}

export function newFill(directMessages: boolean): FillState {
  return { directMessages, token: null, tokenAt: 0, filled: 0, isDone: false };
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** A stored state. */
export const FILL_STATE = v.object({
  directMessages: v.boolean(),
  token: v.nullable(v.pipe(v.string(), v.maxLength(4000))),
  tokenAt: count,
  filled: count,
  isDone: v.boolean(),
});

/** Page tokens are not used for longer. */
const TOKEN_MS = 30 * 60_000;

export class SpacesFill {
  private readonly list: SpaceListPlan;
  private filled: number;

  /** @param mark Cells that every row gets beside what Google says of its space. */
  constructor(
    private readonly given: FillState,
    private readonly run: Run,
    private readonly mark: SpaceCells = {},
  ) {
    const isFresh = run.ports.clock.now() - given.tokenAt < TOKEN_MS;
    this.filled = isFresh ? given.filled : 0;
    this.list = new SpaceListPlan(run.identity, isFresh ? given.token : null);
  }

  get plan(): Plan<Space> {
    return this.list;
  }

  /** Writes spaces into the tab. Runs under the lock. Returns the tab's id. */
  commit(spaces: readonly Space[]): number {
    const { ports } = this.run;
    const tab = SpacesTab.open(ports);
    const wanted = spaces.filter((space) => this.given.directMessages || !isNamedByPeople(space));
    const updates = new Map(
      wanted.map((space): [string, SpaceCells] => {
        const cells = googleCells(space, ports.catalogue);
        const row = { ...tab.rows.get(space.name)?.cells, ...cells };
        return [space.name, { ...cells, ...lookCell(row, ports), ...this.mark }];
      }),
    );
    tab.upsert(updates);
    this.filled += updates.size;
    return tab.id;
  }

  state(): FillState {
    const { directMessages, tokenAt } = this.given;
    const token = this.list.nextToken;
    const isNew = token !== null && token !== this.given.token;
    return {
      directMessages,
      token,
      tokenAt: isNew ? this.run.ports.clock.now() : tokenAt,
      filled: this.filled,
      isDone: this.list.isDone,
    };
  }
}
