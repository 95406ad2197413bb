/** How a script's HTTP requests leave: to the emulated Google APIs on loopback, or nowhere. */
import { legacyReason } from '../apis/errors';
import { FORWARDED_HOST, HUNG, SENT_AT, type GoogleApis } from '../apis/google';
import type { Clock } from '../clock';
import { choiceOf } from '../scenario/assumptions';
import type { Scenario } from '../scenario/scenario';
import { ADVANCED_SERVICES } from './advanced-services';
import { checkFetch, type FetchRequest } from './fetch-rules';
import { ScriptException, type HostService, type Running } from './host';
import { platformMessage, type PlatformMessage } from './messages';

export interface FetchReply {
  readonly code: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface GoogleHttpOptions {
  readonly apis: GoogleApis;
  readonly whitelist: readonly string[] | undefined;
  readonly scenario: () => Scenario;
  readonly random: () => number;
  readonly tokenOf: (running: Running) => string;
  readonly clock: Clock;
}

const SHOWN_OF_A_RESPONSE = 500;
/** The emulated APIs' answer where they lack something. */
const UNSERVED = /"message": ?"(.* is not available in the emulator\.)"/;

export class GoogleHttp {
  /** UrlFetchApp's requests since the scenario was set; only a scenario that limits them counts. */
  private fetched = 0;

  constructor(private readonly options: GoogleHttpOptions) {}

  /** The scenario's limits begin anew. */
  restart(): void {
    this.fetched = 0;
  }

  readonly urlFetch = {
    fetch: async (running: Running, request: FetchRequest) => {
      this.spend(running, 1);
      this.check(running, request);
      return this.send(running, request);
    },
    fetchAll: async (running: Running, requests: readonly FetchRequest[]) => {
      this.spend(running, requests.length);
      for (const request of requests) this.check(running, request);
      if (this.options.random() < this.options.scenario().faults.fetchAllThrows) {
        throw refusal(running, 'addressUnavailable', { url: requests[0]?.url ?? '' });
      }
      const sentAt = this.options.clock.now();
      const settled = await Promise.allSettled(
        requests.map((request) => this.send(running, request, sentAt)),
      );
      // One that gets no answer makes the whole call throw; the other responses are lost.
      return settled.map((one) => {
        if (one.status === 'rejected') throw one.reason;
        return one.value;
      });
    },
  } satisfies HostService;

  readonly advanced = {
    call: async (
      running: Running,
      service: string,
      method: string,
      pathPart: string | null,
      parameters: Parameters,
      headers: Readonly<Record<string, string>>,
    ) => {
      if (choiceOf(this.options.scenario(), 'advanced-fetch-quota') === 'shared') this.spend(running, 1);
      const { host = '', methods = {} } = ADVANCED_SERVICES.get(service) ?? {};
      const { id = '', path = '' } = methods[method] ?? {};
      const url = `https://${host}${path.replace(/\{\+\w+\}/, encodePath(pathPart ?? ''))}${queryOf(parameters)}`;
      const reply = await this.send(running, {
        url,
        method: 'get',
        headers: { Authorization: `Bearer ${this.options.tokenOf(running)}`, ...headers },
        contentType: null,
        payload: null,
        muteHttpExceptions: true,
      });
      return this.readAdvanced(running, id, reply);
    },
  } satisfies HostService;

  private readAdvanced(running: Running, id: string, { code, text }: FetchReply): unknown {
    let body: unknown;
    try {
      body = JSON.parse(text) as unknown;
    } catch {
      throw new ScriptException(
        `Response Code: ${code}. Message: ${text.slice(0, SHOWN_OF_A_RESPONSE)}`,
        'HttpResponseException',
      );
    }
    if (code < 400) return body;
    const error = (body as { error?: GoogleError }).error ?? {};
    const message = error.message ?? '';
    const reason = legacyReason(error.status, error.details?.find((one) => one.reason !== undefined)?.reason);
    // Which parts of the API's error arrive is not established: code, message and errors are seen in public logs.
    const whole = choiceOf(this.options.scenario(), 'advanced-error-details') === 'whole';
    const details = whole
      ? error
      : { code: error.code ?? code, message, errors: [{ message, domain: 'global', reason }] };
    const frame = platformMessage(running.locale, 'advancedFrame', { method: id, message });
    throw new ScriptException(frame, 'GoogleJsonResponseException', details);
  }

  /** Counts against the day's quota. A batch that it does not cover is refused as a whole; that is not established. */
  private spend(running: Running, requests: number): void {
    const left = this.options.scenario().urlFetchesLeft;
    if (left === null) return;
    this.fetched += requests;
    if (this.fetched > left) throw refusal(running, 'tooManyForToday', { service: 'urlfetch' });
  }

  private check({ locale }: Running, request: FetchRequest): void {
    const { whitelist, scenario, apis } = this.options;
    const { allowedHosts } = scenario();
    checkFetch(request, { locale, whitelist, allowedHosts, hosts: apis.hosts });
  }

  private async send(
    running: Running,
    request: FetchRequest,
    sentAt = this.options.clock.now(),
  ): Promise<FetchReply> {
    const { apis } = this.options;
    const { pathname, search, protocol, host } = new URL(request.url);
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${apis.url}${pathname}${search}`, {
        method: request.method.toUpperCase(),
        headers: {
          ...request.headers,
          [FORWARDED_HOST]: host,
          [SENT_AT]: String(sentAt),
          ...(request.contentType === null ? {} : { 'content-type': request.contentType }),
        },
        ...(request.payload === null ? {} : { body: request.payload }),
        redirect: 'follow',
      });
      text = await response.text();
    } catch {
      throw refusal(running, 'addressUnavailable', { url: request.url });
    }
    // Said whether or not the request is muted: what the emulator lacks must not pass for Google's answer.
    const [, lacking] = UNSERVED.exec(text) ?? [];
    if (response.status === 501 && lacking !== undefined) throw new ScriptException(lacking);
    if (response.headers.has(HUNG)) throw refusal(running, 'timeout', { url: request.url });
    if (!request.muteHttpExceptions && response.status >= 400) {
      throw refusal(running, 'requestFailed', {
        site: `${protocol}//${host}`,
        code: String(response.status),
        body: text.slice(0, SHOWN_OF_A_RESPONSE),
        option: 'muteHttpExceptions',
      });
    }
    return { code: response.status, headers: headersOf(response), text };
  }
}

function refusal(
  { locale }: Running,
  key: PlatformMessage,
  values: Readonly<Record<string, string>>,
): ScriptException {
  return new ScriptException(platformMessage(locale, key, values));
}

/** What belongs to the way on loopback, not to the answer. */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding']);

/** Names in the spelling that Google's servers give them [seen, not documented]. */
function headersOf({ headers }: Response): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...headers]
      .filter(([name]) => !HOP_BY_HOP.has(name))
      .map(([name, value]) => [name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()), value]),
  );
}

interface GoogleError {
  readonly code?: number;
  readonly message?: string;
  readonly status?: string;
  readonly details?: readonly { readonly reason?: string }[];
}

function encodePath(part: string): string {
  return part.split('/').map(encodeURIComponent).join('/');
}

/** Query parameters as a script gives them, once they have been JSON. */
type Parameters = Readonly<Record<string, string | number | boolean | null>>;

/** null and undefined are left out, as by Google's advanced services. */
function queryOf(parameters: Parameters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null) query.append(name, String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
