/** The plan of one space: list pages while that is cheaper than asking one by one, then ask for the rest; a probe where a refusal needs it. */
import { adminFilter } from '../chat/member-list';
import { memberKeys, readMembershipPage, type MembershipPage } from '../chat/membership';
import { judgeFailure, problemOf, type Problem, type ProblemCode } from '../chat/problem';
import { isEmail, membershipName, type MembershipReference } from '../chat/reference';
import { judge, judgeMembership, type Judgement, type Verdict } from '../chat/verdict';
import type { ChatRequest, Outcome } from '../ports';
import type { PlannedRequest, Settled } from '../requests/plan';
import { AbsenceSample } from './absence-sample';
import { SpaceListing, type ListingContext } from './space-listing';
import type { SpaceMemory } from './space-memory';

/** One answered question. */
export interface Answered {
  readonly question: MembershipReference;
  readonly verdict: Verdict;
}

type SettledAnswers = Settled<Answered>;

/** Refusals that say that this identity cannot read the space. */
const UNREADABLE: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'noAccess',
  'notFound',
  'adminDenied',
  'appNotInSpace',
]);

/** The plan of one space. */
export class SpacePlan {
  /** Questions by the member asked for, until they are answered. */
  private readonly waiting = new Map<string, MembershipReference>();
  /** Members that a list page can resolve: not `app`, and no e-mail addresses where the list omits them. */
  private readonly listable = new Set<string>();
  /** Gets that may be sent, in order. */
  private queue: string[] = [];
  /** Gets that were refused so that only a look at the space tells what it means. */
  private readonly held = new Map<string, Outcome>();
  private readonly listing: SpaceListing;
  private readonly sample = new AbsenceSample();
  private pageInFlight = false;
  private readable: boolean | null;
  private probing: 'no' | 'wanted' | 'sent' = 'no';
  private probeProblem: Problem | null = null;
  /** After a failed list one get goes alone; a like failure answers for the whole space. */
  private trialGet: 'no' | 'sent' | 'answered' = 'no';

  constructor(
    readonly space: string,
    private readonly context: ListingContext,
    memory: SpaceMemory | undefined,
  ) {
    this.listing = new SpaceListing(space, context, memory);
    this.readable = memory?.readable ?? null;
    const code = memory?.probeProblem ?? null;
    this.probeProblem = code === null ? null : problemOf(code);
    if (memory?.probeWanted === true) this.probing = 'wanted';
  }

  get open(): number {
    return this.waiting.size;
  }

  add(question: MembershipReference): void {
    const { member } = question;
    this.waiting.set(member, question);
    const isListable = member !== 'app' && !(this.listing.isAddressless && isEmail(member));
    if (isListable && this.listing.state === 'open') this.listable.add(member);
    else this.queue.push(member);
  }

  /** Whether its list was read, in part or whole, or failed. */
  get isBegun(): boolean {
    return this.listing.pages > 0 || this.listing.state !== 'open';
  }

  next(): PlannedRequest | null {
    if (this.pageInFlight) return this.nextGet();
    if (this.wantsPage()) {
      this.pageInFlight = true;
      return this.planned('page', this.listing.request());
    }
    this.releaseListable();
    if (this.probing === 'wanted' && this.needsProbe) {
      this.probing = 'sent';
      return this.planned('probe', {
        method: 'spaces.members.list',
        parent: `spaces/${this.space}`,
        pageSize: 1,
        ...adminFilter(this.context.identity),
      });
    }
    return this.nextGet();
  }

  settle(planned: PlannedRequest, outcome: Outcome, last: boolean): SettledAnswers {
    switch (planned.purpose) {
      case 'page':
        return this.settlePage(outcome, last);
      case 'probe':
        return this.settleProbe(outcome, last);
      default:
        return this.settleGet(planned.request, outcome, last);
    }
  }

  memory(): SpaceMemory {
    const { readable, probeProblem } = this;
    return {
      ...this.listing.memory(this.sample.isSettled),
      readable,
      // A step may be too short for a get and the look after it.
      probeWanted: this.probing !== 'no' && this.needsProbe,
      probeProblem: probeProblem?.code ?? null,
    };
  }

