/** The plan of one space: list pages while that is cheaper than asking one by one, then ask for the rest; a probe where a refusal needs it. */
import type { Identity } from '../chat/identity';
import { kindOf, memberKeys, readMembershipPage, type MembershipPage } from '../chat/membership';
import type { ChatRequest, Failure, Outcome } from '../ports';
import { judgeFailure, problemOf, type Problem } from '../chat/problem';
import { isEmail, membershipName, type MembershipReference } from '../chat/reference';
import { judge, judgeMembership, type Verdict } from '../chat/verdict';

/** Largest page of `spaces.members.list`. */
const PAGE_SIZE = 1000;

/** One answered question. */
export interface Answered {
  readonly question: MembershipReference;
  readonly verdict: Verdict;
}

/** One request of the plan. `purpose` says what its outcome is for. */
export interface PlannedRequest {
  readonly space: string;
  readonly purpose: 'page' | 'get' | 'probe';
  readonly request: ChatRequest;
}

/** What a settled request meant: answers, or a problem that may pass and is worth another try, or one that stops the whole job. */
export type Settled =
  | { readonly kind: 'answers'; readonly answers: readonly Answered[] }
  | { readonly kind: 'again'; readonly problem: Problem }
  | { readonly kind: 'stop'; readonly problem: Problem };

/** What is worth remembering of a space from one step of a job to the next: nothing about people. */
export interface SpaceMemory {
  readonly space: string;
  /** Pages fetched of a listing that was cut, and the token of the next one. */
  readonly pages: number;
  readonly token: string | null;
  readonly listing: Listing;
  /** A group was seen on the pages so far. */
  readonly groups: boolean;
  readonly readable: boolean | null;
  /** The list carries no e-mail addresses here: ask for them one by one. */
  readonly addressless: boolean;
}

/** `complete`: every page was read. `refused`: the list was answered with a failure that will not pass. */
export type Listing = 'open' | 'complete' | 'refused';

/** The plan of one space. */
export class SpacePlan {
  /** Questions by the member asked for, until they are answered. */
  private readonly waiting = new Map<string, MembershipReference>();
  /** Of those, the ones that a list can answer: it never says `app`, and may lack e-mail addresses. */
  private readonly listable = new Set<string>();
  /** Gets that may be sent, in order. */
  private queue: string[] = [];
  private readonly held = new Map<string, Outcome>();
  private pageInFlight = false;
  private pages: number;
  private token: string | null;
  private listing: Listing;
  private groups: boolean;
  private readable: boolean | null;
  private addressless: boolean;
  private probing: 'no' | 'wanted' | 'sent' = 'no';
  private restarted = false;
  /** After a refused list: one get goes alone, and a like refusal answers for the whole space. */
  private listFailure: Failure | null = null;
  private trialGetSent = false;
  private trialGetAnswered = false;

  constructor(
    readonly space: string,
    private readonly identity: Identity,
    memory: SpaceMemory | undefined,
  ) {
    this.pages = memory?.pages ?? 0;
    this.token = memory?.token ?? null;
    this.listing = memory?.listing ?? 'open';
    this.groups = memory?.groups ?? false;
    this.readable = memory?.readable ?? null;
    this.addressless = memory?.addressless ?? false;
    // A listing that was cut and whose token is gone begins again.
    if (this.listing === 'open' && this.token === null) {
      this.pages = 0;
      this.groups = false;
    }
  }

  get open(): number {
    return this.waiting.size;
  }

  add(question: MembershipReference): void {
    this.waiting.set(question.member, question);
    this.placeInQueue(question.member);
  }

  next(): PlannedRequest | null {
    if (this.wantsPage()) {
      if (this.pageInFlight) return this.nextGet();
      this.pageInFlight = true;
      return this.page();
    }
    if (this.pageInFlight) return this.nextGet();
    this.releaseListable();
    if (this.probing === 'wanted' && this.held.size > 0) {
      this.probing = 'sent';
      return this.planned('probe', {
        method: 'spaces.members.list',
        parent: `spaces/${this.space}`,
        pageSize: 1,
        ...this.adminFilter(),
      });
    }
    return this.nextGet();
  }

