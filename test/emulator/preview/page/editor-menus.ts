/** The menus of the editor: what people do to cells and rows, and the script's own menus beside them. */
import type { MenuView, TabView } from '../wire';
import type { Act } from './connection';
import type { Menu, MenuPart } from './menu';
import { columnLetters, edges, rangeName, type Range } from './ranges';
import type { Catalogue } from './locales/catalogue';

export interface MenuContext {
  readonly act: Act;
  readonly tab: TabView;
  readonly selection: readonly Range[];
  readonly active: Range;
  readonly clear: () => void;
  /** Runs a function of the script, as its menu item does. */
  readonly run: (functionName: string) => void;
  readonly catalogue: Catalogue;
}

/** Number formats by name; the first takes a format away. */
const FORMATS = {
  automatic: 'General',
  text: '@',
  number: '#,##0.00',
  percent: '0.00%',
  date: 'yyyy-mm-dd',
  dateTime: 'yyyy-mm-dd hh:mm',
} as const satisfies Readonly<Record<keyof Catalogue['menus']['formats'], string>>;

/** All menus of the menu bar. */
export function menusOf(context: MenuContext, scriptMenus: readonly MenuView[]): Menu[] {
  const { catalogue } = context;
  return [
    { caption: catalogue.menus.edit, parts: [...rowParts(context), 'separator', clearPart(context)] },
    { caption: catalogue.menus.format, parts: formatParts(context) },
    { caption: catalogue.menus.data, parts: sortParts(context) },
    ...extensions(context, scriptMenus),
    ...scriptMenus
      .filter(({ place }) => place === undefined)
      .map((menu) => ({ caption: menu.caption, parts: scriptParts(menu, context) })),
  ];
}

/** The menu Extensions, with a submenu for each add-on; there is none where it would be empty. */
function extensions(context: MenuContext, scriptMenus: readonly MenuView[]): Menu[] {
  const parts = scriptMenus
    .filter(({ place }) => place === 'extensions')
    .map((menu) => ({ caption: menu.caption, submenu: scriptParts(menu, context) }));
  return parts.length === 0 ? [] : [{ caption: context.catalogue.menus.extensions, parts }];
}

/** What the menu of selected cells offers. */
export function cellParts(context: MenuContext): MenuPart[] {
  return [...rowParts(context), 'separator', ...sortParts(context), 'separator', clearPart(context)];
}

function clearPart({ clear, catalogue }: MenuContext): MenuPart {
  return { caption: catalogue.menus.clear, hint: 'Del', choose: clear };
}

function rowParts({ act, tab, active, catalogue }: MenuContext): MenuPart[] {
  const { top, bottom } = edges(active);
  const count = bottom - top + 1;
  const insert = (before: number) => () => void act({ do: 'insertRows', tab: tab.name, before, count });
  return [
    { caption: catalogue.menus.insertAbove(count), choose: insert(top) },
    { caption: catalogue.menus.insertBelow(count), choose: insert(bottom + 1) },
    {
      caption: catalogue.menus.deleteRows(count),
      choose: () => void act({ do: 'deleteRows', tab: tab.name, from: top, count }),
    },
  ];
}

function formatParts({ act, tab, selection, catalogue }: MenuContext): MenuPart[] {
  return Object.entries(FORMATS).map(([name, numberFormat]) => ({
    caption: catalogue.menus.formats[name as keyof typeof FORMATS],
    choose: () => {
      for (const range of selection) {
        void act({ do: 'format', tab: tab.name, range: rangeName(range), numberFormat });
      }
    },
  }));
}

function sortParts({ act, tab, active, catalogue }: MenuContext): MenuPart[] {
  const { column } = active;
  const sort = (descending: boolean) => () => void act({ do: 'sort', tab: tab.name, column, descending });
  return [
    { caption: catalogue.menus.sortUp(columnLetters(column)), choose: sort(false) },
    { caption: catalogue.menus.sortDown(columnLetters(column)), choose: sort(true) },
  ];
}

function scriptParts(menu: MenuView, context: MenuContext): MenuPart[] {
  return menu.items.map((item) => {
    if ('separator' in item) return 'separator';
    if ('submenu' in item) {
      return { caption: item.submenu.caption, submenu: scriptParts(item.submenu, context) };
    }
    return {
      caption: item.caption,
      choose: () => {
        context.run(item.functionName);
      },
    };
  });
}