  /** Nothing tells yet whether the space can be read. */
  private get needsProbe(): boolean {
    return this.readable === null && this.probeProblem === null;
  }

  /**
   * Fetch a page while the pages so far are fewer than the people still unanswered: no space then costs more than twice the
   * best in hindsight. One person alone is asked for directly: a get costs the same and is certain.
   */
  private wantsPage(): boolean {
    if (this.listing.state !== 'open') return false;
    const isOnly = this.listing.pages === 0 && this.waiting.size === 1;
    return !isOnly && this.listing.pages < this.listable.size;
  }

  private nextGet(): PlannedRequest | null {
    if (this.listing.state === 'failed' && this.trialGet === 'sent') return null;
    const member = this.queue.shift();
    if (member === undefined) return null;
    if (this.trialGet === 'no') this.trialGet = 'sent';
    return this.planned('get', {
      method: 'spaces.members.get',
      name: membershipName({ space: this.space, member }),
    });
  }

  private planned(purpose: 'page' | 'probe' | 'get', request: ChatRequest): PlannedRequest {
    return { space: this.space, purpose, request };
  }

  /** The list is left: whom it did not answer is asked for one by one; of ids that it proves absent, only a sample. */
  private releaseListable(): void {
    const members = [...this.listable];
    this.listable.clear();
    const isProven = (member: string): boolean => this.listing.provesAbsence && /^\d+$/.test(member);
    this.queue.push(...this.sample.begin(members.filter(isProven)));
    this.queue.push(...members.filter((member) => !isProven(member)));
  }

  private settlePage(outcome: Outcome, last: boolean): SettledAnswers {
    const page = outcome.ok ? readMembershipPage(outcome.body) : null;
    if (page === null) return this.settleBadPage(outcome, last);
    this.pageInFlight = false;
    this.readable = true;
    this.listing.add(page);
    const answers = this.findOn(page);
    if (this.listing.isAddressless) this.stopListingAddresses();
    return results([...answers, ...this.judgeHeld()]);
  }

  private findOn(page: MembershipPage): readonly Answered[] {
    return page.memberships.flatMap((membership) => {
      const verdict = judgeMembership(membership, this.listing.provesNoGroups);
      // A row that says neither joined nor invited proves nothing yet: the get decides.
      if (verdict.kind !== 'member' && verdict.kind !== 'invited') return [];
      const found = memberKeys(membership).filter((key) => this.listable.has(key));
      return found.flatMap((key) => this.answer(key, verdict));
    });
  }

  /** No further page can answer who is asked for by address. */
  private stopListingAddresses(): void {
    for (const member of [...this.listable].filter(isEmail)) {
      this.listable.delete(member);
      this.queue.push(member);
    }
  }

  private settleBadPage(outcome: Outcome, last: boolean): SettledAnswers {
    const problem = this.problemOfList(outcome);
    if (problem.passing && !last) return { kind: 'again', problem };
    this.pageInFlight = false;
    if (problem.repeats) return { kind: 'stop', problem };
    if (this.listing.fail(problem.code)) return results([]);
    this.noteRefusal(problem);
    return results(this.judgeHeld());
  }

  private settleProbe(outcome: Outcome, last: boolean): SettledAnswers {
    if (outcome.ok && readMembershipPage(outcome.body) !== null) {
      this.readable = true;
      return results(this.judgeHeld());
    }
    const problem = this.problemOfList(outcome);
    if (problem.passing && !last) return { kind: 'again', problem };
    if (problem.repeats) return { kind: 'stop', problem };
    this.probeProblem = problem;
    this.noteRefusal(problem);
    return results(this.judgeHeld());
  }

  /** Only a refusal that says so makes a space unreadable, and only while nothing has proven that it is readable. */
  private noteRefusal({ code }: Problem): void {
    if (UNREADABLE.has(code)) this.readable ??= false;
  }

  private problemOfList(outcome: Outcome): Problem {
    if (outcome.ok) return problemOf('answerUnreadable');
    return judgeFailure(outcome.failure, { identity: this.context.identity, spaceReadable: this.readable });
  }

