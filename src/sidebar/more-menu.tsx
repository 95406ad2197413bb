/** The menu “More”: what is needed rarely. Arrow keys move in it; Escape closes it and gives the focus back. */
import type { TargetedFocusEvent, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { arrowTarget } from './arrows';
import { Icon, type IconName } from './icons';
import { useCatalogue } from './language';

export interface MenuItem {
  readonly icon: IconName;
  readonly label: string;
  /** An item that is on or off. */
  readonly checked?: boolean;
  readonly onPress: () => void;
}

interface MoreMenuProps {
  readonly items: readonly MenuItem[];
  /** Stands below the items. */
  readonly note: string;
}

export function MoreMenu({ items, note }: MoreMenuProps) {
  const { more } = useCatalogue().sidebar;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const entries = (): HTMLElement[] => [
    ...(menu.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? []),
  ];
  useLayoutEffect(() => {
    if (isOpen) menu.current?.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
  }, [isOpen]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const move = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Escape') {
      close();
      return;
    }
    const all = entries();
    const at = all.findIndex((entry) => entry === document.activeElement);
    const to = arrowTarget(event.key, at, all.length, 'vertical');
    if (to === null) return;
    event.preventDefault();
    all[to]?.focus();
  };
  const leave = ({ relatedTarget, currentTarget }: TargetedFocusEvent<HTMLDivElement>) => {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOpen(false);
  };
  return (
    <div class="more-menu" onBlur={leave}>
      <button
        ref={button}
        type="button"
        class="more"
        aria-label={more.label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        <Icon name="more" />
      </button>
      {isOpen ? (
        <div class="menu">
          <div ref={menu} role="menu" aria-label={more.label} onKeyDown={move}>
            {items.map(({ icon, label, checked, onPress }) => (
              <button
                key={label}
                type="button"
                role={checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
                aria-checked={checked}
                tabIndex={-1}
                onClick={() => {
                  close();
                  onPress();
                }}
              >
                <Icon name={checked === true ? 'check' : icon} />
                {label}
              </button>
            ))}
          </div>
          <p class="version">{note}</p>
        </div>
      ) : null}
    </div>
  );
}
