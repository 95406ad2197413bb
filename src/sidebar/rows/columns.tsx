/** Which columns hold the questions, and another choice of them. */
import { useId, useState } from 'preact/hooks';
import type { ColumnView, SelectionSummary } from '../../core/contract';
import type { PageCatalogue } from '../../core/locales/page-catalogue';
import { safeText } from '../../core/locales/safe-text';
import { Button } from '../button';
import { useCatalogue } from '../language';

type Which = 'space' | 'member';

interface ColumnsProps {
  readonly summary: SelectionSummary;
  readonly busy: boolean;
  /** Which choice is open. */
  readonly changing: Which | null;
  readonly onOpen: (which: Which | null) => void;
  readonly onChoose: (columns: { readonly space: number | null; readonly member: number }) => void;
}

export function Columns({ summary, busy, changing, onOpen, onChoose }: ColumnsProps) {
  const { rows } = useCatalogue().sidebar;
  const { columns, choices } = summary;
  const names = { space: rows.space, member: rows.member };
  const holdsWhole = columns.member?.holds === 'memberships';
  const shown: readonly Which[] = holdsWhole || columns.member === null ? ['member'] : ['space', 'member'];
  const choose = (which: Which, column: number | null) => {
    onOpen(null);
    const member = which === 'member' ? column : (columns.member?.column ?? null);
    const space = which === 'space' ? column : (columns.space?.column ?? null);
    if (member !== null) onChoose({ space: space === member ? null : space, member });
  };
  return (
    <ul class="lines">
      {shown.map((which) => (
        <li key={which}>
          <span>
            {names[which]} = <Chosen column={columns[which]} />
          </span>
          <Button
            kind="quiet"
            busy={busy}
            label={rows.changeColumn(names[which])}
            onPress={() => {
              onOpen(changing === which ? null : which);
            }}
          >
            {rows.change}
          </Button>
          {changing === which ? (
            <Choice
              label={rows.changeColumn(names[which])}
              choices={choices}
              chosen={columns[which]}
              none={which === 'space' ? rows.oneSpace : null}
              onChoose={(column) => {
                choose(which, column);
              }}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Chosen({ column }: { readonly column: ColumnView | null }) {
  const { rows } = useCatalogue().sidebar;
  if (column === null) return <>{rows.oneSpace}</>;
  const title = safeText(column.title);
  return (
    <>
      <b>{column.letters}</b>
      {title === '' ? null : (
        <>
          {' '}
          <bdi>{rows.quoted(title)}</bdi>
        </>
      )}
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly choices: readonly ColumnView[];
  readonly chosen: ColumnView | null;
  /** What no column means, where it may be chosen. */
  readonly none: string | null;
  readonly onChoose: (column: number | null) => void;
}

/** A list of columns with what they hold; it is taken with its button, so that arrow keys alone change nothing. */
function Choice({ label, choices, chosen, none, onChoose }: ChoiceProps) {
  const { rows } = useCatalogue().sidebar;
  const id = useId();
  const first = chosen?.column ?? (none === null ? choices[0]?.column : undefined);
  const [value, setValue] = useState(first === undefined ? '' : String(first));
  return (
    <div class="row choose-column">
      <label class="visually-hidden" for={id}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        ref={(select) => {
          if (select !== null && document.activeElement?.tagName === 'BUTTON') select.focus();
        }}
        onChange={(event) => {
          setValue(event.currentTarget.value);
        }}
      >
        {none === null ? null : <option value="">{none}</option>}
        {choices.map((column) => (
          <option key={column.column} value={String(column.column)}>
            {textOf(column, rows)}
          </option>
        ))}
      </select>
      <Button
        kind="small"
        onPress={() => {
          onChoose(value === '' ? null : Number(value));
        }}
      >
        {rows.take}
      </Button>
    </div>
  );
}

function textOf({ letters, title, holds }: ColumnView, rows: PageCatalogue['sidebar']['rows']): string {
  return rows.column(letters, safeText(title), rows.holds[holds]);
}
