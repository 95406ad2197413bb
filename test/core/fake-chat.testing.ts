/**
 * A Chat API with a memory and a clock of its own, and no network: it answers reads of the spaces it was given, and writes
 * down every request. Nothing passes time but its latency, requests that hang, and sleeping.
 */
import type { Identity } from '../../src/core/chat/identity';
import type { ChatPort, ChatRequest, ClockPort, Failure, Outcome } from '../../src/core/ports';
import type { RequestPorts } from '../../src/core/requests/runner';

export interface FakeMember {
  readonly id: string;
  /** Of a group: its address. */
  readonly email?: string;
  /** Whether the API shows the address; it knows it all the same. */
  readonly shown?: boolean;
  readonly state?: 'JOINED' | 'INVITED';
  readonly group?: boolean;
  readonly role?: 'ROLE_MANAGER' | 'ROLE_ASSISTANT_MANAGER';
  readonly displayName?: string;
  readonly affiliation?: 'INTERNAL' | 'EXTERNAL' | 'MANAGED_EXTERNAL';
  /** RFC 3339. */
  readonly createTime?: string;
  readonly app?: boolean;
  /** A get finds it, a list does not: it joined since, or the list is short. */
  readonly unlisted?: boolean;
}

export interface FakeSpace {
  readonly id: string;
  readonly members: readonly FakeMember[];
  /** Nobody may see it. */
  readonly closed?: boolean;
  readonly displayName?: string;
  /** `SPACE` unless told. */
  readonly spaceType?: 'SPACE' | 'GROUP_CHAT' | 'DIRECT_MESSAGE';
  /** A direct message with an app: nobody else is in it. */
  readonly withApp?: boolean;
  /** What Google counts, where that is not what its list holds. */
  readonly counted?: number;
  /** Who left, and when (RFC 3339). */
  readonly left?: readonly { readonly id: string; readonly at: string }[];
}

/** What meets a request instead of its answer; a request that hangs takes everything sent with it along. */
export type Fault = (request: ChatRequest, count: number) => Failure | 'hang' | 'lost' | null;

export interface FakeChatOptions {
  /** Most rows on a page. */
  readonly pageSize?: number;
  readonly batchSize?: number;
  readonly latencyMs?: number;
  readonly fault?: Fault;
  /** What a get by the address of somebody who is not there answers; `NOT_FOUND` unless told. */
  readonly absentAddress?: Failure;
  /** What a get by a group's address answers: not established. */
  readonly groupAddresses?: 'found' | 'notFound';
  /** What a get of an invited person answers with admin access: not established. */
  readonly invitedAsAdmin?: 'found' | 'notFound';
}

export const START = Date.UTC(2026, 9, 1, 9);
const HANG_MS = 60_000;

export function apiFailure(httpStatus: number, rest: Partial<Failure> = {}): Failure {
  return { at: 'api', httpStatus, message: 'Please try again.', ...rest };
}
export const NOT_FOUND = apiFailure(404, { status: 'NOT_FOUND', message: 'Requested entity was not found.' });
export const DENIED = apiFailure(403, {
  status: 'PERMISSION_DENIED',
  message:
    "Permission denied to perform the requested action on the specified resource, or the resource doesn't exist.",
});
const TIMED_OUT: Failure = { at: 'network', message: 'Timeout: https://chat.example/' };
const UNREACHABLE: Failure = { at: 'network', message: 'Address unavailable: https://chat.example/' };

export class FakeChat implements ChatPort {
  readonly requests: ChatRequest[] = [];
  /** When each of them was sent. */
  readonly times: number[] = [];
  /** Milliseconds of each sleep. */
  readonly sleeps: number[] = [];
  rounds = 0;
  now = START;
  fetchQuotaUsedUp = false;
  readonly clock: ClockPort = {
    now: () => this.now,
    sleep: (milliseconds) => {
      this.sleeps.push(milliseconds);
      this.now += Math.ceil(milliseconds);
    },
  };
  private readonly spaces: ReadonlyMap<string, FakeSpace>;

  constructor(
    spaces: readonly FakeSpace[],
    private readonly options: FakeChatOptions = {},
  ) {
    this.spaces = new Map(spaces.map((space) => [space.id, space]));
  }

  get batchSize(): number {
    return this.fetchQuotaUsedUp ? 1 : (this.options.batchSize ?? 200);
  }

  /** The ports of an execution that has just begun. Random numbers are drawn from a seed. */
  ports(): RequestPorts {
    let seed = 1;
    const random = { next: () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647 };
    return { chat: this, clock: this.clock, random, deadline: this.now + 5.5 * 60_000 };
  }

  send(
    requests: readonly ChatRequest[],
    identity: Identity,
    until: number,
  ): readonly (Outcome | 'notSent')[] {
    if (this.now + HANG_MS > until) return requests.map(() => 'notSent');
    this.rounds += 1;
    const sentAt = this.now;
    const faults = requests.map((request) => {
      this.requests.push(request);
      this.times.push(sentAt);
      return this.options.fault?.(request, this.requests.length) ?? null;
    });
    this.now += this.options.latencyMs ?? 0;
    if (faults.includes('hang')) return this.failTogether(requests, TIMED_OUT, HANG_MS);
    if (faults.includes('lost')) return this.failTogether(requests, UNREACHABLE, 0);
    return requests.map((request, index) => {
      const fault = faults[index] ?? null;
      return typeof fault === 'object' && fault !== null
        ? { ok: false, failure: fault }
        : this.answer(request, identity);
    });
  }

  requestsTo(space: string): number {
    return this.requests.filter((request) => spaceIn(request) === space).length;
  }

  /** Names of the memberships that were asked for by a get. */
  gets(): readonly string[] {
    return this.requests.flatMap((one) => (one.method === 'spaces.members.get' ? [one.name] : []));
  }

