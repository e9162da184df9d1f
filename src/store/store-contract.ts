import type {Course} from '../curriculum/course.js';
import type {Courses} from './courses.js';
import type {Database} from './database.js';
import type {Exchange} from './exchange-contract.js';
import type {Learner, LearnerRow} from './learner.js';
import type {Admission, Packet, ReceivedLearner} from './reckoning/packet.js';
import type {DeviceKey, LearnerKey, RecordId, StreamKey} from './reckoning/record.js';
import type {Standing} from './reckoning/standing.js';
import type {Reports} from './reports-contract.js';
import type {Roster} from './roster-contract.js';
import type {Sessions} from './sessions.js';
import type {Study} from './study.js';

/** What a store of this library and its studies offer; raised when a method is added. */
export const storeApi = 8;

/**
 * How this device keeps things, told apart because each asks for other words (data.md D1–D4).
 * ready · memory: nothing can be kept · lost: the database was emptied but the second copy stands ·
 * rolled-back: rejoined from the second copy · broken: cannot be opened, working beside it · newer: written by a newer version ·
 * shared: nothing is to be kept, because the machine is many people's · wiped: empty, in a place that was used before.
 */
export type KeepingState =
  'ready' | 'memory' | 'lost' | 'rolled-back' | 'broken' | 'newer' | 'shared' | 'wiped';

/** The second copy outside the main database, two slots written in turn; content is always read from the database. */
export interface Witness {
  readonly incarnation: string;
  readonly device: DeviceKey;
  /** An ordered "forget all" came before: stay quiet. */
  readonly cleared?: true;
  readonly streams: Readonly<Record<StreamKey, readonly [seq: number, tail: string]>>;
  /** The one in use first. */
  readonly learners: readonly LearnerRow[];
  readonly standings: readonly {
    readonly learner: LearnerKey;
    readonly course: string;
    readonly standing: Standing;
    /** Digest bytes, when the copy holds one; kept verbatim as a `rescue` packet. */
    readonly bytes?: Uint8Array;
  }[];
  /** What the copy holds beyond `standings`: of courses not asked for, or codes that cannot be read. */
  readonly undecoded?: readonly (readonly [learner: LearnerKey, course: string])[];
}

/** Injected: the page backs it with localStorage, a worker has none. */
export interface Backup {
  /**
   * The valid slot with the higher number, or nothing; what it holds of `courses` is decoded. Rejects
   * with `chunk-missing` only when there is something to decode and its code cannot be fetched.
   */
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
  /** Who learned here while there was no room to write down even that. */
  guest(): LearnerRow | undefined;
  keepGuest(learner: LearnerRow | undefined): void;
  /** Drops whatever the copy says of a learner, in every slot, at once. */
  forget(learner: LearnerKey): void;
}

export interface StoreOptions {
  /** Database name; tests use one of their own. Default `kynangso`. */
  name?: string;
  /** Asks the browser not to evict; called after the first completed lesson and never awaited before a write. */
  persist?: () => Promise<boolean>;
  backup?: Backup;
  /** Whether this place shows signs of earlier use, other than what it keeps; asked when it keeps nothing. */
  usedBefore?: () => Promise<boolean>;
  /** Where a second database lies whose files are not those of `indexedDB`; nothing where a browser has no such place. */
  twinPlace?: () => Promise<IDBFactory | undefined>;
  /** Fetches what reads the frozen records in a packet of kind `records`, which this room cannot. */
  recordsIn?: () => Promise<(bytes: Uint8Array) => readonly string[]>;
  /** ms UTC. */
  now?: () => number;
  /** Minutes east of UTC. */
  timezone?: () => number;
  newId?: () => RecordId;
  fetch?: typeof fetch;
  /** Courses that were opened before the store, and are told here where to keep their files. */
  courses?: (database: Database) => Courses;
  /** Keeps everything in memory, in state `shared`. */
  shared?: boolean;
}

