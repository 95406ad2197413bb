/** A problem as a person sees it: what happened, why, what to do, who can do it, the page for it, Google's own words. */
import type { RefObject } from 'preact';
import type { ProblemText } from '../core/contract';
import { Icon } from './icons';
import { useWords } from './language';
import { OutsideLink } from './link';
import { ManifestLines } from './manifest-lines';

export interface ProblemProps {
  readonly problem: ProblemText;
  /** Gets the focus when the problem appears. */
  readonly heading?: RefObject<HTMLHeadingElement | null>;
}

export function Problem({ problem, heading }: ProblemProps) {
  const { page } = useWords().sidebar;
  const { happened, cause, nextStep, whoText, link, original } = problem;
  return (
    <section class="problem">
      <h3 tabIndex={-1} {...(heading === undefined ? {} : { ref: heading })}>
        <Icon name="warning" />
        <bdi>{happened}</bdi>
      </h3>
      <p>
        <bdi>{cause}</bdi>
      </p>
      <div class="next-step">
        <h4>{page.nextStep}</h4>
        <p>
          <bdi>{nextStep}</bdi>
        </p>
        <ManifestLines code={problem.code} />
        <p class="hint">{whoText}</p>
        {link === undefined ? null : <OutsideLink url={link.url}>{link.label}</OutsideLink>}
      </div>
      {original === undefined ? null : (
        <div class="original">
          <h4>{page.original}</h4>
          <blockquote>
            <bdi>{original}</bdi>
          </blockquote>
        </div>
      )}
    </section>
  );
}
