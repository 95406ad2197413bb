/** The menu bar: one stop of the Tab key, opened and moved through by arrow keys. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Menu } from './menu';
import { MenuList } from './menu-list';

export interface MenuBarProps {
  readonly menus: readonly Menu[];
  readonly label: string;
  /** Gives the focus back to the grid. */
  readonly release: () => void;
}

export function MenuBar({ menus, label, release }: MenuBarProps) {
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const button = (index: number) =>
    bar.current?.querySelectorAll<HTMLElement>(':scope > .menu-top > [role=menuitem]')[index];

  useEffect(() => {
    if (!open) return undefined;
    const outside = ({ target }: Event) => {
      if (!(target instanceof Node) || !bar.current?.contains(target)) setOpen(false);
    };
    // A click into the sidebar's frame is seen only as the loss of focus.
    const blurred = () => {
      setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    window.addEventListener('blur', blurred);
    return () => {
      document.removeEventListener('pointerdown', outside);
      window.removeEventListener('blur', blurred);
    };
  }, [open]);

  const move = (direction: -1 | 1) => {
    const next = (at + direction + menus.length) % menus.length;
    setAt(next);
    button(next)?.focus();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') move(1);
    else if (event.key === 'ArrowLeft') move(-1);
    else if (event.key === 'Escape') release();
    else if (['ArrowDown', 'Enter', ' '].includes(event.key)) setOpen(true);
    else return;
    event.preventDefault();
  };

  return (
    <div ref={bar} class="menu-bar" role="menubar" aria-label={label}>
      {menus.map((menu, index) => (
        <div key={menu.caption} class="menu-top" role="none">
          <button
            type="button"
            class="menu-button"
            role="menuitem"
            tabIndex={index === Math.min(at, menus.length - 1) ? 0 : -1}
            aria-haspopup="menu"
            aria-expanded={open && index === at}
            onKeyDown={key}
            onFocus={() => {
              setAt(index);
            }}
            onMouseEnter={() => {
              if (open) setAt(index);
            }}
            onClick={() => {
              setOpen(!open || index !== at);
              setAt(index);
            }}
          >
            {menu.caption}
          </button>
          {open && index === at && (
            <MenuList
              key={menu.caption}
              label={menu.caption}
              parts={menu.parts}
              close={() => {
                setOpen(false);
                release();
              }}
              leave={move}
            />
          )}
        </div>
      ))}
    </div>
  );
}
