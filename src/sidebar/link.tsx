/** A link to a page outside the sheet. It opens in a new tab: the sidebar's frame cannot leave. */
import type { ComponentChildren } from 'preact';
import { Icon } from './icons';
import { useCatalogue } from './language';

export function OutsideLink({
  url,
  children,
}: {
  readonly url: string;
  readonly children: ComponentChildren;
}) {
  const { page } = useCatalogue().sidebar;
  return (
    <a class="link" href={url} target="_blank" rel="noopener noreferrer">
      {children}
      <Icon name="outside" />
      <span class="visually-hidden"> ({page.newTab})</span>
    </a>
  );
}
