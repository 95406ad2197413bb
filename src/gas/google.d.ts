/** What the published typings of Apps Script lack: the Chat advanced service, and the scopes of an authorisation. */

declare namespace GoogleAppsScript {
  namespace Chat {
    /** Query parameters, by the names of the REST API. */
    type Options = Readonly<Record<string, string | number | boolean>>;
    type Headers = Readonly<Record<string, string>>;

    /** Reads only; each returns the API's JSON as a plain object, or throws a `GoogleJsonResponseException`. */
    interface ChatService {
      readonly Spaces: {
        get(name: string, options?: Options, headers?: Headers): unknown;
        list(options?: Options, headers?: Headers): unknown;
        search(options?: Options, headers?: Headers): unknown;
        readonly Members: {
          get(name: string, options?: Options, headers?: Headers): unknown;
          list(parent: string, options?: Options, headers?: Headers): unknown;
        };
        readonly SpaceEvents: {
          list(parent: string, options?: Options, headers?: Headers): unknown;
        };
      };
    }
  }

  namespace Script {
    interface AuthorizationInfo {
      /** Null where nothing is missing. */
      getAuthorizationUrl(): string | null;
      /** Those of the manifest's scopes that were granted; null where there are none. */
      getAuthorizedScopes(): string[] | null;
    }
  }
}

declare const Chat: GoogleAppsScript.Chat.ChatService;
