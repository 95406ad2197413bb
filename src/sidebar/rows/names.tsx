/** A list of names beside a space: probably there, several of that name, nobody. Nothing in it is sure, nothing is written. */
import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { NameComparison, NamedCandidates, SelectionSummary } from '../../core/contract';
import { grouped } from '../../core/locales/number';
import { safeText } from '../../core/locales/safe-text';
import { useAnnounce } from '../announce';
import { Avatar } from '../avatar';
import { Button } from '../button';
import { useCall } from '../call';
import { CopyButton } from '../copy';
import { Details } from '../details';
import { NO_SPACE } from '../home/question';
import { SpaceField } from '../home/space-field';
import { Icon, type IconName } from '../icons';
import { useCatalogue } from '../language';
import { OutsideLink } from '../link';
import { Name } from '../name';
import { Banner } from '../notice';
import { Stamp } from '../roster/stamp';
import { useSpaceName } from '../home/recents';
import { Problem } from '../trouble/problem';

/** How many more a press shows. */
const PORTION = 20;

interface NamesOfferProps {
  readonly summary: SelectionSummary;
  readonly onCompared: (comparison: NameComparison) => void;
}

/** Nothing in the selection is an address or an id, but it may be a list of names. */
export function NamesOffer({ summary: { names: columns }, onCompared }: NamesOfferProps) {
  const { names: texts, rows } = useCatalogue().sidebar;
  const announce = useAnnounce();
  const { call, run } = useCall('sidebarCompareNames');
  const [entry, setEntry] = useState(NO_SPACE);
  const compare = async () => {
    const reply = await run(entry.chosen?.space ?? entry.text.trim());
    if (reply?.ok === true) onCompared(reply.value);
    else if (reply !== null) announce(reply.problem.happened, 'assertive');
  };
  const isBusy = call.state === 'busy';
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isBusy) void compare();
  };
  const letters = columns.map((column) => rows.chosenColumn(column.letters, safeText(column.title)));
  return (
    <form class="stack" onSubmit={submit} aria-labelledby="names-title">
      <div class="tight">
        <h3 id="names-title" class="sub">
          {texts.offer}
        </h3>
        <p class="small">
          <bdi>{texts.offerText(letters)}</bdi>
        </p>
      </div>
      <SpaceField entry={entry} onChange={setEntry} />
      <div class="row">
        <Button kind="primary" type="submit" busy={isBusy}>
          {texts.compare}
        </Button>
        <span class="will">{texts.nothingWritten}</span>
      </div>
      {call.state === 'failed' ? <Problem problem={call.problem} onRetry={() => void compare()} /> : null}
    </form>
  );
}

interface NamesCardProps {
  readonly comparison: NameComparison;
  /** Another selection is wanted. */
  readonly onOther: () => void;
}

export function NamesCard({ comparison, onOther }: NamesCardProps) {
  const { names: texts } = useCatalogue().sidebar;
  const announce = useAnnounce();
  const heading = useRef<HTMLHeadingElement>(null);
  const { tab, tabId, range, space, stamp, rows, probably, several, nobody } = comparison;
  const known = useSpaceName(space.space);
  const name = safeText(space.displayName ?? '') || known;
  const news = texts.news(rows, probably.length, several.length, nobody.length);
  useEffect(() => {
    announce(news);
  }, [announce, news]);
  // What was pressed to get here is gone.
  useLayoutEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <article class="card names">
      <div class="tight">
        <h2 ref={heading} tabIndex={-1}>
          {texts.title(rows)}{' '}
          <OutsideLink url={space.link}>
            <bdi>{name}</bdi>
          </OutsideLink>
        </h2>
        <p class="small soft">
          <bdi>{texts.place(safeText(tab), range)}</bdi>
        </p>
      </div>
      <Banner kind="loses" level={3} title={texts.shared}>
        <p class="small">{texts.sharedText}</p>
      </Banner>
      <NameCounts
        tab={tabId}
        counts={[
          { icon: 'check', label: texts.probably, rows: rowsOf(probably) },
          { icon: 'question', label: texts.several, rows: rowsOf(several) },
          { icon: 'minus', label: texts.nobody, rows: rowsOf(nobody) },
        ]}
      />
      <People people={several} />
      {probably.length === 0 ? null : (
        <Details summary={texts.who}>
          <People people={probably} />
        </Details>
      )}
      <Stamp stamp={stamp} onAgain={null} />
      <div class="row">
        <Button onPress={onOther}>{texts.otherColumn}</Button>
        <CopyButton lines={linesOf(comparison, texts)} />
      </div>
      <p class="will">{texts.nothingWritten}</p>
    </article>
  );
}

