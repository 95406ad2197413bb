/** What the two fields ask, and what is wrong with them before anything is sent. */
import type { Problem } from '../../core/chat/problem';
import { parseMember, parseQuestion, parseSpace, recognise } from '../../core/chat/reference';
import type { Question, QuestionRow, SpaceView } from '../../core/contract';
import { isSameName } from '../spaces/search';

/** The field of the space: what stands in it, and the space that was chosen for it. */
export interface SpaceEntry {
  readonly text: string;
  readonly chosen: { readonly space: string; readonly name: string } | null;
}

export const NO_SPACE: SpaceEntry = { text: '', chosen: null };

/** The two fields. */
export interface Draft {
  readonly space: SpaceEntry;
  readonly member: string;
  /** The row of the sheet that both were read from; null once one was changed. */
  readonly at: QuestionRow | null;
}

/** A question that can be sent. */
export type Asked =
  | {
      readonly kind: 'lookUp';
      readonly question: Question;
      /** `spaces/…` */
      readonly space: string;
      readonly spaceName: string | null;
      readonly at: QuestionRow | null;
    }
  | { readonly kind: 'members'; readonly space: string; readonly spaceName: string | null }
  | { readonly kind: 'where'; readonly member: string }
  | { readonly kind: 'spaces' };

export type AskedKind = Asked['kind'];

/** What keeps the fields from being a question, and which of them. */
export interface Wrong {
  readonly field: 'space' | 'member';
  readonly why: Problem | { readonly several: number };
}

/** Some address for `me`: whose it is matters to the script only. */
const ANYBODY = { me: 'me@example.com' };

/** What the button says that it will do. */
export function kindOf({ space, member }: Draft): AskedKind {
  const [hasSpace, hasMember] = [space.text.trim() !== '', member.trim() !== ''];
  if (holdsMembership(space.text) || holdsMembership(member)) return 'lookUp';
  if (hasSpace) return hasMember ? 'lookUp' : 'members';
  return hasMember ? 'where' : 'spaces';
}

/** Whether the field of the space holds a text that only the list of spaces can explain. */
export function needsNames({ text, chosen }: SpaceEntry): boolean {
  return text.trim() !== '' && chosen === null && recognise(text) === 'none';
}

/** Reads the fields. `spaces`: those whose names are known. */
export function readDraft(draft: Draft, spaces: readonly SpaceView[]): Asked | Wrong {
  const kind = kindOf(draft);
  if (kind === 'spaces') return { kind };
  const space = readSpace(draft.space, spaces);
  if ('field' in space) return space;
  if (kind === 'members') {
    const parsed = parseSpace(space.text);
    if (!parsed.ok) return { field: 'space', why: parsed.problem };
    return { kind, space: `spaces/${parsed.value}`, spaceName: space.name };
  }
  if (kind === 'where') {
    const parsed = parseMember(draft.member, ANYBODY);
    return parsed.ok ? { kind, member: draft.member.trim() } : { field: 'member', why: parsed.problem };
  }
  const question = { space: space.text, member: draft.member };
  const read = parseQuestion(question.space, question.member, ANYBODY);
  if (read.ok)
    return { kind, question, space: `spaces/${read.value.space}`, spaceName: space.name, at: draft.at };
  const isSpace = space.text !== '' && !parseSpace(space.text).ok;
  return { field: isSpace ? 'space' : 'member', why: read.problem };
}

/** The space as a reference, by its name where that is the name of exactly one. */
function readSpace(
  { text, chosen }: SpaceEntry,
  spaces: readonly SpaceView[],
): { readonly text: string; readonly name: string | null } | Wrong {
  if (chosen !== null) return { text: chosen.space, name: chosen.name };
  if (text.trim() === '') return { text: '', name: null };
  const named = spaces.filter(({ displayName }) => displayName !== null && isSameName(displayName, text));
  const [only, ...others] = named;
  if (others.length > 0) return { field: 'space', why: { several: named.length } };
  if (only !== undefined) return { text: only.space, name: only.displayName };
  return { text, name: null };
}

function holdsMembership(text: string): boolean {
  return recognise(text) === 'membership';
}
