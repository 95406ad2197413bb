/** Text from outside on its own: kept apart from the direction of what stands around it, and broken where addresses may be. */
import { Fragment } from 'preact';

export function Breakable({ text }: { readonly text: string }) {
  const parts = text.match(/[^@/]*[@/]|[^@/]+/g) ?? [];
  return (
    <bdi>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index === 0 ? null : <wbr />}
          {part}
        </Fragment>
      ))}
    </bdi>
  );
}
