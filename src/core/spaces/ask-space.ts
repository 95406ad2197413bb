/** What Google says of one space. */
import { readSpace, SPACE_FIELDS, type Space } from '../chat/space';
import type { Execution } from '../execution';
import type { Outcome } from '../ports';
import { atOnce, carryOut } from '../requests/at-once';
import type { Plan, PlannedRequest, Settled } from '../requests/plan';
import { problemOfSpaces } from './space-list';

/** A person waits. */
const PATIENCE_MS = 8_000;

/** Asks about a space (`spaces/…`); null where Google does not tell, for whatever reason: its members may be listed all the same. */
export function askSpace(execution: Execution, name: string): Space | null {
  const { identity } = execution;
  const plan = new OneSpace(name, execution);
  const { results } = carryOut(plan, atOnce(execution, identity, PATIENCE_MS));
  return results[0] ?? null;
}

class OneSpace implements Plan<Space> {
  open = 1;
  private isSent = false;

  constructor(
    private readonly name: string,
    private readonly execution: Pick<Execution, 'identity'>,
  ) {}

  next(limit: number, room: (space: string) => number = () => Infinity): readonly PlannedRequest[] {
    const space = this.name.slice('spaces/'.length);
    if (this.isSent || limit < 1 || room(space) < 1) return [];
    this.isSent = true;
    const request = { method: 'spaces.get', name: this.name, fields: SPACE_FIELDS } as const;
    return [{ space, purpose: 'space', request }];
  }

  settle(_: PlannedRequest, outcome: Outcome, last: boolean): Settled<Space> {
    const space = outcome.ok ? readSpace(outcome.body) : null;
    const problem = problemOfSpaces(outcome, this.execution.identity);
    if (!outcome.ok && problem.passing && !last) return { kind: 'again', problem };
    this.open = 0;
    return { kind: 'results', results: space?.name === this.name ? [space] : [] };
  }
}
