/** The list of who is in a space: asked when it appears, then written or listed into the sheet. */
import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Roster, RosterOptions } from '../../core/contract';
import { useAnnounce } from '../announce';
import { takeFocus } from '../answer/answer';
import { Button } from '../button';
import { useCall } from '../call';
import { AskedLine } from '../home/asked-line';
import type { Asked } from '../home/question';
import type { Recent } from '../home/recents';
import { useCatalogue } from '../language';
import type { JobController } from '../rows/job-controller';
import { useDirectory } from '../spaces/directory';
import { Problem } from '../trouble/problem';
import { RosterCard } from './card';

interface RosterViewProps {
  readonly asked: Extract<Asked, { kind: 'members' }>;
  readonly controller: JobController;
  readonly onChange: () => void;
  /** A job was started: it is shown in the other view. */
  readonly onJob: () => void;
  readonly onListed: (recent: Recent) => void;
}

export function RosterView({ asked: { space }, controller, onChange, onJob, onListed }: RosterViewProps) {
  const { roster: texts } = useCatalogue().sidebar;
  const announce = useAnnounce();
  const { learn } = useDirectory();
  const { call, run } = useCall('sidebarListMembers');
  const heading = useRef<HTMLHeadingElement>(null);
  const report = useRef(onListed);
  report.current = onListed;
  const list = useCallback(async () => {
    announce(texts.asking);
    const reply = await run(space);
    if (reply?.ok !== true) return;
    const { composition, stamp, space: view } = reply.value;
    learn(view);
    const { people, groups } = composition;
    report.current({ kind: 'members', space: view.space, people, groups, checkedAt: stamp.listedAt });
  }, [announce, texts, run, space, learn]);
  useEffect(() => void list(), [list]);
  useLayoutEffect(() => {
    if (call.state === 'answered') announce(texts.people(call.value.composition.people));
    if (call.state === 'failed') announce(call.problem.happened, 'assertive');
    takeFocus(heading.current);
  }, [call, announce, texts]);

  const write = (roster: Roster, options: RosterOptions) => {
    const { isLarge, memberships, tab } = roster;
    const starting = { kind: 'roster', tab: tab.name, total: isLarge ? 0 : memberships.length };
    void controller.start(starting, (ask) =>
      isLarge
        ? ask('sidebarStartRoster', { of: 'space', space: roster.space.space }, options)
        : ask('sidebarWriteRoster', roster, options),
    );
    onJob();
  };
  return (
    <>
      <AskedLine space={space} onChange={onChange} />
      {call.state === 'failed' ? (
        <Problem problem={call.problem} heading={heading} level={2} onRetry={() => void list()} />
      ) : call.state === 'answered' ? (
        <RosterCard
          roster={call.value}
          heading={heading}
          busy={false}
          onAgain={() => void list()}
          onWrite={(options) => {
            write(call.value, options);
          }}
        />
      ) : (
        <Listing heading={heading} onCancel={onChange} />
      )}
    </>
  );
}

function Listing({
  heading,
  onCancel,
}: {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onCancel: () => void;
}) {
  const { roster, page } = useCatalogue().sidebar;
  return (
    <article class="card">
      <h2 ref={heading} tabIndex={-1}>
        {roster.asking}
      </h2>
      <div class="bones" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
      <div class="row">
        <Button onPress={onCancel}>{page.cancel}</Button>
      </div>
    </article>
  );
}
