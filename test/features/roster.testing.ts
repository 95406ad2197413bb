/** Lists of members on the built add-on: what stands in the tabs of ours, by what each column holds. */
import type { JobView, Reply } from '../../src/core/contract';
import type { CellView, Emulator } from '../emulator/emulator';
import type { Workspace } from '../emulator/workspace/workspace';

export type OurRow = Readonly<Record<string, CellView>>;

/** Where our columns of a tab are, by the key in their mark. */
export function columnsOf(
  { spreadsheet }: Emulator,
  tab: string,
  prefix: string,
): ReadonlyMap<string, number> {
  return new Map(
    spreadsheet
      .metadata()
      .filter((one) => one.tab === tab && one.value.startsWith(`${prefix}:`))
      .map((one) => [one.value.slice(prefix.length + 1), numberOf(one.at)]),
  );
}

/** Rows below the titles, by the keys of our columns. `prefix`: `roster`, `space` or `change`. */
export function ourRows(emulator: Emulator, tab: string, prefix: string): readonly OurRow[] {
  const columns = columnsOf(emulator, tab, prefix);
  return emulator.spreadsheet
    .cells(tab)
    .slice(1)
    .map((cells) =>
      Object.fromEntries(
        [...columns].flatMap(([key, column]) => {
          const cell = cells[column - 1];
          return cell === undefined ? [] : [[key, cell] as const];
        }),
      ),
    );
}

/** Names of memberships in the rows of a list, in order of names. */
export function membershipsIn(emulator: Emulator, tab: string): readonly string[] {
  return ourRows(emulator, tab, 'roster')
    .map(({ membership }) => membership?.display ?? '')
    .sort();
}

/** Who is in a space as a person sees it: joined and invited, groups and apps. */
export function truthOf({ memberships }: Workspace, space: string): readonly string[] {
  return memberships
    .filter(({ name, state }) => name.startsWith(`${space}/`) && state !== 'NOT_A_MEMBER')
    .map(({ name }) => name)
    .sort();
}

/** A value of the sidebar's. */
export type Ask = <T>(name: string, ...args: readonly unknown[]) => Promise<Reply<T>>;

/** Steps a job until it is no longer running. */
export async function finishJob(ask: Ask, begun: JobView): Promise<JobView> {
  let view = begun;
  while (view.state === 'running') {
    const reply = await ask<JobView>('sidebarStepJob', view.runId);
    if (!reply.ok) throw new Error(reply.problem.code);
    view = reply.value;
  }
  return view;
}

function numberOf(at: string): number {
  const letters = /[A-Z]+/.exec(at)?.[0] ?? '';
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
