/** An answer as a card: who, the verdict, the sentence, what is known, and Google's raw answer on demand. */
import type { RefObject } from 'preact';
import type { Answer } from '../core/contract';
import { safeText } from '../core/locales/safe-text';
import type { Catalogue } from '../core/locales/catalogue';
import { Avatar } from './avatar';
import { Breakable } from './breakable';
import { CopyButton } from './copy';
import { Icon, type IconName } from './icons';
import { useCatalogue } from './language';
import { Problem } from './problem';
import { WriteButton } from './write';

export interface CardProps {
  readonly answer: Answer;
  /** Gets the focus when the answer arrives. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onWritten: () => void;
}

/** In characters: longer than any name or address, and short enough for a chat. */
const LONGEST_COPIED = 500;

const SIGNS: Readonly<Record<Answer['verdict'], IconName>> = {
  member: 'check',
  invited: 'letter',
  notMember: 'minus',
  unchecked: 'question',
};

export function Card({ answer, heading, onWritten }: CardProps) {
  const catalogue = useCatalogue();
  const { ask } = catalogue.sidebar;
  const { verdict, displayName, avatarUrl, question, problem, membership } = answer;
  const name = safeText(displayName ?? '') || safeText(question.member) || safeText(question.space);
  return (
    <article class={`card ${verdict}`}>
      <header>
        <Avatar name={name} url={avatarUrl} />
        <h3 ref={heading} tabIndex={-1}>
          <span class="name">
            <Breakable text={name} />
          </span>
          <span class="visually-hidden">: </span>
          <span class="verdict">
            <Icon name={SIGNS[verdict]} />
            {verdictName(answer, catalogue)}
          </span>
        </h3>
      </header>
      {answer.as === 'user' ? null : (
        <p class="as">
          {catalogue.card.fields.as}: {catalogue.identities[answer.as]}
        </p>
      )}
      <p class="sentence">
        <bdi>{answer.sentence}</bdi>
      </p>
      {problem === null ? null : <Problem problem={problem} />}
      <dl class="fields" aria-label={ask.details}>
        {shownFields(answer, catalogue).map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Breakable text={text} />
            </dd>
          </div>
        ))}
      </dl>
      <div class="actions">
        <WriteButton answer={answer} onWritten={onWritten} />
        <CopyButton lines={linesOf(answer)} />
      </div>
      {membership === null ? null : (
        <details>
          <summary>{ask.raw}</summary>
          <pre tabIndex={0} aria-label={ask.raw}>
            {JSON.stringify(membership, null, 2)}
          </pre>
        </details>
      )}
    </article>
  );
}

/** The verdict of the sheet explains itself at length; here the sentence below does. */
function verdictName({ verdict, verdictText, directOnly }: Answer, { sidebar }: Catalogue): string {
  return verdict === 'notMember' && directOnly ? sidebar.ask.notDirect : verdictText;
}

/** The name stands above, and who asked where it is worth saying. */
function shownFields({ fields }: Answer, { card }: Catalogue): Answer['fields'] {
  return fields.filter(({ label }) => label !== card.fields.as && label !== card.fields.name);
}

/** The sentence and all fields, for a mail or a chat. */
function linesOf({ sentence, fields }: Answer): readonly string[] {
  return [sentence, '', ...fields.map(({ label, text }) => `${label}: ${safeText(text, LONGEST_COPIED)}`)];
}
