/** The selected rows before a start: what was understood, what may be changed about it, and the button. */
import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ColumnPlace, NameComparison, RowsChoice, SelectionSummary } from '../../core/contract';
import { useAnnounce } from '../announce';
import { Button } from '../button';
import { useCall } from '../call';
import { useFocusTarget } from '../focus';
import { NO_SPACE, type SpaceEntry } from '../home/question';
import { SpaceField } from '../home/space-field';
import { useCatalogue } from '../language';
import { Problem } from '../trouble/problem';
import { NothingToAsk, Place, Wish, SelectionNotes, SelectionTitle, StartLine } from './before';
import { Columns } from './columns';
import type { ControllerView, JobController } from './job-controller';
import { NamesCard, NamesOffer } from './names';

export interface RowsProps {
  readonly controller: JobController;
  readonly view: ControllerView;
  /** Whether the person is looking at this view. */
  readonly active: boolean;
}

/** A summary and the space that it was made for. */
interface Shown {
  readonly summary: SelectionSummary;
  readonly space: string;
}

export function Selection({ controller, view, active }: RowsProps) {
  const { rows } = useCatalogue().sidebar;
  const announce = useAnnounce();
  const focusTarget = useFocusTarget();
  const { call, run } = useCall('sidebarSelection');
  const [shown, setShown] = useState<Shown | null>(null);
  const [entry, setEntry] = useState(NO_SPACE);
  const [changing, setChanging] = useState<'space' | 'member' | null>(null);
  const [place, setPlace] = useState<ColumnPlace>('end');
  const [compares, setCompares] = useState(false);
  const [named, setNamed] = useState<NameComparison | null>(null);

  const look = async (choice?: RowsChoice) => {
    const space = spaceOf(entry);
    announce(rows.looking);
    const reply = await (choice === undefined ? run(space) : run(space, choice));
    if (reply === null) return;
    if (reply.ok) announce(rows.title(reply.value.rows, reply.value.tab));
    else announce(reply.problem.happened, 'assertive');
    setShown(reply.ok ? { summary: reply.value, space } : null);
  };
  const start = async ({ summary, space }: Shown) => {
    focusTarget.depart();
    const name = compares && summary.peopleAlone ? 'sidebarStartCompare' : 'sidebarStartJob';
    const kind = name === 'sidebarStartCompare' ? 'compare' : 'look-up';
    const starting = { kind, tab: summary.tab, total: summary.rows };
    const refused = await controller.start(starting, (ask) => ask(name, space, summary, { place }));
    if (refused === 'selectionChanged') await look();
    if (refused === 'jobOpen') await controller.look();
  };
  /** After a start that failed on the way, a job may be open all the same. */
  const lookAgain = async () => {
    focusTarget.depart();
    if (view.problem === null || (await controller.look()) === null) await look();
  };
  const change = async (choice: RowsChoice) => {
    focusTarget.depart();
    await look(choice);
  };
  useFirst(active, look);
  const { problem } = view;
  useLayoutEffect(() => {
    if (problem !== null) announce(problem.happened, 'assertive');
  }, [problem, announce]);
  // What was read stands on the page a moment after its answer.
  useLayoutEffect(() => {
    if (call.state === 'answered' || call.state === 'failed') focusTarget.arrive();
  }, [call, shown, focusTarget]);

  const busy = call.state === 'busy' || view.request !== null;
  if (call.state === 'failed')
    return (
      <Problem
        // A start that was refused is what the person waits to hear of, whatever is selected.
        problem={view.problem ?? call.problem}
        heading={focusTarget.target}
        level={2}
        onRetry={() => void lookAgain()}
      />
    );
  if (shown === null) return <Looking />;
  if (named !== null)
    return (
      <NamesCard
        comparison={named}
        onOther={() => {
          setNamed(null);
          focusTarget.depart();
          void look();
        }}
      />
    );
  const { summary } = shown;
  const offer =
    summary.names.length === 0 ? undefined : <NamesOffer summary={summary} onCompared={setNamed} />;
  const isCurrent = !summary.needsSpace && (!summary.peopleAlone || shown.space === spaceOf(entry));
  const hasNone = summary.columns.member === null;
  return (
    <>
      {view.problem === null ? null : (
        <Problem problem={view.problem} level={2} onRetry={() => void lookAgain()} isRetrying={busy} />
      )}
      <div class="stack selection">
        <SelectionTitle
          summary={summary}
          heading={focusTarget.target}
          busy={busy}
          onReadAgain={() => void lookAgain()}
          onWholeTable={() => void change({ ...summary.choice, wholeTable: true })}
        />
        {hasNone && changing === null ? null : (
          <Columns
            summary={summary}
            busy={busy}
            changing={changing}
            onOpen={setChanging}
            onChoose={(columns) => void change({ ...summary.choice, columns })}
          />
        )}
      </div>
      {hasNone ? (
        <NothingToAsk
          kind="none"
          onChoose={
            summary.choices.length === 0 || changing !== null
              ? null
              : () => {
                  setChanging('member');
                }
          }
        >
          {offer}
        </NothingToAsk>
      ) : (
        <>
          {summary.peopleAlone ? (
            <SpaceForAll
              entry={entry}
              busy={busy}
              isCurrent={isCurrent}
              onChange={setEntry}
              onUse={() => void change(summary.choice)}
            />
          ) : null}
          <SelectionNotes summary={summary} />
          {isCurrent && summary.questions === 0 ? (
            <NothingToAsk kind="unreadable" onChoose={null}>
              {offer}
            </NothingToAsk>
          ) : null}
          {isCurrent && summary.questions > 0 ? (
            <>
              {summary.peopleAlone ? <Wish compares={compares} onChoose={setCompares} /> : null}
              <Place summary={summary} place={place} onChoose={setPlace} />
              <StartLine summary={summary} busy={busy} onStart={() => void start(shown)} />
            </>
          ) : null}
        </>
      )}
    </>
  );
}

function Looking() {
  const { rows } = useCatalogue().sidebar;
  return (
    <p class="busy-line soft">
      <span class="spinner" aria-hidden="true" />
      {rows.looking}
    </p>
  );
}

interface SpaceForAllProps {
  readonly entry: SpaceEntry;
  readonly busy: boolean;
  /** The summary was made for this very space. */
  readonly isCurrent: boolean;
  readonly onChange: (entry: SpaceEntry) => void;
  readonly onUse: () => void;
}

/** The rows name no space: one is meant for all of them. */
function SpaceForAll({ entry, busy, isCurrent, onChange, onUse }: SpaceForAllProps) {
  const { rows } = useCatalogue().sidebar;
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!busy) onUse();
  };
  return (
    <form class="stack" onSubmit={submit}>
      <SpaceField entry={entry} onChange={onChange} label={rows.spaceForAll} />
      {isCurrent ? null : (
        <div class="row">
          <Button kind="primary" type="submit" busy={busy}>
            {rows.useSpace}
          </Button>
        </div>
      )}
    </form>
  );
}

function spaceOf({ text, chosen }: SpaceEntry): string {
  return chosen?.space ?? text.trim();
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
