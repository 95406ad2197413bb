/** In which spaces somebody is: what is found is shown at once, spaces without another owner first. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Settings, WherePlace } from '../../core/contract';
import { spaceLink } from '../../core/chat/space';
import { grouped } from '../../core/locales/number';
import { safeText } from '../../core/locales/safe-text';
import { useAnnounce } from '../announce';
import { takeFocus } from '../answer/answer';
import { PersonCard } from '../answer/card';
import { Bar, Key, type Part } from '../bar';
import { Button } from '../button';
import { CopyButton } from '../copy';
import { AskedLine } from '../home/asked-line';
import { useSpaceName } from '../home/recents';
import { Icon } from '../icons';
import { useCatalogue } from '../language';
import { OutsideLink } from '../link';
import type { JobController } from '../rows/job-controller';
import { useDirectory } from '../spaces/directory';
import { Problem } from '../trouble/problem';
import { VerdictMark } from '../verdicts';
import { useSearch, type Search } from './search';

interface WhereViewProps {
  readonly member: string;
  readonly settings: Settings;
  readonly controller: JobController;
  readonly onChange: () => void;
  /** Shows the job that was started. */
  readonly onJob: () => void;
}

const MOST_PLACES = 8;

export function WhereView({ member, settings, controller, onChange, onJob }: WhereViewProps) {
  const { where: texts } = useCatalogue().sidebar;
  const announce = useAnnounce();
  const directory = useDirectory();
  const { search, cancel, goOn, askOthers } = useSearch(member);
  const heading = useRef<HTMLHeadingElement>(null);
  const { state, total, places } = search;
  const found = places.filter(({ verdict }) => verdict === 'member').length;
  const summary = settings.as === 'admin' ? texts.inOrganisation(found, total) : texts.in(found, total);
  useLayoutEffect(() => {
    takeFocus(heading.current);
  }, []);
  useLayoutEffect(() => {
    if (state === 'done') announce(summary);
    if (state === 'reading') announce(texts.reading);
    if (state === 'tooMany') announce(texts.tooMany(total));
  }, [state, summary, total, announce, texts]);
  const { nameOf, nameUnnamed } = directory;
  useEffect(() => {
    const found = places.filter(({ verdict }) => verdict !== 'unchecked').map(({ space }) => space);
    nameUnnamed(found.filter((space) => nameOf(space) === null));
  }, [places, nameOf, nameUnnamed]);
  const problem = search.problem ?? (directory.state === 'failed' ? directory.problem : null);
  const lookInTab = () => {
    const asked = { member, directMessages: search.withOthers };
    void controller.start({ kind: 'look-up', tab: `Spaces of ${member}`, total }, (ask) =>
      ask('sidebarStartWhere', asked),
    );
    onJob();
  };
  const isUnderWay = state === 'asking' || (state === 'reading' && problem === null);
  return (
    <>
      <AskedLine space={null} onChange={onChange} />
      <PersonCard name={safeText(member)} address="" avatarUrl={null} verdict="" heading={heading}>
        {isUnderWay ? (
          <UnderWay search={search} />
        ) : state === 'tooMany' ? (
          <p>{texts.tooMany(total)}</p>
        ) : total > 0 ? (
          <Summary search={search} text={summary} />
        ) : null}
        {state === 'done' && total + search.others.length === 0 && problem === null ? (
          <p>{texts.noSpaces}</p>
        ) : null}
        {problem === null ? null : <Problem problem={problem} onRetry={goOn} />}
        <OnlyOwner places={places} />
        {isUnderWay && places.length > 0 ? <p class="strong">{texts.foundSoFar(found)}</p> : null}
        <Places places={places} />
        <Unchecked places={places} />
        {state === 'cancelled' ? (
          <p class="small">
            {search.left.length === 0 ? null : texts.notAll(search.left.length)}{' '}
            <Button kind="link" onPress={goOn}>
              {texts.goOn}
            </Button>
          </p>
        ) : null}
        {isUnderWay ? null : <Others count={search.others.length} onAsk={askOthers} />}
        {state === 'tooMany' ? (
          <div class="row">
            <Button kind="primary" onPress={lookInTab}>
              {texts.inTab(total)}
            </Button>
          </div>
        ) : (
          <Buttons search={search} isUnderWay={isUnderWay} onCancel={cancel} />
        )}
        <p class="small soft">
          {isUnderWay
            ? texts.nothingWritten
            : settings.as === 'admin'
              ? texts.scopeOrganisation
              : texts.scope}
        </p>
      </PersonCard>
    </>
  );
}

function UnderWay({ search: { total, left, rate } }: { readonly search: Search }) {
  const catalogue = useCatalogue();
  const { where: texts, job } = catalogue.sidebar;
  if (total === 0)
    return (
      <p class="busy-line soft">
        <span class="spinner" aria-hidden="true" />
        {texts.reading}
      </p>
    );
  const done = total - left.length;
  return (
    <div class="tight">
      <p>
        <span class="large-number number">{grouped(done)}</span> {texts.of(total)}
      </p>
      <progress aria-label={texts.progress} max={total} value={done} />
      {rate === null || rate === 0 ? null : (
        <p class="row split small soft">
          <span>{texts.rate(rate)}</span>
          <span>{job.left(left.length / rate)}</span>
        </p>
      )}
    </div>
  );
}

