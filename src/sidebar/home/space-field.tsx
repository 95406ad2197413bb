/** The field of the space: a combobox over the spaces of the person. A link or an id is typed or pasted as well. */
import type { RefObject, TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { recognise } from '../../core/chat/reference';
import type { SpaceView } from '../../core/contract';
import type { PageCatalogue } from '../../core/locales/page-catalogue';
import { safeText } from '../../core/locales/safe-text';
import { Icon } from '../icons';
import { useCatalogue } from '../language';
import { useDirectory } from '../spaces/directory';
import { searchNames, type Found } from '../spaces/search';
import { isSameDay, month, shortTime } from '../when';
import { Field } from './field';
import type { SpaceEntry } from './question';

interface SpaceFieldProps {
  readonly entry: SpaceEntry;
  readonly onChange: (entry: SpaceEntry) => void;
  readonly wrong?: string | null;
  readonly label?: string;
  readonly placeholder?: string | undefined;
  readonly input?: RefObject<HTMLInputElement | null>;
}

/** Longer lists are cut: whoever sees so many types on. */
const MOST_SHOWN = 50;
/** A space without a message for so long is quiet. */
const QUIET_MS = 180 * 24 * 60 * 60_000;

export function SpaceField({ entry, onChange, wrong, label, placeholder, input }: SpaceFieldProps) {
  const { home, picker } = useCatalogue().sidebar;
  const directory = useDirectory();
  const list = useId();
  const own = useRef<HTMLInputElement>(null);
  const field = input ?? own;
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState<number | null>(null);
  const { all, shown } = useShown(isOpen ? entry : null);
  const isReference = recognise(entry.text) !== 'none';
  const hasList = directory.isAllowed && isOpen && !isReference && entry.chosen === null;

  const open = () => {
    if (!directory.isAllowed) return;
    setOpen(true);
    void directory.read();
  };
  const choose = ({ item, name }: Found<SpaceView>) => {
    onChange({ text: name, chosen: { space: item.space, name } });
    setOpen(false);
    field.current?.focus();
  };
  const press = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    const found = at === null ? undefined : shown[at];
    if (event.key === 'Escape' && hasList) {
      setOpen(false);
      event.stopPropagation();
    } else if (event.key === 'Enter' && hasList && found !== undefined) {
      // Chooses; the next Enter asks.
      event.preventDefault();
      choose(found);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!hasList) {
        open();
        setAt(null);
      } else if (shown.length > 0) {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        setAt(at === null ? (step === 1 ? 0 : shown.length - 1) : (at + step + shown.length) % shown.length);
      }
    }
  };
  return (
    <Field
      label={label ?? home.space}
      hint={directory.isAllowed ? home.spaceHint : home.spaceHintWithoutNames}
      placeholder={placeholder}
      value={entry.text}
      wrong={wrong}
      input={field}
      onChange={(text) => {
        onChange({ text, chosen: null });
        setAt(null);
        // An emptied field means all spaces: the list would only cover the button.
        if (text === '') setOpen(false);
        else open();
      }}
      list={{
        role: 'combobox',
        'aria-expanded': hasList ? 'true' : 'false',
        'aria-autocomplete': 'list',
        'aria-controls': hasList ? list : undefined,
        'aria-activedescendant': hasList && at !== null ? optionId(list, at) : undefined,
        onKeyDown: press,
        onClick: open,
        onBlur: () => {
          setOpen(false);
        },
      }}
      end={
        directory.isAllowed ? (
          <span
            aria-hidden="true"
            onMouseDown={(event) => {
              event.preventDefault();
              field.current?.focus();
              open();
            }}
          >
            <Icon name="down" />
          </span>
        ) : null
      }
    >
      {hasList ? (
        <div
          class="picker"
          onMouseDown={(event) => {
            // Or the field would lose the focus, and the list close, before the click.
            event.preventDefault();
          }}
        >
          <Options id={list} label={picker.open} shown={shown} at={at} onChoose={choose} />
          <p class="picker-foot" role="status">
            {footText(directory.state, shown.length, all, picker)}
          </p>
        </div>
      ) : null}
    </Field>
  );
}

