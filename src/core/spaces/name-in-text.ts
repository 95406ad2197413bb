/** Finds the spaces in a text that was made for a person, and puts in what they are called. */
import { parseSpace, recognise } from '../chat/reference';
import { safeText } from '../locales/safe-text';

/** What is known of a space without asking anybody. */
export interface NamedSpace {
  /** As it may stand in a text, and never empty. */
  readonly name: string;
  /** Opens the space in Google Chat. */
  readonly link: string;
}

/** A space that has a name, or words that stay as they are. */
export type Piece = string | NamedSpace;

/** Ids, resource names, links and addresses, each as a whole, without the full stop of a sentence. */
const REFERENCES = /([\w@/#?=&%:.+-]*[\w/-])/;

/**
 * Splits a text at the spaces in it whose names are known. `known` gets the bare id of a space and gives null for one that it does not
 * know. Such a space stays as it is, and so do two spaces of the same name: only their ids tell these apart.
 */
export function nameSpacesIn(text: string, known: (id: string) => NamedSpace | null): readonly Piece[] {
  const read = text.split(REFERENCES).map((piece) => ({ piece, ...spaceIn(piece, known) }));
  return read.map(({ piece, id, named }) =>
    named === null || read.some((other) => other.named?.name === named.name && other.id !== id)
      ? piece
      : named,
  );
}

function spaceIn(
  piece: string,
  known: (id: string) => NamedSpace | null,
): { readonly id: string | null; readonly named: NamedSpace | null } {
  const parsed = recognise(piece) === 'space' ? parseSpace(piece) : null;
  if (parsed?.ok !== true) return { id: null, named: null };
  const found = known(parsed.value);
  const name = safeText(found?.name ?? '');
  return { id: parsed.value, named: found === null || name === '' ? null : { ...found, name } };
}
