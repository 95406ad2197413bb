/** The service calls of a job, over all its executions, and what is counted of them. */
import type { ServedCall } from '../platform/execution';

/** Calls that cost a round trip on Google: everything on a sheet but naming a place in it or asking its size. */
const SHEET_CALL = /^(?:Range|Sheet|Spreadsheet|SpreadsheetApp|DeveloperMetadata\w*|RangeList|Filter)\./;
const PLACE_OR_SIZE =
  /\.(?:getRange|offset|getActive\w+|getDataRange|getSheets?|getSheetBy\w+|getRanges|getLastRow|getLastColumn|getMaxRows|getMaxColumns|getName|getId|getUi)$/;
const WRITES_CELLS = /^(?:Range\.setValues?|Sheet\.appendRow)$/;
/** What makes queued writes happen, beside the end of an execution. */
const SETTLES =
  /^(?:SpreadsheetApp\.flush|Range\.(?:get|is)\w+|DeveloperMetadataFinder\.find|Sheet\.get\w+)$/;

export function isSheetCall(member: string): boolean {
  return SHEET_CALL.test(member) && !PLACE_OR_SIZE.test(member);
}

/** Properties, caches and locks; giving a lock back is not counted. */
export function isStoreCall(member: string): boolean {
  return /^(?:Properties|Cache|Lock)\./.test(member) && member !== 'Lock.releaseLock';
}

export function isAuthorisationCheck(member: string): boolean {
  return member === 'ScriptApp.getAuthorizationInfo';
}

interface Entry extends ServedCall {
  /** When it was answered, in milliseconds of the clock that the record was made with. */
  readonly at: number;
}

/** Stands between executions. */
const END = 'end of an execution';

export class CallRecord {
  private entries: Entry[] = [];

  /** @param now Milliseconds of the clock by which the calls are timed. */
  constructor(private readonly now: () => number) {}

  note(call: ServedCall): void {
    this.entries.push({ ...call, at: this.now() });
  }

  noteEnd(): void {
    this.note({ member: END, cells: 0, requests: 0 });
  }

  clear(): void {
    this.entries = [];
  }

  get members(): readonly string[] {
    return this.entries.map(({ member }) => member);
  }

  count(counts: (member: string) => boolean): number {
    return this.entries.filter(({ member }) => counts(member)).length;
  }

  get cellsRead(): number {
    return this.sumOfCells((member) => member.startsWith('Range.get'));
  }

  get cellsWritten(): number {
    return this.sumOfCells((member) => WRITES_CELLS.test(member));
  }

  /** The part up to and including the flush of the first answers; null where nothing was answered. */
  untilFirstAnswers(): FirstAnswers | null {
    const asked = this.entries.findIndex(({ requests }) => requests > 0);
    const written = this.entries.findIndex(({ member }, index) => index > asked && WRITES_CELLS.test(member));
    if (asked < 0 || written < 0) return null;
    const settled = this.entries.findIndex(
      ({ member }, index) => index > written && (SETTLES.test(member) || member === END),
    );
    const part = this.entries.slice(0, settled + 1);
    const count = (counts: (member: string) => boolean) => part.filter(({ member }) => counts(member)).length;
    return {
      at: part[part.length - 1]?.at ?? 0,
      sheetCalls: count(isSheetCall),
      storeCalls: count(isStoreCall),
      authorisationChecks: count(isAuthorisationCheck),
    };
  }

  private sumOfCells(counts: (member: string) => boolean): number {
    return this.entries.reduce((sum, { member, cells }) => (counts(member) ? sum + cells : sum), 0);
  }
}

export interface FirstAnswers {
  /** When they stood in the sheet. */
  readonly at: number;
  readonly sheetCalls: number;
  readonly storeCalls: number;
  readonly authorisationChecks: number;
}
