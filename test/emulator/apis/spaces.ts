/** `spaces.get` and `spaces.list`. */
import type { Space } from '../workspace/workspace';
import { isEqual, passes, readFilter, SPACE_FILTER } from './filter';
import { requireVisible } from './members';
import { cut, type Page } from './paging';
import { answerTo, type ApiRequest } from './request';

/** Answers `spaces.get`. An app sees settings only with a scope that an admin has approved. */
export function getSpace(request: ApiRequest): Space {
  requireVisible(request, request.resource);
  const space = request.directory.spaces.get(request.resource) ?? { name: request.resource };
  return request.as === 'app' && !request.token.scopes.has('chat.app.spaces')
    ? listedSpace(request, space)
    : counted(request, space);
}

/** Answers `spaces.list`: the spaces that the caller is in. */
export function listSpaces(request: ApiRequest): Page<'spaces', Space> {
  const filter = readFilter(request.parameters.filter, SPACE_FILTER);
  const all = [...request.directory.spaces.values()].filter(
    ({ name, spaceType }) => isListed(request, name) && passes(filter, (term) => isEqual(term, spaceType)),
  );
  return cut(request, 'spaces', all, (space) => listedSpace(request, space));
}

function isListed(request: ApiRequest, space: string): boolean {
  const { directory, token } = request;
  switch (answerTo(request, 'listed-spaces')) {
    case 'direct':
      return directory.isJoined(space, token.principal);
    case 'invited-too':
      return directory.isIn(space, token.principal) || directory.isInvited(space, token.principal);
    default:
      return directory.isIn(space, token.principal);
  }
}

/** A space as lists and searches hold it: never with settings. */
export function listedSpace(request: ApiRequest, space: Space): Space {
  return without(counted(request, space), 'permissionSettings', 'accessSettings');
}

function without({ name, ...fields }: Space, ...left: readonly string[]): Space {
  return { name, ...Object.fromEntries(Object.entries(fields).filter(([field]) => !left.includes(field))) };
}

/** Google's own count of the people and groups in a space, where the workspace does not give another one. */
function counted({ directory }: ApiRequest, space: Space): Space {
  const count = space.membershipCount ?? directory.countOf(space.name);
  // JSON of a protocol buffer holds no zeros.
  const present = Object.entries(count).filter(([, number]) => number !== 0);
  const others = without(space, 'membershipCount');
  return present.length === 0 ? others : { ...others, membershipCount: Object.fromEntries(present) };
}
