/** Every function that Apps Script may call, one line each: from the menu, the editor, a trigger and the sidebar. Nothing else is callable. */
import { runInEditor } from './gas/editor';
import { buildMenu, continueJob, openSidebar } from './gas/menu';
import { answerSidebar, takeView } from './gas/sidebar';
import { triggerOf } from './gas/trigger';

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
  continueJob();
}

/** Menu: opens the sidebar on the set-up check. */
export function showSetupCheck() {
  openSidebar('setup');
}

/**
 * Editor: looks a membership up, prints it, writes it into the tab Memberships and returns it.
 *
 * Without arguments it looks up the questions in that tab that have no answer yet; otherwise:
 * getMembership('spaces/AAAAExample01', 'ada@example.com') or getMembership('spaces/AAAAExample01/members/123456').
 *
 * @param {string=} space A space: its id, name or link; or a whole membership name.
 * @param {string=} member A member: an e-mail address, a user id, `me` or `app`.
 * @param {string=} as `user`, `app` or `admin`; without it as your settings for this sheet say.
 * @return The membership as the Chat API gives it; null where there is none, and without arguments.
 */
export function getMembership(space?: unknown, member?: unknown, as?: unknown) {
  const isOpen = (space ?? member ?? null) === null;
  return runInEditor((calls) =>
    isOpen ? calls.lookUpMemberships(as) : calls.getMembership(space, member, as),
  );
}

/**
 * Editor: looks up every question of the open tab that has no answer yet, as many as an execution can.
 *
 * @param {string=} as `user`, `app` or `admin`; without it as your settings for this sheet say.
 */
export function lookUp(as?: unknown) {
  runInEditor((calls) => {
    calls.lookUp(as);
  });
}

/**
 * Editor: lists who is in a space into its tab `Members of …`, prints the numbers and returns the memberships. Asked again it
 * refreshes that tab in place: whoever is gone is marked, nothing is deleted. Without arguments it refreshes the list that is open.
 *
 * listMembers('spaces/AAAAExample01') or listMembers('spaces/AAAAExample01', 'user', {changes: true}).
 *
 * @param {string=} space A space: its id, name or link.
 * @param {string=} as `user`, `app` or `admin`; without it as your settings for this sheet say.
 * @param {{changes: boolean, directMessages: boolean}=} options `changes` switches the log of changes (tab `Changes`, kept for 90
 *     days) on or off for this list; `directMessages` allows a direct message or an unnamed group chat.
 * @return The memberships as the Chat API gives them; null where the list goes on by itself.
 */
export function listMembers(space?: unknown, as?: unknown, options?: unknown) {
  return runInEditor((calls) => calls.listMembers(space, as, options));
}

/**
 * Editor: fills the tab `Spaces` with your spaces, or as `admin` with all named spaces of the organisation.
 *
 * @param {string=} as `user`, `app` or `admin`; without it as your settings for this sheet say.
 * @param {{directMessages: boolean}=} options `directMessages` adds direct messages and unnamed group chats.
 */
export function listSpaces(as?: unknown, options?: unknown) {
  return runInEditor((calls) => calls.listSpaces(as, options));
}

/**
 * Editor: finds the spaces in which somebody is, of the spaces that you are in, and prints those whose only owner they are first.
 * Makes a tab `Spaces of NAME` with one row a space.
 *
 * @param {string|string[]} member A member, or several: e-mail address, user id or `me`.
 * @param {string=} as `user`, `app` or `admin`; without it as your settings for this sheet say.
 * @param {{directMessages: boolean}=} options `directMessages` looks into direct messages and unnamed group chats too.
 * @return Where the last of them is; null where the look-up goes on by itself.
 */
export function whereIs(member: unknown, as?: unknown, options?: unknown) {
  return runInEditor((calls) => calls.whereIs(member, as, options));
}

/**
 * Editor: compares the people in the open tab with a space: a verdict beside each row, and a tab `Not on your list`.
 *
 * @param {string} space A space: its id, name or link.
 * @param {string=} as `user`, `app` or `admin`; without it as your settings for this sheet say.
 * @return The three sets; null where the comparison goes on by itself.
 */
export function compareWithSpace(space: unknown, as?: unknown) {
  return runInEditor((calls) => calls.compareWithSpace(space, as));
}

/**
 * Editor: checks the set-up and prints what is proven, what failed and what to do.
 *
 * @param {string=} space A space you are in, to prove that memberships can be read.
 * @param {string=} as `user`, `app` or `admin`; without it as your settings for this sheet say.
 */
export function checkSetup(space?: unknown, as?: unknown) {
  return runInEditor((calls) => calls.checkSetup(space, as));
}

/** Trigger: continues a look-up of many rows when nobody has the sheet open. Arms and removes itself. */
export function continueOnTrigger(event: unknown) {
  runInEditor((calls) => {
    calls.continueByTrigger();
  }, triggerOf(event));
}

/** Sidebar: what it shows when it opens. */
export function sidebarStart() {
  return answerSidebar((calls) => calls.start(takeView()));
}

/** Sidebar: answers one question. */
export function sidebarLookUp(question: unknown, spaceName?: unknown) {
  return answerSidebar((calls) => calls.lookUp(question, spaceName));
}

/** Sidebar: writes an answer beside its question, or into the tab Memberships. */
export function sidebarWrite(answer: unknown, at?: unknown) {
  return answerSidebar((calls) => calls.write(answer, at));
}

