/** `spaces.get` and `spaces.list`. */
import type { Space } from '../workspace/workspace';
import { passes, readFilter, SPACE_FILTER } from './filter';
import { requireVisible } from './members';
import { cut, type Page } from './paging';
import type { ApiRequest } from './request';

/** Answers `spaces.get`. An app sees settings only with a scope that an admin has approved. */
export function getSpace(request: ApiRequest): Space {
  requireVisible(request, request.resource);
  const space = request.directory.spaces.get(request.resource) ?? { name: request.resource };
  return request.as === 'app' && !request.token.scopes.has('chat.app.spaces')
    ? withoutSettings(space)
    : space;
}

/** Answers `spaces.list`: the spaces that the caller is in. */
export function listSpaces(request: ApiRequest): Page<'spaces', Space> {
  const filter = readFilter(request.parameters.filter, SPACE_FILTER);
  const all = request.directory
    .spacesOf(request.token.principal)
    .filter(({ spaceType }) => passes(filter, () => spaceType));
  return cut(request, 'spaces', all, withoutSettings);
}

/** Lists never hold settings. */
export function withoutSettings(space: Space): Space {
  const { name, ...fields } = space;
  const kept = Object.entries(fields).filter(
    ([field]) => field !== 'permissionSettings' && field !== 'accessSettings',
  );
  return { name, ...Object.fromEntries(kept) };
}
