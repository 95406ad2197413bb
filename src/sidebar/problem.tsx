/** A problem as a person sees it: what happened, why, what to do, who can do it, the page for it, Google's own words. */
import type { RefObject } from 'preact';
import type { ProblemText } from '../core/contract';
import { Icon } from './icons';
import { useCatalogue } from './language';
import { OutsideLink } from './link';
import { additionsFor, ManifestLines } from './manifest-lines';

export interface ProblemProps {
  readonly problem: ProblemText;
  /** Gets the focus when the problem appears. */
  readonly heading?: RefObject<HTMLHeadingElement | null>;
  /** Where no title of a view stands above. */
  readonly level?: 2 | 3;
}

export function Problem({ problem, heading, level = 3 }: ProblemProps) {
  const { page } = useCatalogue().sidebar;
  const Heading = `h${level}` as const;
  const { happened, cause, nextStep, whoText, link, original } = problem;
  return (
    <section class="problem">
      <Heading tabIndex={-1} {...(heading === undefined ? {} : { ref: heading })}>
        <Icon name="warning" />
        <bdi>{happened}</bdi>
      </Heading>
      <p>
        <bdi>{cause}</bdi>
      </p>
      <div class="next-step">
        <p class="main">{page.nextStep}</p>
        <p>
          <bdi>{nextStep}</bdi>
        </p>
        <ManifestLines additions={additionsFor(problem)} />
        <p class="hint">{whoText}</p>
        {link === undefined ? null : <OutsideLink url={link.url}>{link.label}</OutsideLink>}
      </div>
      {original === undefined ? null : (
        <div class="original">
          <p class="main">{page.original}</p>
          <blockquote>
            <bdi>{original}</bdi>
          </blockquote>
        </div>
      )}
    </section>
  );
}