  settle(planned: PlannedRequest, outcome: Outcome, last: boolean): Settled {
    switch (planned.purpose) {
      case 'page':
        return this.settlePage(outcome, last);
      case 'probe':
        return this.settleProbe(outcome, last);
      case 'get':
        return this.settleGet(planned, outcome, last);
    }
  }

  memory(): SpaceMemory {
    const { space, pages, token, listing, groups, readable, addressless } = this;
    return { space, pages, token, listing, groups, readable, addressless };
  }

  /**
   * The rule: fetch a page while the pages so far are fewer than the people still hoped for. No space then costs more than
   * twice the best in hindsight. One person alone is asked for directly: a get costs the same and is certain.
   */
  private wantsPage(): boolean {
    if (this.listing !== 'open') return false;
    const alone = this.pages === 0 && this.waiting.size === 1;
    return !alone && this.pages < this.listable.size;
  }

  private page(): PlannedRequest {
    const asUser = this.identity.as === 'user';
    return this.planned('page', {
      method: 'spaces.members.list',
      parent: `spaces/${this.space}`,
      pageSize: PAGE_SIZE,
      ...(this.token === null ? {} : { pageToken: this.token }),
      // Groups are shown to people only, invited people to the user's own identity only.
      ...(this.identity.as === 'app' ? {} : { showGroups: true }),
      ...(asUser ? { showInvited: true } : {}),
      ...this.adminFilter(),
    });
  }

  /** Admin access demands this filter. */
  private adminFilter(): { readonly filter?: string } {
    return this.identity.as === 'admin' ? { filter: 'member.type != "BOT"' } : {};
  }

  private nextGet(): PlannedRequest | null {
    if (this.listFailure !== null && this.trialGetSent && !this.trialGetAnswered) return null;
    const member = this.queue.shift();
    if (member === undefined) return null;
    this.trialGetSent = true;
    return this.planned('get', {
      method: 'spaces.members.get',
      name: membershipName({ space: this.space, member }),
    });
  }

  private planned(purpose: PlannedRequest['purpose'], request: ChatRequest): PlannedRequest {
    return { space: this.space, purpose, request };
  }

  private placeInQueue(member: string): void {
    const listable = member !== 'app' && !(this.addressless && isEmail(member));
    if (listable && this.listing === 'open') this.listable.add(member);
    else this.queue.push(member);
  }

  /** The list is left: what it did not answer is asked one by one. */
  private releaseListable(): void {
    this.queue.push(...this.listable);
    this.listable.clear();
  }

  private settlePage(outcome: Outcome, last: boolean): Settled {
    const page = outcome.ok ? readMembershipPage(outcome.body) : null;
    if (page === null) return this.settleBadPage(outcome, last);
    this.pageInFlight = false;
    this.pages += 1;
    this.readable = true;
    this.token = page.nextPageToken;
    if (page.nextPageToken === null) this.listing = 'complete';
    // A kind of member that this version does not know may bring people in as a group does.
    this.groups ||= page.memberships.some((one) => [null, 'group'].includes(kindOf(one)));
    const answers = this.findOn(page);
    this.noticeMissingAddresses(page);
    return { kind: 'answers', answers: [...answers, ...this.judgeHeld()] };
  }

  private findOn(page: MembershipPage): readonly Answered[] {
    const answers: Answered[] = [];
    for (const membership of page.memberships) {
      for (const key of memberKeys(membership)) {
        if (!this.listable.has(key)) continue;
        const verdict = judgeMembership(membership, this.noGroups);
        // A row that says neither joined nor invited proves nothing yet: the get decides.
        if (verdict.kind === 'member' || verdict.kind === 'invited')
          answers.push(...this.answer(key, verdict));
      }
    }
    return answers;
  }

  /** Addresses may be missing from a whole list: then no further page can answer who is asked for by address. */
  private noticeMissingAddresses(page: MembershipPage): void {
    const people = page.memberships.filter((one) => kindOf(one) === 'person');
    if (this.pages > 1 || people.length === 0 || people.some((one) => one.member?.email !== undefined))
      return;
    this.addressless = true;
    for (const member of [...this.listable].filter(isEmail)) {
      this.listable.delete(member);
      this.queue.push(member);
    }
  }

