/** The panel that changes the world around the script: person, language, speed, permissions, troubles. */
import type { Locale, Situation } from '../wire';
import { LOCALES } from '../wire';
import type { Act } from './connection';
import { Tick } from './questions';
import { SidePanel } from './side-panel';
import { scopeText, shortScope, type Words } from './locales/catalogue';

const LATENCIES_MS = [0, 150, 500, 2000];

export interface WorldPanelProps {
  readonly situation: Situation;
  readonly act: Act;
  readonly close: () => void;
  readonly words: Words;
}

export function WorldPanel({ situation, act, close, words }: WorldPanelProps) {
  const { world } = words;
  const { user, users, locale, latencyMs, scopes, asked, troubles } = situation;
  const latencies = [...new Set([...LATENCIES_MS, latencyMs])].sort((a, b) => a - b);
  const on = troubles.filter((trouble) => trouble.on);
  return (
    <SidePanel title={world.title} lead={world.lead} close={close} words={words}>
      <label class="control">
        <span>{world.person}</span>
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
        <span>{world.language}</span>
        <select
          class="field"
          value={locale}
          onChange={({ currentTarget }) => void act({ do: 'locale', locale: currentTarget.value as Locale })}
        >
          {LOCALES.map((name) => (
            <option key={name} value={name}>
              {world.languages[name]}
            </option>
          ))}
        </select>
      </label>
      <label class="control">
        <span>{world.latency}</span>
        <select
          class="field"
          value={String(latencyMs)}
          onChange={({ currentTarget }) =>
            void act({ do: 'latency', milliseconds: Number(currentTarget.value) })
          }
        >
          {latencies.map((milliseconds) => (
            <option key={milliseconds} value={String(milliseconds)}>
              {world.latencies(milliseconds)}
            </option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>
          {world.troubles}
          {on.length > 0 && <span class="badge">{world.count(on.length)}</span>}
        </legend>
        <ul class="ticks">
          {troubles.map(({ name, text, on: isOn }) => (
            <Tick
              key={name}
              label={text}
              hint={name}
              on={isOn}
              change={(next) => void act({ do: 'trouble', name, on: next })}
            />
          ))}
        </ul>
        <button
          type="button"
          class="button"
          disabled={on.length === 0}
          onClick={() => {
            for (const { name } of on) void act({ do: 'trouble', name, on: false });
          }}
        >
          {world.calm}
        </button>
        {!situation.identities && (
          <p class="hint">
            {world.identities} <code>npm start -- --scenario iam-api-off</code>
          </p>
        )}
      </fieldset>
      <fieldset>
        <legend>{world.permissions}</legend>
        {!asked && <p class="hint">{world.notAsked}</p>}
        <ul class="ticks">
          {scopes.map(({ scope, granted }) => (
            <Tick
              key={scope}
              label={scopeText(scope, words)}
              hint={shortScope(scope)}
              on={granted}
              disabled={!asked}
              change={(next) => void act({ do: 'grant', scope, granted: next })}
            />
          ))}
        </ul>
        <button type="button" class="button" disabled={!asked} onClick={() => void act({ do: 'revoke' })}>
          {world.revoke}
        </button>
      </fieldset>
    </SidePanel>
  );
}
