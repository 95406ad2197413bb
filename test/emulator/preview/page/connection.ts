/** The page's line to its server. */
import type { ActionReply, PageAction, RowsReply, ServerMessage } from '../wire';

export type Act = (action: PageAction) => Promise<ActionReply>;

/** Rows of a tab from a row on; rejects where there is no such tab. */
export type FetchRows = (tab: string, from: number, count: number) => Promise<RowsReply>;

export interface Connection {
  act: Act;
  fetchRows: FetchRows;
}

/** What `google.script.run` reports when the server cannot be reached. */
const NO_CONNECTION = {
  ok: false,
  name: 'NetworkError',
  message: 'Connection failure due to HTTP 0',
} as const;

/** Listens for messages; `lost` is told when the server went away. When it is back a new `hello` comes. */
export function connect(hear: (message: ServerMessage) => void, lost: () => void): Connection {
  let page = '';
  const events = new EventSource('/events');
  events.onmessage = ({ data }: MessageEvent<string>) => {
    const message = JSON.parse(data) as ServerMessage;
    if (message.type === 'hello') page = message.page;
    hear(message);
  };
  events.onerror = () => {
    lost();
  };
  return {
    act: async (action) => {
      try {
        const response = await fetch(`/act?page=${page}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(action),
        });
        if (response.ok) return (await response.json()) as ActionReply;
        return { ok: false, name: 'Error', message: await response.text() };
      } catch {
        return NO_CONNECTION;
      }
    },
    fetchRows: async (tab, from, count) => {
      const query = new URLSearchParams({ tab, from: String(from), count: String(count) });
      const response = await fetch(`/rows?${query}`);
      if (!response.ok) throw new Error(await response.text());
      return (await response.json()) as RowsReply;
    },
  };
}
