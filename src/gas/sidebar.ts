/** What the sidebar may call: every argument is checked, every failure comes back as data. */
import { readQuestionArgument, readText } from '../core/arguments';
import { readAnswer } from '../core/look-up/answer';
import { BASE_FEATURES } from '../core/setup/consent';
import type { Answer, JobView, Reply, Settings, Start, Survey, Written } from '../core/contract';
import { identityOf, parseSettings } from '../core/setup/settings';
import { USER } from '../core/chat/identity';
import { problemOf, ProblemError } from '../core/chat/problem';
import { parseSpace } from '../core/chat/reference';
import { valueOf } from '../core/result';
import { App } from './app';
import { forgetAppToken } from './app-token';
import { grantUrl, missingScopes, requireFeature } from './consent';
import { cancel, openJob, pause, start, step, survey } from './job';
import { recentQuestions, writeAnswer } from './memberships';
import { selectedQuestion } from './selected-question';
import { saveSettings } from './settings-store';
import { takeView } from './view';

const RECENT_QUESTIONS = 10;
/** As many editors as a warning can name. */
const MOST_EDITORS = 200;

/** Runs work for the sidebar and returns what it gives or why it failed. */
export function answerSidebar<T>(work: (app: App) => T): Reply<T> {
  const app = new App();
  try {
    return { ok: true, value: work(app) };
  } catch (error) {
    return { ok: false, problem: app.explain(app.problemFrom(error)) };
  }
}

/** All that the sidebar shows first. What was refused leaves its part empty. */
export function startSidebar(app: App): Start {
  const refused = missingScopes(BASE_FEATURES);
  const canRead = missingScopes(['sheet']).length === 0;
  const view = takeView();
  return {
    locale: app.catalogue.locale,
    settings: app.settings,
    question: canRead && view === 'ask' ? selectedQuestion() : null,
    recent: canRead ? recentQuestions(RECENT_QUESTIONS) : [],
    job: canRead ? openJob(app) : null,
    view,
    refused,
    grantUrl: refused.length === 0 ? null : grantUrl(),
  };
}

export function lookUpQuestion(app: App, question: unknown): Answer {
  return app.lookUp(valueOf(readQuestionArgument(question))).answer;
}

export function writeReturned(app: App, answer: unknown): Written {
  const { currentUser, clock } = app;
  const { question, verdict, as, checkedAt } = valueOf(readAnswer(answer, { currentUser, now: clock.now() }));
  const { identity } = app;
  if (as !== 'user' && as !== identity.as) throw new ProblemError(problemOf('notConfirmed'));
  const asked = as === 'user' ? USER : identity;
  return writeAnswer({ question, verdict, identity: asked, checkedAt }, currentUser, app.catalogue);
}

export function surveySelection(app: App, space: unknown): Survey {
  return survey(app, spaceOf(space));
}

/** Starts what the person was shown; without that, whatever is selected. */
export function startSelection(app: App, space: unknown, shown: unknown): JobView {
  requireIdentity(app);
  return start(app, spaceOf(space), shown);
}

export function stepJob(app: App, runId: unknown): JobView {
  return step(app, valueOf(readText(runId)));
}

export function pauseJob(app: App, runId: unknown): JobView {
  return pause(app, valueOf(readText(runId)));
}

export function cancelJob(app: App, runId: unknown): JobView {
  return cancel(app, valueOf(readText(runId)));
}

/** Saves settings. What they need is looked at first: an identity that cannot work is not switched on. */
export function storeSettings(app: App, value: unknown): Settings {
  const settings = valueOf(parseSettings(value));
  if (settings.as !== 'user') requireFeature(settings.as);
  if (identityOf(app.settings).as === 'app' || settings.as === 'app') forgetAppToken();
  saveSettings(settings);
  return settings;
}

/** Addresses of who can edit the sheet; null where Google does not tell this person. */
export function listEditors(): readonly string[] | null {
  try {
    const editors = SpreadsheetApp.getActiveSpreadsheet().getEditors();
    const addresses = editors.map((editor) => editor.getEmail()).filter((address) => address !== '');
    return addresses.length === 0 ? null : addresses.slice(0, MOST_EDITORS);
  } catch {
    return null;
  }
}

/** A job must not start as somebody whom the script cannot be. */
function requireIdentity(app: App): void {
  const { as } = app.identity;
  requireFeature(as === 'user' ? 'memberships' : as);
}

/** A space as typed for a column of people; empty where rows name theirs. */
function spaceOf(value: unknown): string {
  const text = valueOf(readText(value));
  return text.trim() === '' ? '' : valueOf(parseSpace(text));
}
