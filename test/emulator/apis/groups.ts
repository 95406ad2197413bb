/** Cloud Identity `groups.get` and `groups.lookup`: from a group's id to its address, and back. */
import { groupDenied, invalidValue } from './errors';
import type { ApiRequest } from './request';

/** The parts of `Group` that are served. */
export interface GroupResource {
  readonly name: string;
  readonly groupKey: { readonly id: string };
  readonly parent: string;
  readonly displayName: string;
  readonly labels: Readonly<Record<string, string>>;
}

const CUSTOMER = 'customers/C0orchard0';
/** An ordinary group, as people make them. */
const LABELS = { 'cloudidentity.googleapis.com/groups.discussion_forum': '' };

/** Answers `groups.get`. Only groups whose address the workspace gives may be read. */
export function getGroup(request: ApiRequest): GroupResource {
  const name = request.resource;
  const id = request.directory.workspace.groupAddresses?.[name];
  // A service account is nobody of the organisation. [field report]
  if (id === undefined || request.as === 'app') throw groupDenied(name);
  // The workspace gives no names: the beginning of the address stands for one.
  return { name, groupKey: { id }, parent: CUSTOMER, displayName: id.replace(/@.*$/, ''), labels: LABELS };
}

/** Answers `groups.lookup`. */
export function lookupGroup(request: ApiRequest): Pick<GroupResource, 'name'> {
  const { 'groupKey.id': id = '', 'groupKey.namespace': namespace = '' } = request.parameters;
  if (id === '') throw invalidValue('Group key must not be empty.', 'group_key.id');
  const name = request.directory.groupOf(String(id));
  // A namespace is one of groups that are mapped from elsewhere: there are none.
  if (name === undefined || namespace !== '' || request.as === 'app') throw groupDenied(String(id));
  return { name };
}
