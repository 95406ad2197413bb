/** The request for a page of a space's members, as far as an identity may see them. */
import type { ChatRequest } from '../ports';
import type { Identity } from './identity';

/** Largest page of `spaces.members.list` [doc]. */
export const MEMBER_PAGE_SIZE = 1000;

/** One page: joined, invited, groups and apps, whatever of them this identity is shown. `space` is a bare id. */
export function memberPageRequest(
  space: string,
  identity: Identity,
  { token, size = MEMBER_PAGE_SIZE }: { readonly token: string | null; readonly size?: number },
): ChatRequest {
  const { as } = identity;
  return {
    method: 'spaces.members.list',
    parent: `spaces/${space}`,
    pageSize: size,
    ...(token === null ? {} : { pageToken: token }),
    // Groups are shown to people only, invited people to the user's own identity only.
    ...(as === 'app' ? {} : { showGroups: true }),
    ...(as === 'user' ? { showInvited: true } : {}),
    ...adminFilter(identity),
  };
}

/** Admin access demands this filter [doc]. */
export function adminFilter({ as }: Identity): { readonly filter?: string } {
  return as === 'admin' ? { filter: 'member.type != "BOT"' } : {};
}
