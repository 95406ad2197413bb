/** A link to a page outside the sheet. It opens in a new tab: the sidebar's frame cannot leave. */
import type { ComponentChildren } from 'preact';
import { Icon } from './icons';
import { useCatalogue } from './language';

interface OutsideLinkProps {
  readonly url: string;
  /** A link that is the first thing to do looks like a button. */
  readonly look?: 'link' | 'button' | 'primary' | 'plain';
  readonly onPress?: () => void;
  readonly children: ComponentChildren;
}

const CLASSES = {
  link: 'link',
  button: 'button',
  primary: 'button primary',
  plain: undefined,
} as const;

export function OutsideLink({ url, look = 'link', onPress, children }: OutsideLinkProps) {
  const { page } = useCatalogue().sidebar;
  return (
    <a class={CLASSES[look]} href={url} target="_blank" rel="noopener noreferrer" onClick={onPress}>
      {children}
      {look === 'plain' ? null : <Icon name="outside" />}
      <span class="visually-hidden"> ({page.newTab})</span>
    </a>
  );
}
