/** A Chat API with a memory and no network: gets and lists of the memberships it was given, every request written down. */
import type { ChatPort, ChatRequest, Failure, Outcome } from '../../src/core/ports';

export interface FakeMember {
  readonly id: string;
  readonly email?: string;
  /** Whether the API shows the address; it knows it all the same. */
  readonly shown?: boolean;
  readonly state?: 'JOINED' | 'INVITED';
  readonly group?: boolean;
}

export interface FakeSpace {
  readonly id: string;
  readonly members: readonly FakeMember[];
  /** Nobody may see it. */
  readonly closed?: boolean;
}

const NOT_FOUND: Failure = {
  at: 'api',
  httpStatus: 404,
  status: 'NOT_FOUND',
  message: 'Requested entity was not found.',
};
const DENIED: Failure = {
  at: 'api',
  httpStatus: 403,
  status: 'PERMISSION_DENIED',
  message:
    "Permission denied to perform the requested action on the specified resource, or the resource doesn't exist.",
};

export class FakeChat implements ChatPort {
  readonly requests: ChatRequest[] = [];
  rounds = 0;
  private readonly spaces: ReadonlyMap<string, FakeSpace>;

  constructor(
    spaces: readonly FakeSpace[],
    readonly pageSize = 1000,
    readonly batchSize = 100,
  ) {
    this.spaces = new Map(spaces.map((space) => [space.id, space]));
  }

  send(requests: readonly ChatRequest[]): readonly Outcome[] {
    this.rounds += 1;
    this.requests.push(...requests);
    return requests.map((request) => this.answer(request));
  }

  requestsTo(space: string): number {
    return this.requests.filter((request) =>
      request.method === 'spaces.members.list'
        ? request.parent === `spaces/${space}`
        : request.name.startsWith(`spaces/${space}/`),
    ).length;
  }

  answer(request: ChatRequest): Outcome {
    const name = request.method === 'spaces.members.list' ? request.parent : request.name;
    const [, id = '', , member = ''] = name.split('/');
    const space = this.spaces.get(id);
    if (space === undefined || space.closed === true) return { ok: false, failure: DENIED };
    if (request.method === 'spaces.members.list') return this.list(space, request);
    const found = space.members.find((one) => one.email === member || idOf(one) === member);
    return found === undefined ? { ok: false, failure: NOT_FOUND } : { ok: true, body: show(space, found) };
  }

  private list(space: FakeSpace, request: ChatRequest & { method: 'spaces.members.list' }): Outcome {
    const shown = space.members.filter(
      (one) =>
        (one.group !== true || request.showGroups === true) &&
        (one.state !== 'INVITED' || request.showInvited === true),
    );
    const from = Number(request.pageToken ?? 0);
    const to = from + Math.min(this.pageSize, request.pageSize);
    const memberships = shown.slice(from, to).map((one) => show(space, one));
    return { ok: true, body: { memberships, ...(to < shown.length ? { nextPageToken: String(to) } : {}) } };
  }
}

function idOf(member: FakeMember): string {
  return member.group === true ? `group-${member.id}` : member.id;
}

function show(space: FakeSpace, member: FakeMember): unknown {
  const base = { name: `spaces/${space.id}/members/${idOf(member)}`, state: member.state ?? 'JOINED' };
  if (member.group === true) return { ...base, groupMember: { name: `groups/${member.id}` } };
  const email = member.shown === true && member.email !== undefined ? { email: member.email } : {};
  return { ...base, role: 'ROLE_MEMBER', member: { name: `users/${member.id}`, type: 'HUMAN', ...email } };
}
