/** Who is in a space, as bars: roles, and inside or outside. */
import type { Composition } from '../../core/contract';
import { Bar, Key, type Part } from '../bar';
import { useCatalogue } from '../language';

export function Pictures({ composition }: { readonly composition: Composition }) {
  const { roster } = useCatalogue().sidebar;
  const part = (kind: string, label: string, count: number): Part => ({ kind, label, count });
  const { owners, managers, members, inside, guests, outside } = composition;
  const roles = [
    part('owners', roster.owners, owners),
    part('managers', roster.managers, managers),
    part('members', roster.members, members),
  ];
  const origins = [
    part('inside', roster.inside, inside),
    part('guests', roster.guests, guests),
    part('outside', roster.outside, outside),
  ];
  return (
    <>
      <Picture title={roster.roles} parts={roles} />
      <Picture title={roster.origins} parts={origins} />
    </>
  );
}

function Picture({ title, parts }: { readonly title: string; readonly parts: readonly Part[] }) {
  if (parts.every(({ count }) => count === 0)) return null;
  return (
    <div class="picture">
      <Bar title={title} parts={parts} />
      <Key parts={parts.filter(({ count }) => count > 0)} />
    </div>
  );
}
