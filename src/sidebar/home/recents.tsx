/** The last questions: a press asks one again. */
import { useEffect } from 'preact/hooks';
import type { RecentQuestion } from '../../core/contract';
import { recognise } from '../../core/chat/reference';
import { safeText } from '../../core/locales/safe-text';
import { Icon } from '../icons';
import { useCatalogue } from '../language';
import { useDirectory } from '../spaces/directory';
import { VerdictMark } from '../verdicts';
import { shortTime } from '../when';

/** A question of the sheet's tab or of this page, or a list of members of this page. */
export type Recent =
  | ({ readonly kind: 'lookUp' } & RecentQuestion)
  | {
      readonly kind: 'members';
      /** `spaces/…` */
      readonly space: string;
      readonly people: number;
      readonly groups: number;
      /** RFC 3339. */
      readonly checkedAt: string;
    };

/** As many as the sheet gives when the sidebar opens. */
const MOST = 10;

/** The list with one more in front, instead of an older one of the same question. */
export function withRecent(list: readonly Recent[], recent: Recent): readonly Recent[] {
  return [recent, ...list.filter((one) => keyOf(one) !== keyOf(recent))].slice(0, MOST);
}

function keyOf(recent: Recent): string {
  return recent.kind === 'lookUp' ? `${recent.space} ${recent.member}` : recent.space;
}

interface RecentsProps {
  readonly recents: readonly Recent[];
  readonly onAsk: (recent: Recent) => void;
}

export function Recents({ recents, onAsk }: RecentsProps) {
  const catalogue = useCatalogue();
  const { home } = catalogue.sidebar;
  const { nameOf, readKnown } = useDirectory();
  const isAnyUnnamed = recents.some(({ space }) => nameOf(spaceIdIn(space)) === null);
  useEffect(() => {
    if (isAnyUnnamed) readKnown();
  }, [isAnyUnnamed, readKnown]);
  if (recents.length === 0) return null;
  return (
    <section class="tight" aria-labelledby="recent-title">
      <h2 id="recent-title" class="sub">
        {home.recent}
      </h2>
      <ul class="recents">
        {recents.map((recent) => (
          <li key={keyOf(recent)}>
            <button
              type="button"
              onClick={() => {
                onAsk(recent);
              }}
            >
              {recent.kind === 'lookUp' ? <Question recent={recent} /> : <Members recent={recent} />}
              <span class="soft small unbroken">{shortTime(recent.checkedAt, catalogue)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Question({ recent }: { readonly recent: Extract<Recent, { kind: 'lookUp' }> }) {
  const { sidebar } = useCatalogue();
  const { verdict, verdictText, member, name, space } = recent;
  const spaceName = useSpaceName(space);
  // A whole membership name stands in one of the fields alone.
  const who = safeText(name ?? '') || safeText(member) || safeText(space);
  return (
    <>
      {verdict === null ? (
        <span class="mark plain">
          <Icon name="person" />
        </span>
      ) : (
        <VerdictMark kind={verdict} />
      )}
      <span class="what">
        <span class="visually-hidden">{sidebar.home.askAgain}</span>
        <span>
          <bdi>{who}</bdi>
        </span>
        <span class="soft small">
          {safeText(verdictText)}
          {member === '' || spaceName === '' ? null : (
            <>
              {verdictText === '' ? null : ' · '}
              <bdi>{spaceName}</bdi>
            </>
          )}
        </span>
      </span>
    </>
  );
}

function Members({ recent }: { readonly recent: Extract<Recent, { kind: 'members' }> }) {
  const { home } = useCatalogue().sidebar;
  const { space, people, groups } = recent;
  return (
    <>
      <span class="mark plain">
        <Icon name="people" />
      </span>
      <span class="what">
        <span class="visually-hidden">{home.listAgain}</span>
        <span>
          <bdi>{useSpaceName(space)}</bdi>
        </span>
        <span class="soft small">{home.members(people, groups)}</span>
      </span>
    </>
  );
}

/** The name of a space where it is known, else its bare id. */
export function useSpaceName(space: string): string {
  const { nameOf } = useDirectory();
  const text = space.trim();
  const id = spaceIdIn(text);
  return safeText(nameOf(id) ?? (recognise(text) === 'none' ? text : id));
}

/** The bare id in a resource name or a link; any other text as it is. */
function spaceIdIn(space: string): string {
  const text = space.trim();
  return /(?:^|\/)([\w-]+)\/?$/.exec(text)?.[1] ?? text;
}
