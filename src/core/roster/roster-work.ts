/** The work of listing members into the sheet: which spaces are next, their requests, what is done with their answers. */
import type { Membership } from '../chat/membership';
import { problemOf, ProblemError } from '../chat/problem';
import { isNamedByPeople, spaceIdOf, spaceLink, spaceLinkOf, spaceNameOf, type Space } from '../chat/space';
import type { RosterChange } from '../contract';
import { markedRun, pendingMarker } from '../job/marker';
import type { Run, Work } from '../job/kind';
import type { Plan } from '../requests/plan';
import { shortHash } from '../short-hash';
import { googleCells, listingCells, typeIn, type SpaceCells } from '../spaces/columns';
import { lookCell } from '../spaces/look-cell';
import { SpacesFill } from '../spaces/spaces-fill';
import { SpacesTab } from '../spaces/spaces-tab';
import { cellText } from '../table/cell';
import { tabNameOf } from '../table/own-table';
import { differences, isShownKind, type Difference } from './change';
import { changeCells, changeKey, changeOf } from './change-text';
import { ChangesTab } from './changes-tab';
import { goneCells, rosterCells, type RosterCells } from './columns';
import { agrees } from './composition';
import { ConfirmPlan, type Confirmed, type MissingIn } from './confirm-plan';
import { advanced, again, newCursor, resumed, type Cursor, type Listed } from './cursor';
import { GONE, readDigest } from './digest';
import { ListingPlan } from './listing-plan';
import { numbersOf, rosterTabName, RosterTab, type HeldRow } from './roster-tab';
import { fitting, sizeOfCounts, withSpace, type RosterState } from './roster-state';
import { hiddenTo, isComplete, stampCell, type Stamp } from './stamp';

/** Spaces that are listed side by side. */
const SIDE_BY_SIDE = 25;
/** Pages that are written together, where most rows are new. */
const PAGES_A_WRITE = 8;
/** The same where most rows get one cell: the fewer writes, the less often rows between them are read again. */
const PAGES_A_REFRESH = 16;

/** What one settled request brings, by the plan that is carried out. */
export type RosterResult = Space | Listed | Confirmed;

type Now =
  | { readonly is: 'fill'; readonly fill: SpacesFill }
  | { readonly is: 'list' }
  | { readonly is: 'confirm'; readonly plan: ConfirmPlan };

interface Named {
  readonly name: string;
  readonly link: string;
}

export class RosterWork implements Work<RosterResult> {
  private current: RosterState;
  private now: Now = { is: 'list' };
  private readonly names = new Map<string, Named>();
  /** What Google told of the one space before the job began, until it stands in the tab `Spaces`. */
  private told: Space | null = null;
  private spacesTab: SpacesTab | null = null;
  private rosterTab: RosterTab | null = null;
  /** The list's tab was made or completed by this step. */
  private isOpened = false;
  private changesTab: ChangesTab | null = null;
  /** When the listing began, as a cell keeps it: every row that it sees gets this time. */
  private readonly startedAt: number;

  constructor(
    given: RosterState,
    private readonly run: Run,
  ) {
    const { clock } = run.ports;
    this.current = { ...given, cursors: given.cursors.map((cursor) => resumed(cursor, clock.now())) };
    this.startedAt = Math.floor((given.listedAt ?? run.startedAt) / 1000) * 1000;
  }

  get enough(): number {
    const { cursors } = this.current;
    const isRefresh = cursors.length > 0 && cursors.every(({ isFirst }) => isFirst === false);
    return isRefresh ? PAGES_A_REFRESH : PAGES_A_WRITE;
  }

  state(): RosterState {
    const { fill } = this.current;
    const now = this.now.is === 'fill' ? this.now.fill.state() : fill;
    return fitting({ ...this.current, fill: now });
  }

  next(): Plan<RosterResult> | null {
    const { fill } = this.current;
    if (fill !== null && !fill.isDone) {
      if (this.now.is !== 'fill')
        this.now = { is: 'fill', fill: new SpacesFill(fill, this.run, this.marker()) };
      return this.now.fill.plan;
    }
    if (this.current.cursors.length === 0) this.begin();
    this.askForName();
    const { cursors } = this.current;
    if (cursors.length === 0) return null;
    const open = cursors.filter(({ isOver }) => !isOver);
    const { ports, identity } = this.run;
    if (open.length > 0) {
      this.now = { is: 'list' };
      return new ListingPlan(open, identity, ports.clock);
    }
    // Those who are on no page are looked for; where nobody is missing, nothing is sent.
    const plan = new ConfirmPlan(this.missing(), identity, ports.clock.now());
    this.now = { is: 'confirm', plan };
    return plan;
  }