  private settleGet(request: ChatRequest, outcome: Outcome, last: boolean): SettledAnswers {
    if (request.method !== 'spaces.members.get') throw new RangeError(`${request.method} is not a get.`);
    const member = request.name.slice(request.name.lastIndexOf('/') + 1);
    const judgement = this.judgeGet(member, outcome);
    if (judgement.needsProbe === true) return this.hold(member, outcome);
    const { verdict } = judgement;
    if (verdict.kind === 'unchecked') {
      const { problem } = verdict;
      if (problem.passing && !last) return { kind: 'again', problem };
      if (problem.repeats) return { kind: 'stop', problem };
    }
    this.trialGet = 'answered';
    return results([
      ...this.answer(member, verdict),
      ...this.noteSeen(verdict),
      ...this.noteSampled(member, verdict),
      ...this.closeSpace(outcome, verdict),
    ]);
  }

  /** Keeps a refusal until it is known whether the space can be read. */
  private hold(member: string, outcome: Outcome): SettledAnswers {
    this.trialGet = 'answered';
    this.held.set(member, outcome);
    if (this.probing === 'no') this.probing = 'wanted';
    return results(this.judgeHeld());
  }

  /** A membership that was shown proves that the space can be read. */
  private noteSeen(verdict: Verdict): readonly Answered[] {
    if (verdict.kind === 'unchecked' || verdict.membership === undefined) return [];
    this.listing.noteKind(verdict.membership);
    this.readable = true;
    return this.judgeHeld();
  }

  /** A sampled get that confirms the list answers for all others whom it lacks; any other answer: they are asked for too. */
  private noteSampled(member: string, verdict: Verdict): readonly Answered[] {
    if (!this.sample.has(member)) return [];
    const isConfirmed = verdict.kind === 'notMember' && verdict.membership === undefined;
    const { absent, unproven } = this.sample.note(member, isConfirmed);
    this.queue.push(...unproven);
    return absent.flatMap((one) =>
      this.answer(one, { kind: 'notMember', directOnly: !this.listing.provesNoGroups }),
    );
  }

  /** A space whose list and whose next get fail alike is closed to this identity: nobody else is asked for. */
  private closeSpace(outcome: Outcome, verdict: Verdict): readonly Answered[] {
    const { identity } = this.context;
    const problem = outcome.ok
      ? verdict.kind === 'unchecked' && verdict.problem
      : judgeFailure(outcome.failure, { identity });
    if (!problem || problem.code !== this.listing.failedWith) return [];
    if (!problem.passing && !UNREADABLE.has(problem.code)) return [];
    return this.queue.splice(0).flatMap((member) => this.judgeLate(member, outcome));
  }

  /** Judges the gets that had to wait for a look at the space, once there was one. */
  private judgeHeld(): readonly Answered[] {
    if (this.needsProbe) return [];
    const late = [...this.held];
    this.held.clear();
    return late.flatMap(([member, outcome]) => this.judgeLate(member, outcome));
  }

  private judgeLate(member: string, outcome: Outcome): readonly Answered[] {
    const judgement = this.judgeGet(member, outcome);
    if (judgement.needsProbe !== true) return this.answer(member, judgement.verdict);
    const problem = this.probeProblem ?? problemOf('unknown');
    return this.answer(member, { kind: 'unchecked', problem });
  }

  private judgeGet(member: string, outcome: Outcome): Judgement {
    return judge(outcome, {
      request: { method: 'spaces.members.get', name: membershipName({ space: this.space, member }) },
      identity: this.context.identity,
      spaceReadable: this.readable,
      noGroups: this.listing.provesNoGroups,
    });
  }

  private answer(member: string, verdict: Verdict): readonly Answered[] {
    const question = this.waiting.get(member);
    this.waiting.delete(member);
    this.listable.delete(member);
    return question === undefined ? [] : [{ question, verdict }];
  }
}

function results(answers: readonly Answered[]): SettledAnswers {
  return { kind: 'results', results: answers };
}
