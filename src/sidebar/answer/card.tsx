/** One answer as a card: who, the verdict, what is known, where it can be written. While Google is asked, the same card waits. */
import type { ComponentChildren, RefObject } from 'preact';
import type { Answer, QuestionRow } from '../../core/contract';
import type { PageCatalogue } from '../../core/locales/page-catalogue';
import { safeText } from '../../core/locales/safe-text';
import { Avatar } from '../avatar';
import { Button } from '../button';
import { CopyButton } from '../copy';
import { Icon } from '../icons';
import { useCatalogue } from '../language';
import { Name } from '../name';
import { NamedSpaces } from '../spaces/named-spaces';
import { Remedy, withoutStop } from '../trouble/problem';
import { VerdictPill } from '../verdicts';
import { AnswerDetails } from './details';
import { Write } from './write';

/** In characters: longer than any name or address, and short enough for a chat. */
const LONGEST_COPIED = 500;

interface FrameProps {
  readonly name: string;
  /** Below the name. */
  readonly address: string;
  readonly avatarUrl: string | null;
  /** What screen readers hear after the name. */
  readonly verdict: string;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly children: ComponentChildren;
}

export function PersonCard({ name, address, avatarUrl, verdict, heading, children }: FrameProps) {
  return (
    <article class="card">
      <div class="who">
        <Avatar name={name} url={avatarUrl} />
        <div>
          <h2 ref={heading} tabIndex={-1} class="person">
            <Name text={name} lines={3} />
            <span class="visually-hidden">{verdict === '' ? '' : `: ${verdict}`}</span>
          </h2>
          {address === '' ? null : (
            <p class="small soft">
              <Name text={address} lines={2} />
            </p>
          )}
        </div>
      </div>
      {children}
    </article>
  );
}

/** Where the answer will stand: nothing jumps when it comes. */
export function WaitingCard({
  member,
  heading,
  onCancel,
}: {
  readonly member: string;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onCancel: () => void;
}) {
  const { answer, page } = useCatalogue().sidebar;
  return (
    <PersonCard name={safeText(member)} address="" avatarUrl={null} verdict="" heading={heading}>
      <p class="soft">{answer.asking}</p>
      <div class="bones" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
      <div class="row">
        <Button onPress={onCancel}>{page.cancel}</Button>
      </div>
    </PersonCard>
  );
}

interface AnswerCardProps {
  readonly answer: Answer;
  readonly at: QuestionRow | null;
  readonly editors: number | null;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onRetry: () => void;
  readonly onWritten: () => void;
  /** Shows whether the space has groups; null where that cannot be asked. */
  readonly onGroups: (() => void) | null;
}

export function AnswerCard({ answer, at, editors, heading, onRetry, onWritten, onGroups }: AnswerCardProps) {
  const catalogue = useCatalogue();
  const { answer: texts } = catalogue.sidebar;
  const { question, displayName, membership, avatarUrl, verdict, verdictText, problem, directOnly } = answer;
  const asked = safeText(question.member) || safeText(question.space);
  const name = safeText(displayName ?? '') || asked;
  const email = safeText(membership?.member?.email ?? '') || (asked.includes('@') ? asked : '');
  const address = email === name ? '' : email;
  const copy = <CopyButton lines={linesOf(answer)} />;
  return (
    <PersonCard
      name={name}
      address={address || (verdict === 'invited' && displayName === null ? texts.noName : '')}
      avatarUrl={avatarUrl}
      verdict={verdictText}
      heading={heading}
    >
      <VerdictPill kind={verdict} text={verdictText} />
      <Chips answer={answer} />
      <Explanation answer={answer} />
      {directOnly && onGroups !== null ? (
        <div>
          <Button kind="small" onPress={onGroups}>
            {texts.seeGroups}
          </Button>
        </div>
      ) : null}
      {verdict === 'unchecked' ? (
        problem === null ? (
          <div class="row">{copy}</div>
        ) : (
          <Remedy problem={problem} onRetry={onRetry} beside={copy} />
        )
      ) : (
        <Write answer={answer} at={at} editors={editors} onWritten={onWritten}>
          {copy}
        </Write>
      )}
      <hr class="rule" />
      <AnswerDetails answer={answer} />
    </PersonCard>
  );
}

function Chips({ answer }: { readonly answer: Answer }) {
  const catalogue = useCatalogue();
  const { answer: texts } = catalogue.sidebar;
  const { membership, verdict, since } = answer;
  if (membership === null || (verdict !== 'member' && verdict !== 'invited')) return null;
  const isInvited = verdict === 'invited';
  const [role, origin] = [catalogue.roleText(membership), catalogue.originText(membership)].map((text) =>
    safeText(text),
  );
  const isInside = origin === catalogue.origins.inside;
  return (
    <ul class="chips" aria-label={texts.about}>
      {role === undefined || role === '' ? null : (
        <li class="chip">{isInvited ? texts.asRole(role) : role}</li>
      )}
      {origin === undefined || origin === '' ? null : (
        <li class={isInside ? 'chip' : 'chip warn'}>
          {origin === catalogue.origins.outside ? <Icon name="outside" /> : null}
          {origin}
        </li>
      )}
      {since === null ? null : (
        <li class="chip unbroken">{isInvited ? texts.invited(since) : texts.since(since)}</li>
      )}
    </ul>
  );
}

/** What the verdict means, where the word alone does not say it. */
function Explanation({ answer }: { readonly answer: Answer }) {
  const { answer: texts } = useCatalogue().sidebar;
  switch (answer.verdict) {
    case 'member':
      return null;
    case 'invited':
      return <p>{texts.notAccepted}</p>;
    case 'notMember':
      return <p>{notMemberText(answer, texts)}</p>;
    case 'unchecked':
      return answer.problem === null ? null : (
        <>
          <p class="strong">
            <NamedSpaces text={withoutStop(answer.problem.happened)} />
          </p>
          <p>
            <NamedSpaces text={answer.problem.cause} />
          </p>
        </>
      );
  }
}

function notMemberText(
  { directOnly, maybeGroupAddress, maybeInvited }: Answer,
  texts: PageCatalogue['sidebar']['answer'],
): string {
  if (maybeInvited === true) return texts.notDirectAsAdmin;
  if (maybeGroupAddress === true) return texts.notDirectByAddress;
  return directOnly ? texts.notDirect : texts.notMember;
}

/** The sentence and all fields, for a mail or a chat. */
function linesOf({ sentence, fields }: Answer): readonly string[] {
  return [sentence, '', ...fields.map(({ label, text }) => `${label}: ${safeText(text, LONGEST_COPIED)}`)];
}