  lists(): readonly ChatRequest[] {
    return this.requests.filter(({ method }) => method === 'spaces.members.list');
  }

  answer(request: ChatRequest, identity: Identity): Outcome {
    if (request.method === 'spaces.list') return this.listSpaces(request);
    const space = this.spaces.get(spaceIn(request));
    if (space === undefined || space.closed === true) return { ok: false, failure: DENIED };
    if (request.method === 'spaces.members.list') return this.list(space, request, identity);
    if (request.method === 'spaces.members.get')
      return this.get(space, request.name.split('/')[3] ?? '', identity);
    if (request.method === 'spaces.get') return { ok: true, body: describeSpace(space) };
    if (request.method === 'spaces.spaceEvents.list') return { ok: true, body: eventsOf(space) };
    throw new RangeError(`The fake Chat API has no ${request.method}.`);
  }

  private listSpaces(request: ChatRequest & { method: 'spaces.list' }): Outcome {
    const all = [...this.spaces.values()].filter(({ closed }) => closed !== true);
    const from = Number(request.pageToken ?? 0);
    const to = from + Math.min(this.options.pageSize ?? 1000, request.pageSize ?? 100);
    const spaces = all.slice(from, to).map(describeSpace);
    return { ok: true, body: { spaces, ...(to < all.length ? { nextPageToken: String(to) } : {}) } };
  }

  private failTogether(
    requests: readonly ChatRequest[],
    failure: Failure,
    milliseconds: number,
  ): readonly Outcome[] {
    this.now += milliseconds;
    const shared = requests.length > 1 ? ({ shared: true } as const) : {};
    return requests.map(() => ({ ok: false, failure: { ...failure, ...shared } }));
  }

  private get(space: FakeSpace, member: string, identity: Identity): Outcome {
    const { groupAddresses = 'notFound', invitedAsAdmin = 'notFound' } = this.options;
    const found = space.members.find((one) => {
      if (identity.as === 'admin' && one.state === 'INVITED' && invitedAsAdmin === 'notFound') return false;
      if (idOf(one) === member) return true;
      return one.email === member && (one.group !== true || groupAddresses === 'found');
    });
    if (found !== undefined) return { ok: true, body: show(space, found) };
    const { absentAddress = NOT_FOUND } = this.options;
    return { ok: false, failure: member.includes('@') ? absentAddress : NOT_FOUND };
  }

  private list(
    space: FakeSpace,
    request: ChatRequest & { method: 'spaces.members.list' },
    identity: Identity,
  ): Outcome {
    const shown = space.members.filter(
      (one) =>
        one.unlisted !== true &&
        (one.role === 'ROLE_MANAGER' || request.filter?.includes('ROLE_MANAGER') !== true) &&
        (one.group !== true || request.showGroups === true) &&
        (one.app !== true || identity.as === 'user') &&
        (one.state !== 'INVITED' || (request.showInvited === true && identity.as === 'user')),
    );
    const from = Number(request.pageToken ?? 0);
    const to = from + Math.min(this.options.pageSize ?? 1000, request.pageSize ?? 100);
    const memberships = shown.slice(from, to).map((one) => show(space, one));
    // An empty list comes as an empty object.
    const body = memberships.length === 0 && from === 0 ? {} : { memberships };
    return { ok: true, body: { ...body, ...(to < shown.length ? { nextPageToken: String(to) } : {}) } };
  }
}

function spaceIn(request: ChatRequest): string {
  const name = 'name' in request ? request.name : 'parent' in request ? request.parent : '';
  return name.split('/')[1] ?? '';
}

function idOf(member: FakeMember): string {
  return member.group === true ? `group-${member.id}` : member.id;
}

/** A space as `spaces.get` and `spaces.list` give it. */
function describeSpace({
  id,
  displayName,
  spaceType = 'SPACE',
  members,
  counted,
  withApp,
}: FakeSpace): unknown {
  const joined = members.filter(({ state, unlisted }) => state !== 'INVITED' && unlisted !== true);
  return {
    name: `spaces/${id}`,
    spaceType,
    ...(displayName === undefined ? {} : { displayName }),
    ...(withApp === true ? { singleUserBotDm: true } : {}),
    membershipCount: {
      joinedDirectHumanUserCount:
        counted ?? joined.filter(({ group, app }) => group !== true && app !== true).length,
      joinedGroupCount: joined.filter(({ group }) => group === true).length,
    },
  };
}

function eventsOf({ id: space, left = [] }: FakeSpace): unknown {
  return {
    spaceEvents: left.map(({ id, at }, index) => ({
      name: `spaces/${space}/spaceEvents/E${index}`,
      eventTime: at,
      eventType: 'google.workspace.chat.membership.v1.deleted',
      membershipDeletedEventData: {
        membership: { name: `spaces/${space}/members/${id}`, state: 'NOT_A_MEMBER' },
      },
    })),
  };
}

function show(space: FakeSpace, member: FakeMember): unknown {
  const base = { name: `spaces/${space.id}/members/${idOf(member)}`, state: member.state ?? 'JOINED' };
  if (member.group === true) return { ...base, groupMember: { name: `groups/${member.id}` } };
  const { displayName, affiliation, createTime } = member;
  const said = {
    ...(affiliation === undefined ? {} : { affiliation }),
    ...(createTime === undefined ? {} : { createTime }),
  };
  const named = displayName === undefined ? {} : { displayName };
  const type = member.app === true ? 'BOT' : 'HUMAN';
  const email = member.shown === true && member.email !== undefined ? { email: member.email } : {};
  const role = member.role ?? 'ROLE_MEMBER';
  return { ...base, ...said, role, member: { name: `users/${member.id}`, type, ...named, ...email } };
}
