/** The view of settings: as whom to look up in this sheet, and the warning that comes before any other than oneself. */
import type { TargetedSubmitEvent } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { ProblemText, Settings } from '../../core/contract';
import { parseServiceAccount, parseSettings } from '../../core/setup/settings';
import { useAnnounce } from '../announce';
import { Button } from '../button';
import { useCall } from '../call';
import { Field } from '../home/field';
import { useFocusTarget } from '../focus';
import { useCatalogue } from '../language';
import { Problem } from '../trouble/problem';
import { Erase } from './erase';
import { Warning } from './warning';

const IDENTITIES = ['user', 'app', 'admin'] as const;

interface SettingsProps {
  readonly settings: Settings;
  readonly onSaved: (settings: Settings) => void;
}

export function SettingsView({ settings, onSaved }: SettingsProps) {
  const catalogue = useCatalogue();
  const {
    settings: texts,
    page: { asWhom },
  } = catalogue.sidebar;
  const announce = useAnnounce();
  const focusTarget = useFocusTarget();
  const { call, run, reset } = useCall('sidebarSaveSettings');
  const [draft, setDraft] = useState(settings);
  /** What the page itself refuses: a key must not even travel. */
  const [refused, setRefused] = useState<ProblemText | null>(null);
  const problem = refused ?? (call.state === 'failed' ? call.problem : null);

  const change = (part: Partial<Settings>) => {
    const typed = part.serviceAccount === undefined ? null : parseServiceAccount(part.serviceAccount);
    const isKey = typed?.ok === false && typed.problem.code === 'privateKeyPasted';
    reset();
    setRefused(isKey ? catalogue.problemText(typed.problem) : null);
    setDraft({ ...draft, ...part, ...(isKey ? { serviceAccount: '' } : {}) });
  };
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    focusTarget.depart();
    const parsed = parseSettings(draft);
    setRefused(parsed.ok ? null : catalogue.problemText(parsed.problem));
    if (!parsed.ok) {
      reset();
      return;
    }
    const reply = await run(parsed.value);
    if (reply?.ok !== true) return;
    setDraft(reply.value);
    announce(texts.saved(asWhom[reply.value.as]));
    onSaved(reply.value);
  };
  useLayoutEffect(() => {
    if (problem === null) return;
    announce(problem.happened, 'assertive');
    focusTarget.arrive();
  }, [problem, announce, focusTarget]);
  return (
    <>
      <form class="stack" onSubmit={(event) => void submit(event)}>
        <fieldset class="choices">
          <legend>{texts.asWhom}</legend>
          {IDENTITIES.map((as) => (
            <Choice
              key={as}
              as={as}
              checked={draft.as === as}
              onChoose={() => {
                // What was confirmed for one identity is not confirmed for another.
                change({ as, confirmed: as === settings.as && settings.confirmed });
              }}
            />
          ))}
        </fieldset>
        {draft.as === 'app' ? (
          <Field
            label={texts.serviceAccount}
            hint={texts.serviceAccountHint}
            value={draft.serviceAccount}
            onChange={(serviceAccount) => {
              change({ serviceAccount });
            }}
          />
        ) : null}
        {draft.as === 'user' ? null : (
          <Warning
            confirmed={draft.confirmed}
            onConfirm={(confirmed) => {
              change({ confirmed });
            }}
          />
        )}
        {problem === null ? null : <Problem problem={problem} heading={focusTarget.target} />}
        <div class="row">
          <Button kind="primary" type="submit" busy={call.state === 'busy'}>
            {call.state === 'busy' ? texts.saving : texts.save}
          </Button>
        </div>
        {call.state === 'answered' ? <p class="success">{texts.saved(asWhom[call.value.as])}</p> : null}
      </form>
      <hr class="rule" />
      <Erase />
    </>
  );
}

interface ChoiceProps {
  readonly as: Settings['as'];
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function Choice({ as, checked, onChoose }: ChoiceProps) {
  const { name, hint } = useCatalogue().sidebar.settings.choices[as];
  return (
    <label class="choice">
      <input type="radio" name="as" value={as} checked={checked} onChange={onChoose} />
      <span>
        {name}
        <br />
        <span class="small soft">{hint}</span>
      </span>
    </label>
  );
}
