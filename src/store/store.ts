import type {Course} from '../curriculum/course.js';
import {openChanges} from './changes.js';
import {type Courses, openCourses} from './courses.js';
import {whenOpen} from './database.js';
import {bringBack, type Ground, isWorthKeeping, openGround} from './ground.js';
import {newKey, newRecordId} from './ids.js';
import {learnerOf} from './keys.js';
import {openLearners} from './learners.js';
import {openStudy} from './open-study.js';
import {ownStandings} from './own-standing.js';
import type {Admission, Packet, ReceivedLearner} from './reckoning/packet.js';
import type {DeviceKey, LearnerKey, RecordId, StreamKey} from './reckoning/record.js';
import type {Standing} from './reckoning/standing.js';
import {awaitsRescue, rescue} from './rescue.js';
import type {Moment} from './stream.js';
import type {Study} from './study.js';
import {keepWitness} from './witness.js';

/** A person who studies on this device. The name never leaves it. */
export interface Learner {
  readonly key: LearnerKey;
  readonly name: string;
  /** ms UTC. */
  readonly addedAt: number;
}

/**
 * How this device keeps things, told apart because each asks for other words (data.md D1–D4).
 * ready · memory: nothing can be kept · lost: the database was emptied but the second copy stands ·
 * rolled-back: rejoined from the second copy · broken: cannot be opened, working beside it · newer: written by a newer version.
 */
export type KeepingState = 'ready' | 'memory' | 'lost' | 'rolled-back' | 'broken' | 'newer';

/** The second copy outside the main database, two slots written in turn; content is always read from the database. */
export interface Witness {
  readonly incarnation: string;
  readonly device: DeviceKey;
  /** An ordered "forget all" came before: stay quiet. */
  readonly cleared?: true;
  readonly streams: Readonly<Record<StreamKey, readonly [seq: number, tail: string]>>;
  /** The one in use first. */
  readonly learners: readonly Learner[];
  readonly standings: readonly {
    readonly learner: LearnerKey;
    readonly course: string;
    readonly standing: Standing;
    /** Digest bytes, when the copy holds one; kept verbatim as a `rescue` packet. */
    readonly bytes?: Uint8Array;
  }[];
}

/** Injected: the page backs it with localStorage, a worker has none. */
export interface Backup {
  /** The valid slot with the higher number, or nothing. `courses` are those at hand, to decode with. */
  read(courses: readonly Course[]): Promise<Witness | undefined>;
  /**
   * Never throws; false when it could not be written. Called on `pagehide` too: writes before it
   * first waits. A `cleared` witness drops every code kept so far, also those of other courses.
   */
  write(witness: Witness, courses: readonly Course[]): Promise<boolean>;
  /** Frozen records that found no room in the database, oldest first. */
  held(): readonly string[];
  /** Writes and reads back; false when even this failed. */
  hold(record: string): boolean;
  /** Drops held records that are in the database now. */
  release(ids: readonly RecordId[]): void;
}

export interface StoreOptions {
  /** Database name; tests use one of their own. Default `kynangso`. */
  name?: string;
  /** Asks the browser not to evict; called after the first completed lesson and never awaited before a write. */
  persist?: () => Promise<boolean>;
  backup?: Backup;
  /** ms UTC. */
  now?: () => number;
  /** Minutes east of UTC. */
  timezone?: () => number;
  newId?: () => RecordId;
  fetch?: typeof fetch;
}

