import type {Course} from '../curriculum/course.js';
import type {Database} from './database.js';
import {positionIn} from './own-standing.js';
import {type DeviceKey, type LearnerKey, type StreamKey, streamKey} from './reckoning/record.js';
import type {Standing} from './reckoning/standing.js';
import type {LearnerRow} from './learner.js';
import type {Backup, Witness} from './store-contract.js';
import type {OwnStream, Position} from './stream.js';

/** Two writes are at least so far apart, in ms: localStorage blocks the page. */
const rest = 2000;

export interface WitnessOptions {
  readonly database: Database;
  readonly backup: Backup;
  /** What is certain at the moment of writing; nothing while the second copy must not be touched. */
  readonly ground: () => {incarnation: string; device: DeviceKey} | undefined;
  /** Courses whose codes may be written anew. */
  readonly courses: () => readonly Course[];
}

/** Keeps the second copy up to date, from the database. */
export interface WitnessKeeper {
  /** Something was written; the copy follows soon. `position` lets `flush` know it without reading. */
  note(learner: LearnerKey, course: string, position: Position): void;
  /** Writes the copy soon, in case it is missing or lags. */
  later(): void;
  /** Learners came, changed or went: nothing is written from memory until the database was read again. */
  renew(): void;
  /** Reads the database and writes the copy; resolves to false when it could not be written. */
  write(): Promise<boolean>;
  /** Writes what is known without waiting for anything. */
  flush(): void;
  stop(): void;
}

interface Known {
  readonly learner: LearnerKey;
  readonly course: string;
  readonly own: OwnStream;
  readonly standing: Standing;
}

/** Last number and tail of every stream this device ever wrote for one learner × course. */
export function endsOf(
  learner: LearnerKey,
  course: string,
  {device, seq, tail, past}: OwnStream,
): [StreamKey, readonly [seq: number, tail: string]][] {
  return [[device, seq, tail] as const, ...past]
    .filter(([, last]) => last > 0)
    .map(([name, last, end]) => [streamKey(name, learner, course), [last, end]]);
}

export function keepWitness({database, backup, ground, courses}: WitnessOptions): WitnessKeeper {
  const known = new Map<string, Known>();
  let learners: readonly LearnerRow[] = [];
  let hasRead = false;
  let stale = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function read(): Promise<void> {
    const found = await database.read(['meta', 'learners', 'standings'], async (tx) => ({
      meta: await tx.get('meta', 'store'),
      learners: await tx.all('learners'),
      keys: await tx.keys('standings'),
      rows: await tx.all('standings'),
    }));
    const current = found.meta?.current;
    learners = found.learners.sort(
      (a, b) => Number(b.key === current) - Number(a.key === current) || a.addedAt - b.addedAt,
    );
    known.clear();
    for (const [index, [learner, course]] of found.keys.entries()) {
      const position = positionIn(found.rows[index]);
      if (position) {
        known.set(`${learner}/${course}`, {
          learner,
          course,
          own: position.own,
          standing: position.draft,
        });
      }
    }
    hasRead = true;
  }

  function put(): Promise<boolean> {
    const certain = ground();
    if (!certain) return Promise.resolve(false);
    stale = false;
    const rows = [...known.values()];
    const witness: Witness = {
      ...certain,
      streams: Object.fromEntries(
        rows.flatMap(({learner, course, own}) => endsOf(learner, course, own)),
      ),
      learners,
      standings: rows.map(({learner, course, standing}) => ({learner, course, standing})),
    };
    return backup.write(witness, courses());
  }

  async function write(): Promise<boolean> {
    try {
      await read();
      return await put();
    } catch {
      // The copy may lag; the answer itself is kept or was refused aloud.
      return false;
    }
  }

  /** Trails what was written, so that the first lesson need not share its network with this copy. */
  function later(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      void write();
    }, rest);
  }

  return {
    note(learner, course, {own, draft}) {
      known.set(`${learner}/${course}`, {learner, course, own, standing: draft});
      stale = true;
      if (!hasRead) void read().catch(() => undefined);
      later();
    },
    later,
    renew() {
      if (known.size === 0) return;
      hasRead = false;
      later();
    },
    write,
    flush() {
      // Before the first reading nothing is known of the other learners, and they must not drop out.
      if (stale && hasRead) void put();
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