export interface Store {
  /** `storeApi` of the library that opened it, for second copies of the library on one page. */
  readonly api: number;
  readonly state: KeepingState;
  /** False while the code that keeps is still to be fetched: then nobody needs to wait for what was learned. */
  readonly awake: boolean;
  /** Resolves once the database was opened or given up. Never rejects. */
  readonly opened: Promise<KeepingState>;
  readonly courses: Courses;
  /** Learners of this device, oldest first. */
  learners(): Promise<readonly Learner[]>;
  /**
   * The learner in use; made on first call (without a name). Rejects with `pin-needed` when that
   * learner has a PIN and no page of the handbook was in sight for ten minutes.
   */
  currentLearner(): Promise<Learner>;
  /** Adds a learner and goes on as them. */
  addLearner(name: string, picture?: string): Promise<Learner>;
  changeLearner(
    key: LearnerKey,
    change: {
      readonly name?: string;
      readonly picture?: string;
      /** The milestone they work towards in a course; nothing for the whole of it. */
      readonly path?: readonly [course: string, milestone: string | undefined];
    },
  ): Promise<void>;
  /**
   * Sets a PIN of four to six digits, or takes it away; `former` is the one in force. Rejects with
   * `pin-refused` for other digits, and with `pin-needed` or `pin-wrong` as `useLearner` does.
   */
  setPin(key: LearnerKey, pin: string | undefined, former?: string): Promise<void>;
  /**
   * Goes on as a learner of this device, or as one whose code was received here ("Đây là tôi"); others change nothing.
   * Who has a PIN is gone on as with it only: rejects with `pin-wrong`, or `pin-needed` without one and during a pause
   * (facts: `tries` before the next pause, `wait` in ms).
   */
  useLearner(key: LearnerKey, pin?: string): Promise<void>;
  /** Takes a learner off this device with everything; there is no way back but a code. Others are not touched. */
  removeLearner(key: LearnerKey): Promise<void>;
  /**
   * On: from now on everything is kept in memory only, by a learner of its own (state `shared`).
   * Off: all of that is dropped, and who was in use before is again.
   */
  setShared(on: boolean): Promise<void>;
  /** A portal's opaque id → learner key; refuses what looks like a phone, an e-mail or an ID number (`learner-refused`). */
  learnerOf(issuer: string, id: string): Promise<LearnerKey>;
  study(course: Course, learner?: LearnerKey): Promise<Study>;
  /**
   * Keeps decoded packets, each wholly or not at all, a growing number of them in one transaction; the same again
   * changes nothing. Who brings one import in several calls names it by `batch`, and each call is written at once;
   * `quietly` they tell whoever watches themselves, when all is in: `Exchange.announce`.
   */
  admit(
    packets: readonly Packet[],
    options?: {
      signal?: AbortSignal;
      onProgress?: (done: number, total: number) => void;
      batch?: string;
      quietly?: boolean;
    },
  ): Promise<readonly Admission[]>;
  /** Everyone something was received of, for a course. */
  received(course: string): Promise<readonly ReceivedLearner[]>;
  /** Takes a packet back, or lets it count again; the standing is rebuilt without it. */
  setAdmitted(learner: LearnerKey, course: string, hash: string, admitted: boolean): Promise<void>;
  /** The trainer's answer to "Mã này của ai?". Stays on this device. */
  nameLearner(key: LearnerKey, name: string): Promise<void>;
  /** Tells when what was received changed, or what learners are called, here or in another tab. */
  watchReceived(listener: () => void): () => void;
  /** Handing over, receiving and joining learners. Rejects with `chunk-missing` where its code cannot be fetched. */
  exchange(): Promise<Exchange>;
  /** Units and members as this trainer keeps them. Rejects with `chunk-missing` where its code cannot be fetched. */
  roster(): Promise<Roster>;
  /** Reports written and received here. Rejects with `chunk-missing` where its code cannot be fetched. */
  reports(): Promise<Reports>;
  /** The trainer's evenings with groups. Rejects with `chunk-missing` where its code cannot be fetched. */
  sessions(): Promise<Sessions>;
  /**
   * From `lost`: bring back what the second copy holds, or start anew. Rejects with KnsError, and
   * `lost` stays, when the copy cannot be read or written back; then it may be tried again. `storage-lost`:
   * there is no copy any more.
   */
  recover(how: 'restore' | 'anew'): Promise<void>;
  /** Resolves once every answer and deed that this page is writing is kept or was refused. Never rejects. */
  settled(): Promise<void>;
  /** Writes the second copy now; for a page that goes out of sight or away, where nothing can be waited for. */
  flush(): void;
  /** Every watch reads again; for `pageshow` and a page that becomes visible, which may have missed a message. */
  refresh(): void;
  /** Called when `state` changes, and when who studies on this device did, here or in another tab. */
  watchState(listener: (state: KeepingState) => void): () => void;
  /** Ends connections; for tests and pages that go away. */
  close(): Promise<void>;
}
