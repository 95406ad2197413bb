/** As whom a call is made. */
/**
 * `user`: the running person's own token (default). `app`: the Chat app, through a service account's short-lived token
 * with `chat.bot`. `admin`: the running person with `useAdminAccess`.
 */
export type Identity =
  | {
      readonly as: 'user';
    }
  | {
      readonly as: 'app'; /** The service account's e-mail address. */
      readonly serviceAccount: string;
    }
  | {
      readonly as: 'admin';
    };
export declare const USER: Identity;
/** Tells whether two calls are made as the same: for the Chat app, also through the same service account. */
export declare function isSameIdentity(a: Identity, b: Identity): boolean;
