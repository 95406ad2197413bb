/** An open menu: moved through by arrow keys, first letters and mouse, as the ARIA practices describe. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { itemBeginning, type MenuItem, type MenuPart } from './menu';

export interface MenuListProps {
  readonly label: string;
  readonly parts: readonly MenuPart[];
  /** After an item was chosen, or nothing was. */
  readonly close: () => void;
  /** Left and right arrow where they lead out of the menu: to the neighbour, or back to the parent. */
  readonly leave: (direction: -1 | 1) => void;
  readonly place?: { readonly left: number; readonly top: number };
}

export function MenuList({ label, parts, close, leave, place }: MenuListProps) {
  const items = parts.filter((part): part is MenuItem => part !== 'separator');
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(-1);
  const list = useRef<HTMLDivElement>(null);

  // Before the next key is pressed.
  useLayoutEffect(() => {
    const buttons = list.current?.querySelectorAll<HTMLElement>(':scope > .menu-entry > [role=menuitem]');
    if (open < 0) buttons?.[at]?.focus();
  }, [at, open]);

  const choose = (index: number) => {
    const item = items[index];
    if (!item || item.disabled === true) return;
    if (item.submenu) {
      setAt(index);
      setOpen(index);
      return;
    }
    close();
    item.choose?.();
  };
  const key = (event: KeyboardEvent) => {
    const last = items.length - 1;
    if (event.key === 'ArrowDown') setAt(at === last ? 0 : at + 1);
    else if (event.key === 'ArrowUp') setAt(at === 0 ? last : at - 1);
    else if (event.key === 'Home') setAt(0);
    else if (event.key === 'End') setAt(last);
    else if (event.key === 'ArrowRight' && items[at]?.submenu) setOpen(at);
    else if (event.key === 'ArrowRight') leave(1);
    else if (event.key === 'ArrowLeft') leave(-1);
    else if (event.key === 'Enter' || event.key === ' ') choose(at);
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else if (event.key.length === 1) setAt(itemBeginning(items, at, event.key));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  let index = -1;
  return (
    <div
      ref={list}
      class="menu-list"
      role="menu"
      aria-label={label}
      style={place ? { position: 'fixed', left: `${place.left}px`, top: `${place.top}px` } : {}}
      onKeyDown={key}
    >
      {parts.map((part, position) => {
        if (part === 'separator') return <hr key={position} class="menu-separator" role="separator" />;
        index += 1;
        const own = index;
        return (
          <div key={position} class="menu-entry" role="none">
            <button
              type="button"
              class="menu-item"
              role="menuitem"
              tabIndex={own === at ? 0 : -1}
              aria-disabled={part.disabled === true}
              aria-haspopup={part.submenu ? 'menu' : undefined}
              aria-expanded={part.submenu ? open === own : undefined}
              onMouseEnter={() => {
                setAt(own);
                setOpen(part.submenu ? own : -1);
              }}
              onClick={() => {
                choose(own);
              }}
            >
              <span>{part.caption}</span>
              {part.hint !== undefined && <kbd>{part.hint}</kbd>}
              {part.submenu && <span aria-hidden="true">▸</span>}
            </button>
            {part.submenu && open === own && (
              <MenuList
                label={part.caption}
                parts={part.submenu}
                close={close}
                leave={(direction) => {
                  setOpen(-1);
                  if (direction === 1) leave(1);
                }}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}
