/** The banner about permissions that were refused: what does not work, where to grant it. All else goes on. */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Start } from '../../core/contract';
import { manifestScopes } from '../../core/setup/consent';
import { useAnnounce } from '../announce';
import { Button } from '../button';
import { useCall } from '../call';
import { Icon } from '../icons';
import { useCatalogue } from '../language';
import { OutsideLink } from '../link';
import { ManifestLines } from './manifest-lines';
import { Problem } from './problem';

interface RightsProps {
  readonly start: Pick<Start, 'refused' | 'grantUrl'>;
  /** The person says that they have granted something: the page begins again with what is there now. */
  readonly onLookedAgain: (start: Start) => void;
}

/** The permission for names of spaces. */
export const NAMES = 'chat.spaces.readonly';

export function Rights({ start, onLookedAgain }: RightsProps) {
  const catalogue = useCatalogue();
  const { rights } = catalogue.sidebar;
  const announce = useAnnounce();
  const { call, run } = useCall('sidebarStart');
  const [goesOn, setGoesOn] = useState(false);
  /** The page for it was opened: from then on the person may have granted it. */
  const [wasOpened, setOpened] = useState(false);
  const lookAgain = async () => {
    const reply = await run();
    if (reply?.ok !== true) return;
    const left = reply.value.refused.length;
    announce(left === 0 ? rights.complete : rights.incomplete(left));
    onLookedAgain(reply.value);
  };
  useLayoutEffect(() => {
    if (call.state === 'failed') announce(call.problem.happened, 'assertive');
  }, [call, announce]);
  if (start.refused.length === 0 || goesOn) return null;
  const isNames = start.refused.length === 1 && start.refused[0] === NAMES;
  return (
    <section class="banner" aria-labelledby="rights-title">
      <h2 id="rights-title">
        <Icon name="warning" />
        <span>{isNames ? rights.names : rights.title}</span>
      </h2>
      <p>
        {isNames
          ? rights.namesText
          : rights.lost(start.refused.map((scope) => catalogue.phrases.features[scope] ?? scope))}
      </p>
      {/* Nothing is left to grant: the manifest does not ask for them. */}
      {start.grantUrl === null ? <ManifestLines additions={[manifestScopes(start.refused)]} /> : null}
      <div class="row">
        {start.grantUrl === null ? null : (
          <OutsideLink
            url={start.grantUrl}
            look="primary"
            onPress={() => {
              setOpened(true);
            }}
          >
            {rights.allow}
          </OutsideLink>
        )}
        {wasOpened ? (
          <Button busy={call.state === 'busy'} onPress={() => void lookAgain()}>
            {rights.lookAgain}
          </Button>
        ) : null}
        <Button
          kind="quiet"
          onPress={() => {
            setGoesOn(true);
          }}
        >
          {rights.without}
        </Button>
      </div>
      {call.state === 'failed' ? <Problem problem={call.problem} /> : null}
    </section>
  );
}
