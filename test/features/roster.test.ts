import { PROFILES } from '../emulator.testing';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { JobView, KnownSpace, Roster, SpaceLabel, SpacesPage, SpaceView } from '../../src/core/contract';
import { catalogueFor } from '../../src/core/locales/catalogue';
import { DEFAULT_SCENARIO } from '../emulator/scenario/scenario';
import { SPACES } from '../emulator/workspace/invented';
import {
  logOf,
  openSession,
  problemOf,
  valueOf,
  withManifest,
  type SessionOptions,
  type UserSession,
} from './front-door.testing';
import { finishJob, membershipsIn, ourRows, truthOf } from './roster.testing';

let session: UserSession | null = null;

async function open(options: SessionOptions = {}): Promise<UserSession> {
  return (session = await openSession(options));
}

afterEach(async () => {
  await session?.close();
  session = null;
});

const { launch, board } = SPACES;
const TAB = 'Members of Orchard launch';
const SCOPE = 'https://www.googleapis.com/auth/chat.spaces.readonly';

describe.each(['en', 'ja'])('the list of a space: %s', (locale) => {
  test('from the editor equals the truth, is refreshed in place, and says what it is worth', async () => {
    const { editor, emulator, workspace, apis, scenario } = await open({ scenario: { locale } });
    apis.resetCounts();
    const result = await editor('listMembers', launch);
    expect(result.outcome).toBe('completed');
    expect(membershipsIn(emulator, TAB)).toEqual(truthOf(workspace, launch));
    expect((result.value as { name: string }[]).map(({ name }) => name).sort()).toEqual(
      truthOf(workspace, launch),
    );
    // One page, and where pages may be short an empty one behind it.
    const pages = scenario.assumptions['short-pages'] === 'yes' ? 2 : 1;
    expect(apis.counts().byMethod).toEqual({ 'chat.spaces.get': 1, 'chat.spaces.members.list': pages });
    const { roster } = catalogueFor(locale);
    expect(logOf(result)).toMatch(new RegExp(`${roster.job.written('')}https://.*gid=\\d+`));
    // The name of a tab may be somebody's.
    expect(logOf(result)).not.toContain(TAB);
    expect(emulator.spreadsheet.display(TAB)[0]).toContain(roster.columns.membership);
    emulator.spreadsheet.renameTab(TAB, 'Ours');
    expect((await editor('listMembers', launch)).outcome).toBe('completed');
    expect(membershipsIn(emulator, 'Ours')).toEqual(truthOf(workspace, launch));
  });

  test('from the sidebar: the card first, then the very same rows, without asking again', async () => {
    const { sidebar, emulator, workspace, apis } = await open({ scenario: { locale } });
    const roster = valueOf(await sidebar<Roster>('sidebarListMembers', launch));
    expect(roster.memberships.map(({ name }) => name).sort()).toEqual(truthOf(workspace, launch));
    expect(roster.stamp).toMatchObject({ complete: true, hidden: [] });
    apis.resetCounts();
    const view = valueOf(await sidebar<JobView>('sidebarWriteRoster', roster, { changes: true }));
    expect(view).toMatchObject({ state: 'done', tab: TAB, done: roster.memberships.length });
    expect(apis.counts().requests).toBe(0);
    expect(membershipsIn(emulator, TAB)).toEqual(truthOf(workspace, launch));
    const [row] = ourRows(emulator, 'Spaces', 'space');
    expect(row?.name?.display).toBe('Orchard launch');
    expect(valueOf(await sidebar<readonly KnownSpace[]>('sidebarKnownSpaces'))).toMatchObject([
      { space: launch, name: 'Orchard launch', composition: { people: roster.composition.people } },
    ]);
    expect(valueOf(await sidebar<boolean>('sidebarShowTab', view.tabId))).toBe(true);
    expect(emulator.spreadsheet.active().tab).toBe(TAB);
  });
});

