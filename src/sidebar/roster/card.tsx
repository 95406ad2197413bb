/** Who is in a space: counts, pictures, exceptions, what the list is worth, and writing it. */
import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { Roster, RosterOptions } from '../../core/contract';
import type { PageCatalogue } from '../../core/locales/page-catalogue';
import { safeText } from '../../core/locales/safe-text';
import { Button } from '../button';
import { CopyButton } from '../copy';
import { Icon } from '../icons';
import { useCatalogue } from '../language';
import { Everybody } from './everybody';
import { RosterExceptions } from './exceptions';
import { byRole, memberName, peopleIn } from './people';
import { Pictures } from './pictures';
import { Stamp } from './stamp';

/** Up to so many everybody stands on the card. */
const SMALL = 6;

interface RosterCardProps {
  readonly roster: Roster;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly busy: boolean;
  readonly onAgain: () => void;
  readonly onWrite: (options: RosterOptions) => void;
}

export function RosterCard({ roster, heading, busy, onAgain, onWrite }: RosterCardProps) {
  const catalogue = useCatalogue();
  const { roster: texts } = catalogue.sidebar;
  const { composition, memberships, isLarge, stamp, tab, space } = roster;
  const people = peopleIn(memberships);
  const isSmall = !isLarge && people.length <= SMALL;
  const isEmpty = !isLarge && memberships.length === 0;
  const hasNoOwner = !isLarge && composition.people > 0 && composition.owners === 0 && space.type === 'space';
  return (
    <article class="card roster">
      <h2 ref={heading} tabIndex={-1}>
        <b>{texts.people(composition.people)}</b>
        <br />
        <span class="small soft">{othersText(roster, catalogue)}</span>
      </h2>
      {hasNoOwner ? (
        <p class="why">
          <Icon name="warning" />
          <span>{texts.noOwner}</span>
        </p>
      ) : null}
      {isEmpty ? <p>{texts.empty}</p> : null}
      {isLarge ? <p>{texts.large}</p> : null}
      {isSmall ? <Everybody people={people} /> : isLarge ? null : <Pictures composition={composition} />}
      <RosterExceptions
        memberships={isSmall ? memberships.filter((one) => !people.includes(one)) : memberships}
      />
      <Stamp stamp={stamp} onAgain={onAgain} />
      {isEmpty ? null : <WriteRoster roster={roster} busy={busy} onWrite={onWrite} />}
      {isEmpty ? null : (
        <p class="small soft">
          <bdi>{tab.exists ? texts.refreshes(safeText(tab.name)) : texts.newTab(safeText(tab.name))}</bdi>
        </p>
      )}
    </article>
  );
}

function WriteRoster({ roster, busy, onWrite }: Pick<RosterCardProps, 'roster' | 'busy' | 'onWrite'>) {
  const catalogue = useCatalogue();
  const { roster: texts } = catalogue.sidebar;
  const { tab, memberships, isLarge, space } = roster;
  const [log, setLog] = useState(tab.logsChanges);
  const isPrivate =
    space.type === 'directMessage' || (space.type === 'groupChat' && space.displayName === null);
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={log}
          onChange={(event) => {
            setLog(event.currentTarget.checked);
          }}
        />
        <span>
          {texts.log}
          <br />
          <span class="small soft">{texts.logWhat}</span>
        </span>
      </label>
      {isPrivate ? <p class="small">{texts.directMessage}</p> : null}
      <div class="row">
        <Button
          kind="primary"
          busy={busy}
          onPress={() => {
            onWrite({ ...(log === tab.logsChanges ? {} : { changes: log }), directMessages: isPrivate });
          }}
        >
          {isPrivate ? texts.writeAnyway : isLarge ? texts.list : texts.write(memberships.length)}
        </Button>
        {isLarge ? null : <CopyButton lines={byRole(memberships).map((one) => lineOf(one, catalogue))} />}
      </div>
    </>
  );
}

function othersText(
  { composition: { groups, apps, invited }, isLarge }: Roster,
  { sidebar: { roster: texts } }: PageCatalogue,
): string {
  if (isLarge) return '';
  const parts = [
    ...(groups === 0 ? [] : [texts.groups(groups)]),
    ...(apps === 0 ? [] : [texts.apps(apps)]),
    ...(invited === 0 ? [] : [texts.invited(invited)]),
  ];
  return parts.length === 0 ? texts.nobodyElse : texts.others(parts);
}

/** Name, address, role, inside or outside: what is not known is left out. */
function lineOf(one: Roster['memberships'][number], catalogue: PageCatalogue): string {
  const name = memberName(one);
  const email = safeText(one.member?.email ?? '');
  const parts = [name, email === name ? '' : email, catalogue.roleText(one), catalogue.originText(one)];
  return parts.filter((text) => text !== '').join(', ');
}
