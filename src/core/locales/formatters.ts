/** Makes sentences and explanations out of a catalogue: fills in what is known, in the order of the language. */
import type { ProblemText } from '../contract';
import { kindOf, originOf, roleOf, type Membership, type Unrecognised } from '../chat/membership';
import { pageOf, type Problem } from '../chat/problem';
import { withoutSecrets } from '../chat/reference';
import type { Verdict } from '../chat/verdict';
import type { en } from './en';
import { safeText } from './safe-text';

/** What a sentence needs beside the verdict. Times are formatted by the caller, in the sheet's time zone. */
export interface About {
  /** The question, parsed or as typed. */
  readonly question: { readonly space: string; readonly member: string };
  /** When the member joined or was invited; null where it is not known. */
  readonly since: string | null;
  /** When the member left, for `notMember`. */
  readonly until?: string | null;
  /** The space's own name, where it is known. */
  readonly spaceName?: string | null;
}

/** How one language speaks. */
export interface Formatters {
  /** One sentence that a colleague would say. */
  sentence(verdict: Verdict, about: About): string;
  /** `In space`, `Not a direct member`: the status in a cell, on the card, in counts. */
  verdictText(verdict: Verdict): string;
  /** What a verdict leaves open, or how it came: stands beside it in the sheet. A problem is explained by `problemText`. */
  noteText(verdict: Exclude<Verdict, { readonly kind: 'unchecked' }>): string;
  /** The role as the Chat user interface names it; an unknown one verbatim; empty where there is none. */
  roleText(membership: Membership): string;
  /** Inside, outside, guest; an unknown one verbatim; empty where there is none. */
  originText(membership: Membership): string;
  /** A problem, explained. */
  problemText(problem: Problem): ProblemText;
}

type Texts = typeof en;

/** Longest text of Google's that is shown. */
const LONGEST_ORIGINAL = 600;

/** Gives a catalogue its speech. */
export function formattersOf(texts: Texts): Formatters {
  return {
    sentence: (verdict, about) => sentence(texts, verdict, about),
    verdictText: (verdict) => texts.verdicts[statusOf(verdict)],
    noteText: (verdict) => noteText(texts, verdict),
    roleText: (membership) => named(roleOf(membership), texts.roles),
    originText: (membership) => named(originOf(membership), texts.origins),
    problemText: (problem) => problemText(texts, problem),
  };
}

function statusOf(verdict: Verdict): keyof Texts['verdicts'] {
  if (verdict.kind !== 'notMember') return verdict.kind;
  return absenceOf(verdict) === 'notMember' ? 'notMember' : 'notDirectMember';
}

/** Somebody who is known to have left was seen; what cannot be seen is said too. */
function noteText(
  { notes, columns }: Texts,
  verdict: Exclude<Verdict, { readonly kind: 'unchecked' }>,
): string {
  if (verdict.kind === 'member') return '';
  if (verdict.kind === 'invited') return notes.invited(columns.since);
  const hasLeft = verdict.membership !== undefined;
  return [hasLeft ? notes.left : '', notes[absenceOf(verdict)]].filter((text) => text !== '').join(' ');
}

type Absence = 'notMember' | 'notDirectMember' | 'notDirectByAddress' | 'notDirectAsAdmin';

/** What cannot be ruled out. */
function absenceOf(verdict: Verdict & { readonly kind: 'notMember' }): Absence {
  if (verdict.maybeInvited) return 'notDirectAsAdmin';
  if (verdict.maybeGroupAddress) return 'notDirectByAddress';
  return verdict.directOnly ? 'notDirectMember' : 'notMember';
}

function sentence(texts: Texts, verdict: Verdict, about: About): string {
  const membership = verdict.kind === 'unchecked' ? undefined : verdict.membership;
  const { sentences } = texts;
  const said = {
    who: whoIn(texts, membership ?? {}, withoutSecrets(about.question.member)),
    space: spaceIn(texts, about),
    role: safely(roleOf(membership ?? {})),
    origin: safely(originOf(membership ?? {})),
    since: about.since,
    until: about.until ?? null,
  };
  if (verdict.kind === 'unchecked')
    return sentences.unchecked(said, problemText(texts, verdict.problem).happened);
  return sentences[verdict.kind === 'notMember' ? absenceOf(verdict) : verdict.kind](said);
}

/** Name and address where they are known, else the question. */
function whoIn({ sentences }: Texts, membership: Membership, asked: string): string {
  const { displayName, email } = membership.member ?? {};
  const name = safeText(displayName ?? '');
  const address = safeText(email ?? (asked.includes('@') ? asked : ''));
  if (kindOf(membership) === 'app' || asked === 'app')
    return name === '' ? sentences.thisApp : sentences.app(name);
  if (name !== '' && address !== '') return `${name} (${address})`;
  if (name !== '' || address !== '') return name || address;
  const id = safeText(asked);
  if (id.startsWith('group-')) return sentences.group(id.slice('group-'.length));
  return id === '' ? sentences.someone : id;
}

function spaceIn({ sentences }: Texts, { question, spaceName }: About): string {
  const name = safeText(spaceName ?? '');
  const id = safeText(withoutSecrets(question.space));
  return name !== '' || id !== '' ? sentences.space(name || id) : sentences.someSpace;
}

function safely<T>(value: T | Unrecognised | null): T | Unrecognised | null {
  return isRaw(value) ? { raw: safeText(value.raw) } : value;
}

function named<T extends string>(value: T | Unrecognised | null, names: Readonly<Record<T, string>>): string {
  if (value === null) return '';
  return isRaw(value) ? safeText(value.raw) : names[value];
}

function isRaw(value: unknown): value is Unrecognised {
  return typeof value === 'object' && value !== null;
}

function problemText(texts: Texts, problem: Problem): ProblemText {
  const { happened, cause, nextStep } = texts.problems[problem.code];
  const page = pageOf(problem.code);
  return {
    code: problem.code,
    happened: filled(texts, happened, problem.params),
    cause: filled(texts, cause, problem.params),
    nextStep: filled(texts, nextStep, problem.params),
    params: problem.params,
    who: problem.who,
    whoText: texts.phrases.who[problem.who],
    ...(problem.link === undefined || page === null
      ? {}
      : { link: { url: problem.link, label: texts.phrases.pages[page] } }),
    ...(problem.original === undefined ? {} : { original: safeText(problem.original, LONGEST_ORIGINAL) }),
  };
}

/** Nouns that show another parameter in another way. */
const SAME: Readonly<Record<string, string>> = { scopeName: 'scope' };

/** Puts nouns for `{name}` into a text; a missing parameter has its own noun. */
function filled({ phrases }: Texts, text: string, params: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = name === 'feature' ? (params.feature ?? params.scope) : params[SAME[name] ?? name];
    return phrases.nouns[name as keyof typeof phrases.nouns](
      value === undefined ? undefined : safeText(value),
    );
  });
}
