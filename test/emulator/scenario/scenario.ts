/** How the emulator's environment behaves: one schema for the command line, the preview and the tests. All fields are optional in a file. */

import type { Edit } from './edits';

export interface Faults {
  /** Shares of requests, 0 to 1, drawn from the seed. */
  readonly http429: number;
  readonly http500: number;
  readonly http503: number;
  readonly garbage: number;
  readonly truncated: number;
  readonly reset: number;
  /** Whether a 429 carries `Retry-After`. */
  readonly retryAfter: boolean;
  /** `fetchAll` throws as a whole, share of calls. */
  readonly fetchAllThrows: number;
}

/** What every request to one space is answered with: nothing at all, an error, or a web page. */
export const SPACE_FAULTS = ['hang', '400', '500', 'failed-precondition', 'garbage'] as const;
export type SpaceFault = (typeof SPACE_FAULTS)[number];

export interface Scenario {
  /** Language of the running user: `en`, `ja`, `en_GB`; in any other, such as `xx`, the platform speaks an invented one. */
  readonly locale: string;
  /** Locale of the spreadsheet, such as `en_US` or `ja_JP`. */
  readonly spreadsheetLocale: string;
  /** Time zone of the spreadsheet. */
  readonly timeZone: string;
  /** Scopes (without the common prefix) that the user did not grant. */
  readonly refusedScopes: readonly string[];
  /** Added to every API answer, in milliseconds of the clock. */
  readonly latencyMs: number;
  /** Requests that UrlFetchApp may still send today; null: more than anybody needs. */
  readonly urlFetchesLeft: number | null;
  /** Hosts that the organisation's administrator lets UrlFetchApp reach; null: all. */
  readonly allowedHosts: readonly string[] | null;
  /** Spaces whose requests all fail, by name. */
  readonly spaceFaults: Readonly<Record<string, SpaceFault>>;
  readonly faults: Faults;
  /** Names of `fault-presets.ts`: states of Google's side, such as `chat-api-off`. */
  readonly faultPresets: readonly string[];
  /** Answers chosen for what nobody could establish; names and choices in `assumptions.ts`. */
  readonly assumptions: Readonly<Record<string, string>>;
  /** What another person does while the function of `npm run execute` runs. */
  readonly edits: readonly Edit[];
}

export const DEFAULT_SCENARIO: Scenario = {
  locale: 'en',
  spreadsheetLocale: 'en_US',
  timeZone: 'Asia/Tokyo',
  refusedScopes: [],
  latencyMs: 0,
  urlFetchesLeft: null,
  allowedHosts: null,
  spaceFaults: {},
  faults: {
    http429: 0,
    http500: 0,
    http503: 0,
    garbage: 0,
    truncated: 0,
    reset: 0,
    retryAfter: false,
    fetchAllThrows: 0,
  },
  faultPresets: [],
  assumptions: {},
  edits: [],
};
