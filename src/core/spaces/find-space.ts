/** A space as a person names it: a reference, or the name of a space that the tab `Spaces` knows. */
import { parseSpace, recognise } from '../chat/reference';
import type { Question } from '../contract';
import { fail, ok, valueOf, type Result } from '../result';
import { cellText } from '../table/cell';
import { SpacesTab, type SpacesPorts } from './spaces-tab';

/**
 * Gives the bare id of a space. A name counts only where exactly one space of the tab `Spaces` has it; of a text that is both, the
 * name counts, since ids are no words.
 */
export function findSpace(ports: SpacesPorts, typed: string): Result<string> {
  const parsed = parseSpace(typed);
  if (parsed.ok && recognise(typed) !== 'none') return parsed;
  const [only, other] = spacesByName(ports).get(plainName(typed)) ?? [];
  if (only === undefined) return parsed;
  if (other !== undefined)
    return fail('spaceNameTwice', { value: typed.trim(), space: only, otherSpace: other });
  return ok(only.slice('spaces/'.length));
}

/**
 * A question whose space is named as the tab `Spaces` knows it, with the space itself in place of its name; any other as it is. Throws
 * a `ProblemError` where more than one space has that name.
 */
export function withNamedSpace(ports: SpacesPorts, question: Question): Question {
  const { space } = question;
  if (space.trim() === '' || recognise(space) !== 'none') return question;
  const named = spacesByName(ports).get(plainName(space)) ?? [];
  return named.length === 0 ? question : { ...question, space: `spaces/${valueOf(findSpace(ports, space))}` };
}

/** The spaces (`spaces/…`) of the tab `Spaces` by their names, as `plainName` writes them. */
export function spacesByName(ports: SpacesPorts): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, string[]>();
  for (const [space, { cells }] of SpacesTab.find(ports)?.rows ?? []) {
    const name = plainName(cellText(cells.name ?? ''));
    if (name !== '') named.set(name, [...(named.get(name) ?? []), space]);
  }
  return named;
}

/** A name of a space as it is compared. */
export function plainName(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}
