/** Asking cases, and keeping their answers in the tab "Answers", so that a copy of the file holds them too. */

const ANSWERS_TAB = 'Answers';
const NOT_ASKED = 'not asked: ';

/**
 * Asks cases and keeps what came out.
 * A case has an `id`, a question `asks`, and `answer(given)`, which finds a short answer; `needs` names what must be given for it.
 */
function askCases_(cases) {
  const given = readGiven_();
  keepAnswers_(Object.fromEntries(cases.map((one) => [one.id, answerOf_(one, given)])));
}

function answerOf_({ needs = [], answer }, given) {
  const missing = needs.filter((name) => given[name] === undefined);
  if (missing.length > 0) return `${NOT_ASKED}${missing.join(', ')} not given`;
  try {
    return String(answer(given));
  } catch (error) {
    return `threw ${nameless_(error)}`;
  }
}

/** What was thrown, without anything in it that could name a person, a space or a file. */
function nameless_(error) {
  const { name, message, details } = error;
  if (details && details.code) return `${name} ${details.code}`;
  return `${name}: ${String(message)
    .replace(/\S*[@\d/]\S*/g, '…')
    .slice(0, 120)}`;
}

/** Keeps answers by the id of their case. Those of other cases stay, and no answer gives way to one that is missing. */
function keepAnswers_(answers) {
  const known = readAnswers_();
  const isNews = ([id, answer]) => known[id] === undefined || !answer.startsWith(NOT_ASKED);
  const kept = { ...known, ...Object.fromEntries(Object.entries(answers).filter(isNews)) };
  const rows = [['Case', 'Answer'], ...Object.entries(kept)];
  const sheet = tabNamed_(ANSWERS_TAB);
  sheet.getRange(1, 1, rows.length, 2).setNumberFormat('@').setValues(rows);
  SpreadsheetApp.flush();
}

function readAnswers_() {
  const [, ...rows] = tabNamed_(ANSWERS_TAB).getDataRange().getDisplayValues();
  return Object.fromEntries(rows.filter(([id]) => id !== ''));
}

function tabNamed_(name) {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  return spreadsheet.getSheetByName(name) || spreadsheet.insertSheet(name);
}

/** All answers as the text for `npm run conformance -- --answers`. They name no person, no space and no file. */
function answersAsJson() {
  const all = Object.entries(readAnswers_());
  const isAsked = ([, answer]) => !answer.startsWith(NOT_ASKED);
  return JSON.stringify(
    {
      rollcallConformance: 1,
      product: PRODUCT_VERSION,
      askedOn: new Date().toISOString().slice(0, 10),
      language: Session.getActiveUserLocale(),
      answers: Object.fromEntries(all.filter(isAsked)),
      notAsked: all.filter((one) => !isAsked(one)).map(([id]) => id),
    },
    null,
    2,
  );
}
