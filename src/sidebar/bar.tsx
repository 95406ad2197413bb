/** A bar of parts, each as long as its share. One label says all numbers; the parts are no stops of the keyboard. */
import type { CSSProperties } from 'preact';
import { grouped } from '../core/locales/number';

export interface Part {
  /** Decides fill and pattern: `fill-…` in the style sheet. */
  readonly kind: string;
  readonly label: string;
  readonly count: number;
}

interface BarProps {
  readonly parts: readonly Part[];
  /** What the bar is about. */
  readonly title: string;
  readonly large?: boolean;
  /** What is not counted yet. */
  readonly rest?: number;
  /** It fills while one looks on. */
  readonly progress?: { readonly now: number; readonly max: number } | undefined;
  readonly style?: CSSProperties;
}

export function Bar({ parts, title, large = false, rest = 0, progress, style }: BarProps) {
  const shown = parts.filter(({ count }) => count > 0);
  const numbers = shown.map(({ label: name, count }) => `${name} ${grouped(count)}`);
  const role =
    progress === undefined
      ? ({ role: 'img' } as const)
      : ({
          role: 'progressbar',
          'aria-valuemin': 0,
          'aria-valuemax': progress.max,
          'aria-valuenow': progress.now,
        } as const);
  return (
    <div
      class={large ? 'bar large' : 'bar'}
      {...role}
      aria-label={[title, ...(numbers.length === 0 ? [] : [numbers.join(', ')])].join(': ')}
      style={style}
    >
      {shown.map(({ kind, count }) => (
        <span key={kind} class={`fill-${kind}`} style={{ '--part': count }} />
      ))}
      {rest > 0 ? <span class="fill-rest" style={{ '--part': rest }} /> : null}
    </div>
  );
}

/** What the fills mean, with their numbers. */
export function Key({
  parts,
  numbers = true,
}: {
  readonly parts: readonly Part[];
  readonly numbers?: boolean;
}) {
  return (
    <ul class="key">
      {parts.map(({ kind, label, count }) => (
        <li key={kind}>
          <i class={`fill-${kind}`} aria-hidden="true" />
          {label}
          {numbers ? <b>{grouped(count)}</b> : null}
        </li>
      ))}
    </ul>
  );
}
