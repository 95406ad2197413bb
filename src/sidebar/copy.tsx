/** Copies lines of text, none of which acts where it is pasted. Where the frame is not allowed to, the text stands there selected, for the person's own keys. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { inertLine } from '../core/table/plain-text';
import { useAnnounce } from './announce';
import { Button } from './button';
import { useCatalogue } from './language';

type State = 'idle' | 'copied' | 'refused';

interface CopyProps {
  readonly lines: readonly string[];
  readonly label?: string;
}

export function CopyButton({ lines, label }: CopyProps) {
  const { page } = useCatalogue().sidebar;
  const announce = useAnnounce();
  const [state, setState] = useState<State>('idle');
  const text = lines.map(inertLine).join('\n');
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
      <Button onPress={() => void copy()}>{label ?? page.copy}</Button>
      {state === 'copied' ? <p class="success full">{page.copied}</p> : null}
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
    <div class="full">
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

async function write(text: string): Promise<State> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'refused';
  }
}
