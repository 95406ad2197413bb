/** Properties and caches of one script, with Google's limits and messages. */
import type { Clock } from '../clock';
import { ScriptException, type HostService, type Running } from './host';
import { platformMessage } from './messages';

export interface Stored {
  /** `script`, `document` (with a number for further documents of an add-on) or `user users/…`. */
  readonly store: string;
  readonly key: string;
  readonly value: string;
}

/** Which store of a service: `script`, `document`, or the running user's own. */
export type Reach = 'script' | 'document' | 'user';

const VALUE_BYTES = 9_216;
const STORE_BYTES = 500 * 1024;
const CACHE_VALUE_BYTES = 102_400;
const CACHE_KEY_CHARACTERS = 250;
/** Ceiling and default of a cache's life. */
const CACHE_SECONDS = { most: 21_600, usual: 600 };

/** The script's, one document's, or one person's: a person's is the same in every document. */
export function storeName(reach: Reach, { user, document }: Pick<Running, 'user' | 'document'>): string {
  if (reach === 'user') return `user ${user}`;
  return reach === 'document' ? document : reach;
}

class Stores<T> {
  private readonly maps = new Map<string, Map<string, T>>();

  of(reach: Reach, running: Running): Map<string, T> {
    return this.named(storeName(reach, running));
  }

  set(store: string, key: string, value: T): void {
    this.named(store).set(key, value);
  }

  /** Empties all stores but those that `stays` names. */
  clear(stays: (store: string) => boolean = () => false): void {
    for (const [name, map] of this.maps) if (!stays(name)) map.clear();
  }

  entries(): { store: string; key: string; value: T }[] {
    return [...this.maps].flatMap(([store, map]) => [...map].map(([key, value]) => ({ store, key, value })));
  }

  private named(name: string): Map<string, T> {
    let map = this.maps.get(name);
    if (!map) this.maps.set(name, (map = new Map<string, T>()));
    return map;
  }
}

export class PropertyStores {
  private readonly stores = new Stores<string>();

  readonly service = {
    getProperty: (running: Running, reach: Reach, key: string) =>
      this.stores.of(reach, running).get(key) ?? null,
    getProperties: (running: Running, reach: Reach) => Object.fromEntries(this.stores.of(reach, running)),
    setProperty: (running: Running, reach: Reach, key: string, value: string) => {
      const store = this.stores.of(reach, running);
      if (Buffer.byteLength(value) > VALUE_BYTES) throw tooLarge(running, 'value');
      const others = [...store].filter(([name]) => name !== key);
      const total = [...others, [key, value]].reduce(
        (sum, [name = '', text = '']) => sum + Buffer.byteLength(name + text),
        0,
      );
      if (total > STORE_BYTES) {
        throw new ScriptException(platformMessage(running.locale, 'propertyQuota'));
      }
      store.set(key, value);
    },
    deleteProperty: (running: Running, reach: Reach, key: string) => {
      this.stores.of(reach, running).delete(key);
    },
  } satisfies HostService;

  entries(): readonly Stored[] {
    return this.stores.entries();
  }

  /** What a copy of the file has of them: nothing, or the document's. */
  becomeCopy(withDocument: boolean): void {
    this.stores.clear((store) => withDocument && store === 'document');
  }

  restore(entries: readonly Stored[]): void {
    for (const { store, key, value } of entries) this.stores.set(store, key, value);
  }
}

export class Caches {
  private readonly stores = new Stores<{ readonly value: string; readonly until: number }>();

  constructor(private readonly clock: Clock) {}

  readonly service = {
    get: (running: Running, reach: Reach, key: string) => {
      const entry = this.stores.of(reach, running).get(key);
      return entry && entry.until > this.clock.now() ? entry.value : null;
    },
    put: (running: Running, reach: Reach, key: string, value: string, seconds: number | null) => {
      if (key.length > CACHE_KEY_CHARACTERS) throw tooLarge(running, 'key');
      if (Buffer.byteLength(value) > CACHE_VALUE_BYTES) throw tooLarge(running, 'value');
      const life = Math.min(seconds ?? CACHE_SECONDS.usual, CACHE_SECONDS.most);
      this.stores.of(reach, running).set(key, { value, until: this.clock.now() + life * 1000 });
    },
    remove: (running: Running, reach: Reach, key: string) => {
      this.stores.of(reach, running).delete(key);
    },
  } satisfies HostService;

  entries(): readonly Stored[] {
    return this.stores.entries().map(({ store, key, value }) => ({ store, key, value: value.value }));
  }

  clear(): void {
    this.stores.clear();
  }
}

function tooLarge({ locale }: Running, argument: string): ScriptException {
  return new ScriptException(platformMessage(locale, 'argumentTooLarge', { argument }));
}
