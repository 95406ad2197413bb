/** A list beside a space, once it is compared: three sets and what is undecided, then both lists by name. */
import { useEffect, useState } from 'preact/hooks';
import type { VerdictKind } from '../../core/chat/verdict';
import type { Comparison, JobView } from '../../core/contract';
import { spaceLink } from '../../core/chat/space';
import { grouped } from '../../core/locales/number';
import { safeText } from '../../core/locales/safe-text';
import { useAnnounce } from '../announce';
import { Button } from '../button';
import { useCall } from '../call';
import { CopyButton } from '../copy';
import { Made } from '../export/export';
import { useSpaceName } from '../home/recents';
import { Icon } from '../icons';
import { useCatalogue } from '../language';
import { OutsideLink } from '../link';
import { Stamp } from '../roster/stamp';
import { Problem } from '../trouble/problem';
import { VerdictMark } from '../verdicts';

const MOST_NAMES = 5;

/** What was compared, with the way to the space. */
export function ComparisonTitle({ rows, space }: { readonly rows: number; readonly space: string }) {
  const { compare: texts } = useCatalogue().sidebar;
  const name = useSpaceName(space);
  return (
    <>
      {texts.title(rows)}{' '}
      <OutsideLink url={spaceLink(space.replace('spaces/', ''))}>
        <bdi>{name}</bdi>
      </OutsideLink>
    </>
  );
}

interface ComparisonFinishProps {
  readonly job: JobView;
  readonly tabId: number;
}

export function ComparisonFinish({ job, tabId }: ComparisonFinishProps) {
  const { call, run } = useCall('sidebarComparison');
  const { comparison, startedAt } = job;
  const space = comparison?.space ?? null;
  const stamp = comparison?.stamp ?? null;
  useEffect(() => {
    if (space !== null) void run({ tab: tabId, space, since: startedAt });
  }, [run, tabId, space, startedAt]);
  if (call.state === 'failed') return <Problem problem={call.problem} />;
  if (call.state !== 'answered') return null;
  return (
    <>
      <Sets comparison={call.value} since={startedAt} />
      <OnlyInList comparison={call.value} since={startedAt} />
      <OnlyInSpace comparison={call.value} since={startedAt} />
      {stamp === null ? null : <Stamp stamp={stamp} onAgain={null} />}
    </>
  );
}

function Sets({ comparison, since }: { readonly comparison: Comparison; readonly since: string }) {
  const { compare: texts } = useCatalogue().sidebar;
  const { tab, counts, rest } = comparison;
  const { problem, select, showRest } = useShow(comparison, since);
  const sets = [
    { key: 'list', count: counts.notMember + counts.invited, label: texts.onlyInList, verdict: MISSING },
    { key: 'both', count: counts.member, label: texts.both, verdict: ['member'] },
    { key: 'space', count: rest?.count ?? 0, label: texts.onlyInSpace, verdict: null },
  ] as const;
  return (
    <>
      <div class="tight">
        <div class="sets">
          <Circles id={`sets-${String(tab)}`} />
          <ul>
            {sets.map(({ key, count, label, verdict }) => (
              <li key={key}>
                <Number
                  count={count}
                  label={label}
                  act={verdict === null ? texts.show : null}
                  onPress={() => {
                    if (verdict === null) showRest();
                    else select(verdict);
                  }}
                />
              </li>
            ))}
          </ul>
        </div>
        <div class="set-keys" aria-hidden="true">
          {sets.map(({ key, label }) => (
            <span key={key}>{label}</span>
          ))}
        </div>
      </div>
      {counts.unchecked === 0 ? null : (
        <Undecided
          count={counts.unchecked}
          onPress={() => {
            select(['unchecked']);
          }}
        />
      )}
      {problem === null ? null : <Problem problem={problem} />}
    </>
  );
}

/** The picture is not to scale: the numbers say what it means. */
function Circles({ id }: { readonly id: string }) {
  return (
    <svg viewBox="0 0 244 112" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <defs>
        <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v7" class="stripe" />
        </pattern>
      </defs>
      <rect class="list" x="2" y="2" width="156" height="108" rx="34" fill={`url(#${id})`} />
      <rect class="space" x="86" y="2" width="156" height="108" rx="34" />
      <rect class="both" x="86" y="2" width="72" height="108" rx="33" />
      <rect class="plate" x="18" y="34" width="52" height="44" rx="22" />
    </svg>
  );
}

interface NumberProps {
  readonly count: number;
  readonly label: string;
  /** What a press does, where it does not select rows. */
  readonly act: string | null;
  readonly onPress: () => void;
}

