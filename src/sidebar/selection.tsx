/** What the selection holds, shown before anything is sent; where the rows name no space, the space for all of them. */
import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SelectionSummary } from '../core/contract';
import { useAnnounce } from './announce';
import { Button } from './button';
import { useCall } from './call';
import { Field } from './field';
import { useFocusTarget } from './focus';
import type { ControllerView, JobController } from './job-controller';
import { useCatalogue } from './language';
import { Problem } from './problem';
import { SelectionSummaryCard } from './selection-summary';

/** A summary and the space that it was made for. */
interface Shown {
  readonly summary: SelectionSummary;
  readonly space: string;
}

export interface RowsProps {
  readonly controller: JobController;
  readonly view: ControllerView;
  /** Whether the person is looking at this view. */
  readonly active: boolean;
}

export function Selection({ controller, view, active }: RowsProps) {
  const catalogue = useCatalogue();
  const { rows } = catalogue.sidebar;
  const announce = useAnnounce();
  const focusTarget = useFocusTarget();
  const { call, run } = useCall('sidebarSelection');
  const [shown, setShown] = useState<Shown | null>(null);
  const [space, setSpace] = useState('');

  const look = async () => {
    const typed = space.trim();
    announce(rows.looking);
    const reply = await run(typed);
    if (reply === null) return;
    if (reply.ok) announce(catalogue.job.summary(reply.value));
    else announce(reply.problem.happened, 'assertive');
    setShown(reply.ok ? { summary: reply.value, space: typed } : null);
  };
  const start = async ({ summary, space: chosen }: Shown) => {
    focusTarget.depart();
    const refused = await controller.start(chosen, summary);
    if (refused === 'selectionChanged') await look();
    if (refused === 'jobOpen') await controller.look();
  };
  /** After a start that failed on the way, a job may be open all the same. */
  const lookAgain = async () => {
    focusTarget.depart();
    if (view.problem === null || (await controller.look()) === null) await look();
  };
  const lookInSpace = async () => {
    focusTarget.depart();
    await look();
  };
  useFirst(active, look);
  useLayoutEffect(() => {
    if (view.problem !== null) announce(view.problem.happened, 'assertive');
  }, [view.problem, announce]);
  useLayoutEffect(() => {
    if (call.state === 'failed' || call.state === 'answered') focusTarget.arrive();
  }, [call, shown, focusTarget]);

  const busy = call.state === 'busy' || view.request !== null;
  const peopleAlone = shown?.summary.peopleAlone === true;
  const isCurrent = shown !== null && !shown.summary.needsSpace && shown.space === space.trim();
  return (
    <>
      {call.state === 'failed' ? <Problem problem={call.problem} heading={focusTarget.target} /> : null}
      {call.state !== 'failed' && shown === null ? <p class="empty">{rows.looking}</p> : null}
      {shown === null ? null : <SelectionSummaryCard summary={shown.summary} heading={focusTarget.target} />}
      {view.problem === null ? null : <Problem problem={view.problem} />}
      {peopleAlone ? (
        <SpaceForm space={space} busy={busy} isCurrent={isCurrent} onChange={setSpace} onUse={lookInSpace} />
      ) : null}
      <div class="actions">
        {isCurrent && shown.summary.questions > 0 ? (
          <Button kind="primary" busy={busy} onPress={() => void start(shown)}>
            {view.request === 'start' ? rows.starting : rows.start}
          </Button>
        ) : null}
        <Button kind="quiet" busy={busy} onPress={() => void lookAgain()}>
          {rows.lookAgain}
        </Button>
      </div>
    </>
  );
}

interface SpaceFormProps {
  readonly space: string;
  readonly busy: boolean;
  /** The summary above was made for this very space. */
  readonly isCurrent: boolean;
  readonly onChange: (space: string) => void;
  readonly onUse: () => Promise<void>;
}

function SpaceForm({ space, busy, isCurrent, onChange, onUse }: SpaceFormProps) {
  const { ask, rows } = useCatalogue().sidebar;
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!busy) void onUse();
  };
  return (
    <form class="stack" onSubmit={submit}>
      {isCurrent ? null : <p>{rows.spaceNeeded}</p>}
      <Field label={ask.space} hint={ask.spaceHint} value={space} onChange={onChange} />
      {isCurrent ? null : (
        <Button kind="primary" type="submit" busy={busy}>
          {rows.useSpace}
        </Button>
      )}
    </form>
  );
}

/** Looks once, when the person first comes here: it takes a call of the script. */
function useFirst(active: boolean, look: () => Promise<void>): void {
  const done = useRef(false);
  useEffect(() => {
    if (!active || done.current) return;
    done.current = true;
    void look();
  });
}
