/** Every function that Apps Script may call, one line each: from the menu, the editor, a trigger and the sidebar. Nothing else is callable. */
import { answerInEditor, answerMemberships, continueInTrigger, lookUpInEditor } from './gas/editor';
import { buildMenu, continueFromMenu, openSidebar } from './gas/menu';
import { checkForSidebar, checkInEditor } from './gas/setup';
import * as sidebar from './gas/sidebar';

/** Adds the Rollcall menu when the spreadsheet opens. Reads nothing and asks nobody. */
export function onOpen() {
  buildMenu({ showSidebar, lookUpSelectedRows, continueLookUp, showSetupCheck });
}

/** Does what onOpen does, right after an installation. */
export function onInstall() {
  onOpen();
}

/** Menu: opens the sidebar, where one question is asked and answered. */
export function showSidebar() {
  openSidebar('ask');
}

/** Menu: opens the sidebar on the rows that are selected, to look them all up. */
export function lookUpSelectedRows() {
  openSidebar('rows');
}

/** Menu: continues a look-up of many rows that is not finished. */
export function continueLookUp() {
  continueFromMenu();
}

/** Menu: opens the sidebar on the set-up check. */
export function showSetupCheck() {
  openSidebar('setup');
}

/**
 * Editor: looks a membership up, prints it, writes it into the tab Memberships and returns it.
 *
 * Without arguments it answers the questions in that tab that have no answer yet; otherwise:
 * getMembership('spaces/AAAAExample01', 'ada@example.com') or getMembership('spaces/AAAAExample01/members/123456').
 *
 * @param {string=} space A space: its id, name or link; or a whole membership name.
 * @param {string=} member A member: an e-mail address, a user id, `me` or `app`.
 * @param {string=} as `user`, `app` or `admin`; without it as your settings for this sheet say.
 * @return The membership as the Chat API gives it (null where there is none), or a list of them.
 */
export function getMembership(space?: unknown, member?: unknown, as?: unknown) {
  const isOpen = (space ?? member ?? null) === null;
  return isOpen ? answerMemberships(as) : answerInEditor(space, member, as);
}

/**
 * Editor: looks up every question of the open tab that has no answer yet, as many as an execution can.
 *
 * @param {string=} as `user`, `app` or `admin`; without it as your settings for this sheet say.
 */
export function lookUp(as?: unknown) {
  lookUpInEditor(as);
}

/**
 * Editor: checks the set-up and prints what is proven, what failed and what to do.
 *
 * @param {string=} space A space you are in, to prove that memberships can be read.
 * @param {string=} as `user`, `app` or `admin`; without it as your settings for this sheet say.
 */
export function checkSetup(space?: unknown, as?: unknown) {
  return checkInEditor(space, as);
}

/** Trigger: continues a look-up of many rows when nobody has the sheet open. Arms and removes itself. */
export function continueOnTrigger() {
  continueInTrigger();
}

/** Sidebar: what it shows when it opens. */
export function sidebarStart() {
  return sidebar.answerSidebar(sidebar.startSidebar);
}

/** Sidebar: answers one question. */
export function sidebarLookUp(question: unknown) {
  return sidebar.answerSidebar((app) => sidebar.lookUpQuestion(app, question));
}

/** Sidebar: writes an answer into the tab Memberships. */
export function sidebarWrite(answer: unknown) {
  return sidebar.answerSidebar((app) => sidebar.writeReturned(app, answer));
}

/** Sidebar: says what the selected rows hold and what looking them up costs. Sends nothing. */
export function sidebarSurvey(space: unknown) {
  return sidebar.answerSidebar((app) => sidebar.surveySelection(app, space));
}

/** Sidebar: starts a look-up of the selected rows. */
export function sidebarStartJob(space: unknown, shown: unknown) {
  return sidebar.answerSidebar((app) => sidebar.startSelection(app, space, shown));
}

/** Sidebar: does one step of a look-up of many rows, at most 15 s. */
export function sidebarStepJob(runId: unknown) {
  return sidebar.answerSidebar((app) => sidebar.stepJob(app, runId));
}

/** Sidebar: pauses a look-up of many rows. */
export function sidebarPauseJob(runId: unknown) {
  return sidebar.answerSidebar((app) => sidebar.pauseJob(app, runId));
}

/** Sidebar: cancels a look-up of many rows; what is answered stays. */
export function sidebarCancelJob(runId: unknown) {
  return sidebar.answerSidebar((app) => sidebar.cancelJob(app, runId));
}

/** Sidebar: saves as whom you look up in this sheet. */
export function sidebarSaveSettings(settings: unknown) {
  return sidebar.answerSidebar((app) => sidebar.storeSettings(app, settings));
}

/** Sidebar: says who can edit the sheet, and so its script. */
export function sidebarEditors() {
  return sidebar.answerSidebar(sidebar.listEditors);
}

/** Sidebar: checks the set-up. */
export function sidebarCheckSetup(space: unknown) {
  return sidebar.answerSidebar((app) => checkForSidebar(app, space));
}
