/** The two fields, and the button that says what it will do. */
import type { RefObject, TargetedSubmitEvent } from 'preact';
import type { Settings } from '../../core/contract';
import type { PageCatalogue } from '../../core/locales/page-catalogue';
import { Button } from '../button';
import { useCatalogue } from '../language';
import { useDirectory } from '../spaces/directory';
import { Field } from './field';
import { kindOf, type Draft, type Wrong } from './question';
import { SpaceField } from './space-field';

interface FormProps {
  readonly draft: Draft;
  readonly wrong: Wrong | null;
  readonly busy: boolean;
  readonly settings: Settings;
  readonly spaceInput: RefObject<HTMLInputElement | null>;
  readonly memberInput: RefObject<HTMLInputElement | null>;
  readonly submitButton: RefObject<HTMLButtonElement | null>;
  readonly onChange: (draft: Draft) => void;
  readonly onSubmit: () => void;
}

export function Form({
  draft,
  wrong,
  busy,
  settings,
  spaceInput,
  memberInput,
  submitButton,
  onChange,
  onSubmit,
}: FormProps) {
  const catalogue = useCatalogue();
  const { home, page } = catalogue.sidebar;
  const { isAllowed } = useDirectory();
  const kind = kindOf(draft);
  // Without names, neither all spaces nor a space by its name can be asked for.
  const needsSpace = !isAllowed && (kind === 'spaces' || kind === 'where');
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    if (needsSpace) spaceInput.current?.focus();
    else onSubmit();
  };
  return (
    <form class="stack" onSubmit={submit} aria-label={page.views.ask}>
      <SpaceField
        entry={draft.space}
        placeholder={isAllowed ? home.allSpaces : undefined}
        wrong={wrong?.field === 'space' ? wrongText(wrong, catalogue) : null}
        input={spaceInput}
        onChange={(space) => {
          onChange({ ...draft, space, at: null });
        }}
      />
      <Field
        label={home.member}
        hint={home.memberHint}
        placeholder={home.everybody}
        value={draft.member}
        wrong={wrong?.field === 'member' ? wrongText(wrong, catalogue) : null}
        input={memberInput}
        onChange={(member) => {
          onChange({ ...draft, member, at: null });
        }}
      />
      <div class="row">
        <Button kind="primary" type="submit" busy={busy} button={submitButton}>
          {home.submit[needsSpace ? 'lookUp' : kind]}
        </Button>
        <p class="will" aria-live="polite">
          {needsSpace ? home.spaceNeeded : kind === 'lookUp' ? '' : home.will[kind]}
        </p>
      </div>
      {settings.as === 'user' ? null : <p class="small soft">{home.as(page.asWhom[settings.as])}</p>}
    </form>
  );
}

/** What happened and what to do: the cause is plain beside the field. */
function wrongText({ why }: Wrong, catalogue: PageCatalogue): string {
  if ('several' in why) return catalogue.sidebar.picker.several(why.several);
  const { happened, nextStep } = catalogue.problemText(why);
  return catalogue.sidebar.page.sentences(happened, nextStep);
}
