/** A text field with its label, hint and what is wrong with it. */
import type { ComponentChildren, RefObject, TargetedKeyboardEvent } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '../icons';
import { useCatalogue } from '../language';
import { NamedSpaces } from '../spaces/named-spaces';

/** What a field with a list adds to its input. */
export interface ListProps {
  readonly role: 'combobox';
  readonly 'aria-expanded': 'true' | 'false';
  readonly 'aria-autocomplete': 'list';
  readonly 'aria-controls': string | undefined;
  readonly 'aria-activedescendant': string | undefined;
  readonly onKeyDown: (event: TargetedKeyboardEvent<HTMLInputElement>) => void;
  readonly onClick: () => void;
  readonly onBlur: () => void;
}

export interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly value: string;
  /** Told calmly below the field. */
  readonly wrong?: string | null | undefined;
  readonly onChange: (value: string) => void;
  readonly input?: RefObject<HTMLInputElement | null>;
  readonly list?: ListProps;
  /** What stands at the end of the box where the field is empty. */
  readonly end?: ComponentChildren;
  /** What hangs below the box. */
  readonly children?: ComponentChildren;
}

/** Addresses and ids are typed here: the browser neither corrects nor remembers them. */
export function Field({
  label,
  hint,
  placeholder,
  value,
  wrong,
  onChange,
  input,
  list,
  end,
  children,
}: FieldProps) {
  const { home } = useCatalogue().sidebar;
  const id = useId();
  const isWrong = wrong !== null && wrong !== undefined;
  const described = [hint === undefined ? '' : `${id}-hint`, isWrong ? `${id}-wrong` : ''].join(' ').trim();
  return (
    <div class="field">
      <div class="top">
        <label for={id}>{label}</label>
        {hint === undefined ? null : (
          <span id={`${id}-hint`} class="hint">
            {hint}
          </span>
        )}
      </div>
      <div class="box">
        <input
          {...list}
          {...(input === undefined ? {} : { ref: input })}
          id={id}
          type="text"
          value={value}
          placeholder={placeholder}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          aria-describedby={described === '' ? undefined : described}
          aria-invalid={isWrong ? 'true' : undefined}
          onInput={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
        {value === '' ? (
          end
        ) : (
          <button
            type="button"
            aria-label={home.clear(label)}
            onClick={(event) => {
              onChange('');
              event.currentTarget.parentElement?.querySelector('input')?.focus();
            }}
          >
            <Icon name="cross" />
          </button>
        )}
      </div>
      {isWrong ? (
        <p id={`${id}-wrong`} class="wrong">
          <Icon name="warning" />
          <span>
            <NamedSpaces text={wrong} />
          </span>
        </p>
      ) : null}
      {children}
    </div>
  );
}