export interface Store {
  /** For second copies of the library on one page: raised when a method is added. */
  readonly api: number;
  readonly state: KeepingState;
  /** Resolves once the database was opened or given up. Never rejects. */
  readonly opened: Promise<KeepingState>;
  readonly courses: Courses;
  /** Learners of this device, oldest first. */
  learners(): Promise<readonly Learner[]>;
  /** The learner in use; made on first call (without a name). */
  currentLearner(): Promise<Learner>;
  addLearner(name: string): Promise<Learner>;
  /** Goes on as a learner of this device, or as one whose code was received here ("Đây là tôi"); others change nothing. */
  useLearner(key: LearnerKey): Promise<void>;
  /** A portal's opaque id → learner key; refuses what looks like a phone, an e-mail or an ID number (`learner-refused`). */
  learnerOf(issuer: string, id: string): Promise<LearnerKey>;
  study(course: Course, learner?: LearnerKey): Promise<Study>;
  /** Keeps decoded packets, one transaction each; the same again changes nothing. */
  admit(
    packets: readonly Packet[],
    options?: {signal?: AbortSignal; onProgress?: (done: number, total: number) => void},
  ): Promise<readonly Admission[]>;
  /** Everyone something was received of, for a course. */
  received(course: string): Promise<readonly ReceivedLearner[]>;
  /** Takes a packet back, or lets it count again; the standing is rebuilt without it. */
  setAdmitted(learner: LearnerKey, course: string, hash: string, admitted: boolean): Promise<void>;
  /** The trainer's answer to "Mã này của ai?". Stays on this device. */
  nameLearner(key: LearnerKey, name: string): Promise<void>;
  /** Tells when what was received changed, here or in another tab. */
  watchReceived(listener: () => void): () => void;
  /** From `lost`: bring back what the second copy holds, or start anew. */
  recover(how: 'restore' | 'anew'): Promise<void>;
  /** Writes the second copy now; for `pagehide`, where nothing can be waited for. */
  flush(): void;
  /** Every watch reads again; for `pageshow` and a page that becomes visible, which may have missed a message. */
  refresh(): void;
  /** Called when `state` changes. */
  watchState(listener: (state: KeepingState) => void): () => void;
  /** Ends connections; for tests and pages that go away. */
  close(): Promise<void>;
}

const api = 1;

/**
 * Opens what this device keeps. Returns at once: every method waits for the database by itself,
 * and where that cannot be had the same methods work in memory.
 */