function Number({ count, label, act, onPress }: NumberProps) {
  const { job } = useCatalogue().sidebar;
  const content = (
    <>
      <span class="visually-hidden">{label}: </span>
      {grouped(count)}
    </>
  );
  if (count === 0) return <span>{content}</span>;
  return (
    <button type="button" onClick={onPress}>
      {content}
      <span class="visually-hidden">, {act ?? job.selectRows}</span>
    </button>
  );
}

function Undecided({ count, onPress }: { readonly count: number; readonly onPress: () => void }) {
  const { compare: texts, job } = useCatalogue().sidebar;
  return (
    <ul class="counts">
      <li>
        <button type="button" onClick={onPress}>
          <VerdictMark kind="unchecked" />
          <span>{texts.undecided}</span>
          <span class="count">{grouped(count)}</span>
          <span class="visually-hidden">: {job.selectRows}</span>
        </button>
      </li>
    </ul>
  );
}

/** Everybody who is on the list and not in the space: who is invited is not in it yet. */
const MISSING = ['notMember', 'invited'] as const;

/** Selects rows of the list, or opens the tab of those who are only in the space. */
function useShow({ tab, rest }: Comparison, since: string) {
  const { job } = useCatalogue().sidebar;
  const announce = useAnnounce();
  const rows = useCall('sidebarShow');
  const others = useCall('sidebarShowTab');
  const select = async (verdict: readonly VerdictKind[]) => {
    const reply = await rows.run({ tab, since, verdict });
    if (reply?.ok === true) announce(job.selected(job.kinds.lookUp.unit(reply.value.selected)));
  };
  const failed = [rows.call, others.call].find((call) => call.state === 'failed');
  return {
    problem: failed?.state === 'failed' ? failed.problem : null,
    select: (verdict: readonly VerdictKind[]) => void select(verdict),
    showRest: () => {
      if (rest !== null) void others.run(rest.tabId);
    },
  };
}

interface ListProps {
  readonly comparison: Comparison;
  readonly since: string;
}

function OnlyInList({ comparison, since }: ListProps) {
  const { compare: texts } = useCatalogue().sidebar;
  const { counts, onlyInList, addresses, doubles } = comparison;
  const { select } = useShow(comparison, since);
  const count = counts.notMember + counts.invited;
  if (count === 0 && doubles === 0) return null;
  return (
    <section class="tight">
      <h3 class="exception">
        <Icon name="table" /> {texts.listTitle(count)}
      </h3>
      <Names
        names={onlyInList.map(({ name }) => name)}
        count={count}
        onMore={() => {
          select(MISSING);
        }}
      />
      {counts.invited === 0 ? null : <p class="small soft">{texts.invited(counts.invited)}</p>}
      {doubles === 0 ? null : <p class="small soft">{texts.doubles(doubles)}</p>}
      {addresses.length === 0 ? null : <Addresses comparison={comparison} />}
    </section>
  );
}

/** Who is missing, for Chat's dialog for adding people and for tools that can write. */
function Addresses({ comparison: { addresses, csv } }: { readonly comparison: Comparison }) {
  const { compare: texts } = useCatalogue().sidebar;
  const [hasFile, setHasFile] = useState(false);
  return (
    <>
      <div class="row">
        <CopyButton kind="small" lines={addresses} label={texts.copyAddresses(addresses.length)} />
        {hasFile ? null : (
          <Button
            kind="small"
            onPress={() => {
              setHasFile(true);
            }}
          >
            {texts.csv}
          </Button>
        )}
      </div>
      {hasFile ? <Made table={{ name: texts.csvFile, csv }} /> : null}
    </>
  );
}

function OnlyInSpace({ comparison, since }: ListProps) {
  const { compare: texts } = useCatalogue().sidebar;
  const { showRest } = useShow(comparison, since);
  const { rest } = comparison;
  if (rest === null || rest.count === 0) return null;
  const names = rest.people.map(({ name, from }) => `${safeText(name)}${from === '' ? '' : ` (${from})`}`);
  return (
    <section class="tight">
      <h3 class="exception">
        <Icon name="space" /> {texts.spaceTitle(rest.count)}
      </h3>
      <Names names={names} count={rest.count} onMore={showRest} />
      <p class="small soft">{texts.rest(safeText(rest.tab))}</p>
    </section>
  );
}

interface NamesProps {
  readonly names: readonly string[];
  readonly count: number;
  readonly onMore: () => void;
}

function Names({ names, count, onMore }: NamesProps) {
  const { compare: texts, page } = useCatalogue().sidebar;
  const shown = names.slice(0, MOST_NAMES);
  return (
    <p class="small soft">
      {shown.map((name, index) => (
        <span key={index}>
          {index === 0 ? null : page.comma()}
          <bdi>{safeText(name)}</bdi>
        </span>
      ))}{' '}
      {count > shown.length ? (
        <Button kind="link" onPress={onMore}>
          {texts.more(count - shown.length)}
        </Button>
      ) : null}
    </p>
  );
}
