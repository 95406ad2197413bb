/** A name, an address or an id on its own: kept apart from the direction of what stands around it, and broken where it may be. */
import { Fragment } from 'preact';

interface NameProps {
  readonly text: string;
  /** What is longer is cut there; Details show it whole. */
  readonly lines?: 2 | 3;
}

export function Name({ text, lines }: NameProps) {
  const parts = text.match(/[^@/]*[@/]|[^@/]+/g) ?? [];
  return (
    <bdi class={lines === undefined ? undefined : `lines-${lines}`}>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index === 0 ? null : <wbr />}
          {part}
        </Fragment>
      ))}
    </bdi>
  );
}
