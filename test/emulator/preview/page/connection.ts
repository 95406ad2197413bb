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

/** What the page shows; replies to its own calls it never sees. */
export type Heard = Exclude<ServerMessage, { readonly type: 'reply' }>;

/** Listens for messages; `lost` is told when the server went away. When it is back a new `hello` comes. */
export function connect(hear: (message: Heard) => void, lost: () => void): Connection {
  let page = '';
  let calls = 0;
  /** By number: calls of the script, which may wait for a person. */
  const running = new Map<number, (reply: ActionReply) => void>();
  const end = (call: number, reply: ActionReply): void => {
    running.get(call)?.(reply);
    running.delete(call);
  };
  const events = new EventSource('/events');
  events.onmessage = ({ data }: MessageEvent<string>) => {
    const message = JSON.parse(data) as ServerMessage;
    if (message.type === 'reply') {
      end(message.call, message.reply);
      return;
    }
    if (message.type === 'hello') page = message.page;
    hear(message);
  };
  events.onerror = () => {
    for (const call of running.keys()) end(call, NO_CONNECTION);
    lost();
  };
  const send = async (action: PageAction, query: string): Promise<ActionReply> => {
    try {
      const response = await fetch(`/act?page=${page}${query}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(action),
      });
      if (response.ok) return (await response.json()) as ActionReply;
      return { ok: false, name: 'Error', message: await response.text() };
    } catch {
      return NO_CONNECTION;
    }
  };
  return {
    act: (action) => {
      if (action.do !== 'run' && action.do !== 'menu') return send(action, '');
      const call = ++calls;
      return new Promise((resolve) => {
        running.set(call, resolve);
        void send(action, `&call=${call}`).then((reply) => {
          // One that was taken is answered by a message.
          if (!reply.ok) end(call, reply);
        });
      });
    },
    fetchRows: async (tab, from, count) => {
      const query = new URLSearchParams({ tab, from: String(from), count: String(count) });
      const response = await fetch(`/rows?${query}`);
      if (!response.ok) throw new Error(await response.text());
      return (await response.json()) as RowsReply;
    },
  };
}