export function openStore({
  name = 'kynangso',
  persist,
  backup,
  now = Date.now,
  timezone = () => -new Date().getTimezoneOffset(),
  newId = () => newRecordId(now()),
  fetch: request = (input, init) => fetch(input, init),
}: StoreOptions = {}): Store {
  const changes = openChanges(name);
  const stateListeners = new Set<(state: KeepingState) => void>();
  const inHand = new Map<string, Course>();
  /** Courses of which the second copy holds nothing that is not here as well. */
  const settled = new Set<string>();
  const studies = new Map<string, Promise<Study>>();
  let state: KeepingState = 'ready';
  let device: DeviceKey = newKey();
  let incarnation = '';
  let rolledBack = false;
  let persisting = false;

  function enter(next: KeepingState): void {
    if (state === next) return;
    state = next;
    for (const listener of [...stateListeners]) listener(next);
  }

  const opening = openGround({name, backup, emptied}).then((ground): Ground => {
    ({device, rolledBack} = ground);
    ({incarnation} = ground.database);
    enter(ground.state);
    if (rolledBack) changes.announce(['device']);
    return ground;
  });
  const database = whenOpen(opening.then((ground) => ground.database));
  const opened = opening.then(
    () => state,
    () => {
      enter('broken');
      return state;
    },
  );

  /** The streams written so far are gone: going on under their name would count them from 1 again. */
  function emptied(next: string): void {
    incarnation = next;
    const row = {device: newKey()};
    device = row.device;
    // A tab that was quicker has named the device already; its rows carry that name.
    void nameDevice(row).catch(() => undefined);
    enter('lost');
  }

  const nameDevice = (row: {device: DeviceKey}) =>
    database.write(['keys'], async (tx) => {
      if (!(await tx.get('keys', 'device'))) tx.put('keys', 'device', row);
    });

  const keeper =
    backup &&
    keepWitness({
      database,
      backup,
      ground: () =>
        state === 'ready' || state === 'rolled-back' ? {incarnation, device} : undefined,
      courses: () => [...inHand.values()].filter(({id}) => settled.has(id)),
    });

  const momentOf = (learner: LearnerKey, course: Course): Moment => ({
    learner,
    course,
    at: now(),
    tz: timezone(),
    newId,
  });
  const own = ownStandings(
    () => device,
    (learner, id) => {
      const course = inHand.get(id);
      return course && momentOf(learner, course);
    },
  );
  // A learner's first lesson needs none of it.
  const packets = async () =>
    (await import('./packets.js')).openPackets(database, changes, now, own);

  /** Once per course: from then on the second copy may be written anew. */
  async function settle(course: Course): Promise<void> {
    inHand.set(course.id, course);
    if (settled.has(course.id) || state === 'lost') return;
    if (backup && (await awaitsRescue(database, course.id))) {
      try {
        const {admit} = await packets();
        const wasMissing = await rescue(course, {database, backup, admit, now});
        if (rolledBack && wasMissing) enter('rolled-back');
      } catch {
        // Tried again when the course is next opened; until then its second copy is left alone.
        return;
      }
    }
    settled.add(course.id);
  }

  function lessonCompleted(): void {
    if (persisting || !persist) return;
    persisting = true;
    persist().catch(() => undefined);
  }

  async function studyOf(course: Course, key: LearnerKey): Promise<Study> {
    await settle(course);
    const ground = await opening;
    const study = await openStudy(key, course, {
      database: ground.database,
      changes,
      backup,
      device: () => device,
      moment: () => momentOf(key, course),
      written: (position) => keeper?.note(key, course.id, position),
      lessonCompleted,
    });
    // The second copy may have been cleared alone.
    if (study.heads().streams.length > 0) keeper?.later();
    return study;
  }

  changes.subscribe((topics) => {
    if (topics === 'all') return;
    if (topics.has('device')) {
      void database
        .read(['keys'], (tx) => tx.get('keys', 'device'))
        .then(
          (row) => (device = row?.device ?? device),
          () => undefined,
        );
    }
    // Another tab brought back what was lost, or started anew.
    if (topics.has('state') && state === 'lost') {
      void backup?.read([]).then(
        (witness) => {
          const isSettled = !witness || !isWorthKeeping(witness);
          if (isSettled || witness.incarnation === incarnation) enter('ready');
        },
        () => undefined,
      );
    }
  });

  const learners = openLearners(database, changes, backup, now);
  const courses = openCourses({database, fetch: request, now});

  return {
    api,
    get state() {
      return state;
    },
    opened,
    courses: {
      ...courses,
      async load(...given) {
        const loaded = await courses.load(...given);
        inHand.set(loaded.course.id, loaded.course);
        return loaded;
      },
    },
    ...learners,
    learnerOf,

    async study(course, learner) {
      await opened;
      const key = learner ?? (await learners.currentLearner()).key;
      const id = `${key}/${course.id}/${course.version}`;
      let study = studies.get(id);
      if (!study) {
        study = studyOf(course, key);
        studies.set(id, study);
        study.catch(() => studies.delete(id));
      }
      return study;
    },

    admit: async (...given) => (await packets()).admit(...given),
    received: async (course) => (await packets()).received(course),
    setAdmitted: async (...given) => (await packets()).setAdmitted(...given),
    nameLearner: async (key, given) => (await packets()).nameLearner(key, given),
    watchReceived: (listener) =>
      changes.subscribe((topics) => {
        if (topics === 'all' || topics.has('received')) listener();
      }),

    async recover(how) {
      await opened;
      if (state !== 'lost') return;
      const witness = await backup?.read([...inHand.values()]);
      if (how === 'restore') {
        if (witness) await bringBack(database, witness);
      } else {
        const empty = {streams: {}, learners: [], standings: []};
        await backup?.write({incarnation, device, cleared: true, ...empty}, []);
      }
      enter('ready');
      settled.clear();
      for (const course of inHand.values()) await settle(course);
      await keeper?.write();
      changes.announce(['state', 'learners']);
      changes.refreshAll();
    },

    flush: () => keeper?.flush(),
    refresh: () => changes.refreshAll(),

    watchState(listener) {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },

    async close() {
      keeper?.stop();
      changes.close();
      database.close();
      await opened;
    },
  };
}
