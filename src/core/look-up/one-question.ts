/** One question, answered within one execution. */
import type { Answer, Question } from '../contract';
import type { Execution } from '../execution';
import { parseQuestion } from '../chat/reference';
import type { Verdict } from '../chat/verdict';
import { valueOf } from '../result';
import { answerOf } from './answer';
import { askOne } from './ask';

/** A question is given up after this, so that a person is not left waiting. */
const PATIENCE_MS = 20_000;

export interface AnsweredOne {
  readonly answer: Answer;
  readonly verdict: Verdict;
}

/**
 * Answers a question as typed; `spaceName` is what the page calls the space. Throws a `ProblemError` where the question cannot be
 * read; what cannot be checked is an answer.
 */
export function lookUpOne(execution: Execution, question: Question, spaceName?: string): AnsweredOne {
  const { identity, currentUser, catalogue, clock } = execution;
  const reference = valueOf(parseQuestion(question.space, question.member, currentUser));
  const verdict = askOne(reference, { identity, currentUser, ports: execution, budget: PATIENCE_MS });
  const answer = answerOf(verdict, {
    question,
    reference,
    identity,
    catalogue,
    ...(spaceName === undefined ? {} : { spaceName }),
    checkedAt: clock.now(),
    formatTime: (milliseconds, pattern) => execution.formatTime(milliseconds, pattern),
    problemText: (problem) => execution.problemText(problem),
  });
  return { answer, verdict };
}
