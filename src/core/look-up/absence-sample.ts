/** Ids that a complete listing lacks: a few gets confirm the listing for all of them. */

/** Gets that confirm a listing. */
const SAMPLE = 3;

export class AbsenceSample {
  private sampled = new Set<string>();
  private pending: string[] = [];

  /** Whether nobody waits for the sample. */
  get isSettled(): boolean {
    return this.pending.length === 0;
  }

  /** Takes the members that the list lacks. Those that come back are asked for, the rest waits for their answers. */
  begin(members: readonly string[]): readonly string[] {
    if (members.length === 0) return [];
    const step = Math.max(1, members.length / SAMPLE);
    const chosen = members.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
    this.sampled = new Set(chosen);
    this.pending = members.filter((member) => !this.sampled.has(member));
    return chosen;
  }

  has(member: string): boolean {
    return this.sampled.has(member);
  }

  /**
   * Notes the answer to a sampled get. `absent`: whom the sample proves absent, once all of it is confirmed. `unproven`: who
   * must be asked for, because it was not.
   */
  note(
    member: string,
    isConfirmed: boolean,
  ): { readonly absent: readonly string[]; readonly unproven: readonly string[] } {
    this.sampled.delete(member);
    if (!isConfirmed) return { absent: [], unproven: this.pending.splice(0) };
    return { absent: this.sampled.size === 0 ? this.pending.splice(0) : [], unproven: [] };
  }
}
