/** The panel that changes the environment of the script: person, speed, permissions, fault presets. */
import type { Situation } from '../wire';
import type { Act } from './connection';
import { Tick } from './questions';
import { SidePanel } from './side-panel';
import { scopeText, shortScope, type Catalogue } from './locales/catalogue';

const LATENCIES_MS = [0, 150, 500, 2000];

export interface EnvironmentPanelProps {
  readonly situation: Situation;
  readonly act: Act;
  readonly close: () => void;
  readonly catalogue: Catalogue;
}

export function EnvironmentPanel({ situation, act, close, catalogue }: EnvironmentPanelProps) {
  const { environment } = catalogue;
  const { user, users, latencyMs, scopes, asked, faultPresets } = situation;
  const latencies = [...new Set([...LATENCIES_MS, latencyMs])].sort((a, b) => a - b);
  const on = faultPresets.filter((faultPreset) => faultPreset.on);
  return (
    <SidePanel title={environment.title} lead={environment.lead} close={close} catalogue={catalogue}>
      <label class="control">
        <span>{environment.person}</span>
        <select
          class="field"
          value={user}
          onChange={({ currentTarget }) => void act({ do: 'user', user: currentTarget.value })}
        >
          {users.map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label class="control">
        <span>{environment.latency}</span>
        <select
          class="field"
          value={String(latencyMs)}
          onChange={({ currentTarget }) =>
            void act({ do: 'latency', milliseconds: Number(currentTarget.value) })
          }
        >
          {latencies.map((milliseconds) => (
            <option key={milliseconds} value={String(milliseconds)}>
              {environment.latencies(milliseconds)}
            </option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>
          {environment.faultPresets}
          {on.length > 0 && <span class="badge">{environment.count(on.length)}</span>}
        </legend>
        <ul class="ticks">
          {faultPresets.map(({ name, text, on: isOn }) => (
            <Tick
              key={name}
              label={text}
              hint={name}
              on={isOn}
              change={(next) => void act({ do: 'faultPreset', name, on: next })}
            />
          ))}
        </ul>
        <button
          type="button"
          class="button"
          disabled={on.length === 0}
          onClick={() => {
            for (const { name } of on) void act({ do: 'faultPreset', name, on: false });
          }}
        >
          {environment.noFaults}
        </button>
        {!situation.identities && (
          <p class="hint">
            {environment.identities} <code>npm start -- --scenario iam-api-off</code>
          </p>
        )}
      </fieldset>
      <fieldset>
        <legend>{environment.permissions}</legend>
        {!asked && <p class="hint">{environment.notAsked}</p>}
        <ul class="ticks">
          {scopes.map(({ scope, granted }) => (
            <Tick
              key={scope}
              label={scopeText(scope, catalogue)}
              hint={shortScope(scope)}
              on={granted}
              disabled={!asked}
              change={(next) => void act({ do: 'grant', scope, granted: next })}
            />
          ))}
        </ul>
        <button type="button" class="button" disabled={!asked} onClick={() => void act({ do: 'revoke' })}>
          {environment.revoke}
        </button>
      </fieldset>
    </SidePanel>
  );
}
