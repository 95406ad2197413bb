/** An environment and its sidebar for the tests of the page: opened, granted, asked as a person would. */
import type { Locator } from 'playwright-core';
import {
  grantAll,
  openEnvironment,
  type TestEnvironment,
  type EnvironmentOptions,
} from '../emulator.testing';
import { closeBrowser, openPage, type PageOptions, type SidebarPage } from './page.testing';

export interface Sidebar extends SidebarPage {
  readonly environment: TestEnvironment;
  /** The view that is open. */
  readonly view: Locator;
}

const open: Sidebar[] = [];

/** Opens a sidebar in an environment of its own, unless one is given; everything in the manifest is granted but what the scenario refuses. */
export async function openSidebar(
  options: EnvironmentOptions & { readonly environment?: TestEnvironment } = {},
  page: PageOptions = {},
): Promise<Sidebar> {
  const environment = options.environment ?? (await openEnvironment(options));
  if (options.environment === undefined) grantAll(environment);
  const sidebar = await openPage(environment, page);
  const whole = { ...sidebar, environment, view: sidebar.frame.getByRole('tabpanel') };
  open.push(whole);
  return whole;
}

/** Closes what the tests of a file have opened so far; the browser stays. */
export async function closeSidebars(): Promise<void> {
  const all = open.splice(0);
  await Promise.all(all.map((sidebar) => sidebar.close()));
  await Promise.all(
    [...new Set(all.map(({ environment }) => environment))].map((environment) => environment.close()),
  );
}

export async function closeAll(): Promise<void> {
  await closeSidebars();
  await closeBrowser();
}

/** Addresses of the invented workspace, by what they are in the space `launch`. */
export const PEOPLE = {
  owner: 'hana.sato@orchard.example',
  outsider: 'jonas@lindqvist-design.example',
  invited: 'daisuke.nakamura@orchard.example',
  absent: 'lena.fischer@orchard.example',
} as const;

/** Names of what a person presses, in both languages. */
export const NAMES = {
  en: { space: 'Space', member: 'Member', lookUp: 'Look up', write: 'Write to sheet', copy: 'Copy' },
  ja: {
    space: 'スペース',
    member: 'メンバー',
    lookUp: '照会',
    write: 'シートに書き込む',
    copy: 'コピー',
  },
} as const;

/** Types a question and asks it with the Enter key. */
export async function ask(
  { view }: Sidebar,
  space: string,
  member: string,
  locale: keyof typeof NAMES = 'en',
): Promise<void> {
  await view.getByLabel(NAMES[locale].space, { exact: true }).fill(space);
  const field = view.getByLabel(NAMES[locale].member, { exact: true });
  await field.fill(member);
  await field.press('Enter');
}

/** The card with the answer, once it is there. */
export async function card({ view }: Sidebar): Promise<Locator> {
  const article = view.getByRole('article');
  await article.waitFor();
  return article;
}

export function button({ view }: Sidebar, name: string): Locator {
  return view.getByRole('button', { name, exact: true });
}

export async function chooseView({ frame }: Sidebar, name: string | RegExp): Promise<void> {
  await frame.getByRole('tab', { name, exact: true }).click();
}
