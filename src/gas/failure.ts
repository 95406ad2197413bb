/** What Google and Apps Script throw or answer, reported as a failure. Nothing is judged here. */
import { asList, asRecord, type JsonRecord } from '../core/json';
import type { Failure, Outcome } from '../core/ports';

/** Reports anything that was thrown: by an advanced service (`details`), by UrlFetchApp, or by another service. */
export function failureFrom(error: unknown): Failure {
  const thrown = asRecord(error);
  const details = asRecord(thrown.details);
  const message = typeof thrown.message === 'string' ? thrown.message : String(error);
  if (typeof details.code === 'number') return apiFailure(details.code, details, message);
  // An advanced service whose backend answers in HTML: "Response Code: 502. Message: <html ...".
  const status = /Response Code: (\d{3})/.exec(message)?.[1];
  if (status !== undefined) return { at: 'api', httpStatus: Number(status), message };
  return { at: isOfNetwork(message) ? 'network' : 'platform', message };
}

/**
 * No answer came: UrlFetchApp says so in the person's language and ends with the whole URL, behind which a place in the script may
 * stand [field reports]. Other messages name the URL elsewhere, but for that about a malformed one, which is never ours.
 */
const NO_ANSWER = /[:：] ?https:\/\/(?!www\.)[a-z]+\.googleapis\.com\/[^\s(（]*(?:\s*[(（][^()（）]*[)）])?$/;

function isOfNetwork(message: string): boolean {
  if (/^(?:Exception: )?Invalid argument/.test(message)) return false;
  return NO_ANSWER.test(message);
}

/** Reports an HTTP answer of a Google API: its JSON, or why there is none. */
export function outcomeOf(response: GoogleAppsScript.URL_Fetch.HTTPResponse): Outcome {
  const httpStatus = response.getResponseCode();
  const text = response.getContentText();
  const body = parseJson(text);
  if (httpStatus >= 200 && httpStatus < 300) {
    return body === undefined
      ? { ok: false, failure: { at: 'body', httpStatus, message: firstLine(text) } }
      : { ok: true, body };
  }
  const failure = apiFailure(httpStatus, asRecord(asRecord(body).error), firstLine(text));
  const seconds = retryAfter(response);
  return { ok: false, failure: seconds === null ? failure : { ...failure, retryAfterSeconds: seconds } };
}

function apiFailure(httpStatus: number, error: JsonRecord, message: string): Failure {
  const details = asList(error.details).map(asRecord);
  const info = details.find((one) => typeof one.reason === 'string') ?? {};
  const reason = info.reason ?? asList(error.errors).map(asRecord)[0]?.reason;
  const metadata = Object.entries(asRecord(info.metadata)).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  return {
    at: 'api',
    httpStatus,
    message: typeof error.message === 'string' ? error.message : message,
    ...(typeof error.status === 'string' ? { status: error.status } : {}),
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(metadata.length > 0 ? { metadata: Object.fromEntries(metadata) } : {}),
  };
}

/** Seconds, or a date; names of headers come in the server's spelling. */
function retryAfter(response: GoogleAppsScript.URL_Fetch.HTTPResponse): number | null {
  const found = Object.entries(asRecord(response.getHeaders())).find(
    ([name]) => name.toLowerCase() === 'retry-after',
  );
  if (found === undefined) return null;
  const text = String(found[1]);
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Enough of an answer that is not JSON to tell what it is. */
function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0]?.slice(0, 200) ?? '';
}
