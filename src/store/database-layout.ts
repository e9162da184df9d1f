import type {Assignment} from './reckoning/assignment.js';
import type {Pin} from './pin.js';
import type {MemberCode} from './reckoning/member.js';
import type {MemberRegister} from './reckoning/member-register.js';
import type {PacketRow} from './reckoning/packet.js';
import type {Period} from './reckoning/periods.js';
import type {DeviceKey, LearnerKey, RecordId} from './reckoning/record.js';
import type {Registered} from './reckoning/register.js';
import type {Unit, UnitKey} from './reckoning/unit.js';
import type {Session} from './sessions.js';
import type {OwnStream} from './stream.js';
import type {DepartureRow, LinkRow, QuarantineRow, ReceiptRow} from './exchange-contract.js';
import type {LearnerRow} from './learner.js';
import type {ReceivedReport, ReportDraft} from './reports-contract.js';
import type {PackRow} from './roster-contract.js';

/** The one row of `meta`: which life of the database this is, and who is studying. */
export interface MetaRow {
  readonly incarnation: string;
  readonly format: number;
  readonly current?: LearnerKey;
  /** ms UTC at which `current`, when they have a PIN, was last known to be here. */
  readonly seen?: number;
  /** After a loss: the courses whose second copy has come back already. */
  readonly rescue?: {readonly done: readonly string[]};
  /** How many learners were taken off this device: whoever brings rows back must not bring back one of them. */
  readonly removals?: number;
  /** What stands before the trainer's room; it hides and encrypts nothing. */
  readonly room?: Pin;
  /** It was made in a place that had been used before, with nothing left. */
  readonly wiped?: true;
}

/** This device's name, with its signing key where the page may have one. */
export interface DeviceRow {
  readonly device: DeviceKey;
  /** Not extractable; absent on plain http. */
  readonly pair?: CryptoKeyPair;
}

/** One learner × course studied here. `own` is truth; the rest is a cache of records and admitted packets. */
export interface StandingRow {
  readonly own: OwnStream;
  /** The fold that made `bytes`. */
  readonly fold: number;
  /** `packStanding` of own records and admitted packets. */
  readonly bytes: Uint8Array;
  /** `bytes` lags behind the records: a newer fold wrote it, or it could not be read. */
  readonly stale?: true;
}

/** A packet as it came, with its decoded standing: this room knows no decoder. */
export interface KeptPacket extends PacketRow {
  /** `packStanding` of what the packet says. */
  readonly packed: Uint8Array;
}

/** Cache of the admitted packets of one learner × course, from the second on: one alone says itself what it amounts to. */
export interface ReceivedRow {
  readonly fold: number;
  /** Number of admitted packets and the xor of their hashes: tells in O(1) whether the cache holds. */
  readonly from: readonly [count: number, xor: string];
  readonly bytes: Uint8Array;
  /** Some of them cover others that went. */
  readonly covers?: boolean;
  /** Streams of which no other code is taken in. */
  readonly crowded?: readonly string[];
}

/** What a trainer calls a learner. */
export interface NameRow {
  readonly name: string;
  /** Raised with each change. */
  readonly counter: number;
}

/** Whether a learner is a member. */
export interface LinkedRow extends Registered<true> {
  /** Of a claim the imports that brought it, and those of them that were undone. */
  readonly imports?: readonly string[];
  readonly undone?: readonly string[];
}

/** A mark at the door of this device; it never leaves it (data.md D6). */
export interface TombstoneRow {
  /** ms UTC. */
  readonly at: number;
  /** 16 bytes in hex: what its name is the hash of, before the learner key. */
  readonly salt: string;
  /** Whose rows are still being dropped: should the browser die, the next opening goes on. */
  readonly forgetting?: LearnerKey;
  /** They may come in again. A row that was deleted could come back from a twin that lags. */
  readonly welcome?: true;
}

/** A course.json as it came. */
export interface CourseRow {
  readonly text: string;
  /** ms UTC. */
  readonly keptOn: number;
}

/** Every object store with its key and its rows. Keys stand beside the rows, never inside. */
export interface Layout {
  meta: {key: 'store'; row: MetaRow};
  /** Under `device` the one in use; the others, which can still sign what they wrote, under their names. */
  keys: {key: DeviceKey; row: DeviceRow};
  learners: {key: LearnerKey; row: LearnerRow};
  /** Frozen JSON texts. */
  records: {key: [learner: LearnerKey, course: string, id: RecordId]; row: string};
  standings: {key: [learner: LearnerKey, course: string]; row: StandingRow};
  packets: {key: [learner: LearnerKey, course: string, hash: string]; row: KeptPacket};
  received: {key: [learner: LearnerKey, course: string]; row: ReceivedRow};
  names: {key: LearnerKey; row: NameRow};
  /** What trainers receipted to a learner of this device. */
  receipts: {key: [learner: LearnerKey, course: string, receiver: string]; row: ReceiptRow};
  departures: {key: [learner: LearnerKey, course: string]; row: DepartureRow};
  /** By the first 16 bytes of SHA-256 of what was found, in hex, and its bytes' number: `…-1204`. */
  quarantine: {key: string; row: QuarantineRow};
  /** The smaller key first. */
  links: {key: [one: LearnerKey, other: LearnerKey]; row: LinkRow};
  /** Who is to be kept out, as a salted hash of the learner key in hex. */
  tombstones: {key: string; row: TombstoneRow};
  units: {key: UnitKey; row: Registered<Unit>};
  members: {key: MemberCode; row: MemberRegister};
  /**
   * Which learner is which member. The learner first, so that whoever forgets them finds it. Instead of a member stands
   * the key of an invitation where somebody says that it was theirs.
   */
  memberLinks: {key: [learner: LearnerKey, member: MemberCode]; row: LinkedRow};
  /** What came from below, by the first 16 bytes of its SHA-256 in hex. */
  packs: {key: string; row: PackRow};
  /**
   * By course key, period, and unit for what is written here, or the machine line for what was received. Assignments
   * stand under `assigned` instead of a period.
   */
  reports: {
    key: [course: string, period: Period, name: string];
    row: Registered<ReportDraft | ReceivedReport | Assignment>;
  };
  /** The trainer's evenings, by their ids. */
  sessions: {key: string; row: Registered<Session>};
  /** By address of course.json. */
  courses: {key: string; row: CourseRow};
  /** Lesson and facts files by SHA-256 in hex. Can be fetched again, so they go first when space runs out. */
  files: {key: string; row: string};
}

export type StoreName = keyof Layout;
