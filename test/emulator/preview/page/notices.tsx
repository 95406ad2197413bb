/** What the editor says without being asked: toasts, a running script, a failure, a lost connection. */
import { useEffect } from 'preact/hooks';
import type { State, Toast } from './state';
import type { Catalogue } from './locales/catalogue';

export interface NoticesProps {
  readonly state: Pick<State, 'busy' | 'failure' | 'lost' | 'toasts'>;
  readonly dismissFailure: () => void;
  readonly dismissToast: (key: number) => void;
  readonly catalogue: Catalogue;
}

export function Notices({ state, dismissFailure, dismissToast, catalogue }: NoticesProps) {
  const { busy, failure, lost, toasts } = state;
  return (
    <>
      <div class="notices-top">
        {/* Live regions stand there before they speak. */}
        <div role="status">
          {busy !== null && (
            <p class="notice is-busy">
              <span class="spinner" aria-hidden="true" />
              {catalogue.notices.running} <code>{busy}</code>
            </p>
          )}
        </div>
        <div role="alert">
          {lost && <p class="notice is-failure">{catalogue.notices.lost}</p>}
          {failure !== null && (
            <div class="notice is-failure">
              <p>
                <strong>{catalogue.notices.failure}</strong> {failure}
              </p>
              <button type="button" class="link" onClick={dismissFailure}>
                {catalogue.notices.dismiss}
              </button>
            </div>
          )}
        </div>
      </div>
      <div class="toasts" role="status">
        {toasts.map((toast) => (
          <ToastCard key={toast.key} toast={toast} dismiss={dismissToast} catalogue={catalogue} />
        ))}
      </div>
    </>
  );
}

interface ToastCardProps {
  readonly toast: Toast;
  readonly dismiss: (key: number) => void;
  readonly catalogue: Catalogue;
}

function ToastCard({ toast: { key, seconds, content }, dismiss, catalogue }: ToastCardProps) {
  useEffect(() => {
    if (seconds < 0) return undefined;
    const timer = setTimeout(() => {
      dismiss(key);
    }, seconds * 1000);
    return () => {
      clearTimeout(timer);
    };
  }, [key, seconds]);
  const { title, message } =
    content === 'consented' ? { title: '', message: catalogue.consent.given } : content;
  return (
    <div class="toast">
      <div>
        {title !== '' && <strong>{title}</strong>}
        <p>{message}</p>
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label={catalogue.notices.dismiss}
        onClick={() => {
          dismiss(key);
        }}
      >
        ✕
      </button>
    </div>
  );
}
