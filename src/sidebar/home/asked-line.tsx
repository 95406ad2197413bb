/** The question, folded to one line: its space, and Change. */
import { spaceLink } from '../../core/chat/space';
import { Button } from '../button';
import { useCatalogue } from '../language';
import { OutsideLink } from '../link';
import { useSpaceName } from './recents';

interface AskedLineProps {
  /** `spaces/…`; null where all spaces are meant. */
  readonly space: string | null;
  readonly onChange: () => void;
}

export function AskedLine({ space, onChange }: AskedLineProps) {
  const { answer, home } = useCatalogue().sidebar;
  return (
    <div class="asked">
      <p>{space === null ? home.allSpaces : <SpaceName space={space} />}</p>
      <Button kind="quiet" icon="pencil" label={answer.changeLabel} onPress={onChange}>
        {answer.change}
      </Button>
    </div>
  );
}

function SpaceName({ space }: { readonly space: string }) {
  const name = useSpaceName(space);
  return (
    <OutsideLink url={spaceLink(space.replace('spaces/', ''))}>
      <bdi class="lines-2">{name}</bdi>
    </OutsideLink>
  );
}
