/** What may be asked next, about what stands on the card. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icons';
import { useCatalogue } from '../language';

export interface Next {
  readonly icon: IconName;
  readonly text: ComponentChildren;
  readonly key: string;
  readonly onPress: () => void;
}

export function Nexts({ nexts }: { readonly nexts: readonly Next[] }) {
  const { answer } = useCatalogue().sidebar;
  if (nexts.length === 0) return null;
  return (
    <ul class="nexts" aria-label={answer.next}>
      {nexts.map(({ icon, text, key, onPress }) => (
        <li key={key}>
          <button type="button" onClick={onPress}>
            <Icon name={icon} />
            <span>{text}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
