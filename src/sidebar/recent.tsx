/** The last questions of the sheet's tab: a press fills in the fields and asks again. */
import type { Question } from '../core/contract';
import { safeText } from '../core/locales/safe-text';
import { useCatalogue } from './language';

interface RecentProps {
  readonly questions: readonly Question[];
  readonly onAsk: (question: Question) => void;
}

export function Recent({ questions, onAsk }: RecentProps) {
  const { ask } = useCatalogue().sidebar;
  if (questions.length === 0) return null;
  return (
    <section class="recent" aria-labelledby="recent-title">
      <h2 id="recent-title">{ask.recent}</h2>
      <ul>
        {questions.map((question) => {
          const member = safeText(question.member);
          const space = safeText(question.space);
          return (
            <li key={JSON.stringify(question)}>
              <button
                type="button"
                onClick={() => {
                  onAsk(question);
                }}
              >
                <span class="visually-hidden">{ask.askAgain(member, space)}</span>
                <span class="main" aria-hidden="true">
                  <bdi>{member || space}</bdi>
                </span>
                {member === '' ? null : (
                  <span class="side" aria-hidden="true">
                    <bdi>{space}</bdi>
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
