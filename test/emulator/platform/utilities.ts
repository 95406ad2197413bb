/** Host side of Utilities: waiting, ids, dates. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import { seededRandom } from '../random';
import { formatDate } from './date-pattern';
import type { HostService, Running } from './host';

/** @param seed Makes ids repeatable; absent: they are random. */
export function utilitiesService(clock: Clock, seed: number | undefined): HostService {
  // Apart from other things that the seed decides.
  const random = seededRandom((seed ?? 1) + 7);
  const seededUuid = (): string => {
    const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  };
  return {
    sleep: (_: Running, milliseconds: number) => clock.sleep(milliseconds),
    getUuid: () => (seed === undefined ? randomUUID() : seededUuid()),
    formatDate: (_: Running, time: number, timeZone: string, pattern: string) =>
      formatDate(new Date(time), timeZone, pattern),
  };
}