function Summary({ search, text }: { readonly search: Search; readonly text: string }) {
  const catalogue = useCatalogue();
  const { where: texts } = catalogue.sidebar;
  const { places, notIn } = search;
  const of = (kind: WherePlace['verdict']): number => places.filter(({ verdict }) => verdict === kind).length;
  const parts: readonly Part[] = [
    { kind: 'member', label: catalogue.verdicts.member, count: of('member') },
    { kind: 'invited', label: catalogue.verdicts.invited, count: of('invited') },
    { kind: 'notMember', label: catalogue.verdicts.notDirectMember, count: notIn },
    { kind: 'unchecked', label: catalogue.verdicts.unchecked, count: of('unchecked') },
  ];
  return (
    <div class="picture">
      <p class="large-number">{text}</p>
      <Bar title={texts.bar} parts={parts} />
      <Key parts={parts.filter(({ count }) => count > 0)} />
    </div>
  );
}

/** The tick for direct messages and group chats. Once it is ticked it disappears, and they are looked through. */
function Others({ count, onAsk }: { readonly count: number; readonly onAsk: () => void }) {
  const { spaces: texts } = useCatalogue().sidebar;
  if (count === 0) return null;
  return (
    <label class="check">
      <input type="checkbox" checked={false} onChange={onAsk} />
      <span>{texts.also(count)}</span>
    </label>
  );
}

/** If they leave, nobody can manage these. */
function OnlyOwner({ places }: { readonly places: readonly WherePlace[] }) {
  const { where: texts, page } = useCatalogue().sidebar;
  const owned = places.filter(({ isOnlyOwner }) => isOnlyOwner === true);
  if (owned.length === 0) return null;
  return (
    <div class="why">
      <Icon name="warning" />
      <p>
        {texts.onlyOwner(owned.length)}{' '}
        {owned.map(({ space }, index) => (
          <span key={space}>
            {index === 0 ? null : page.comma()}
            <SpaceName space={space} />
          </span>
        ))}
      </p>
    </div>
  );
}

function Places({ places }: { readonly places: readonly WherePlace[] }) {
  const { where: texts } = useCatalogue().sidebar;
  const catalogue = useCatalogue();
  const [all, setAll] = useState(false);
  const isIn = ({ verdict }: WherePlace): boolean => verdict === 'member' || verdict === 'invited';
  const ordered = [...places]
    .filter(isIn)
    .sort((a, b) => Number(b.isOnlyOwner === true) - Number(a.isOnlyOwner === true));
  const shown = all ? ordered : ordered.slice(0, MOST_PLACES);
  if (ordered.length === 0) return null;
  return (
    <>
      <ul class="lines">
        {shown.map(({ space, role, since, verdict }) => (
          <li key={space}>
            <SpaceName space={space} />
            <span class="small soft">
              {texts.about(verdict === 'invited' ? catalogue.verdicts.invited : safeText(role), since ?? '')}
            </span>
          </li>
        ))}
      </ul>
      {ordered.length > shown.length ? (
        <div>
          <Button
            kind="link"
            onPress={() => {
              setAll(true);
            }}
          >
            {texts.more(ordered.length - shown.length)}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function Unchecked({ places }: { readonly places: readonly WherePlace[] }) {
  const { where: texts, page } = useCatalogue().sidebar;
  const unchecked = places.filter(({ verdict }) => verdict === 'unchecked');
  if (unchecked.length === 0) return null;
  const reasons = [...new Set(unchecked.flatMap(({ problem }) => problem?.happened ?? []))];
  return (
    <div class="busy-line">
      <VerdictMark kind="unchecked" />
      <p>
        {texts.unchecked(unchecked.length)}{' '}
        {unchecked.map(({ space }, index) => (
          <span key={space}>
            {index === 0 ? null : page.comma()}
            <SpaceName space={space} />
          </span>
        ))}
        <br />
        <span class="small soft">{reasons.join(' ')}</span>
      </p>
    </div>
  );
}

function SpaceName({ space }: { readonly space: string }) {
  const name = useSpaceName(space);
  const link = useDirectory().viewOf(space)?.link ?? spaceLink(space.replace('spaces/', ''));
  return (
    <OutsideLink url={link} look="plain">
      <bdi>{name}</bdi>
    </OutsideLink>
  );
}

interface ButtonsProps {
  readonly search: Search;
  readonly isUnderWay: boolean;
  readonly onCancel: () => void;
}

function Buttons({ search: { places }, isUnderWay, onCancel }: ButtonsProps) {
  const { page, where: texts } = useCatalogue().sidebar;
  const { nameOf } = useDirectory();
  if (isUnderWay)
    return (
      <div class="row">
        <Button onPress={onCancel}>{page.cancel}</Button>
      </div>
    );
  const found = places.filter(({ verdict }) => verdict === 'member' || verdict === 'invited');
  if (found.length === 0) return null;
  const lines = found.map(({ space, role, verdictText, since }) =>
    [safeText(nameOf(space) ?? space), verdictText, texts.about(safeText(role), since ?? '')].join(', '),
  );
  return (
    <div class="row">
      <CopyButton lines={lines} />
    </div>
  );
}
