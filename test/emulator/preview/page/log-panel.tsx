/** The execution log: what ran in this window, how it ended, and what it wrote to the log. */
import type { ExecutionView } from '../wire';
import { SidePanel } from './side-panel';
import type { Catalogue } from './locales/catalogue';

export interface LogPanelProps {
  readonly log: readonly ExecutionView[];
  readonly close: () => void;
  readonly catalogue: Catalogue;
}

export function LogPanel({ log, close, catalogue }: LogPanelProps) {
  return (
    <SidePanel title={catalogue.log.title} lead={catalogue.log.lead} close={close} catalogue={catalogue}>
      {log.length === 0 ? (
        <p>{catalogue.log.nothing}</p>
      ) : (
        <ol class="log">
          {log.map((execution, index) => (
            <li key={log.length - index} class={`log-entry is-${execution.outcome}`}>
              <p class="log-head">
                <code>{execution.function === '' ? catalogue.log.trigger : execution.function}</code>
                <span>{catalogue.log.outcomes[execution.outcome] ?? execution.outcome}</span>
              </p>
              <p class="hint">
                {catalogue.log.entries[execution.entry]},{' '}
                {catalogue.log.cost(execution.milliseconds, execution.requests)}
              </p>
              {execution.lines.length > 0 && <pre>{execution.lines.join('\n')}</pre>}
              {execution.refusals.length > 0 && (
                <p class="log-refusals">
                  {catalogue.log.notAvailable}{' '}
                  {execution.refusals.map((member) => (
                    <code key={member}>{member}</code>
                  ))}
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </SidePanel>
  );
}