  private settleBadPage(outcome: Outcome, last: boolean): Settled {
    const problem = this.problemOfList(outcome);
    if (problem.passing && !last) return { kind: 'again', problem };
    this.pageInFlight = false;
    if (problem.repeats) return { kind: 'stop', problem };
    // A token that is no longer accepted: once, from page one.
    if (this.token !== null && !this.restarted && !outcome.ok && outcome.failure.httpStatus === 400) {
      this.restarted = true;
      this.token = null;
      this.pages = 0;
      this.groups = false;
      return { kind: 'answers', answers: [] };
    }
    this.listing = 'refused';
    this.noteRefusal(outcome);
    return { kind: 'answers', answers: this.judgeHeld() };
  }

  private settleProbe(outcome: Outcome, last: boolean): Settled {
    if (outcome.ok && readMembershipPage(outcome.body) !== null) {
      this.readable = true;
    } else {
      const problem = this.problemOfList(outcome);
      if (problem.passing && !last) return { kind: 'again', problem };
      if (problem.repeats) {
        this.probing = 'wanted';
        return { kind: 'stop', problem };
      }
      this.noteRefusal(outcome);
    }
    return { kind: 'answers', answers: this.judgeHeld() };
  }

  private noteRefusal(outcome: Outcome): void {
    if (this.readable === true) return;
    this.readable = false;
    if (!outcome.ok) this.listFailure = outcome.failure;
  }

  private problemOfList(outcome: Outcome): Problem {
    if (outcome.ok) return problemOf('answerUnreadable');
    return judgeFailure(outcome.failure, { identity: this.identity, spaceReadable: this.readable });
  }

  private settleGet({ request }: PlannedRequest, outcome: Outcome, last: boolean): Settled {
    if (request.method !== 'spaces.members.get') throw new RangeError(`${request.method} is not a get.`);
    const member = request.name.slice(request.name.lastIndexOf('/') + 1);
    const judgement = judge(outcome, {
      request,
      identity: this.identity,
      spaceReadable: this.readable,
      noGroups: this.noGroups,
    });
    if (judgement.needsProbe === true) {
      this.trialGetAnswered = true;
      this.held.set(member, outcome);
      if (this.probing === 'no') this.probing = 'wanted';
      return { kind: 'answers', answers: [] };
    }
    const { verdict } = judgement;
    if (verdict.kind === 'unchecked' && verdict.problem.repeats && (last || !verdict.problem.passing)) {
      this.queue.unshift(member);
      return { kind: 'stop', problem: verdict.problem };
    }
    if (verdict.kind === 'unchecked' && verdict.problem.passing && !last) {
      return { kind: 'again', problem: verdict.problem };
    }
    this.trialGetAnswered = true;
    return { kind: 'answers', answers: [...this.answer(member, verdict), ...this.closeSpace(outcome)] };
  }

  /** A space whose list and whose first get are refused alike is closed to this identity: nobody else is asked for. */
  private closeSpace(outcome: Outcome): readonly Answered[] {
    if (outcome.ok || this.listFailure === null) return [];
    const { httpStatus } = outcome.failure;
    if (httpStatus !== this.listFailure.httpStatus || (httpStatus !== 403 && httpStatus !== 404)) return [];
    return this.queue.splice(0).flatMap((member) => this.judgeLate(member, outcome));
  }

  /** Judges the gets that had to wait for the probe. */
  private judgeHeld(): readonly Answered[] {
    const late = [...this.held];
    this.held.clear();
    return late.flatMap(([member, outcome]) => this.judgeLate(member, outcome));
  }

  private judgeLate(member: string, outcome: Outcome): readonly Answered[] {
    const judgement = judge(outcome, {
      request: { method: 'spaces.members.get', name: membershipName({ space: this.space, member }) },
      identity: this.identity,
      spaceReadable: this.readable ?? false,
      noGroups: this.noGroups,
    });
    return judgement.needsProbe === true ? [] : this.answer(member, judgement.verdict);
  }

  private answer(member: string, verdict: Verdict): readonly Answered[] {
    const question = this.waiting.get(member);
    this.waiting.delete(member);
    this.listable.delete(member);
    return question === undefined ? [] : [{ question, verdict }];
  }

  /** Only a listing that was read to its end, with groups shown, can rule groups out. */
  private get noGroups(): boolean {
    return this.listing === 'complete' && !this.groups && this.identity.as !== 'app';
  }
}
