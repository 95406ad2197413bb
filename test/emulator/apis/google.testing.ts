/** The emulated Google APIs for a test: real HTTP, on a clock that only the test moves. */
import type { GoogleApis } from './google';
import { openGoogle } from './open';
import { movableClock, type MovableClock } from '../clock';
import { FIRST_ANSWERS } from '../scenario/assumptions';
import { DEFAULT_SCENARIO, type Scenario } from '../scenario/scenario';
import { inventedWorkspace } from '../workspace/invented';
import type {
  MembershipResource,
  Person,
  Space,
  SpaceEventResource,
  Workspace,
} from '../workspace/workspace';
import { START } from '../../emulator.testing';

export type As = 'user' | 'admin' | 'app';

/** Everything that an answer may hold; a test knows what it has asked for. */
export interface Body {
  readonly name: string;
  readonly state: string;
  readonly displayName: string;
  readonly member: Person;
  readonly memberships?: readonly MembershipResource[];
  readonly spaces?: readonly Space[];
  readonly results?: readonly { readonly space: Space }[];
  readonly spaceEvents?: readonly SpaceEventResource[];
  readonly nextPageToken?: string;
  readonly totalSize: number;
  readonly accessToken: string;
  readonly expireTime: string;
  readonly error: {
    readonly code: number;
    readonly message: string;
    readonly status: string;
    readonly details?: readonly Detail[];
  };
}

/** `ErrorInfo` or `BadRequest`. */
interface Detail {
  readonly '@type': string;
  readonly reason: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly fieldViolations: readonly { readonly field?: string; readonly description: string }[];
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON; an empty object where the answer is none. */
  readonly body: Body;
  readonly text: string;
}

export interface Asking {
  readonly as?: As;
  /** Instead of a ready-made token; null: none. */
  readonly token?: string | null;
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface GoogleEnvironment {
  readonly apis: GoogleApis;
  readonly clock: MovableClock;
  /** Asks for a path with its query. A tenth of a second passes before, so that no quota is in the way. */
  ask(path: string, asking?: Asking): Promise<Answer>;
  close(): Promise<void>;
}

export async function openGoogleEnvironment(
  scenario: Partial<Scenario> = {},
  workspace: Workspace = inventedWorkspace(),
  seed = 1,
): Promise<GoogleEnvironment> {
  const clock = movableClock(START);
  const apis = await openGoogle({
    workspace,
    scenario: {
      ...DEFAULT_SCENARIO,
      ...scenario,
      assumptions: { ...FIRST_ANSWERS, ...scenario.assumptions },
    },
    clock,
    port: 0,
    seed,
  });
  return {
    apis,
    clock,
    ask: async (path, { as = 'user', token = apis.tokens[as], method = 'GET', body, headers = {} } = {}) => {
      clock.advance(100);
      const response = await fetch(apis.url + path, {
        method,
        headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const json = response.headers.get('content-type')?.startsWith('application/json');
      return {
        status: response.status,
        headers: response.headers,
        body: (json ? JSON.parse(text) : {}) as Body,
        text,
      };
    },
    close: () => apis.close(),
  };
}

/** Query text of these parameters; what is undefined is left out. */
export function queryOf(parameters: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return `?${given.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')}`;
}

/** Every page of a list of members, one after another. */
export async function allPages(
  environment: GoogleEnvironment,
  space: string,
  parameters: Readonly<Record<string, string | number | boolean | undefined>> = {},
  as: As = 'user',
): Promise<readonly (readonly MembershipResource[])[]> {
  const pages: (readonly MembershipResource[])[] = [];
  let pageToken: string | undefined;
  do {
    const { status, body } = await environment.ask(
      `/v1/${space}/members${queryOf({ ...parameters, pageToken })}`,
      {
        as,
      },
    );
    if (status !== 200) throw new Error(JSON.stringify(body));
    pages.push(body.memberships ?? []);
    pageToken = body.nextPageToken;
  } while (pageToken !== undefined);
  return pages;
}

/** `code status message` of a refusal, in the words that a reader would look for. */
export function refusal({ body }: Pick<Answer, 'body'>): string {
  const { code, status, message } = body.error;
  return `${code} ${status} ${message}`;
}

/** The `ErrorInfo` of a refusal. */
export function infoOf({ body }: Pick<Answer, 'body'>): Detail | undefined {
  return body.error.details?.find((one) => one['@type'] === 'type.googleapis.com/google.rpc.ErrorInfo');
}
