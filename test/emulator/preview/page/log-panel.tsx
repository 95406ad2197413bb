/** The execution log: what ran in this window, how it ended, and what it wrote to the log. */
import type { ExecutionView } from '../wire';
import { SidePanel } from './side-panel';
import type { Words } from './locales/catalogue';

export interface LogPanelProps {
  readonly log: readonly ExecutionView[];
  readonly close: () => void;
  readonly words: Words;
}

export function LogPanel({ log, close, words }: LogPanelProps) {
  return (
    <SidePanel title={words.log.title} lead={words.log.lead} close={close} words={words}>
      {log.length === 0 ? (
        <p>{words.log.nothing}</p>
      ) : (
        <ol class="log">
          {log.map((execution, index) => (
            <li key={log.length - index} class={`log-entry is-${execution.outcome}`}>
              <p class="log-head">
                <code>{execution.function === '' ? words.log.trigger : execution.function}</code>
                <span>{words.log.outcomes[execution.outcome] ?? execution.outcome}</span>
              </p>
              <p class="hint">
                {words.log.entries[execution.entry]},{' '}
                {words.log.cost(execution.milliseconds, execution.requests)}
              </p>
              {execution.lines.length > 0 && <pre>{execution.lines.join('\n')}</pre>}
            </li>
          ))}
        </ol>
      )}
    </SidePanel>
  );
}
