/** The bar of views: arrow keys move along it, each view keeps what was typed and answered in it. */
import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { arrowTarget } from './arrows';
import { Icon } from './icons';
import { useCatalogue } from './language';

export interface View<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

interface ViewBarProps<Id extends string> {
  readonly views: readonly View<Id>[];
  readonly active: Id;
  readonly onChoose: (id: Id) => void;
  /** What stands at the end of the bar. */
  readonly children: ComponentChildren;
}

export function ViewBar<Id extends string>({ views, active, onChoose, children }: ViewBarProps<Id>) {
  const { page } = useCatalogue().sidebar;
  const bar = useRef<HTMLDivElement>(null);
  const move = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const at = views.findIndex(({ id }) => id === active);
    const to = arrowTarget(event.key, at, views.length, 'horizontal');
    const view = to === null ? undefined : views[to];
    if (view === undefined) return;
    event.preventDefault();
    onChoose(view.id);
    bar.current?.querySelector<HTMLElement>(`#${viewId(view.id)}`)?.focus();
  };
  return (
    <div class="views">
      <div ref={bar} role="tablist" aria-label={page.views.label} onKeyDown={move}>
        {views.map(({ id, label }) => (
          <button
            key={id}
            id={viewId(id)}
            type="button"
            role="tab"
            aria-selected={id === active}
            aria-controls={panelId(id)}
            tabIndex={id === active ? 0 : -1}
            onClick={() => {
              onChoose(id);
            }}
          >
            {label}
          </button>
        ))}
      </div>
      {children}
    </div>
  );
}

interface ViewPanelProps {
  readonly id: string;
  readonly active: string;
  readonly children: ComponentChildren;
}

export function ViewPanel({ id, active, children }: ViewPanelProps) {
  return (
    <div id={panelId(id)} class="panel" role="tabpanel" aria-labelledby={viewId(id)} hidden={id !== active}>
      {children}
    </div>
  );
}

interface BackBarProps {
  readonly title: string;
  readonly onBack: () => void;
}

/** In place of the bar of views, above a page that is needed rarely. */
export function BackBar({ title, onBack }: BackBarProps) {
  const { page } = useCatalogue().sidebar;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (document.hasFocus()) heading.current?.focus();
  }, [title]);
  return (
    <div class="views back">
      <button type="button" aria-label={page.back} onClick={onBack}>
        <Icon name="back" />
      </button>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
    </div>
  );
}

function viewId(id: string): string {
  return `view-${id}`;
}

function panelId(id: string): string {
  return `panel-${id}`;
}