  commit(results: readonly RosterResult[]): void {
    switch (this.now.is) {
      case 'fill':
        this.commitFill(this.now.fill, results as readonly Space[]);
        return;
      case 'list':
        this.commitListed(results as readonly Listed[]);
        return;
      case 'confirm':
        this.commitConfirmed(results as readonly Confirmed[]);
        if (this.now.plan.open === 0) this.finish();
    }
  }

  /**
   * Takes in what was listed before the job began. Runs under the lock. Throws a `ProblemError` where the space has been listed
   * since.
   */
  takeIn(space: Space, memberships: readonly Membership[]): void {
    const rows = this.findRoster()?.bySpace().get(space.name)?.values() ?? [];
    if ([...rows].some(({ seen }) => seen !== null && seen > this.startedAt))
      throw new ProblemError(problemOf('answerOutdated'));
    this.commitListed([
      { kind: 'space', space: space.name, found: space },
      { kind: 'page', space: space.name, memberships, before: 0, token: null, size: memberships.length },
    ]);
  }

  /** Takes in what Google told of the one space before the job began: later steps find it in the tab `Spaces`. */
  know(space: Space): void {
    this.names.set(space.name, namedBy(space));
    this.told = space;
  }

  /** The cells that show in the tab `Spaces` that a space is still to be listed. */
  private marker(): SpaceCells {
    return { look: pendingMarker(this.run.runId, this.run.ports.catalogue) };
  }

  /** The next spaces. */
  private begin(): void {
    const { space, spacesDone } = this.current;
    const isAsked = !this.run.ports.seesSpaces(this.run.identity);
    const next = space === null ? this.queued() : spacesDone === 0 ? [space] : [];
    const cursors = next.slice(0, SIDE_BY_SIDE).map((name) => newCursor(name, isAsked));
    this.current = { ...this.current, cursors };
  }

  /** An execution that goes on does not know what the one space is called, which its tab may still have to be named by. */
  private askForName(): void {
    const { space, tab } = this.current;
    const { ports, identity } = this.run;
    if (space === null || tab !== null || this.names.has(space) || !ports.seesSpaces(identity)) return;
    const cursors = this.current.cursors.map((cursor) =>
      cursor.isOver ? cursor : { ...cursor, isAsked: false },
    );
    this.current = { ...this.current, cursors };
  }

  /** Spaces whose marker stands in the tab `Spaces`, in the order of its rows. */
  private queued(): readonly string[] {
    const { ports, runId } = this.run;
    const tab = (this.spacesTab ??= SpacesTab.find(ports));
    return [...(tab?.rows ?? [])]
      .filter(([, { cells }]) => markedRun(cells.look) === runId)
      .sort(([, a], [, b]) => a.row - b.row)
      .map(([name]) => name);
  }

  private commitFill(fill: SpacesFill, results: readonly Space[]): void {
    fill.commit(results);
    const state = fill.state();
    this.current = { ...this.current, fill: state };
    if (!state.isDone) return;
    this.spacesTab = null;
    const spaces = this.queued();
    this.current = { ...this.current, spaces: spaces.length, expected: this.expectedOf(spaces) };
  }

