/** Who in a space is worth a second look, by name: people from outside, guests, who is invited, groups. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Membership } from '../../core/chat/membership';
import { Button } from '../button';
import { Icon, type IconName } from '../icons';
import { useCatalogue } from '../language';
import { groupsIn, isFrom, isInvited, memberName, peopleIn } from './people';

export function RosterExceptions({ memberships }: { readonly memberships: readonly Membership[] }) {
  const { exceptions: texts } = useCatalogue().sidebar.roster;
  const people = peopleIn(memberships);
  const outside = people.filter((one) => isFrom(one, 'outside'));
  const guests = people.filter((one) => isFrom(one, 'guest'));
  const invited = memberships.filter(isInvited);
  const groups = groupsIn(memberships);
  if (outside.length + guests.length + invited.length + groups.length === 0) return null;
  return (
    <ul class="exceptions">
      <Some icon="outside" title={texts.outside(outside.length)} members={outside} />
      <Some icon="person" title={texts.guests(guests.length)} members={guests} />
      <Some icon="letter" title={texts.invited(invited.length)} members={invited} />
      {groups.length === 0 ? null : (
        <Exception icon="people" title={texts.groups(groups.length)}>
          {texts.groupsWhy}
        </Exception>
      )}
    </ul>
  );
}

/** The first by name, the others on demand. */
function Some({
  icon,
  title,
  members,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly members: readonly Membership[];
}) {
  const { roster, page } = useCatalogue().sidebar;
  const [all, setAll] = useState(false);
  if (members.length === 0) return null;
  const shown = all ? members : members.slice(0, 1);
  const others = members.length - shown.length;
  return (
    <Exception icon={icon} title={title}>
      {shown.map((one, index) => (
        <span key={one.name ?? index}>
          {index === 0 ? null : page.comma()}
          <bdi>{memberName(one)}</bdi>
        </span>
      ))}
      {others === 0 ? null : (
        <>
          {page.comma()}
          <Button
            kind="link"
            onPress={() => {
              setAll(true);
            }}
          >
            {roster.exceptions.more(others)}
          </Button>
        </>
      )}
    </Exception>
  );
}

function Exception({
  icon,
  title,
  children,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <li>
      <span class="mark plain">
        <Icon name={icon} />
      </span>
      <div>
        <p class="strong">{title}</p>
        <p class="small soft">{children}</p>
      </div>
    </li>
  );
}
