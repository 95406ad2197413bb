/** What goes out: JSON, Google's page for an address that it does not know, and answers spoilt on purpose. */
import type { ServerResponse } from 'node:http';
import type { ApiError } from './errors';
import type { Fault } from './faults';
import { HUNG } from './google';

export interface Reply {
  /** 0: the connection breaks off without an answer. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** How the asker wants to have it. */
export interface Style {
  readonly pretty: boolean;
  readonly errorFormat: '1' | '2';
}

const HTML = { 'content-type': 'text/html; charset=UTF-8' };
const JSON_TYPE = { 'content-type': 'application/json; charset=UTF-8' };

export function json(body: unknown, pretty: boolean): Reply {
  return { status: 200, headers: JSON_TYPE, text: textOf(body, pretty) };
}

export function refusal(error: ApiError, { pretty, errorFormat }: Style): Reply {
  return {
    status: error.httpStatus,
    headers: { ...JSON_TYPE, ...error.headers },
    text: textOf(error.body(errorFormat), pretty),
  };
}

export const NOT_FOUND_PAGE: Reply = {
  status: 404,
  headers: HTML,
  text:
    '<!DOCTYPE html>\n<html lang=en>\n<title>Error 404 (Not Found)!!1</title>\n' +
    '<p><b>404.</b> That’s an error.\n<p>The requested URL was not found on this server. That’s all we know.\n',
};

/** Another site that reaches this server through a browser gets nothing. */
export const FOREIGN: Reply = {
  status: 403,
  headers: { 'content-type': 'text/plain; charset=UTF-8', connection: 'close' },
  text: 'This server answers requests to its own address on this machine, and none that a web page sends.\n',
};

/** Garbage is what a broken proxy answers. */
export const SPOILT: Readonly<Record<Exclude<Fault['kind'], 'error'>, Reply>> = {
  reset: { status: 0, headers: {}, text: '' },
  hang: { status: 504, headers: { [HUNG]: '1' }, text: '' },
  garbage: {
    status: 200,
    headers: HTML,
    text: '<!doctype html><html><body><h1>Please sign in to the network</h1></body></html>',
  },
  truncated: { status: 200, headers: JSON_TYPE, text: '{"memberships": [{"name": "spa' },
};

export function send(response: ServerResponse, { status, headers, text }: Reply): void {
  if (status === 0) response.socket?.destroy();
  else response.writeHead(status, headers).end(text);
}

function textOf(body: unknown, pretty: boolean): string {
  return pretty ? `${JSON.stringify(body, null, 2)}\n` : JSON.stringify(body);
}
