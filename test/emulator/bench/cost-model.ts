/**
 * What calls would take on Google: a model, not a measurement. Published figures exist for a few calls only; most of what stands
 * here is experience. Whoever measures on Google replaces the data and nothing else.
 */
import type { CallCost, ServedCall } from '../platform/execution';

/** How many of the figures have which basis, for whoever reads the results. */
export function countByBasis(): Readonly<Record<Basis, number>> {
  const count = (basis: Basis) => COSTS.filter((cost) => cost.basis === basis).length;
  return { fit: count('fit'), guess: count('guess'), own: count('own') };
}

/** Where a figure comes from: `fit` follows from published figures, `guess` is experience only, `own` was added for this bench. */
type Basis = 'fit' | 'guess' | 'own';

interface Cost {
  /** Names of calls: `Class.method`. */
  readonly calls: RegExp;
  readonly ms: number;
  readonly msPerThousandCells?: number;
  readonly basis: Basis;
}

/** The first that fits holds. */
const COSTS: readonly Cost[] = [
  {
    calls: /^Range\.get(?:Values?|DisplayValues?|Formulas?)$/,
    ms: 60,
    msPerThousandCells: 10,
    basis: 'guess',
  },
  {
    calls: /^Range\.get(?:RichText|NumberFormat|Background|DataValidation)\w+$/,
    ms: 80,
    msPerThousandCells: 40,
    basis: 'guess',
  },
  { calls: /^(?:Range|Sheet)\.addDeveloperMetadata$|^DeveloperMetadata\.remove$/, ms: 30, basis: 'guess' },
  { calls: /^DeveloperMetadataFinder\.find$/, ms: 100, basis: 'guess' },
  { calls: /^Range\.(?:set|clear)\w+$/, ms: 1, msPerThousandCells: 1, basis: 'fit' },
  { calls: /^Sheet\.appendRow$/, ms: 100, basis: 'guess' },
  { calls: /^(?:Sheet|Spreadsheet)\.(?:insert|delete|sort)\w+$/, ms: 250, basis: 'guess' },
  { calls: /^(?:Sheet|Spreadsheet|SpreadsheetApp|Range|RangeList|Filter)\./, ms: 1, basis: 'guess' },
  { calls: /^Properties\.getProperty$/, ms: 30, basis: 'fit' },
  { calls: /^Properties\.getProperties$/, ms: 40, basis: 'guess' },
  { calls: /^Properties\./, ms: 60, basis: 'fit' },
  { calls: /^Cache\.get$/, ms: 5, basis: 'fit' },
  { calls: /^Cache\./, ms: 75, basis: 'fit' },
  { calls: /^Lock\.(?:waitLock|tryLock)$/, ms: 30, basis: 'guess' },
  { calls: /^UrlFetchApp\.fetchAll$/, ms: 200, basis: 'guess' },
  { calls: /^UrlFetchApp\.fetch$/, ms: 150, basis: 'guess' },
  // An advanced service is taken to cost what a fetch costs.
  { calls: /^\w+\.call$/, ms: 150, basis: 'own' },
  { calls: /^ScriptApp\.(?:getAuthorizationInfo|\w+Triggers?|\w*[cC]reate)$/, ms: 100, basis: 'own' },
  { calls: /./, ms: 1, basis: 'own' },
];

/** What an execution takes before its first line runs. */
const START = { ms: 700, msPerKilobyte: 0.3, basis: 'guess' } as const;
/** What a page's call adds. */
const PAGE_CALL_MS = 300;
/** The first touch of the spreadsheet in an execution. */
const FIRST_TOUCH_MS = 300;
/** Sending what is queued, with each flush, read or end of an execution that finds something. */
const SENDING = { ms: 30, msPerThousandCells: 60 } as const;
/** Requests of one `fetchAll` that go side by side. */
const WAVE = 20;
/** Every call varies between 0.7 and 2 times its figure, and one in 200 takes 3 s more. The model's expectation is used. */
const MEAN_FACTOR = (0.7 + 2) / 2;
const MEAN_STALL_MS = 3_000 / 200;

const TOUCHES = /^(?:SpreadsheetApp|Spreadsheet|Sheet|Range|RangeList|Filter|DeveloperMetadata\w*)\./;
const QUEUES = /^(?:Range\.(?:set|clear)\w+|Sheet\.set\w+)$/;

/** The model of one script's executions, one after another. */
export class CostModel {
  private hasTouched = false;
  private queuedCells = 0;
  private isQueued = false;

  /**
   * @param sourceBytes Size of the script's source.
   * @param latencyMs What Chat takes for a request; the emulated API itself takes it once a `fetchAll`.
   */
  constructor(
    private readonly sourceBytes: number,
    private readonly latencyMs: number,
  ) {}

  /** Begins an execution that a page calls; gives the milliseconds before its first line. */
  begin(): number {
    this.hasTouched = false;
    this.queuedCells = 0;
    this.isQueued = false;
    return expected(START.ms + (START.msPerKilobyte * this.sourceBytes) / 1024 + PAGE_CALL_MS);
  }

  /** What a call takes, in milliseconds. */
  readonly costOf: CallCost = (call) => {
    const { ms, msPerThousandCells = 0 } = COSTS.find(({ calls }) => calls.test(call.member)) ?? { ms: 0 };
    return expected(ms + (msPerThousandCells * call.cells) / 1000 + this.touch(call)) + this.waves(call);
  };

  /** Ends the execution: what is queued is sent. */
  end(): number {
    return this.send() * MEAN_FACTOR;
  }

  private touch({ member, cells }: ServedCall): number {
    if (!TOUCHES.test(member)) return 0;
    const first = this.hasTouched ? 0 : FIRST_TOUCH_MS;
    this.hasTouched = true;
    if (QUEUES.test(member)) {
      this.isQueued = true;
      this.queuedCells += cells;
      return first;
    }
    return first + this.send();
  }

  private send(): number {
    if (!this.isQueued) return 0;
    const ms = SENDING.ms + (SENDING.msPerThousandCells * this.queuedCells) / 1000;
    this.isQueued = false;
    this.queuedCells = 0;
    return ms;
  }

  /** All but the first wave of a `fetchAll` wait for the one before. */
  private waves({ requests }: ServedCall): number {
    return Math.max(0, Math.ceil(requests / WAVE) - 1) * this.latencyMs;
  }
}

function expected(ms: number): number {
  return ms * MEAN_FACTOR + MEAN_STALL_MS;
}
