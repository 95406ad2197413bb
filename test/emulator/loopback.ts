/** What the servers of the emulator ask of a request before they look at it: this machine only, and not too much at once. */
import type { IncomingMessage } from 'node:http';

/** A body that is larger than its server takes. */
export class BodyTooLarge extends Error {
  constructor(readonly limitBytes: number) {
    super(`The body is larger than ${limitBytes} bytes.`);
  }
}

/**
 * Whether a request names this server: another site can make its own name resolve to this machine.
 * @param url The server's address, `http://127.0.0.1:N`.
 */
export function hasOwnHost({ headers }: IncomingMessage, url: string): boolean {
  return `http://${headers.host ?? ''}` === url;
}

/** Whether a request comes from no web page, or from one of this server: any page in a browser can send requests to it. */
export function hasOwnOrigin({ headers }: IncomingMessage, url: string): boolean {
  return headers.origin === undefined || headers.origin === url;
}

/** Reads a body to its end. Rejects with `BodyTooLarge` (what is too much is not kept), or as the connection breaks. */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size <= limitBytes) chunks.push(bytes);
  }
  if (size > limitBytes) throw new BodyTooLarge(limitBytes);
  return Buffer.concat(chunks).toString('utf8');
}
