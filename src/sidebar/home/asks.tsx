/** What can be asked, in one look: which of the two fields each question takes. */
import { Icon } from '../icons';
import { useCatalogue } from '../language';
import type { AskedKind } from './question';

interface AsksProps {
  readonly onChoose: (kind: AskedKind) => void;
  readonly onRows: () => void;
}

/** Which fields are filled in. */
const FIELDS: readonly (readonly [AskedKind, space: boolean, member: boolean])[] = [
  ['lookUp', true, true],
  ['members', true, false],
  ['where', false, true],
  ['spaces', false, false],
];

export function Asks({ onChoose, onRows }: AsksProps) {
  const { asks } = useCatalogue().sidebar.home;
  return (
    <section class="tight" aria-labelledby="asks-title">
      <h2 id="asks-title" class="sub">
        {asks.title}
      </h2>
      <ul class="asks">
        {FIELDS.map(([kind, space, member]) => (
          <li key={kind}>
            <button
              type="button"
              onClick={() => {
                onChoose(kind);
              }}
            >
              <Fields space={space} member={member} />
              <span>{asks[kind]}</span>
            </button>
          </li>
        ))}
        <li>
          <button type="button" onClick={onRows}>
            <span class="figure">
              <Icon name="table" />
            </span>
            <span>{asks.rows}</span>
          </button>
        </li>
      </ul>
    </section>
  );
}

function Fields({ space, member }: { readonly space: boolean; readonly member: boolean }) {
  return (
    <span class="figure">
      <svg viewBox="0 0 44 16" aria-hidden="true" focusable="false">
        {[
          [1, space],
          [24, member],
        ].map(([x, isFull]) => (
          <rect
            key={String(x)}
            x={Number(x)}
            y={2}
            width={19}
            height={12}
            rx={3.5}
            class={isFull === true ? 'full' : 'empty'}
          />
        ))}
      </svg>
    </span>
  );
}
