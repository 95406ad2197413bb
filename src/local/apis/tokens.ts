/** Access tokens: whom they stand for, with which scopes, until when. */
import type { Clock } from '../clock';
import { unauthenticated } from './errors';

export interface Token {
  /** `users/…` of a person, or of the Chat app that a service account stands for. */
  readonly principal: string;
  readonly kind: 'person' | 'serviceAccount';
  readonly scopes: ReadonlySet<string>;
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

const PREFIX = 'https://www.googleapis.com/auth/';
const LIFETIME_MS = 3_600_000;

export class Tokens {
  private readonly known = new Map<string, Token>();
  private count = 0;

  constructor(private readonly clock: Clock) {}

  /** Scopes may come with or without their common prefix. */
  issue(principal: string, kind: Token['kind'], scopes: readonly string[]): string {
    this.count += 1;
    const text = `ya29.made-up-${kind}-${this.count}`;
    this.known.set(text, {
      principal,
      kind,
      scopes: new Set(scopes.map((scope) => scope.replace(PREFIX, ''))),
      expires: this.clock.now() + LIFETIME_MS,
    });
    return text;
  }

  /** Finds the token of an `Authorization` header or an `access_token` parameter. */
  read(header: string | undefined, parameter: string | null): Token {
    const token = this.known.get(/^Bearer (.+)$/i.exec(header ?? '')?.[1] ?? parameter ?? '');
    if (!token || token.expires <= this.clock.now()) throw unauthenticated();
    return token;
  }

  expiryOf(token: string): number {
    return this.known.get(token)?.expires ?? 0;
  }
}
