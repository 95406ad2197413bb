/** Buttons. A busy one stays where it is and keeps the focus; it only stops answering. */
import type { ComponentChildren, RefObject, TargetedMouseEvent } from 'preact';
import { Icon, type IconName } from './icons';

export interface ButtonProps {
  /** What was asked is under way: a second press does nothing. */
  readonly busy?: boolean;
  /** One `primary` a card. */
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'small' | 'link';
  readonly type?: 'button' | 'submit';
  readonly icon?: IconName | undefined;
  /** What it does, where its words alone do not say that. */
  readonly label?: string | undefined;
  readonly button?: RefObject<HTMLButtonElement | null>;
  readonly onPress?: () => void;
  readonly children: ComponentChildren;
}

export function Button({
  busy = false,
  kind = 'plain',
  type = 'button',
  icon,
  label,
  button,
  onPress,
  children,
}: ButtonProps) {
  const press = (event: TargetedMouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault();
    else onPress?.();
  };
  return (
    <button
      {...(button === undefined ? {} : { ref: button })}
      class={kind === 'link' ? 'link' : `button ${kind}`}
      type={type}
      aria-disabled={busy ? 'true' : undefined}
      aria-label={label}
      onClick={press}
    >
      {busy ? <span class="spinner" aria-hidden="true" /> : icon === undefined ? null : <Icon name={icon} />}
      {children}
    </button>
  );
}
