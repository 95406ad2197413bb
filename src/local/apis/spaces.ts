/** `spaces.get` and `spaces.list`. */
import type { Space } from '../workspace/workspace';
import { passes, readFilter, SPACE_FILTER } from './filter';
import { requireVisible } from './members';
import { cut, type Page } from './paging';
import type { ApiRequest } from './request';

/** Answers `spaces.get`. */
export function getSpace(request: ApiRequest): Space {
  requireVisible(request, request.resource);
  const space = request.directory.spaces.get(request.resource);
  return space ?? { name: request.resource };
}

/** Answers `spaces.list`: the spaces that the caller is in. Permission settings are never in a list. */
export function listSpaces(request: ApiRequest): Page<'spaces', Space> {
  const { filter } = request.parameters;
  const read = typeof filter === 'string' && filter !== '' ? readFilter(filter, SPACE_FILTER) : null;
  const all = request.directory
    .spacesOf(request.token.principal)
    .filter(({ spaceType }) => read === null || passes(read, () => spaceType));
  return cut(request, 'spaces', all, withoutSettings);
}

function withoutSettings(space: Space): Space {
  const { name, ...fields } = space;
  const kept = Object.entries(fields).filter(
    ([field]) => field !== 'permissionSettings' && field !== 'accessSettings',
  );
  return { name, ...Object.fromEntries(kept) };
}
