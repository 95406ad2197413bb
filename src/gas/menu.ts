/** The Rollcall menu and what its items do. A failure is shown as a message, never as Google's bare error. */
import { errorText } from '../core/editor-calls';
import { continueFromMenu, type Screen } from '../core/menu-calls';
import { catalogueFor } from '../core/locales/catalogue';
import type { ProblemText, Start } from '../core/contract';
import { TARGET } from './build';
import { ScriptExecution } from './execution';
import { showPage } from './sidebar';

/** Functions of `main.ts` that the menu names. */
export interface MenuHandlers {
  readonly showSidebar: () => void;
  readonly lookUpSelectedRows: () => void;
  readonly continueLookUp: () => void;
  readonly showSetupCheck: () => void;
}

/**
 * Adds the menu. Safe in every AuthMode: it touches nothing but the menu and the person's locale. An add-on that is installed
 * and not used in this document yet runs in `NONE`, which allows nothing else [doc].
 */
export function buildMenu(handlers: MenuHandlers): void {
  const { menu } = catalogueFor(Session.getActiveUserLocale(), TARGET.id);
  const ui = SpreadsheetApp.getUi();
  const added = TARGET.menu === 'extensions' ? ui.createAddonMenu() : ui.createMenu(menu.name);
  added
    .addItem(menu.showSidebar, handlers.showSidebar.name)
    .addItem(menu.lookUpSelectedRows, handlers.lookUpSelectedRows.name)
    .addItem(menu.continueLookUp, handlers.continueLookUp.name)
    .addSeparator()
    .addItem(menu.checkSetup, handlers.showSetupCheck.name)
    .addToUi();
}

/** Opens the sidebar on one of its views. */
export function openSidebar(view: Start['view']): void {
  inMenu(({ catalogue }) => {
    showPage(view, catalogue.menu.name);
  });
}

/** Continues the open job without the sidebar, and says how far it came. */
export function continueJob(): void {
  inMenu((execution) => {
    continueFromMenu(execution, screenOf(execution.catalogue.menu.name));
  });
}

function screenOf(title: string): Screen {
  return {
    toast: (text) => {
      SpreadsheetApp.getActiveSpreadsheet().toast(text, title);
    },
    alert,
    confirm: ({ happened, cause, nextStep }) => {
      const ui = SpreadsheetApp.getUi();
      return ui.alert(happened, `${cause}\n\n${nextStep}`, ui.ButtonSet.YES_NO) === ui.Button.YES;
    },
  };
}

function inMenu(work: (execution: ScriptExecution) => void): void {
  const execution = new ScriptExecution();
  try {
    work(execution);
  } catch (error) {
    const problem = execution.problemFrom(error);
    try {
      alert(execution.problemText(problem));
    } catch {
      // Where no message may be shown either, Google shows the error that ends the execution.
      throw new Error(errorText(execution, problem));
    }
  }
}

function alert({ happened, cause, nextStep, link }: ProblemText): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(happened, [cause, nextStep, link?.url ?? ''].join('\n\n').trim(), ui.ButtonSet.OK);
}
