/** The results of the bench as tables for people. */
import type { Bundle } from './bundle';
import { CASES } from './cases';
import { countByBasis } from './cost-model';
import type { Figure, Measured } from './figures';
import type { Growth } from './growth';
import { PLAIN_ROWS } from './look-up-case';
import { LATENCY_MS } from './session';

export interface Results {
  readonly scenarios: Readonly<Record<string, Measured>>;
  readonly growth: readonly Growth[];
  readonly bundle: Bundle;
}

/** Everything as Markdown. */
export function reportOf({ scenarios, growth, bundle }: Results): string {
  const cases = Object.entries(CASES).flatMap(([name, { title }]) => {
    const measured = scenarios[name];
    return measured === undefined ? [] : [{ name: `${name}: ${title}`, measured }];
  });
  return [
    'Counts. Where two figures stand, the first is a first job (or listing, or write), the second one after it.',
    table(
      [
        '',
        'requests',
        'rounds',
        'sheet calls',
        'to the first answers',
        'store and lock calls to them',
        'cells moved',
        'cells written',
      ],
      cases.map(({ name, measured: one }) => [
        name,
        ...[
          one.requests,
          one.rounds,
          one.sheetCalls,
          one.startSheetCalls,
          one.storeCalls,
          one.cellsMoved,
          one.cellsWritten,
        ].map((value) => text(value)),
      ]),
    ),
    `Seconds on the emulator at ${LATENCY_MS} ms a request; calls on the sheet cost next to nothing there. The plain way (one request and
one appendRow a row) ran on ${PLAIN_ROWS} rows and is scaled.`,
    table(
      ['', 'Rollcall', 'to its first answers', 'careful script', 'plain way'],
      cases.map(({ name, measured: one }) => [
        name,
        text(one.seconds, 2),
        text(one.firstSeconds, 2),
        text(one.carefulSeconds, 2),
        text(one.plainSeconds, 1),
      ]),
    ),
    modelNote(),
    table(
      ['', 'Rollcall', 'careful script', 'times as long'],
      cases.map(({ name, measured: one }) => [
        name,
        text(one.modelledSeconds, 1),
        text(one.carefulModelledSeconds, 1),
        text(scaled(one.modelledSeconds, 1 / one.carefulModelledSeconds), 2),
      ]),
    ),
    'Growth, without latency, on this machine:',
    table(
      ['', 'requests', 'seconds', 'largest heap of a step, MB', 'cells moved', 'cells written'],
      growth.map((one) => [
        'rows' in one
          ? `${text(one.rows)} rows, ${one.order === 'any' ? 'in any order' : 'space by space'}`
          : `${text(one.memberships)} memberships`,
        text(one.requests),
        text(one.seconds, 2),
        text(one.peakHeapMb),
        text(one.cellsMoved),
        text(one.cellsWritten),
      ]),
    ),
    `Code.js: ${text(bundle.bytes / 1024)} KB, loads in ${text(bundle.loadMs, 1)} ms; sidebar.html: ${text(bundle.sidebarBytes / 1024)} KB; onOpen calls: ${bundle.onOpenCalls.join(', ')}`,
  ].join('\n\n');
}

function modelNote(): string {
  const { fit, guess, own } = countByBasis();
  return `Modelled seconds: what the same calls would take on Google by a model (test/emulator/bench/cost-model.ts). Of its figures for calls ${fit} follow
from published measurements; ${guess + own} are guesses. It tells slow designs from fast ones, and not how long anything takes.`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join(
    '\n',
  );
}

function text(value: Figure, digits = 0): string {
  if (typeof value !== 'number') {
    const [first, later] = [text(value.first, digits), text(value.later, digits)];
    return first === later ? first : `${first}, ${later}`;
  }
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function scaled(value: Figure, factor: number): Figure {
  return typeof value === 'number'
    ? value * factor
    : { first: value.first * factor, later: value.later * factor };
}
