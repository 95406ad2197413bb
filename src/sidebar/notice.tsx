/** What a person should hear though it goes on: amber where something is lost, blue where it is good to know. */
import type { ComponentChildren, RefObject } from 'preact';
import { useId } from 'preact/hooks';
import type { ProblemText } from '../core/contract';
import { Icon } from './icons';
import { NamedSpaces } from './spaces/named-spaces';
import { withoutStop } from './trouble/problem';

interface BannerProps {
  readonly kind: 'loses' | 'info';
  readonly title: ComponentChildren;
  /** Of the heading: 3 within a card. */
  readonly level?: 2 | 3;
  readonly heading?: RefObject<HTMLHeadingElement | null>;
  readonly children: ComponentChildren;
}

export function Banner({ kind, title, level = 2, heading, children }: BannerProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section class={kind === 'info' ? 'banner info' : 'banner'} aria-labelledby={id}>
      <Heading id={id} tabIndex={-1} {...(heading === undefined ? {} : { ref: heading })}>
        <Icon name={kind === 'info' ? 'shield' : 'warning'} />
        <span>{title}</span>
      </Heading>
      {children}
    </section>
  );
}

/** A problem that did not stop anything. */
export function Notice({ problem }: { readonly problem: ProblemText }) {
  return (
    <Banner kind="loses" title={<NamedSpaces text={withoutStop(problem.happened)} />}>
      <p>
        <NamedSpaces text={problem.cause} />
      </p>
      <p>
        <NamedSpaces text={problem.nextStep} />
      </p>
    </Banner>
  );
}
