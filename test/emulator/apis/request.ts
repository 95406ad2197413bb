/** One request to an emulated API, checked and ready to be answered. */
import type { Scenario } from '../scenario/scenario';
import type { Directory } from '../workspace/directory';
import { choiceOf, type Assumption } from '../scenario/assumptions';
import type { As, Method } from './methods';
import type { Parameters } from './parameters';
import type { Token } from './tokens';

export interface ApiRequest {
  readonly method: Method;
  /** What the path names, such as `spaces/S/members/M`, decoded. */
  readonly resource: string;
  readonly parameters: Parameters;
  readonly token: Token;
  readonly as: As;
  readonly scenario: Scenario;
  readonly directory: Directory;
  readonly body: unknown;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Which answer this scenario gives to a question that nobody could settle. */
export function answerTo(request: ApiRequest, assumption: Assumption): string {
  return choiceOf(request.scenario, assumption);
}

export function has(request: ApiRequest, faultPreset: string): boolean {
  return request.scenario.faultPresets.includes(faultPreset);
}