  private expectedOf(spaces: readonly string[]): number {
    const rows = this.spacesTab?.rows;
    const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0);
    return spaces.reduce((sum, name) => {
      const cells = rows?.get(name)?.cells ?? {};
      return sum + numberIn(cells.people) + numberIn(cells.groups);
    }, 0);
  }

  private commitListed(results: readonly Listed[]): void {
    const now = this.run.ports.clock.now();
    const cursors = new Map(this.current.cursors.map((cursor) => [cursor.space, cursor]));
    const rows = new Map<string, RosterCells>();
    const changes: Difference[] = [];
    const spaces: Space[] = [];
    let held: ReadonlyMap<string, ReadonlyMap<string, HeldRow>> | null = null;
    for (const result of results) {
      const cursor = cursors.get(result.space);
      if (cursor?.failed !== null) continue;
      if (result.kind === 'space' && result.found !== null) {
        if (isNamedByPeople(result.found) && !this.current.directMessages) {
          cursors.set(cursor.space, { ...cursor, isOver: true, failed: 'directMessageUnconfirmed' });
          continue;
        }
        spaces.push(result.found);
        this.names.set(result.found.name, namedBy(result.found));
      }
      const next = advanced(cursor, result, now);
      if (result.kind !== 'page') {
        cursors.set(cursor.space, next);
        continue;
      }
      const tab = this.openRoster(cursor.space);
      held ??= tab.bySpace();
      const before = held.get(cursor.space) ?? new Map<string, HeldRow>();
      const isFirst = cursor.isFirst ?? this.isFirst(tab, cursor.space, before);
      cursors.set(cursor.space, { ...next, isFirst });
      for (const membership of result.memberships)
        this.compare(membership, { before, isFirst, rows, changes, space: cursor.space });
      this.run.ports.onMemberships?.(result.memberships);
    }
    this.current = { ...this.current, cursors: [...cursors.values()] };
    if (spaces.length > 0) this.writeSpaces(spaces);
    this.log(changes);
    if (rows.size > 0) this.rosterTab?.upsert(rows);
    // The first answers do not wait for a tab that may have to be made.
    if (this.told !== null && rows.size > 0) this.writeSpaces([this.told]);
    this.secondRound();
    const { cursors: left } = this.current;
    if (left.length > 0 && left.every(({ isOver }) => isOver) && this.missing().length === 0) this.finish();
  }

  private compare(
    membership: Membership,
    {
      before,
      isFirst,
      rows,
      changes,
      space,
    }: {
      readonly before: ReadonlyMap<string, HeldRow>;
      readonly isFirst: boolean;
      readonly rows: Map<string, RosterCells>;
      readonly changes: Difference[];
      readonly space: string;
    },
  ): void {
    const { name } = membership;
    if (name === undefined) return;
    const { catalogue } = this.run.ports;
    const held = before.get(name) ?? null;
    const cells = rosterCells(membership, { ...this.nameOf(space), seen: this.startedAt, catalogue });
    const isSame = held !== null && cells.digest === held.digest;
    if (!rows.has(name)) changes.push(...differences(membership, held, isFirst));
    const { seen } = cells;
    rows.set(name, isSame && seen !== undefined ? { seen } : cells);
  }

  /** Whether a space has no list yet in which anybody could be new. */
  private isFirst(tab: RosterTab, space: string, before: ReadonlyMap<string, HeldRow>): boolean {
    const isOld = ({ seen }: HeldRow): boolean => seen !== null && seen < this.startedAt;
    if (![...before.values()].some(isOld)) return true;
    // A list that was cut off before its end says nothing of who is new.
    return tab.space !== null && !tab.isListed && space === tab.space;
  }

  /** Google's own count and the list may differ because somebody came or went meanwhile: it is read once more. */
  private secondRound(): void {
    const held = this.rosterTab?.bySpace();
    const { as } = this.run.identity;
    const cursors = this.current.cursors.map((cursor) => {
      const { isOver, failed, counts, round, space } = cursor;
      if (!isOver || failed !== null || counts === null || round === 2) return cursor;
      const numbers = numbersOf(held?.get(space)?.values() ?? [], this.startedAt);
      return agrees(numbers, counts, as) ? cursor : again(cursor);
    });
    this.current = { ...this.current, cursors };
  }

  /** Members of complete lists who were not on them, and of whom it can be told whether they are gone. */
  private missing(): readonly MissingIn[] {
    const tab = this.findRoster();
    const { as } = this.run.identity;
    if (tab === null || as !== 'user' || tab.listedBy !== this.who(tab)) return [];
    const held = tab.bySpace();
    return this.current.cursors.flatMap((cursor) => {
      const rows = held.get(cursor.space) ?? new Map<string, HeldRow>();
      const stamp = this.stampOf(cursor, rows);
      if (!cursor.isOver || !isComplete(stamp)) return [];
      const gone = [...rows].flatMap(([membership, { seen, digest }]) => {
        const counted = readDigest(digest);
        if (seen === null || seen >= this.startedAt || counted === null || counted.state === GONE) return [];
        const isCounted = counted.kind !== 'group' || cursor.counts !== null;
        return isShownKind(counted, hiddenTo(as)) ? [{ membership, seen, isCounted }] : [];
      });
      if (gone.length === 0) return [];
      return [{ space: cursor.space, since: Math.min(...gone.map(({ seen }) => seen)), missing: gone }];
    });
  }

  private commitConfirmed(results: readonly Confirmed[]): void {
    const tab = this.rosterTab;
    if (tab === null || results.length === 0) return;
    const { catalogue, clock } = this.run.ports;
    const rows = new Map<string, RosterCells>();
    const changes: Difference[] = [];
    const gone = results.flatMap((one) => (one.kind === 'gone' ? [one.membership] : []));
    const shown = tab.namesOf(gone);
    for (const result of results) {
      if (result.kind === 'still') {
        const { name = '' } = result.membership;
        const held = tab.held(name);
        const [, id = ''] = name.split('/');
        if (held === null) continue;
        changes.push(...differences(result.membership, held, false));
        const named = this.nameOf(`spaces/${id}`);
        rows.set(name, rosterCells(result.membership, { ...named, seen: this.startedAt, catalogue }));
        continue;
      }
      const { membership, at } = result;
      const held = tab.held(membership);
      if (held === null) continue;
      const since = held.seen;
      const note = this.goneNote(at, since, clock.now());
      const member = shown.get(membership) ?? membership;
      const before = readDigest(held.digest)?.role ?? '';
      changes.push({ what: 'noLongerIn', membership, member, before, after: '', at, since });
      rows.set(membership, goneCells(held.digest, note, catalogue));
    }
    this.log(changes);
    tab.upsert(rows);
  }

  private goneNote(at: number | null, since: number | null, now: number): string {
    const { catalogue } = this.run.ports;
    const { goneAt, goneBetween } = catalogue.roster.notes;
    const written = (time: number): string => this.run.ports.formatTime(time, catalogue.card.timePattern);
    return at === null ? goneBetween(written(since ?? now), written(now)) : goneAt(written(at));
  }

  /** The spaces of this batch are done: their numbers and stamps go into the tab `Spaces`. */
  private finish(): void {
    const { ports } = this.run;
    const tab = this.rosterTab;
    const held = tab?.bySpace();
    const spaces = this.openSpaces();
    const updates = new Map<string, SpaceCells>();
    for (const cursor of this.current.cursors) {
      const rows = held?.get(cursor.space) ?? new Map<string, HeldRow>();
      const stamp = this.stampOf(cursor, rows);
      const numbers = numbersOf(rows.values(), this.startedAt);
      const isWhole = isComplete(stamp);
      const counted = cursor.counts === null ? numbers : { ...numbers, people: cursor.counts.people };
      const listed: SpaceCells =
        cursor.failed === null ? listingCells(counted, this.ownersOf(tab, rows)) : {};
      const row: SpaceCells = {
        ...spaces.rows.get(cursor.space)?.cells,
        ...listed,
        listed: new Date(stamp.at),
        complete: stampCell(stamp, ports),
      };
      if (cursor.failed !== 'directMessageUnconfirmed')
        updates.set(cursor.space, {
          ...(spaces.rows.has(cursor.space) ? {} : this.namedCells(cursor.space)),
          ...listed,
          listed: new Date(stamp.at),
          complete: stampCell(stamp, ports),
          ...lookCell(row, ports),
        });
      else if (spaces.rows.has(cursor.space)) updates.set(cursor.space, lookCell(row, ports));
      if (cursor.failed !== null && this.current.space !== null) ports.notices.push(problemOf(cursor.failed));
      if (cursor.failed === null && tab !== null && isWhole) tab.noteListedBy(this.who(tab));
      const size = [...rows.values()].filter(({ seen }) => seen === this.startedAt).length;
      this.current = withSpace(this.current, { stamp, isComplete: isWhole, numbers, size });
    }
    spaces.upsert(updates);
    this.current = { ...this.current, cursors: [] };
  }

  /** Names of the owners, as far as the list shows them. */
  private ownersOf(tab: RosterTab | null, rows: ReadonlyMap<string, HeldRow>): string {
    const owners = [...rows].filter(([, { seen, digest }]) => {
      const counted = readDigest(digest);
      return seen === this.startedAt && counted?.role === 'owner' && counted.state === 'joined';
    });
    const names = tab?.namesOf(owners.map(([membership]) => membership)).values() ?? [];
    return [...names].sort().join(', ');
  }

  private stampOf(cursor: Cursor, rows: ReadonlyMap<string, HeldRow>): Stamp {
    const { people, groups } = numbersOf(rows.values(), this.startedAt);
    return {
      at: this.startedAt,
      as: this.run.identity.as,
      failed: cursor.failed,
      counts: cursor.counts,
      listed: { people, groups },
    };
  }

  /** Appends changes, before the rows that show them are written: cut off between the two, they are found again. */
  private log(changes: readonly Difference[]): void {
    if (changes.length === 0) return;
    const { ports, runId } = this.run;
    const tab = this.rosterTab;
    const counts: Record<RosterChange['what'], number> = { ...this.current.changed };
    for (const change of changes) {
      counts[change.what] += 1;
      ports.changes.push(changeOf(change, ports));
    }
    this.current = { ...this.current, changed: counts };
    if (tab?.logsChanges !== true) return;
    this.changesTab ??= ChangesTab.open(ports);
    const cells = changes.map((change) => {
      const [, id = ''] = change.membership.split('/');
      const key = changeKey(tab.id, runId, change);
      return [key, changeCells(change, { ...this.nameOf(`spaces/${id}`), list: tab.name }, ports)] as const;
    });
    this.changesTab.append(new Map(cells));
  }

  /** The list's tab; null where there is none. */
  private findRoster(): RosterTab | null {
    return (this.rosterTab ??= RosterTab.find(this.run.ports, this.current.space));
  }

  /** The list's tab, made where there is none. */
  private openRoster(space: string): RosterTab {
    if (this.rosterTab !== null && this.isOpened) return this.rosterTab;
    this.isOpened = true;
    const { ports } = this.run;
    const only = this.current.space;
    const { name } = this.nameOf(space);
    const title = only === null ? rosterTabName(null) : tabNameOf(rosterTabName(only), name, space.slice(7));
    const tab = RosterTab.open(ports, only, title);
    const { changes } = this.current;
    if (changes !== null) tab.switchChanges(changes);
    this.rosterTab = tab;
    this.current = { ...this.current, tab: tab.id, changes: null };
    return tab;
  }

  private openSpaces(): SpacesTab {
    return (this.spacesTab ??= SpacesTab.open(this.run.ports));
  }

  /** What Google says of spaces goes into their rows. */
  private writeSpaces(spaces: readonly Space[]): void {
    const { catalogue } = this.run.ports;
    const tab = this.openSpaces();
    tab.upsert(new Map(spaces.map((space) => [space.name, googleCells(space, catalogue)])));
    this.told = null;
    if (this.current.space !== null) {
      const [counts] = this.current.cursors.map((cursor) => cursor.counts);
      this.current = { ...this.current, expected: sizeOfCounts(counts ?? null) };
    }
  }

  private namedCells(space: string): SpaceCells {
    const { name, link } = this.nameOf(space);
    return { name: { text: name, link } };
  }

  /** What a space is called: as Google told, else as the tab `Spaces` knows it, else its id. */
  private nameOf(space: string): Named {
    const known = this.names.get(space);
    if (known !== undefined) return known;
    const cells = (this.spacesTab ??= SpacesTab.find(this.run.ports))?.rows.get(space)?.cells ?? {};
    const id = space.slice('spaces/'.length);
    const name = cellText(cells.name ?? '');
    const named = { name: name === '' ? id : name, link: spaceLink(id, typeIn(cells.type ?? '')) };
    this.names.set(space, named);
    return named;
  }

  /** Who asks, by a key that says nothing of them. */
  private who(tab: RosterTab): string {
    const { as } = this.run.identity;
    if (as !== 'user') return as;
    return shortHash(`${this.run.ports.store.owner()} ${tab.id}`);
  }
}

export function namedBy(space: Space): Named {
  return { name: spaceNameOf(space) ?? spaceIdOf(space), link: spaceLinkOf(space) };
}
