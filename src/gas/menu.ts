/** The Rollcall menu and what its items do. A failure is shown as a message, never as Google's bare error. */
import { catalogueFor } from '../core/locales/catalogue';
import type { ProblemText, Start } from '../core/contract';
import { App } from './app';
import { endOf, errorOf } from './editor';
import { continueAlone } from './job-alone';
import { rememberView } from './view';

/** Functions of `main.ts` that the menu names. */
export interface MenuHandlers {
  readonly showSidebar: () => void;
  readonly lookUpSelectedRows: () => void;
  readonly continueLookUp: () => void;
  readonly showSetupCheck: () => void;
}

/** Adds the menu. Safe in every AuthMode: it touches nothing but the menu and the person's locale. */
export function buildMenu(handlers: MenuHandlers): void {
  const { menu } = catalogueFor(Session.getActiveUserLocale());
  SpreadsheetApp.getUi()
    .createMenu(menu.name)
    .addItem(menu.showSidebar, handlers.showSidebar.name)
    .addItem(menu.lookUpSelectedRows, handlers.lookUpSelectedRows.name)
    .addItem(menu.continueLookUp, handlers.continueLookUp.name)
    .addSeparator()
    .addItem(menu.checkSetup, handlers.showSetupCheck.name)
    .addToUi();
}

/** Opens the sidebar on one of its views. */
export function openSidebar(view: Start['view']): void {
  inMenu((app) => {
    rememberView(view);
    const page = HtmlService.createHtmlOutputFromFile('sidebar').setTitle(app.catalogue.menu.name);
    SpreadsheetApp.getUi().showSidebar(page);
  });
}

/** Continues the open job without the sidebar, and says how far it came. */
export function continueFromMenu(): void {
  inMenu((app) => {
    const sheet = SpreadsheetApp.getActiveSpreadsheet();
    const title = app.catalogue.menu.name;
    const view = continueAlone(app, ({ done, total }) => {
      sheet.toast(app.catalogue.job.progress(done, total), title);
    });
    if (view.problem === null) sheet.toast(endOf(app, view), title);
    else alert(view.problem);
  });
}

function inMenu(work: (app: App) => void): void {
  const app = new App();
  try {
    work(app);
  } catch (error) {
    const problem = app.problemFrom(error);
    try {
      alert(app.explain(problem));
    } catch {
      // Where no message may be shown either, Google shows the error that ends the execution.
      throw errorOf(app, problem);
    }
  }
}

function alert({ happened, cause, nextStep, link }: ProblemText): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(happened, [cause, nextStep, link?.url ?? ''].join('\n\n').trim(), ui.ButtonSet.OK);
}
