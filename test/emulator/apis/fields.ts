/** The fields that a `fields` mask may name, as in the discovery documents. */

/** Field -> what is below it: nothing (a value), the fields of an object or of a list of them, or what is not checked here. */
export interface Fields {
  readonly [field: string]: Fields | null | 'unchecked';
}

const named = (...names: readonly string[]): Fields => Object.fromEntries(names.map((name) => [name, null]));

const USER = named('avatarUrl', 'displayName', 'domainId', 'email', 'isAnonymous', 'name', 'type');

export const MEMBERSHIP: Fields = {
  ...named('affiliation', 'createTime', 'deleteTime', 'name', 'role', 'state'),
  groupMember: named('name'),
  member: USER,
};

export const SPACE: Fields = {
  ...named(
    'adminInstalled',
    'createTime',
    'customer',
    'displayName',
    'externalUserAllowed',
    'importMode',
    'importModeExpireTime',
    'lastActiveTime',
    'name',
    'predefinedPermissionSettings',
    'singleUserBotDm',
    'spaceHistoryState',
    'spaceThreadingState',
    'spaceType',
    'spaceUri',
    'threaded',
    'type',
  ),
  accessSettings: { ...named('accessState', 'audience'), accessPermissionSettings: 'unchecked' },
  membershipCount: named('joinedDirectHumanUserCount', 'joinedGroupCount'),
  permissionSettings: 'unchecked',
  spaceDetails: named('description', 'guidelines'),
};

/** A page of a list. */
export const pageOf = (key: string, item: Fields): Fields => ({ [key]: item, nextPageToken: null });

export const SEARCH: Fields = {
  ...named('nextPageToken', 'totalSize'),
  results: { space: SPACE },
  spaces: SPACE,
};

/** Messages and reactions are not served; a mask may name them all the same. */
export const SPACE_EVENT: Fields = {
  ...named('eventTime', 'eventType', 'name'),
  ...Object.fromEntries(
    ['Created', 'Updated', 'Deleted'].flatMap((kind): [string, Fields][] => [
      [`membership${kind}EventData`, { membership: MEMBERSHIP }],
      [`membershipBatch${kind}EventData`, { memberships: { membership: MEMBERSHIP } }],
    ]),
  ),
  ...Object.fromEntries(
    [
      'messageBatchCreatedEventData',
      'messageBatchDeletedEventData',
      'messageBatchUpdatedEventData',
      'messageCreatedEventData',
      'messageDeletedEventData',
      'messageUpdatedEventData',
      'reactionBatchCreatedEventData',
      'reactionBatchDeletedEventData',
      'reactionCreatedEventData',
      'reactionDeletedEventData',
      'spaceBatchUpdatedEventData',
      'spaceUpdatedEventData',
    ].map((name) => [name, 'unchecked' as const]),
  ),
};

export const GROUP: Fields = {
  ...named('createTime', 'description', 'displayName', 'name', 'parent', 'updateTime'),
  groupKey: named('id', 'namespace'),
  ...Object.fromEntries(
    ['additionalGroupKeys', 'dynamicGroupMetadata', 'externalIds', 'labels'].map((name) => [
      name,
      'unchecked' as const,
    ]),
  ),
};

export const GROUP_NAME = named('name');

export const ACCESS_TOKEN = named('accessToken', 'expireTime');
