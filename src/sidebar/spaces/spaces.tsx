/** All of one's spaces: what is worth a look first, the largest, and writing them into the sheet. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { KnownSpace, RosterTarget, SpaceView } from '../../core/contract';
import type { PageCatalogue } from '../../core/locales/page-catalogue';
import { safeText } from '../../core/locales/safe-text';
import { lookReasons, reasonText } from '../../core/spaces/look-reasons';
import { useAnnounce } from '../announce';
import { takeFocus } from '../answer/answer';
import { Bar, Key, type Part } from '../bar';
import { Button } from '../button';
import { useCall } from '../call';
import { AskedLine } from '../home/asked-line';
import type { Asked } from '../home/question';
import { useCatalogue } from '../language';
import type { JobController } from '../rows/job-controller';
import { Problem } from '../trouble/problem';
import { month } from '../when';
import { isNamed, useDirectory } from './directory';
import { SpaceList, type SpaceItem } from './list';

interface SpacesViewProps {
  readonly controller: JobController;
  readonly onChange: () => void;
  readonly onAsk: (asked: Asked) => void;
  readonly onJob: () => void;
}

type Filter = 'worth' | 'named' | 'all';

const MOST_LARGEST = 5;

export function SpacesView({ controller, onChange, onAsk, onJob }: SpacesViewProps) {
  const catalogue = useCatalogue();
  const { spaces: texts } = catalogue.sidebar;
  const announce = useAnnounce();
  const directory = useDirectory();
  const { read } = directory;
  const known = useCall('sidebarKnownSpaces');
  const askKnown = known.run;
  const heading = useRef<HTMLHeadingElement>(null);
  const isRead = directory.state === 'read';
  useEffect(() => {
    void read();
    void askKnown();
  }, [read, askKnown]);
  const named = directory.spaces.filter(isNamed);
  const count = named.length;
  useLayoutEffect(() => {
    if (isRead) announce(texts.title(count));
    takeFocus(heading.current);
  }, [isRead, announce, texts, count]);
  const knownSpaces = known.call.state === 'answered' ? known.call.value : NOTHING;
  const write = (directMessages: boolean, total: number) => {
    void controller.start({ kind: 'spaces', tab: 'Spaces', total }, (ask) =>
      ask('sidebarStartSpaces', { directMessages }),
    );
    onJob();
  };
  const list = (target: ListTarget, directMessages: boolean) => {
    void controller.start({ kind: 'roster', tab: 'Members', total: 0 }, (ask) =>
      ask('sidebarStartRoster', target, { directMessages }),
    );
    onJob();
  };
  if (directory.state === 'failed' && directory.problem !== null)
    return (
      <>
        <AskedLine space={null} onChange={onChange} />
        <Problem problem={directory.problem} heading={heading} level={2} onRetry={() => void read()} />
      </>
    );
  return (
    <>
      <AskedLine space={null} onChange={onChange} />
      <section class="stack">
        <h2 ref={heading} tabIndex={-1}>
          <b>{isRead ? texts.title(count) : texts.asking}</b>
        </h2>
        {isRead && directory.spaces.length === 0 ? <p>{texts.none}</p> : null}
        {directory.spaces.length === 0 ? null : (
          <Content
            spaces={directory.spaces}
            named={named}
            known={knownSpaces}
            isRead={isRead}
            onWrite={write}
            onList={list}
            onAsk={onAsk}
          />
        )}
      </section>
    </>
  );
}

/** Members of those that were not listed yet, of those that were, or of all. */
type ListTarget = Extract<RosterTarget, { readonly of: 'unlisted' | 'listed' | 'mine' }>;

const NOTHING: readonly KnownSpace[] = [];

interface ContentProps {
  readonly spaces: readonly SpaceView[];
  readonly named: readonly SpaceView[];
  readonly known: readonly KnownSpace[];
  readonly isRead: boolean;
  readonly onWrite: (directMessages: boolean, total: number) => void;
  readonly onList: (target: ListTarget, directMessages: boolean) => void;
  readonly onAsk: (asked: Asked) => void;
}

function Content({ spaces, named, known, isRead, onWrite, onList, onAsk }: ContentProps) {
  const catalogue = useCatalogue();
  const { spaces: texts } = catalogue.sidebar;
  const { nameOf, nameUnnamed } = useDirectory();
  const [withOthers, setWithOthers] = useState(false);
  const [chosen, setChosen] = useState<Filter | null>(null);
  const items = useMemo(() => itemsOf(spaces, known, nameOf, catalogue), [spaces, known, nameOf, catalogue]);
  const namedSpaces = new Set(named.map(({ space }) => space));
  const groups: Readonly<Record<Filter, readonly SpaceItem[]>> = {
    worth: items.filter(({ reasons }) => reasons.length > 0),
    named: items.filter(({ space }) => namedSpaces.has(space)),
    all: items,
  };
  const filter = chosen ?? (groups.worth.length > 0 ? 'worth' : 'named');
  const others = spaces.length - named.length;
  const total = withOthers ? spaces.length : named.length;
  useEffect(() => {
    if (filter !== 'all') return;
    nameUnnamed(
      spaces
        .filter(({ space, displayName }) => displayName === null && nameOf(space) === null)
        .map(({ space }) => space),
    );
  }, [filter, spaces, nameOf, nameUnnamed]);
  return (
    <>
      {others === 0 ? null : (
        <label class="check">
          <input
            type="checkbox"
            checked={withOthers}
            onChange={(event) => {
              setWithOthers(event.currentTarget.checked);
            }}
          />
          <span>
            {texts.also(others)}
            <br />
            <span class="small soft">{texts.alsoWhy}</span>
          </span>
        </label>
      )}
      {isRead && total > 0 ? (
        <div class="row">
          <Button
            kind="primary"
            onPress={() => {
              onWrite(withOthers, total);
            }}
          >
            {texts.write(total)}
          </Button>
          <span class="will">{texts.tab}</span>
        </div>
      ) : null}
      <div class="filters" role="group" aria-label={texts.filters}>
        {(['worth', 'named', 'all'] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === filter}
            onClick={() => {
              setChosen(one);
            }}
          >
            {texts[one](groups[one].length)}
          </button>
        ))}
      </div>
      {groups[filter].length === 0 ? <p class="small soft">{texts.nothingWorth}</p> : null}
      <SpaceList
        key={filter}
        items={groups[filter]}
        onMembers={({ space, name }) => {
          onAsk({ kind: 'members', space, spaceName: name });
        }}
      />
      <Largest known={known} />
      {isRead && total > 0 ? (
        <Listing
          known={known}
          spaces={withOthers ? spaces : named}
          onList={(target) => {
            onList(target, withOthers);
          }}
        />
      ) : null}
    </>
  );
}

