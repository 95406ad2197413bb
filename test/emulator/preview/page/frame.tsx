/** A page of HtmlService: in a frame with HtmlService's sandbox, on another origin, heard by messages only. */
import { useEffect, useRef } from 'preact/hooks';
import type { ActionReply, FrameMessage, FrameReply } from '../wire';

export interface FrameProps {
  readonly url: string;
  readonly title: string;
  readonly run: (name: string, args: readonly unknown[]) => Promise<ActionReply>;
  readonly close: () => void;
  readonly focusEditor: () => void;
  readonly size?: (size: { readonly width?: number; readonly height?: number }) => void;
}

/** The very tokens of Google's frame. [doc: HTML Service: Restrictions] */
const SANDBOX =
  'allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox';

export function Frame({ url, title, run, close, focusEditor, size }: FrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const { origin } = new URL(url);

  useEffect(() => {
    const hear = ({ source, origin: from, data }: MessageEvent<FrameMessage | null>) => {
      const page = frame.current?.contentWindow;
      if (!page || source !== page || from !== origin || typeof data !== 'object') return;
      switch (data?.rollcallFrame) {
        case 'run': {
          const { id } = data;
          void run(data.name, data.args).then((reply) => {
            page.postMessage({ rollcallEditor: id, reply } satisfies FrameReply, origin);
          });
          break;
        }
        case 'close':
          close();
          break;
        case 'focus':
          focusEditor();
          break;
        case 'size':
          size?.(data);
          break;
        case undefined:
          break;
      }
    };
    addEventListener('message', hear);
    return () => {
      removeEventListener('message', hear);
    };
  });

  return (
    <iframe
      key={url}
      ref={frame}
      class="frame"
      src={url}
      title={title}
      sandbox={SANDBOX}
      onLoad={() => {
        frame.current?.focus();
      }}
    />
  );
}
