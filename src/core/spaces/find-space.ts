/** A space as a person names it: a reference, or the name of a space that the tab `Spaces` knows. */
import { parseSpace, recognise } from '../chat/reference';
import { fail, ok, type Result } from '../result';
import { cellText } from '../table/cell';
import { SpacesTab, type SpacesPorts } from './spaces-tab';

/**
 * Gives the bare id of a space. A name counts only where exactly one space of the tab `Spaces` has it; of a text that is both, the
 * name counts, since ids are no words.
 */
export function findSpace(ports: SpacesPorts, typed: string): Result<string> {
  const parsed = parseSpace(typed);
  if (parsed.ok && recognise(typed) !== 'none') return parsed;
  const [only, other] = spacesNamed(ports, typed);
  if (only === undefined) return parsed;
  if (other !== undefined)
    return fail('spaceNameTwice', { value: typed.trim(), space: only, otherSpace: other });
  return ok(only.slice('spaces/'.length));
}

/** The spaces of the tab `Spaces` that have a name, `spaces/…`. */
function spacesNamed(ports: SpacesPorts, typed: string): readonly string[] {
  const wanted = plain(typed);
  if (wanted === '') return [];
  const rows = SpacesTab.find(ports)?.rows ?? [];
  return [...rows].flatMap(([space, { cells }]) =>
    plain(cellText(cells.name ?? '')) === wanted ? [space] : [],
  );
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}
