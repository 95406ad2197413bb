/** A text of the script in which spaces stand by their names, as far as the page already knows these. */
import { Fragment } from 'preact';
import { spaceLink } from '../../core/chat/space';
import { nameSpacesIn } from '../../core/spaces/name-in-text';
import { OutsideLink } from '../link';
import { useDirectory } from './directory';

interface NamedSpacesProps {
  readonly text: string;
}

/** Shows a text with the name of a space, linked to it, in place of its id, resource name or link. Asks nobody. */
export function NamedSpaces({ text }: NamedSpacesProps) {
  const { nameOf, viewOf } = useDirectory();
  const pieces = nameSpacesIn(text, (id) => {
    const name = nameOf(id);
    return name === null ? null : { name, link: viewOf(id)?.link ?? spaceLink(id) };
  });
  return (
    <>
      {pieces.map((piece, index) =>
        typeof piece === 'string' ? (
          <Fragment key={index}>{piece}</Fragment>
        ) : (
          <OutsideLink key={index} url={piece.link}>
            <bdi>{piece.name}</bdi>
          </OutsideLink>
        ),
      )}
    </>
  );
}