interface ListingProps {
  /** The spaces that are meant: with direct messages and group chats where these are ticked. */
  readonly spaces: readonly SpaceView[];
  readonly known: readonly KnownSpace[];
  readonly onList: (target: ListTarget) => void;
}

/** How many spaces were listed, and the way to list the others, or those again. */
function Listing({ spaces, known, onList }: ListingProps) {
  const { spaces: texts } = useCatalogue().sidebar;
  const meant = new Set(spaces.map(({ space }) => space));
  const inTab = known.filter(({ space }) => meant.has(space));
  const listed = inTab.filter(({ composition }) => composition !== null).length;
  const others = meant.size - listed;
  // Spaces that the tab Spaces lacks can only be listed with all of them.
  const isAll = listed === 0 || inTab.length < meant.size;
  const target: ListTarget = { of: isAll ? 'mine' : others > 0 ? 'unlisted' : 'listed' };
  const label = isAll ? texts.listAll : others > 0 ? texts.listOthers(others) : texts.listAgain;
  return (
    <p class="small soft">
      {listed === 0 ? texts.notKnown : texts.known(listed, meant.size)}{' '}
      <Button
        kind="link"
        onPress={() => {
          onList(target);
        }}
      >
        {label}
      </Button>
    </p>
  );
}

/** The largest of the spaces whose members were listed. */
function Largest({ known }: { readonly known: readonly KnownSpace[] }) {
  const { spaces: texts, roster } = useCatalogue().sidebar;
  const listed = known.flatMap(({ space, name, composition }) =>
    composition === null ? [] : [{ space, name: safeText(name) || space, ...composition }],
  );
  if (listed.length === 0) return null;
  const largest = [...listed].sort((a, b) => b.people - a.people).slice(0, MOST_LARGEST);
  const most = largest[0]?.people ?? 1;
  const part = (kind: string, label: string, count: number): Part => ({ kind, label, count });
  const partsOf = ({ people, guests, outside }: (typeof largest)[number]): readonly Part[] => [
    part('inside', roster.inside, people - guests - outside),
    part('guests', roster.guests, guests),
    part('outside', roster.outside, outside),
  ];
  return (
    <section class="tight" aria-labelledby="largest-title">
      <h3 id="largest-title" class="sub">
        {texts.largest}
      </h3>
      <ul class="largest">
        {largest.map((one) => (
          <li key={one.space}>
            <bdi class="name">{one.name}</bdi>
            <Bar
              title={one.name}
              parts={partsOf(one)}
              style={{ '--width': `${Math.round((100 * one.people) / Math.max(1, most))}%` }}
            />
            <span class="number">{one.people}</span>
          </li>
        ))}
      </ul>
      <Key
        numbers={false}
        parts={[
          part('inside', roster.inside, 1),
          part('guests', roster.guests, 1),
          part('outside', roster.outside, 1),
        ]}
      />
    </section>
  );
}

/** What is known of each space: what the sheet says of its last listing, else what Google says of it now. */
function itemsOf(
  spaces: readonly SpaceView[],
  known: readonly KnownSpace[],
  nameOf: (space: string) => string | null,
  catalogue: PageCatalogue,
): readonly SpaceItem[] {
  const listed = new Map(known.map((one) => [one.space, one]));
  const now = Date.now();
  const formatMonth = (milliseconds: number): string =>
    month(new Date(milliseconds).toISOString(), catalogue);
  return spaces.map((view) => {
    const { space, displayName, type, lastActive, outsidersAllowed, people, link } = view;
    const before = listed.get(space);
    const facts = { type, lastActive: lastActive === null ? null : Date.parse(lastActive), outsidersAllowed };
    const reasons = before?.reasons ?? [];
    return {
      space,
      name: safeText(displayName ?? nameOf(space) ?? before?.name ?? '') || catalogue.sidebar.picker.unnamed,
      link,
      people,
      reasons:
        reasons.length > 0
          ? reasons
          : lookReasons(facts, null, now).map((reason) => reasonText(reason, catalogue, formatMonth)),
      ownerNames: before?.ownerNames ?? '',
    };
  });
}
