/** A list beside a space, once it is compared: three sets and what is undecided, then both lists by name. */
import { useEffect } from 'preact/hooks';
import type { Comparison, JobView } from '../../core/contract';
import { spaceLink } from '../../core/chat/space';
import { safeText } from '../../core/locales/safe-text';
import { Bar, Key, type Part } from '../bar';
import { useCall } from '../call';
import { CopyButton } from '../copy';
import { useSpaceName } from '../home/recents';
import { Icon } from '../icons';
import { useCatalogue } from '../language';
import { OutsideLink } from '../link';
import { Stamp } from '../roster/stamp';
import { Problem } from '../trouble/problem';

const MOST_NAMES = 5;

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
      <Sets comparison={call.value} />
      <OnlyInList comparison={call.value} />
      <OnlyInSpace comparison={call.value} />
      {stamp === null ? null : <Stamp stamp={stamp} onAgain={null} />}
    </>
  );
}

function Sets({ comparison: { space, counts, rest } }: { readonly comparison: Comparison }) {
  const { compare: texts } = useCatalogue().sidebar;
  const name = useSpaceName(space);
  const parts: readonly Part[] = [
    { kind: 'notMember', label: texts.onlyInList, count: counts.notMember + counts.invited },
    { kind: 'member', label: texts.both, count: counts.member },
    { kind: 'inside', label: texts.onlyInSpace, count: rest?.count ?? 0 },
    { kind: 'unchecked', label: texts.undecided, count: counts.unchecked },
  ];
  return (
    <div class="picture">
      <p>
        <OutsideLink url={spaceLink(space.replace('spaces/', ''))}>
          <bdi>{name}</bdi>
        </OutsideLink>
      </p>
      <Bar large title={texts.sets} parts={parts} />
      <Key parts={parts} />
    </div>
  );
}

function OnlyInList({ comparison }: { readonly comparison: Comparison }) {
  const { compare: texts } = useCatalogue().sidebar;
  const { counts, onlyInList, addresses, doubles } = comparison;
  const count = counts.notMember + counts.invited;
  if (count === 0 && doubles === 0) return null;
  return (
    <section class="tight">
      <h3 class="exception">
        <Icon name="table" /> {texts.listTitle(count)}
      </h3>
      <Names names={onlyInList.map(({ name }) => name)} count={count} />
      {counts.invited === 0 ? null : <p class="small soft">{texts.invited(counts.invited)}</p>}
      {doubles === 0 ? null : <p class="small soft">{texts.doubles(doubles)}</p>}
      {addresses.length === 0 ? null : (
        <div>
          <CopyButton kind="small" lines={addresses} label={texts.copyAddresses(addresses.length)} />
        </div>
      )}
    </section>
  );
}

function OnlyInSpace({ comparison: { rest } }: { readonly comparison: Comparison }) {
  const { compare: texts } = useCatalogue().sidebar;
  if (rest === null || rest.count === 0) return null;
  const names = rest.people.map(({ name, from }) => `${safeText(name)}${from === '' ? '' : ` (${from})`}`);
  return (
    <section class="tight">
      <h3 class="exception">
        <Icon name="space" /> {texts.spaceTitle(rest.count)}
      </h3>
      <Names names={names} count={rest.count} />
      <p class="small soft">{texts.rest(safeText(rest.tab))}</p>
    </section>
  );
}

function Names({ names, count }: { readonly names: readonly string[]; readonly count: number }) {
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
      {count > shown.length ? texts.more(count - shown.length) : null}
    </p>
  );
}
