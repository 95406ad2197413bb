/** Copies lines of text, none of which acts where it is pasted. Where the frame is not allowed to, the text stands there selected, for the person's own keys. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { inertLine } from '../core/table/plain-text';
import { useAnnounce } from './announce';
import { Button, type ButtonProps } from './button';
import { useCatalogue } from './language';

type State = 'idle' | 'copied' | 'refused';

interface CopyProps extends Pick<ButtonProps, 'kind'> {
  /** Each on a line of its own; none acts where it is pasted. */
  readonly lines?: readonly string[];
  /** A text that is safe already, as it is. */
  readonly whole?: string;
  readonly label?: string;
}

export function CopyButton({ lines = [], whole, label, kind = 'plain' }: CopyProps) {
  const { page } = useCatalogue().sidebar;
  const announce = useAnnounce();
  const [state, setState] = useState<State>('idle');
  const text = whole ?? lines.map(inertLine).join('\n');
  const copy = async () => {
    const next = await write(text);
    setState(next);
    announce(next === 'copied' ? page.copied : page.copyRefused);
  };
  // A new text has not been copied yet.
  useEffect(() => {
    setState('idle');
  }, [text]);
  return (
    <>
      <Button kind={kind} icon={state === 'copied' ? 'check' : undefined} onPress={() => void copy()}>
        {state === 'copied' ? page.copied : (label ?? page.copy)}
      </Button>
      {state === 'refused' ? <SelectedText text={text} /> : null}
    </>
  );
}

function SelectedText({ text }: { readonly text: string }) {
  const { page } = useCatalogue().sidebar;
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    area.current?.focus();
    area.current?.select();
    area.current?.scrollTo(0, 0);
  }, []);
  return (
    <div class="tight">
      <p class="hint">{page.copyRefused}</p>
      <textarea
        ref={area}
        class="selected-text"
        aria-label={page.textToCopy}
        readOnly
        rows={6}
        value={text}
      />
    </div>
  );
}

/** Google's frame may not let a page use the clipboard [not established]; the older command needs no permission. */
async function write(text: string): Promise<State> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return copyByCommand(text) ? 'copied' : 'refused';
  }
}

function copyByCommand(text: string): boolean {
  const before = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  try {
    // Deprecated, and the only way where the permission is missing.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}
