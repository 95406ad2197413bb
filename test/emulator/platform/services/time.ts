/** `Date` by the emulator's clock. */
import { bridge } from './inside';

/** Makes `new Date()` and `Date.now()` follow the clock; everything else of Date stays. */
export function dateByClock(): DateConstructor {
  const now = (): number => bridge.now();
  const proxy: DateConstructor = new Proxy(Date, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
    apply: () => new Date(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : (Reflect.get(target, key, receiver) as unknown)),
  });
  // `new date.constructor()` must not find the machine's clock.
  Object.defineProperty(Date.prototype, 'constructor', { value: proxy, writable: true, configurable: true });
  return proxy;
}