interface Count {
  readonly icon: IconName;
  readonly label: string;
  readonly rows: readonly number[];
}

/** Three numbers, none of them sure: they look alike, and like no verdict. */
function NameCounts({ tab, counts }: { readonly tab: number; readonly counts: readonly Count[] }) {
  const { job } = useCatalogue().sidebar;
  const announce = useAnnounce();
  const { call, run } = useCall('sidebarShow');
  const select = async (rows: readonly number[]) => {
    const reply = await run({ tab, rows });
    if (reply?.ok === true) announce(job.selected(job.kinds.lookUp.unit(reply.value.selected)));
  };
  return (
    <>
      <ul class="counts">
        {counts.map(({ icon, label, rows }) => {
          const content = (
            <>
              <span class="mark unchecked">
                <Icon name={icon} />
              </span>
              <span>{label}</span>
              <span class="count">{grouped(rows.length)}</span>
            </>
          );
          return (
            <li key={label}>
              {rows.length === 0 ? (
                <span>{content}</span>
              ) : (
                <button type="button" onClick={() => void select(rows)}>
                  {content}
                  <span class="visually-hidden">: {job.selectRows}</span>
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {call.state === 'failed' ? <Problem problem={call.problem} /> : null}
    </>
  );
}

/** Names as they stand in the sheet, with everybody in the space who may be meant. */
function People({ people }: { readonly people: readonly NamedCandidates[] }) {
  const { names: texts, spaces, page } = useCatalogue().sidebar;
  const [most, setMost] = useState(PORTION);
  if (people.length === 0) return null;
  return (
    <>
      <ul class="people">
        {people.slice(0, most).map(({ row, name, candidates }) => (
          <li key={row}>
            <Avatar name={name} url={null} little />
            <div>
              <p class="name">
                <Name text={safeText(name)} lines={2} />
              </p>
              <p class="small soft">
                {candidates.map((candidate, index) => (
                  <span key={candidate}>
                    {index === 0 ? null : page.comma()}
                    <Name text={safeText(candidate)} />
                  </span>
                ))}
              </p>
            </div>
            <span class="tail">{texts.row(row)}</span>
          </li>
        ))}
      </ul>
      {people.length <= most ? null : (
        <div>
          <Button
            kind="link"
            onPress={() => {
              setMost(most + PORTION);
            }}
          >
            {spaces.more(people.length - most)}
          </Button>
        </div>
      )}
    </>
  );
}

function rowsOf(names: readonly { readonly row: number }[]): readonly number[] {
  return names.map(({ row }) => row);
}

/** Every name with what was found, in the order of the sheet. */
function linesOf(
  { probably, several, nobody }: NameComparison,
  texts: ReturnType<typeof useCatalogue>['sidebar']['names'],
): readonly string[] {
  const line = (label: string, candidates: readonly string[], row: number, name: string) => ({
    row,
    text: texts.line(row, name, label, candidates),
  });
  return [
    ...probably.map(({ row, name, candidates }) => line(texts.probably, candidates, row, name)),
    ...several.map(({ row, name, candidates }) => line(texts.several, candidates, row, name)),
    ...nobody.map(({ row, name }) => line(texts.nobody, [], row, name)),
  ]
    .sort((a, b) => a.row - b.row)
    .map(({ text }) => text);
}
