/** Spaces with why they are worth a look and who owns them. */
import { useState } from 'preact/hooks';
import { safeText } from '../../core/locales/safe-text';
import { Button } from '../button';
import { Icon } from '../icons';
import { useCatalogue } from '../language';
import { OutsideLink } from '../link';

/** A space in the list. */
export interface SpaceItem {
  /** `spaces/…` */
  readonly space: string;
  readonly name: string;
  readonly link: string;
  readonly people: number | null;
  readonly reasons: readonly string[];
  readonly ownerNames: string;
}

/** How many more a press shows. */
const PORTION = 30;

interface SpaceListProps {
  readonly items: readonly SpaceItem[];
  readonly onMembers: (item: SpaceItem) => void;
}

export function SpaceList({ items, onMembers }: SpaceListProps) {
  const { spaces } = useCatalogue().sidebar;
  const [most, setMost] = useState(PORTION);
  return (
    <>
      <ul class="spaces">
        {items.slice(0, most).map((item) => (
          <li key={item.space}>
            <div class="top">
              <OutsideLink url={item.link} look="plain">
                <bdi class="lines-2">{item.name}</bdi>
              </OutsideLink>
              {item.people === null ? null : (
                <span class="small unbroken">
                  <Button
                    kind="link"
                    label={`${spaces.members(item.name)}: ${spaces.people(item.people)}`}
                    onPress={() => {
                      onMembers(item);
                    }}
                  >
                    {spaces.people(item.people)}
                  </Button>
                </span>
              )}
            </div>
            {item.reasons.map((reason) => (
              <p key={reason} class="why">
                <Icon name="warning" />
                <span>{reason}</span>
              </p>
            ))}
            {item.ownerNames === '' ? null : (
              <p class="small soft">
                <bdi>{spaces.owners(safeText(item.ownerNames))}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
      {items.length > most ? (
        <div>
          <Button
            kind="link"
            onPress={() => {
              setMost(most + PORTION);
            }}
          >
            {spaces.more(items.length - most)}
          </Button>
        </div>
      ) : null}
    </>
  );
}
