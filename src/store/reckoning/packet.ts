import type {CivilDay, DeviceKey, LearnerKey, Quarter, Totals} from './record.js';
import type {Standing} from './standing.js';

/** What a digest says of one stream. `device` is the first 4 bytes of the device key, 8 hex digits. */
export interface StreamHead {
  readonly device: string;
  readonly through: number;
  /** Records known beyond the first gap; 0 = gapless. */
  readonly beyond: number;
  /** Last 2 bytes of the record id at `through`, 4 hex digits. */
  readonly tail: string;
  /** The newest running totals of this stream; they cannot join a standing, whose streams have whole names. */
  readonly diary?: readonly [quarter: Quarter, seq: number, totals: Totals];
}

/** One learner × course as it arrived: already decoded and checked, not yet admitted. */
export interface Packet {
  /** `records`: a section of a file, with the records themselves; the others only say what they amount to. */
  readonly kind: 'code' | 'rescue' | 'records';
  /** Whose key signed these bytes; absent when nobody did. */
  readonly signer?: DeviceKey;
  readonly learner: LearnerKey;
  readonly course: string;
  readonly bytes: Uint8Array;
  readonly standing: Standing;
  readonly courseVersion: readonly [major: number, minor: number];
  readonly madeOn: CivilDay;
  readonly epoch: number;
  readonly streams: readonly StreamHead[];
  readonly moreStreams: boolean;
  /** How many lesson and question slots the sender knew. */
  readonly slots: readonly [lessons: number, questions: number];
  /** The sender knew slots this device does not: the part it can name was read. */
  readonly partial: boolean;
}

/** A packet's row: what came, when, and whether it counts. */
export interface PacketRow extends Omit<Packet, 'standing'> {
  /** First 16 bytes of SHA-256 of `bytes`, 32 hex digits. */
  readonly hash: string;
  /** Civil day in Vietnam, and ms UTC, of the first time these bytes came. */
  readonly firstReceivedOn: CivilDay;
  readonly firstReceivedAt: number;
  /** ms UTC of the first time they came to this device, where another of the trainer had them before. */
  readonly cameAt?: number;
  /** How often the same bytes came. */
  readonly times: number;
  /** Which import brought it first. */
  readonly import: string;
  /** The newest of the others that brought it, in their order. */
  readonly again?: readonly string[];
  /** Those of all of them that were undone. */
  readonly undone?: readonly string[];
  /** It was taken back by itself, whatever brought it. */
  readonly out?: true;
  readonly admitted: boolean;
  /** Older ones that went, because this one and another say all they said. */
  readonly covers?: readonly Covered[];
}

/** What is still known of a packet whose bytes went, because others that count say all it said. */
export type Covered = Pick<
  PacketRow,
  | 'hash'
  | 'firstReceivedOn'
  | 'firstReceivedAt'
  | 'times'
  | 'import'
  | 'again'
  | 'undone'
  | 'out'
  | 'admitted'
>;

/** What admitting one packet did. */
export interface Admission {
  readonly hash: string;
  readonly learner: LearnerKey;
  readonly course: string;
  /**
   * `new`: unseen bytes · `again`: the same bytes · `back`: taken back before and still so · `forgotten`: of
   * somebody who is to be kept out; nothing of it was kept · `full`: there is no room for another of that learner, and
   * nothing of it was kept.
   */
  readonly outcome: 'new' | 'again' | 'back' | 'forgotten' | 'full';
  /** The standing grew. */
  readonly changed: boolean;
}

/** A learner a trainer has received something of. */
export interface ReceivedLearner {
  readonly learner: LearnerKey;
  /** The name the trainer gave; stays on this device. */
  readonly name?: string;
  /** The key of the invitation they say was theirs, as long as no roster here knows it. */
  readonly invited?: LearnerKey;
  /** Join of the admitted packets. May be unpacked anew each time it is read: whoever needs it twice takes it once. */
  readonly standing: Standing;
  readonly packets: readonly PacketRow[];
}
