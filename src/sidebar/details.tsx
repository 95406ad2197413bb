/** What is there for whoever wants to see it: folded until asked for. */
import type { ComponentChildren } from 'preact';
import { Icon } from './icons';

interface DetailsProps {
  readonly summary: string;
  readonly children: ComponentChildren;
}

export function Details({ summary, children }: DetailsProps) {
  return (
    <details>
      <summary>
        <Icon name="right" />
        {summary}
      </summary>
      {children}
    </details>
  );
}
