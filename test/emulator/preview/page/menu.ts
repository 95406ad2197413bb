/** Menus as the page draws them, whoever they come from. */

export interface MenuItem {
  readonly caption: string;
  /** Shown at the right, such as a key. */
  readonly hint?: string;
  readonly disabled?: boolean;
  readonly choose?: () => void;
  readonly submenu?: readonly MenuPart[];
}

export type MenuPart = MenuItem | 'separator';

export interface Menu {
  readonly caption: string;
  readonly parts: readonly MenuPart[];
}

/** The item that begins with this character, after the one at `from`, round the end. */
export function itemBeginning(items: readonly MenuItem[], from: number, character: string): number {
  const order = items.map((_, step) => (from + 1 + step) % items.length);
  const found = order.find((index) =>
    items[index]?.caption.toLocaleLowerCase().startsWith(character.toLocaleLowerCase()),
  );
  return found ?? from;
}
