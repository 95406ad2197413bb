/** A dialog that holds the focus until it is answered: the browser's own, which makes the rest of the page inert. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useId, useRef } from 'preact/hooks';

export interface ModalProps {
  readonly kind: 'alert' | 'consent' | 'html';
  readonly title: string;
  /** What the cross is called; the Escape key does the same. */
  readonly closeLabel: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
}

export function Modal({ kind, title, closeLabel, close, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Gives the focus back to where it was.
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`modal modal-${kind}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <div class="modal-head">
        <h2 id={heading}>{title}</h2>
        <button type="button" class="icon-button" aria-label={closeLabel} onClick={close}>
          ✕
        </button>
      </div>
      {children}
    </dialog>
  );
}
