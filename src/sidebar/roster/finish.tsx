/** What a list of members found, after it was written: the changes by name, and what the list is worth. */
import type { JobView, RosterChange } from '../../core/contract';
import { safeText } from '../../core/locales/safe-text';
import { Icon, type IconName } from '../icons';
import { useCatalogue } from '../language';
import { Stamp } from './stamp';

const KINDS = [
  ['joined', 'check'],
  ['invited', 'letter'],
  ['noLongerIn', 'cross'],
  ['role', 'person'],
  ['from', 'outside'],
] as const satisfies readonly (readonly [RosterChange['what'], IconName])[];

/** More names would push the buttons off the page; all of them stand in the sheet. */
const MOST_NAMES = 5;

interface RosterFinishProps {
  readonly job: JobView;
  /** Changes of all steps that this page saw. */
  readonly changes: readonly RosterChange[];
}

export function RosterFinish({ job: { roster }, changes }: RosterFinishProps) {
  const { roster: texts, page } = useCatalogue().sidebar;
  if (roster === null) return null;
  const counts = {
    joined: texts.joined,
    invited: texts.invitedNow,
    noLongerIn: texts.noLongerIn,
    role: texts.role,
    from: texts.from,
  };
  const some = KINDS.filter(([what]) => roster.changes[what] > 0);
  return (
    <>
      {some.length === 0 ? null : (
        <ul class="exceptions">
          {some.map(([what, icon]) => {
            const named = changes.filter((change) => change.what === what);
            return (
              <li key={what}>
                <span class="mark plain">
                  <Icon name={icon} />
                </span>
                <div>
                  <p class="strong">{counts[what](roster.changes[what])}</p>
                  <p class="small soft">
                    {named.slice(0, MOST_NAMES).map(({ member, text }, index) => (
                      <span key={index}>
                        {index === 0 ? null : page.comma()}
                        <bdi>{safeText(member)}</bdi>
                        {what === 'joined' || what === 'invited' ? null : ` (${safeText(text)})`}
                      </span>
                    ))}
                  </p>
                </div>
              </li>
            );
          })}
        </ul>
      )}
      {roster.stamp === null ? null : <Stamp stamp={roster.stamp} onAgain={null} />}
    </>
  );
}
