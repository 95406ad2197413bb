/** Access tokens: whom they stand for, with which scopes, until when. */
import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock';

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
  /** Nobody can guess the tokens of this run. */
  private readonly salt = randomBytes(12).toString('hex');
  private count = 0;

  constructor(private readonly clock: Clock) {}

  /** Scopes may come with or without their common prefix. */
  issue(
    principal: string,
    kind: Token['kind'],
    scopes: readonly string[],
    lifetimeMs: number = LIFETIME_MS,
  ): string {
    this.count += 1;
    const text = `ya29.made-up-${kind}-${this.salt}-${this.count}`;
    this.known.set(text, {
      principal,
      kind,
      scopes: new Set(scopes.map((scope) => scope.replace(PREFIX, ''))),
      expires: this.clock.now() + lifetimeMs,
    });
    return text;
  }

  /** Finds a token; undefined where there is none or where its time is over. */
  find(text: string): Token | undefined {
    const token = this.known.get(text);
    return token && token.expires > this.clock.now() ? token : undefined;
  }
}

/**
 * The text of a request's token: of its `Authorization` header, else of a parameter. null: it has none at all. A header of
 * another kind counts as a token that nobody knows.
 */
export function tokenText(header: string | undefined, query: URLSearchParams): string | null {
  if (header !== undefined && header !== '') return /^Bearer (\S+)$/i.exec(header.trim())?.[1] ?? '';
  return query.get('access_token') ?? query.get('oauth_token');
}
