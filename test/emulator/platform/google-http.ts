/** How a script's HTTP requests leave: to the emulated Google APIs on loopback, or nowhere. */
import { legacyReason } from '../apis/errors';
import { SENT_AT, type GoogleApis } from '../apis/google';
import type { Clock } from '../clock';
import { ScriptException, type HostService, type Running } from './host';
import { ADVANCED_SERVICES } from './advanced-services';
import type { Scenario } from '../scenario/scenario';
import { isAllowed } from './url-allowlist';

/** A request as `UrlFetchApp` takes it, checked and completed inside the script's context. */
export interface FetchRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType: string | null;
  readonly payload: string | null;
  readonly muteHttpExceptions: boolean;
}

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
const LONGEST_URL = 2048;

export class GoogleHttp {
  constructor(private readonly options: GoogleHttpOptions) {}

  readonly urlFetch = {
    fetch: async (_: Running, request: FetchRequest) => {
      this.check(request);
      return this.send(request);
    },
    fetchAll: async (_: Running, requests: readonly FetchRequest[]) => {
      for (const request of requests) this.check(request);
      if (this.options.random() < this.options.scenario().faults.fetchAllThrows) {
        throw new ScriptException(`Address unavailable: ${requests[0]?.url ?? ''}`);
      }
      // One that cannot be reached makes the whole call throw; the other responses are lost.
      const sentAt = this.options.clock.now();
      return Promise.all(requests.map((request) => this.send(request, sentAt)));
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
      const { host = '', methods = {} } = ADVANCED_SERVICES.get(service) ?? {};
      const { id = '', path = '' } = methods[method] ?? {};
      const url = `https://${host}${path.replace(/\{\+\w+\}/, encodePath(pathPart ?? ''))}${queryOf(parameters)}`;
      const reply = await this.send({
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
    const whole = this.options.scenario().assumptions['advanced-error-details'] === 'whole';
    const details = whole
      ? error
      : { code: error.code ?? code, message, errors: [{ message, domain: 'global', reason }] };
    const frame = running.locale.startsWith('ja')
      ? `次のエラーが発生し、${id} に対する API 呼び出しに失敗しました: ${message}`
      : `API call to ${id} failed with error: ${message}`;
    throw new ScriptException(frame, 'GoogleJsonResponseException', details);
  }

  private check({ url, method, payload }: FetchRequest): void {
    if (this.options.scenario().faultPresets.includes('daily-quota')) {
      throw new ScriptException('Service invoked too many times for one day: urlfetch.');
    }
    if (url.length > LONGEST_URL) throw new ScriptException('Limit Exceeded: URLFetch URL Length.');
    if (!/^https?:\/\/[^/]/.test(url) || !URL.canParse(url))
      throw new ScriptException(`Invalid argument: ${url}`);
    const { whitelist } = this.options;
    if (whitelist && !isAllowed(url, whitelist)) {
      throw new ScriptException(
        `Request to ${url.replace(/\?.*$/, '')} failed because the URL has not been whitelisted in the script manifest.`,
      );
    }
    if (!METHODS.has(method) || (method === 'get' && payload !== null)) {
      const what = METHODS.has(method) ? 'a payload with the method get' : `the method ${method}`;
      throw new ScriptException(`UrlFetchApp.fetch: ${what} is not available in the emulator`);
    }
    const { hostname } = new URL(url);
    if (this.options.apis.hosts.includes(hostname)) return;
    // By RFC 2606 nobody ever has such a name; any other may well exist.
    if (/(?:^|\.)(?:example|invalid|test)$/.test(hostname)) throw new ScriptException(`DNS error: ${url}`);
    throw new ScriptException(`UrlFetchApp.fetch: ${hostname} is not available in the emulator`);
  }

  private async send(request: FetchRequest, sentAt = this.options.clock.now()): Promise<FetchReply> {
    const { apis } = this.options;
    const { pathname, search, protocol, host } = new URL(request.url);
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${apis.url}${pathname}${search}`, {
        method: request.method.toUpperCase(),
        headers: {
          ...request.headers,
          'x-forwarded-host': host,
          [SENT_AT]: String(sentAt),
          ...(request.contentType === null ? {} : { 'content-type': request.contentType }),
        },
        ...(request.payload === null ? {} : { body: request.payload }),
        redirect: 'follow',
      });
      text = await response.text();
    } catch {
      throw new ScriptException(`Address unavailable: ${request.url}`);
    }
    if (!request.muteHttpExceptions && response.status >= 400) {
      throw new ScriptException(
        `Request failed for ${protocol}//${host} returned code ${response.status}. Truncated server response: ` +
          `${text.slice(0, SHOWN_OF_A_RESPONSE)} (use muteHttpExceptions option to examine full response)`,
      );
    }
    return { code: response.status, headers: headersOf(response), text };
  }
}

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options']);
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