describe('names of spaces', () => {
  test('come page by page, and those without a name are called by who is in them', async () => {
    const { sidebar, workspace } = await open({ scenario: { assumptions: PROFILES } });
    const spaces: SpaceView[] = [];
    // Pages may be short, and the last one empty, by assumption.
    for (let token: string | null = ''; token !== null;) {
      const page: SpacesPage = valueOf(await sidebar<SpacesPage>('sidebarSpaces', token));
      spaces.push(...page.spaces);
      token = page.nextPageToken;
    }
    const names = new Map(workspace.spaces.map(({ name, displayName }) => [name, displayName ?? '']));
    for (const { space, displayName } of spaces) expect(displayName ?? '').toBe(names.get(space));
    const unnamed = spaces.filter(({ displayName }) => displayName === null).map(({ space }) => space);
    expect(unnamed.length).toBeGreaterThan(0);
    const labels = valueOf(await sidebar<readonly SpaceLabel[]>('sidebarNameSpaces', unnamed.slice(0, 10)));
    expect(labels.map(({ space }) => space)).toEqual(unnamed.slice(0, 10));
    expect(labels.some(({ label }) => label !== null)).toBe(true);
  });

  test.each(['refused', 'taken out of the manifest'])('are not needed: the permission is %s', async (how) => {
    const changed = withManifest(({ oauthScopes }) => ({
      oauthScopes: how === 'refused' ? oauthScopes : oauthScopes.filter((scope) => scope !== SCOPE),
    }));
    try {
      const { sidebar, editor, emulator, workspace } = await open({
        project: changed.project,
        scenario: { refusedScopes: how === 'refused' ? ['chat.spaces.readonly'] : [] },
      });
      const { code } = problemOf(await sidebar('sidebarSpaces', ''));
      expect(code).toBe(how === 'refused' ? 'scopeRefused' : 'scopeNotInManifest');
      const roster = valueOf(await sidebar<Roster>('sidebarListMembers', launch));
      expect(roster.stamp.googleCounts).toBeNull();
      expect((await editor('listMembers', launch)).outcome).toBe('completed');
      const tab = `Members of ${launch.slice('spaces/'.length)}`;
      expect(membershipsIn(emulator, tab)).toEqual(truthOf(workspace, launch));
    } finally {
      changed.remove();
    }
  });
});

describe('a space that cannot be listed', () => {
  test('is told in the editor, and nothing is written', async () => {
    const { editor, emulator } = await open();
    const result = await editor('listMembers', 'spaces/AAAAnowhere1');
    expect(result.outcome).toBe('failed');
    expect(emulator.spreadsheet.tabs().map(({ name }) => name)).not.toContain('Members of AAAAnowhere1');
    // It leaves no job that would be in the way.
    expect((await editor('listMembers', launch)).outcome).toBe('completed');
  });

  test('because its list is restricted says so on the card', async () => {
    const { sidebar } = await open();
    expect(problemOf(await sidebar('sidebarListMembers', board)).code).toBe('noAccess');
  });
});

test('all of mine: the tab Spaces and the one tab Members, each membership once, as the workspace has them', async () => {
  const { sidebar, emulator, workspace } = await open();
  const view = await finishJob(
    sidebar,
    valueOf(await sidebar<JobView>('sidebarStartRoster', { of: 'mine' }, {})),
  );
  expect(view).toMatchObject({ state: 'done', roster: { spaces: view.roster?.spacesDone } });
  const spaces = ourRows(emulator, 'Spaces', 'space').map(({ space }) => space?.display ?? '');
  const listed = spaces.filter((space) => space !== board);
  expect(membershipsIn(emulator, 'Members')).toEqual(
    listed.flatMap((space) => truthOf(workspace, space)).sort(),
  );
});

test('under faults the list is what it is without them, for 20 seeds', async () => {
  const faults = {
    ...DEFAULT_SCENARIO.faults,
    http429: 0.05,
    http500: 0.05,
    http503: 0.04,
    garbage: 0.05,
    reset: 0.01,
    retryAfter: true,
  };
  let faulted = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const { sidebar, emulator, workspace, apis, ...opened } = await openSession({
      seed,
      scenario: { faults },
    });
    try {
      const begun = valueOf(await sidebar<JobView>('sidebarStartRoster', { of: 'mine' }, {}));
      expect({ seed, state: (await finishJob(sidebar, begun)).state }).toEqual({ seed, state: 'done' });
      const spaces = ourRows(emulator, 'Spaces', 'space').map(({ space }) => space?.display ?? '');
      const truth = spaces.filter((space) => space !== board).flatMap((space) => truthOf(workspace, space));
      expect({ seed, rows: membershipsIn(emulator, 'Members') }).toEqual({ seed, rows: truth.sort() });
      faulted += apis.counts().faulted;
    } finally {
      await opened.close();
    }
  }
  expect(faulted).toBeGreaterThan(10);
}, 120_000);
