/** Buttons. A busy one stays where it is and keeps the focus; it only stops answering. */
import type { ComponentChildren, TargetedMouseEvent } from 'preact';

export interface ButtonProps {
  /** What was asked is under way: a second press does nothing. */
  readonly busy?: boolean;
  readonly kind?: 'primary' | 'plain' | 'quiet';
  readonly type?: 'button' | 'submit';
  readonly onPress?: () => void;
  readonly children: ComponentChildren;
}

export function Button({ busy = false, kind = 'plain', type = 'button', onPress, children }: ButtonProps) {
  const press = (event: TargetedMouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault();
    else onPress?.();
  };
  return (
    <button class={`button ${kind}`} type={type} aria-disabled={busy ? 'true' : undefined} onClick={press}>
      {busy ? <span class="spinner" aria-hidden="true" /> : null}
      {children}
    </button>
  );
}
