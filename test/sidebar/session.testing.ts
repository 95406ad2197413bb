/** An environment and its sidebar for the tests of the page: opened, granted, asked as a person would. */
import type { Locator } from 'playwright-core';
import { pageCatalogueFor } from '../../src/core/locales/page-catalogue';
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
  const whole = { ...sidebar, environment, view: sidebar.frame.locator('.panel:visible') };
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

/** Words of the page, in both languages. */
export const WORDS = { en: pageCatalogueFor('en').sidebar, ja: pageCatalogueFor('ja').sidebar } as const;

/** Types a question and asks it with the Enter key. */
export async function ask(
  sidebar: Sidebar,
  space: string,
  member: string,
  locale: keyof typeof WORDS = 'en',
): Promise<void> {
  const { home } = WORDS[locale];
  await openForm(sidebar, locale);
  await sidebar.view.getByLabel(home.space, { exact: true }).fill(space);
  const field = sidebar.view.getByLabel(home.member, { exact: true });
  await field.fill(member);
  await field.press('Enter');
}

/** Unfolds the form where a question stands in its place. */
export async function openForm(sidebar: Sidebar, locale: keyof typeof WORDS = 'en'): Promise<void> {
  const change = button(sidebar, WORDS[locale].answer.changeLabel);
  if ((await change.count()) > 0) await change.click();
}

/** The card with the answer, once it is there. */
export async function card({ view }: Sidebar): Promise<Locator> {
  await view.locator('article .pill').waitFor();
  return view.getByRole('article');
}

export function button({ view }: Sidebar, name: string): Locator {
  return view.getByRole('button', { name, exact: true });
}

/** Opens a page of the menu “More”. */
export async function openPageOf(
  { frame }: Sidebar,
  page: 'setup' | 'settings' | 'exportCsv' | 'help' | 'report' | 'dark',
  locale: keyof typeof WORDS = 'en',
): Promise<void> {
  const { more } = WORDS[locale];
  await frame.getByRole('button', { name: more.label, exact: true }).click();
  await frame
    .getByRole(page === 'dark' ? 'menuitemcheckbox' : 'menuitem', { name: more[page], exact: true })
    .click();
}

/** Leaves a page of the menu. */
export async function goBack({ frame }: Sidebar, locale: keyof typeof WORDS = 'en'): Promise<void> {
  await frame.getByRole('button', { name: WORDS[locale].page.back, exact: true }).click();
}

export async function chooseView({ frame }: Sidebar, name: string | RegExp): Promise<void> {
  await frame.getByRole('tab', { name, exact: true }).click();
}
