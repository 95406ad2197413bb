/** The advanced services that the emulator has: each method as one HTTP request to the emulated Google API. */

export interface AdvancedMethod {
  /** Id as Google's error messages name it. */
  readonly id: string;
  /** Path with `{+name}` for the path parameter. */
  readonly path: string;
}

export interface AdvancedService {
  readonly host: string;
  /** Method by its place under the service's symbol, such as `Spaces.Members.get`. */
  readonly methods: Readonly<Record<string, AdvancedMethod>>;
}

const CHAT: AdvancedService = {
  host: 'chat.googleapis.com',
  methods: {
    'Spaces.get': { id: 'chat.spaces.get', path: '/v1/{+name}' },
    'Spaces.list': { id: 'chat.spaces.list', path: '/v1/spaces' },
    'Spaces.search': { id: 'chat.spaces.search', path: '/v1/spaces:search' },
    'Spaces.Members.get': { id: 'chat.spaces.members.get', path: '/v1/{+name}' },
    'Spaces.Members.list': { id: 'chat.spaces.members.list', path: '/v1/{+parent}/members' },
    'Spaces.SpaceEvents.list': { id: 'chat.spaces.spaceEvents.list', path: '/v1/{+parent}/spaceEvents' },
  },
};

/** By service id and version, as a manifest names them. */
export const ADVANCED_SERVICES: ReadonlyMap<string, AdvancedService> = new Map([['chat v1', CHAT]]);