interface OptionsProps {
  readonly id: string;
  readonly label: string;
  readonly shown: readonly Found<SpaceView>[];
  readonly at: number | null;
  readonly onChoose: (found: Found<SpaceView>) => void;
}

function Options({ id, label, shown, at, onChoose }: OptionsProps) {
  const catalogue = useCatalogue();
  const box = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    box.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <ul ref={box} id={id} role="listbox" aria-label={label}>
      {shown.map((found, index) => (
        <li
          key={found.item.space}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === at}
          onClick={() => {
            onChoose(found);
          }}
        >
          <Icon name={found.item.type === 'space' || found.item.type === 'unknown' ? 'space' : 'person'} />
          <span>
            <Marked found={found} />
            <span class="soft small about">{aboutSpace(found.item, catalogue)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Marked({ found: { name, at } }: { readonly found: Found<SpaceView> }) {
  if (at === null) return <bdi class="lines-2">{name}</bdi>;
  const [from, to] = at;
  return (
    <bdi class="lines-2">
      {name.slice(0, from)}
      <mark>{name.slice(from, to)}</mark>
      {name.slice(to)}
    </bdi>
  );
}

/** People and activity of a space, in one line. */
export function aboutSpace(
  { type, withApp, people, lastActive }: SpaceView,
  catalogue: PageCatalogue,
): string {
  const { picker } = catalogue.sidebar;
  const kind =
    type === 'directMessage'
      ? withApp
        ? picker.withApp
        : picker.directMessage
      : type === 'groupChat'
        ? picker.groupChat
        : null;
  const size = people === null || type === 'directMessage' ? null : picker.people(people);
  const parts = [kind, size, lastActive === null ? null : activity(lastActive, catalogue)];
  return parts.filter((part) => part !== null).join(' · ');
}

function activity(lastActive: string, catalogue: PageCatalogue): string {
  const { picker } = catalogue.sidebar;
  const time = new Date(lastActive);
  const now = Date.now();
  if (isSameDay(time, new Date(now))) return picker.activeToday;
  return now - time.getTime() > QUIET_MS
    ? picker.quietSince(month(lastActive, catalogue))
    : picker.active(shortTime(lastActive, catalogue));
}

function footText(
  state: ReturnType<typeof useDirectory>['state'],
  shown: number,
  all: number,
  texts: PageCatalogue['sidebar']['picker'],
): string {
  if (state === 'reading' && shown === 0) return texts.loading;
  const count = shown === 0 ? texts.none : texts.count(shown, all);
  return `${count} ${texts.hint}`;
}

/** The spaces that match what is typed; conversations without a name come last, by who is in them. */
function useShown(entry: SpaceEntry | null): {
  readonly all: number;
  readonly shown: readonly Found<SpaceView>[];
} {
  const directory = useDirectory();
  const { spaces, nameOf, nameUnnamed } = directory;
  const text = entry?.chosen === null ? entry.text : null;
  const shown = useMemo(() => {
    if (text === null) return [];
    const sorted = [...spaces].sort((a, b) => (b.lastActive ?? '').localeCompare(a.lastActive ?? ''));
    const name = ({ displayName, space }: SpaceView): string | null =>
      safeText(displayName ?? nameOf(space) ?? '') || null;
    const named = sorted.filter(({ displayName }) => displayName !== null);
    const unnamed = sorted.filter(({ displayName }) => displayName === null);
    return [...searchNames(named, name, text), ...searchNames(unnamed, name, text)].slice(0, MOST_SHOWN);
  }, [spaces, nameOf, text]);
  const isShort = text !== null && shown.length < MOST_SHOWN;
  useEffect(() => {
    if (!isShort) return;
    nameUnnamed(
      spaces
        .filter(({ space, displayName }) => displayName === null && nameOf(space) === null)
        .map(({ space }) => space),
    );
  }, [isShort, spaces, nameOf, nameUnnamed]);
  return { all: spaces.length, shown };
}

function optionId(list: string, index: number): string {
  return `${list}-${index}`;
}
