/** Everybody in a small space. */
import type { Membership } from '../../core/chat/membership';
import { safeText } from '../../core/locales/safe-text';
import { Avatar } from '../avatar';
import { useCatalogue } from '../language';
import { Name } from '../name';
import { byRole, isFrom, memberName } from './people';

export function Everybody({ people }: { readonly people: readonly Membership[] }) {
  const catalogue = useCatalogue();
  return (
    <ul class="people">
      {byRole(people).map((one) => {
        const name = memberName(one);
        const email = safeText(one.member?.email ?? '');
        const isGuest = isFrom(one, 'outside') || isFrom(one, 'guest');
        return (
          <li key={one.name ?? name}>
            <Avatar name={name} url={one.member?.avatarUrl ?? null} little />
            <div>
              <p class="name">
                <Name text={name} lines={2} />
              </p>
              {isGuest && email !== '' && email !== name ? (
                <p class="small soft">
                  <Name text={email.replace(/^.*@/, '')} lines={2} />
                </p>
              ) : null}
            </div>
            <span class="tail">
              {[catalogue.roleText(one), isGuest ? catalogue.originText(one) : '']
                .filter((text) => text !== '')
                .map((text) => safeText(text))
                .join(' · ')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
