/** What UrlFetchApp refuses before anything is sent: addresses, header values, hosts. */
import { isAllowed } from './url-allowlist';
import { ScriptException } from './host';
import { platformMessage, type PlatformMessage } from './messages';

/** A request as `UrlFetchApp` takes it, checked and completed inside the script's context. */
export interface FetchRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType: string | null;
  readonly payload: string | null;
  readonly muteHttpExceptions: boolean;
}

export interface FetchRules {
  /** Language of the messages. */
  readonly locale: string;
  /** The manifest's `urlFetchWhitelist`. */
  readonly whitelist: readonly string[] | undefined;
  /** Hosts that the organisation's administrator allows; null: all. */
  readonly allowedHosts: readonly string[] | null;
  /** Hosts that the emulated APIs answer for. */
  readonly hosts: readonly string[];
}

const LONGEST_URL = 2048;
const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options']);
/**
 * Characters that RFC 3986 does not allow. An unescaped quotation mark was seen to be refused [field report]; that Google
 * refuses the others too is expected, not established.
 */
const UNESCAPED = /[^!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]|%(?![0-9A-Fa-f]{2})/;
/** Headers that UrlFetchApp sets itself. [field reports] */
const OWN_HEADERS = new Set(['host', 'content-length']);
/** Control characters. */
const NOT_IN_A_HEADER = /[\u0000-\u0008\u000a-\u001f\u007f]/;

/** Throws the exception that Google throws, whether or not the request is muted. */
export function checkFetch({ url, method, headers, payload }: FetchRequest, rules: FetchRules): void {
  const { locale, whitelist, allowedHosts, hosts } = rules;
  const refuse = (key: PlatformMessage, values: Readonly<Record<string, string>>): never => {
    throw new ScriptException(platformMessage(locale, key, values));
  };
  if (url.length > LONGEST_URL) refuse('urlTooLong', { what: 'URLFetch URL Length' });
  if (!/^https?:\/\/[^/]/.test(url) || UNESCAPED.test(url) || !URL.canParse(url)) {
    refuse('invalidArgument', { argument: url });
  }
  const shown = url.replace(/\?.*$/, '');
  if (whitelist && !isAllowed(url, whitelist)) refuse('notWhitelisted', { url: shown });
  for (const [name, value] of Object.entries(headers)) {
    if (OWN_HEADERS.has(name.toLowerCase()) || NOT_IN_A_HEADER.test(value)) {
      refuse('attributeInvalid', { attribute: `Header:${name}` });
    }
  }
  const { hostname } = new URL(url);
  // Google's words for this were looked for and not found.
  if (allowedHosts !== null && !allowedHosts.includes(hostname)) refuse('hostNotAllowed', { url: shown });
  if (!METHODS.has(method) || (method === 'get' && payload !== null)) {
    const what = METHODS.has(method) ? 'a payload with the method get' : `the method ${method}`;
    throw new ScriptException(`UrlFetchApp.fetch: ${what} is not available in the emulator`);
  }
  if (hosts.includes(hostname)) return;
  // By RFC 2606 nobody ever has such a name; any other may well exist.
  if (/(?:^|\.)(?:example|invalid|test)$/.test(hostname)) refuse('dnsError', { url });
  throw new ScriptException(`UrlFetchApp.fetch: ${hostname} is not available in the emulator`);
}
