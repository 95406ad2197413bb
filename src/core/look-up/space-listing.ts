/** The listing of one space's members: its pages, and what they prove. */
import type { Identity } from '../chat/identity';
import { memberPageRequest } from '../chat/member-list';
import { kindOf, type Membership, type MembershipPage } from '../chat/membership';
import type { ProblemCode } from '../chat/problem';
import type { ChatRequest } from '../ports';
import type { ListingMemory, ListingState } from './space-memory';

/** As whom a list is asked for, and who that is. */
export interface ListingContext {
  readonly identity: Identity;
  /** Tells whether a membership is that of whoever asks; never true where that is not known. */
  readonly isCurrentUser: (membership: Membership) => boolean;
}

export class SpaceListing {
  private current: ListingState;
  private pagesRead: number;
  private token: string | null;
  private groups: boolean;
  private currentUserListed: boolean;
  private missesAddresses: boolean;
  private problem: ProblemCode | null;
  /** Every page was read here, none of them in an earlier step. */
  private isWhole: boolean;
  private restarted = false;

  constructor(
    private readonly space: string,
    private readonly context: ListingContext,
    memory: ListingMemory | undefined,
  ) {
    this.current = memory?.listing ?? 'open';
    this.pagesRead = memory?.pages ?? 0;
    this.token = memory?.token ?? null;
    this.groups = memory?.groups ?? false;
    this.currentUserListed = memory?.currentUserListed ?? false;
    this.missesAddresses = memory?.addressless ?? false;
    this.problem = memory?.listProblem ?? null;
    this.isWhole = false;
    // A listing that was cut and whose token is gone begins again.
    if (this.current === 'open' && this.token === null) this.begin();
  }

  get state(): ListingState {
    return this.current;
  }

  get pages(): number {
    return this.pagesRead;
  }

  /** The list carries no e-mail addresses. */
  get isAddressless(): boolean {
    return this.missesAddresses;
  }

  /** Why the list failed; null while it did not. */
  get failedWith(): ProblemCode | null {
    return this.problem;
  }

  /**
   * Whether nobody can have come in through a group. Only a person sees groups and invited groups, and a list that lacks
   * whoever asks lacks others too.
   */
  get provesNoGroups(): boolean {
    return this.isTrusted && !this.groups;
  }

  /** Whether whoever is on none of the pages has no membership of their own, to be confirmed by a few gets [infer]. */
  get provesAbsence(): boolean {
    return this.isTrusted && this.isWhole;
  }

  private get isTrusted(): boolean {
    return this.current === 'complete' && this.context.identity.as === 'user' && this.currentUserListed;
  }

  /** The request for the next page. */
  request(): ChatRequest {
    return memberPageRequest(this.space, this.context.identity, { token: this.token });
  }

  /** Takes a page in. */
  add({ memberships, nextPageToken }: MembershipPage): void {
    this.pagesRead += 1;
    this.token = nextPageToken;
    if (nextPageToken === null) this.current = 'complete';
    memberships.forEach((membership) => {
      this.noteKind(membership);
    });
    this.currentUserListed ||= memberships.some(this.context.isCurrentUser);
    const people = memberships.filter((one) => kindOf(one) === 'person');
    if (this.pagesRead === 1 && people.length > 0)
      this.missesAddresses = people.every(({ member }) => member?.email === undefined);
  }

  /** A kind of member that this version does not know may bring people in as a group does. */
  noteKind(membership: Membership): void {
    const kind = kindOf(membership);
    this.groups ||= kind === 'group' || kind === null;
  }

  /** The list failed for good. Tells whether it begins again: once, where its page token was refused. */
  fail(problem: ProblemCode): boolean {
    if (problem === 'requestRefused' && this.token !== null && !this.restarted) {
      this.restarted = true;
      this.begin();
      return true;
    }
    this.current = 'failed';
    this.problem = problem;
    return false;
  }

  private begin(): void {
    this.token = null;
    this.pagesRead = 0;
    this.groups = false;
    this.currentUserListed = false;
    this.isWhole = true;
  }

  /** What to remember. `isSettled`: nobody waits for what the absence from this list proves. */
  memory(isSettled: boolean): ListingMemory {
    const { space, groups, currentUserListed } = this;
    const begun = { listing: this.current, pages: this.pagesRead, token: this.token };
    return {
      space,
      ...(isSettled ? begun : { listing: 'open' as const, pages: 0, token: null }),
      groups,
      currentUserListed,
      addressless: this.missesAddresses,
      listProblem: this.problem,
    };
  }
}
