/** A problem as a person sees it: what happened, why, what to do, who can do it, Google's own words on demand. Each thing stands once. */
import type { ComponentChildren, RefObject } from 'preact';
import type { ProblemText } from '../../core/contract';
import { Button } from '../button';
import { CopyButton } from '../copy';
import { Details } from '../details';
import { Icon } from '../icons';
import { useCatalogue } from '../language';
import { OutsideLink } from '../link';
import { NamedSpaces } from '../spaces/named-spaces';
import { additionsFor, ManifestLines } from './manifest-lines';

export interface RemedyProps {
  readonly problem: ProblemText;
  /** Does again what failed. */
  readonly onRetry?: (() => void) | undefined;
  readonly isRetrying?: boolean;
  /** Stands beside the buttons. */
  readonly beside?: ComponentChildren;
}

export interface ProblemProps extends RemedyProps {
  /** Gets the focus when the problem appears. */
  readonly heading?: RefObject<HTMLHeadingElement | null>;
  /** Where no title of a view stands above. */
  readonly level?: 2 | 3;
}

export function Problem({ problem, heading, level = 3, ...remedy }: ProblemProps) {
  const Heading = `h${level}` as const;
  return (
    <section class="problem">
      <Heading tabIndex={-1} {...(heading === undefined ? {} : { ref: heading })}>
        <Icon name="warning" />
        <span>
          <NamedSpaces text={withoutStop(problem.happened)} />
        </span>
      </Heading>
      <p>
        <NamedSpaces text={problem.cause} />
      </p>
      <Remedy problem={problem} {...remedy} />
    </section>
  );
}

/** What to do about a problem, with the first button for it: the page that heals it, else another try. */
export function Remedy({ problem, onRetry, isRetrying = false, beside }: RemedyProps) {
  const { page } = useCatalogue().sidebar;
  const { nextStep, who, whoText, link, original } = problem;
  const isOthers = who !== 'you' && who !== 'google';
  return (
    <>
      <p>
        <NamedSpaces text={nextStep} />
      </p>
      <ManifestLines additions={additionsFor(problem)} />
      {link === undefined && onRetry === undefined && beside === undefined ? null : (
        <div class="row">
          {link === undefined ? null : (
            <OutsideLink url={link.url} look="primary">
              {link.label}
            </OutsideLink>
          )}
          {onRetry === undefined ? null : (
            <Button
              kind={link === undefined ? 'primary' : 'plain'}
              icon="again"
              busy={isRetrying}
              onPress={onRetry}
            >
              {page.tryAgain}
            </Button>
          )}
          {beside}
        </div>
      )}
      {who === 'you' ? null : <p class="small soft">{whoText}</p>}
      {isOthers ? (
        <div>
          <CopyButton kind="link" lines={linesOf(problem)} label={page.copyForThem} />
        </div>
      ) : null}
      {original === undefined ? null : (
        <Details summary={page.original}>
          <blockquote class="google-words">
            <bdi>{original}</bdi>
          </blockquote>
        </Details>
      )}
    </>
  );
}

/** For the person who can heal it. */
function linesOf({ happened, cause, nextStep, link, code }: ProblemText): readonly string[] {
  return [`Rollcall: ${happened}`, cause, nextStep, ...(link === undefined ? [] : [link.url]), code];
}

/** A heading is no sentence. */
export function withoutStop(text: string): string {
  return text.replace(/[.。]$/, '');
}
