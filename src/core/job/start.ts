/** The start of a job: the record first, then what its kind writes into the sheet, so that nothing is left behind without a record. */
import { problemOf, ProblemError } from '../chat/problem';
import type { JobKind, JobPorts, Work } from './kind';
import { leaseHeldBy } from './lease';
import { endCutStart, endOldRecord, isKnown, loadStored, newKey, newRunId, saveRecord } from './open-job';
import { newRecord, type JobRecord } from './record';

/** What a kind begins with. */
export interface Launch {
  readonly kind: JobKind;
  /** Its state before anything is in the sheet. */
  readonly state: unknown;
  /** Writes what shows the job in the sheet. Returns the work on it, and so its state. */
  readonly launch: (record: JobRecord) => Work<unknown>;
}

export interface Started {
  readonly record: JobRecord;
  readonly work: Work<unknown>;
  /** Milliseconds since the epoch: the time that starting takes is part of the first step's. */
  readonly since: number;
}

/** Begins a job. Throws a `ProblemError` where another one is open; nothing is left behind by a start that fails. */
export function startJob(kinds: readonly JobKind[], ports: JobPorts, prepare: () => Launch): Started {
  const { store, clock, random, identity } = ports;
  const owner = store.owner();
  return store.locked(() => {
    const since = clock.now();
    makeRoom(kinds, ports, owner, since);
    const { kind, state, launch } = prepare();
    const lease = { owner, key: newKey(random), at: since };
    const starting = newRecord({ runId: newRunId(random), kind: kind.id, identity, work: state }, lease);
    saveRecord(store, kind, starting);
    try {
      const work = launch(starting);
      const record: JobRecord = { ...starting, state: 'running', work: work.state() };
      saveRecord(store, kind, record);
      return { record, work, since };
    } catch (error) {
      abandon(kind, ports, starting);
      throw error;
    }
  });
}

/** What was refused would be refused again: no job is left behind, and no marker where the sheet lets us. */
function abandon(kind: JobKind, ports: JobPorts, record: JobRecord): void {
  try {
    kind.sweep(record.work, ports);
  } catch {
    // The first failure is the one to tell.
  }
  ports.store.remove();
}

/** Refuses while a job is open, whoever left it. Only a start that was cut off before it wrote anything makes way. */
function makeRoom(kinds: readonly JobKind[], ports: JobPorts, owner: string, now: number): void {
  const stored = loadStored(ports);
  if (stored.is === 'none') return;
  if (stored.is === 'older') {
    endOldRecord(kinds, ports);
    return;
  }
  if (stored.is === 'newer' || !isKnown(kinds, stored.record)) throw new ProblemError(problemOf('jobNewer'));
  const { record } = stored;
  const held = leaseHeldBy(record, owner, now);
  if (held !== null) throw new ProblemError(held);
  if (record.state !== 'starting') throw new ProblemError(problemOf('jobOpen'));
  endCutStart(kinds, record, ports);
}
