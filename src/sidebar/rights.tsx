/** The banner about permissions that were refused: what does not work, where to grant it. All else goes on. */
import { useLayoutEffect } from 'preact/hooks';
import type { Start } from '../core/contract';
import { manifestScopes } from '../core/setup/consent';
import { useAnnounce } from './announce';
import { Button } from './button';
import { useCall } from './call';
import { Icon } from './icons';
import { useCatalogue } from './language';
import { OutsideLink } from './link';
import { ManifestLines } from './manifest-lines';
import { Problem } from './problem';

interface RightsProps {
  readonly start: Pick<Start, 'refused' | 'grantUrl'>;
  /** The person says that they have granted something: the page begins again with what is there now. */
  readonly onLookedAgain: (start: Start) => void;
}

export function Rights({ start, onLookedAgain }: RightsProps) {
  const catalogue = useCatalogue();
  const { rights } = catalogue.sidebar;
  const announce = useAnnounce();
  const { call, run } = useCall('sidebarStart');
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
  if (start.refused.length === 0) return null;
  return (
    <section class="banner warning" aria-labelledby="rights-title">
      <h2 id="rights-title">
        <Icon name="warning" />
        {rights.title}
      </h2>
      <p>{rights.lost(start.refused.map((scope) => catalogue.phrases.features[scope] ?? scope))}</p>
      {/* Nothing is left to grant: the manifest does not ask for them. */}
      {start.grantUrl === null ? <ManifestLines additions={[manifestScopes(start.refused)]} /> : null}
      <div class="actions">
        {start.grantUrl === null ? null : (
          <OutsideLink url={start.grantUrl}>{catalogue.phrases.grant}</OutsideLink>
        )}
        <Button kind="quiet" busy={call.state === 'busy'} onPress={() => void lookAgain()}>
          {rights.lookAgain}
        </Button>
      </div>
      {call.state === 'failed' ? <Problem problem={call.problem} /> : null}
    </section>
  );
}
