/** Answers to the cases: the file that a person brings from Google, and what is kept of it. */
import * as v from 'valibot';

/** By id of the case. */
export type KeptAnswers = Readonly<Record<string, KeptAnswer>>;

export interface KeptAnswer {
  readonly answer: string;
  /** `2026-12-01` */
  readonly askedOn: string;
  /** Version of Rollcall whose case it was. */
  readonly product: string;
}

export interface AnswerFile {
  readonly product: string;
  readonly askedOn: string;
  readonly answers: Readonly<Record<string, string>>;
  /** Ids of cases for which something was not given. */
  readonly notAsked: readonly string[];
}

const FORMAT = 1;
const text = v.string('must be a text');

const FILE = v.object({
  product: v.pipe(text, v.regex(/^\d+\.\d+\.\d+$/, 'must be a version such as 0.1.0')),
  askedOn: v.pipe(text, v.isoDate('must be a day such as 2026-12-01')),
  answers: v.record(text, text),
  notAsked: v.array(text),
});

/** Names of people, spaces and files: an answer needs none, and what is kept is public. */
const PRIVATE = /@|\b(?:users|spaces|groups)\/|\d{15}/;

export interface Expected {
  /** The version of Rollcall that asks now. */
  readonly product: string;
  /** Ids of its cases. */
  readonly cases: readonly string[];
}

/** Reads what the cases printed. Throws an error with the reason where this Rollcall cannot take it. */
export function readAnswers(json: unknown, { product, cases }: Expected): AnswerFile {
  const format = (json as { readonly rollcallConformance?: unknown } | null)?.rollcallConformance;
  if (format === undefined)
    throw new Error('These are no answers: paste all that the cases printed, as it is.');
  if (format !== FORMAT) {
    throw new Error(
      `These answers have the format ${JSON.stringify(format)}, and this Rollcall reads ${FORMAT}.`,
    );
  }
  const read = v.safeParse(FILE, json);
  if (!read.success) {
    const [issue] = read.issues;
    throw new Error(`${v.getDotPath(issue) ?? 'the file'}: ${issue.message}.`);
  }
  const { answers, notAsked } = read.output;
  requireSameProduct(read.output.product, product);
  const unknown = [...Object.keys(answers), ...notAsked].find((id) => !cases.includes(id));
  if (unknown !== undefined) throw new Error(`This Rollcall has no case ${unknown}.`);
  const named = Object.entries(answers).find(([, answer]) => PRIVATE.test(answer));
  if (named) throw new Error(`${named[0]}: the answer names somebody or something, and would be public.`);
  return read.output;
}

function requireSameProduct(theirs: string, ours: string): void {
  if (theirs === ours) return;
  const age = isOlder(theirs, ours) ? 'an older' : 'a newer';
  throw new Error(
    `These are answers to the cases of ${age} Rollcall, ${theirs}; this is ${ours}, whose cases may ask something else. ` +
      'Ask again: npm run conformance -- --google',
  );
}

function isOlder(one: string, other: string): boolean {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  const at = (a ?? []).findIndex((part, index) => part !== b?.[index]);
  return (a?.[at] ?? 0) < (b?.[at] ?? 0);
}

/** The answers that are kept once these have been added: a new one replaces an older one to the same case. */
export function withAnswers(kept: KeptAnswers, { product, askedOn, answers }: AnswerFile): KeptAnswers {
  const added = Object.entries(answers).map(([id, answer]) => [id, { answer, askedOn, product }] as const);
  const all = { ...kept, ...Object.fromEntries(added) };
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A case to which Google and the emulator give different answers. */
export interface Contradiction {
  readonly id: string;
  readonly google: string;
  readonly emulator: string;
}

/** Compares what Google answered with what the emulator answers. */
export function contradictions(
  google: KeptAnswers,
  emulator: Readonly<Record<string, string>>,
): readonly Contradiction[] {
  return Object.entries(google)
    .map(([id, { answer }]) => ({ id, google: answer, emulator: emulator[id] ?? 'nothing' }))
    .filter((one) => one.google !== one.emulator);
}
