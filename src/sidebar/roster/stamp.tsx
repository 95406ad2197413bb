/** Whether a list is complete, when it was made and as whom. */
import type { ListingStamp } from '../../core/contract';
import { Button } from '../button';
import { Icon } from '../icons';
import { useCatalogue } from '../language';

interface StampProps {
  readonly stamp: ListingStamp;
  /** Lists anew, where that may help. */
  readonly onAgain: (() => void) | null;
}

export function Stamp({ stamp: { complete, text }, onAgain }: StampProps) {
  const { roster } = useCatalogue().sidebar;
  return (
    <div class={complete ? 'stamp' : 'stamp part'}>
      <Icon name={complete ? 'check' : 'warning'} />
      <p>
        {text}
        {complete || onAgain === null ? null : (
          <>
            {' · '}
            <Button kind="link" onPress={onAgain}>
              {roster.listAgain}
            </Button>
          </>
        )}
      </p>
    </div>
  );
}