/** Sidebar: undoes that write, where the row still holds what was written. */
export function sidebarUndoWrite(answer: unknown, written: unknown) {
  return answerSidebar((calls) => calls.undoWrite(answer, written));
}

/** Sidebar: selects answers in the sheet. */
export function sidebarShow(target: unknown) {
  return answerSidebar((calls) => calls.show(target));
}

/** Sidebar: names rows of a finished job that are worth a look. */
export function sidebarExceptions(tabId: unknown, since: unknown) {
  return answerSidebar((calls) => calls.exceptions(tabId, since));
}

/** Sidebar: says what the selected rows hold and what looking them up costs. Sends nothing. */
export function sidebarSelection(space: unknown, choice: unknown) {
  return answerSidebar((calls) => calls.selection(space, choice));
}

/** Sidebar: starts a look-up of the selected rows. */
export function sidebarStartJob(space: unknown, shown: unknown, options?: unknown) {
  return answerSidebar((calls) => calls.startJob(space, shown, options));
}

/** Sidebar: does one step of a look-up of many rows, at most 15 s. */
export function sidebarStepJob(runId: unknown, takeOver?: unknown) {
  return answerSidebar((calls) => calls.stepJob(runId, takeOver));
}

/** Sidebar: pauses a look-up of many rows. */
export function sidebarPauseJob(runId: unknown) {
  return answerSidebar((calls) => calls.pauseJob(runId));
}

/** Sidebar: cancels a look-up of many rows; what is answered stays. */
export function sidebarCancelJob(runId: unknown) {
  return answerSidebar((calls) => calls.cancelJob(runId));
}

/** Sidebar: gives one page of spaces. */
export function sidebarSpaces(pageToken: unknown) {
  return answerSidebar((calls) => calls.spaces(pageToken));
}

/** Sidebar: names direct messages and unnamed group chats by who is in them. */
export function sidebarNameSpaces(spaces: unknown) {
  return answerSidebar((calls) => calls.nameSpaces(spaces));
}

/** Sidebar: gives what the tab `Spaces` knows. */
export function sidebarKnownSpaces() {
  return answerSidebar((calls) => calls.knownSpaces());
}

/** Sidebar: counts the spaces that are selected in the tab `Spaces`. */
export function sidebarSelectedSpaces() {
  return answerSidebar((calls) => calls.selectedSpaces());
}

/** Sidebar: lists the members of a space for the card; writes nothing. */
export function sidebarListMembers(space: unknown) {
  return answerSidebar((calls) => calls.listMembers(space));
}

/** Sidebar: writes a list of members that the page holds. */
export function sidebarWriteRoster(roster: unknown, options: unknown) {
  return answerSidebar((calls) => calls.writeRoster(roster, options));
}

/** Sidebar: lists the members of one space, of the selected ones or of all of yours into the sheet. */
export function sidebarStartRoster(target: unknown, options: unknown) {
  return answerSidebar((calls) => calls.startRoster(target, options));
}

/** Sidebar: fills the tab `Spaces`. */
export function sidebarStartSpaces(options: unknown) {
  return answerSidebar((calls) => calls.startSpaces(options));
}

/** Sidebar: moves your view to a tab of Rollcall's. */
export function sidebarShowTab(tabId: unknown) {
  return answerSidebar((calls) => calls.showTab(tabId));
}

/** Sidebar: starts to compare the selected people with a space. */
export function sidebarStartCompare(space: unknown, shown: unknown, options?: unknown) {
  return answerSidebar((calls) => calls.startCompare(space, shown, options));
}

/** Sidebar: reads what a comparison has written. */
export function sidebarComparison(job: unknown) {
  return answerSidebar((calls) => calls.comparison(job));
}

/** Sidebar: compares the selected names with a space. */
export function sidebarCompareNames(space: unknown) {
  return answerSidebar((calls) => calls.compareNames(space));
}

/** Sidebar: looks for one member in some spaces. */
export function sidebarWhere(asked: unknown) {
  return answerSidebar((calls) => calls.where(asked));
}

/** Sidebar: starts looking for one member in all spaces, in a tab of the sheet. */
export function sidebarStartWhere(asked: unknown) {
  return answerSidebar((calls) => calls.startWhere(asked));
}

/** Sidebar: names the tabs that hold something of Rollcall's. */
export function sidebarTables() {
  return answerSidebar((calls) => calls.tables());
}

/** Sidebar: gives such a tab as CSV. */
export function sidebarExport(tab: unknown) {
  return answerSidebar((calls) => calls.exportTable(tab));
}

/** Sidebar: says what erasing would take away. */
export function sidebarEraseSummary() {
  return answerSidebar((calls) => calls.eraseSummary());
}

/** Sidebar: takes everything of Rollcall's out of the spreadsheet, if it is what the person was shown. */
export function sidebarErase(shown: unknown) {
  return answerSidebar((calls) => calls.erase(shown));
}

/** Sidebar: saves as whom you look up in this sheet. */
export function sidebarSaveSettings(settings: unknown) {
  return answerSidebar((calls) => calls.saveSettings(settings));
}

/** Sidebar: says who can edit the sheet, and so its script. */
export function sidebarEditors() {
  return answerSidebar((calls) => calls.editors());
}

/** Sidebar: checks the set-up. */
export function sidebarCheckSetup(space: unknown) {
  return answerSidebar((calls) => calls.checkSetup(space));
}
