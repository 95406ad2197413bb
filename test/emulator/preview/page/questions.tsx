/** What a running script asks: alert, prompt, and Google's consent screen. */
import { useState } from 'preact/hooks';
import type { PageAction, Question, Situation } from '../wire';
import { Modal } from './modal';
import { scopeText, shortScope, type Catalogue } from './locales/catalogue';

type Answer = Extract<PageAction, { do: 'answer' }>;
type Ask<T extends Question['type']> = Extract<Question, { type: T }>;

interface Asking {
  readonly answer: (part: Partial<Pick<Answer, 'text' | 'granted'>> & Pick<Answer, 'button'>) => void;
  readonly catalogue: Catalogue;
}

export interface QuestionProps {
  readonly question: Question;
  readonly answer: (answer: Answer) => void;
  readonly fileName: string;
  readonly scriptName: string;
  readonly situation: Situation;
  readonly catalogue: Catalogue;
}

export function QuestionDialog(props: QuestionProps) {
  const { question, answer, fileName, scriptName, situation, catalogue } = props;
  const asking: Asking = {
    catalogue,
    answer: (part) => {
      answer({ do: 'answer', id: question.id, text: '', granted: [], ...part });
    },
  };
  return question.type === 'consent' ? (
    <ConsentDialog {...asking} {...{ question, scriptName, situation }} />
  ) : (
    <AlertDialog {...asking} question={question} title={question.title === '' ? fileName : question.title} />
  );
}

/** A script that gives no title gets the name of the file. */
function AlertDialog({
  question,
  title,
  answer,
  catalogue,
}: Asking & { readonly question: Ask<'alert' | 'prompt'>; readonly title: string }) {
  const [text, setText] = useState('');
  return (
    <Modal
      kind="alert"
      title={title}
      closeLabel={catalogue.close}
      close={() => {
        answer({ button: 'CLOSE', text });
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          answer({ button: question.buttons[0] ?? 'OK', text });
        }}
      >
        <p class="modal-text">{question.prompt}</p>
        {question.type === 'prompt' && (
          <input
            class="field"
            aria-label={question.prompt === '' ? title : question.prompt}
            autofocus
            value={text}
            onInput={({ currentTarget }) => {
              setText(currentTarget.value);
            }}
          />
        )}
        <div class="modal-foot">
          {question.buttons.map((button, index) => (
            <button
              key={button}
              type={index === 0 ? 'submit' : 'button'}
              class={index === 0 ? 'button is-primary' : 'button'}
              autofocus={index === 0 && question.type === 'alert'}
              onClick={() => {
                if (index > 0) answer({ button, text });
              }}
            >
              {catalogue.buttons[button] ?? button}
            </button>
          ))}
        </div>
      </form>
    </Modal>
  );
}

function ConsentDialog({
  question,
  scriptName,
  situation,
  answer,
  catalogue,
}: Asking & {
  readonly question: Ask<'consent'>;
  readonly scriptName: string;
  readonly situation: Situation;
}) {
  const { scopes } = question;
  const [ticked, setTicked] = useState<readonly string[]>(
    scopes.filter((scope) => !question.unticked.includes(scope)),
  );
  const cancel = () => {
    answer({ button: 'CLOSE' });
  };
  const person = situation.users.find(({ name }) => name === situation.user)?.label ?? situation.user;
  return (
    <Modal
      kind="consent"
      title={catalogue.consent.title(scriptName)}
      closeLabel={catalogue.close}
      close={cancel}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          answer({ button: 'OK', granted: ticked });
        }}
      >
        <p class="consent-account">{catalogue.consent.account(person)}</p>
        <p>{catalogue.consent.lead}</p>
        <ul class="ticks">
          <Tick
            label={catalogue.consent.all}
            on={ticked.length === scopes.length}
            change={(on) => {
              setTicked(on ? scopes : []);
            }}
          />
          {scopes.map((scope) => (
            <Tick
              key={scope}
              label={scopeText(scope, catalogue)}
              hint={shortScope(scope)}
              on={ticked.includes(scope)}
              change={(on) => {
                setTicked(on ? [...ticked, scope] : ticked.filter((other) => other !== scope));
              }}
            />
          ))}
        </ul>
        <p class="hint">{catalogue.consent.after}</p>
        <div class="modal-foot">
          <button type="submit" class="button is-primary" autofocus>
            {catalogue.consent.allow}
          </button>
          <button type="button" class="button" onClick={cancel}>
            {catalogue.consent.cancel}
          </button>
        </div>
      </form>
    </Modal>
  );
}

export interface TickProps {
  readonly label: string;
  readonly hint?: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly change: (on: boolean) => void;
}

/** One line of a list of ticks. */
export function Tick({ label, hint, on, disabled = false, change }: TickProps) {
  return (
    <li class="tick">
      <label>
        <input
          type="checkbox"
          checked={on}
          disabled={disabled}
          onChange={({ currentTarget }) => {
            change(currentTarget.checked);
          }}
        />
        <span>
          {label}
          {hint !== undefined && <code>{hint}</code>}
        </span>
      </label>
    </li>
  );
}
