/** What a finished table of one member's spaces says: where they are, and which of those spaces have no other owner. */
import type { Whereabouts } from '../contract';
import type { Execution } from '../execution';
import { CATALOGUES } from '../locales/catalogue';
import { findLookUpTable } from '../look-up/look-up-table';
import { readAnswered } from '../look-up/question-key';
import { carryOut, atOnce } from '../requests/at-once';
import { cellText } from '../table/cell';
import { readRows } from '../table/row-range';
import { OwnersPlan } from './owners-plan';

const PATIENCE_MS = 60_000;

/** The word for an owner in every language: somebody else may have looked the rows up. */
const OWNER = new Set(CATALOGUES.map((catalogue) => catalogue.roleText({ role: 'ROLE_MANAGER' })));

/**
 * Reads the answers of a tab about these spaces (`spaces/S`), and lists the owners of those in which the member is one. The tab may
 * hold more: spaces that the person was in earlier.
 */
export function readWhereabouts(
  execution: Execution,
  tab: number,
  spaces: ReadonlyMap<string, unknown>,
): Whereabouts {
  const { table, managed, questions } = findLookUpTable(execution.workbook, tab);
  const space = questions?.space ?? null;
  const [question, role] = [managed.get('question'), managed.get('role')];
  const used = table.used().rows;
  if (space === null || question === undefined || used === 0) return { asked: 0, unchecked: 0, places: [] };
  const columns = [space, question, ...(role === undefined ? [] : [role])];
  const read = readRows(table, columns, [1, used]);
  // A row that somebody copied counts once.
  const toCount = new Set(spaces.keys());
  let [asked, unchecked] = [0, 0];
  const places: { readonly space: string; readonly verdict: 'member' | 'invited'; readonly role: string }[] =
    [];
  for (const row of read.rows) {
    const name = cellText(read.cell(row, space));
    const kind = toCount.delete(name) ? (readAnswered(read.cell(row, question))?.kind ?? null) : null;
    if (kind === null) continue;
    asked += 1;
    if (kind === 'unchecked') unchecked += 1;
    if (kind !== 'member' && kind !== 'invited') continue;
    places.push({
      space: name,
      verdict: kind,
      role: cellText(read.cell(row, role)),
    });
  }
  const owned = places.filter(({ verdict, role: text }) => verdict === 'member' && OWNER.has(text));
  const only = onlyOwners(
    execution,
    owned.map(({ space: name }) => name.slice('spaces/'.length)),
  );
  const found = places.map((place) => ({ ...place, isOnlyOwner: only.has(place.space) }));
  return { asked, unchecked, places: found.sort((a, b) => Number(b.isOnlyOwner) - Number(a.isOnlyOwner)) };
}

/** Spaces (`spaces/S`) that have one owner. A space whose owners could not be listed is in none. */
function onlyOwners(execution: Execution, spaces: readonly string[]): ReadonlySet<string> {
  const { identity } = execution;
  const plan = new OwnersPlan(spaces, identity);
  const { results } = carryOut(plan, atOnce(execution, identity, PATIENCE_MS));
  return new Set(results.flatMap(({ space, count }) => (count === 1 ? [`spaces/${space}`] : [])));
}
