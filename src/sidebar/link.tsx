/** A link to a page outside the sheet. It opens in a new tab: the sidebar's frame cannot leave. */
import type { ComponentChildren } from 'preact';
import { Icon } from './icons';
import { useWords } from './language';

export function OutsideLink({
  url,
  children,
}: {
  readonly url: string;
  readonly children: ComponentChildren;
}) {
  const { page } = useWords().sidebar;
  return (
    <a class="link" href={url} target="_blank" rel="noopener noreferrer">
      {children}
      <Icon name="outside" />
      <span class="unseen"> ({page.newTab})</span>
    </a>
  );
}
