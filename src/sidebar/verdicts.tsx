/** The four verdicts as people see them: word, sign and shape differ, colour comes last. */
import type { VerdictKind } from '../core/chat/verdict';
import { Icon, type IconName } from './icons';

/** In the order in which they are counted. */
export const VERDICT_ORDER: readonly VerdictKind[] = ['member', 'invited', 'notMember', 'unchecked'];

const SIGNS: Readonly<Record<VerdictKind, IconName>> = {
  member: 'check',
  invited: 'letter',
  notMember: 'minus',
  unchecked: 'question',
};

/** The verdict in words. */
export function VerdictPill({ kind, text }: { readonly kind: VerdictKind; readonly text: string }) {
  return (
    <span class={`pill ${kind}`}>
      <Icon name={SIGNS[kind]} />
      {text}
    </span>
  );
}

/** The sign alone, beside a text that says the same. */
export function VerdictMark({ kind }: { readonly kind: VerdictKind }) {
  return (
    <span class={`mark ${kind}`}>
      <Icon name={SIGNS[kind]} />
    </span>
  );
}
