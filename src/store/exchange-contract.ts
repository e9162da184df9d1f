import type {ErrorCode, Facts} from '../errors.js';
import type {Membership} from './learner.js';
import type {Admission, PacketRow, StreamHead} from './reckoning/packet.js';
import type {CivilDay, DeviceKey, LearnerKey, LearningRecord} from './reckoning/record.js';

/** The frozen records of one stream that this device holds, in the order of their numbers. */
export interface StreamRecords {
  readonly learner: LearnerKey;
  readonly course: string;
  /** The device that wrote them: this one, or what it was called before. */
  readonly device: DeviceKey;
  readonly texts: readonly string[];
}

/** ES256 over bytes: `signature` is r‖s, `publicKey` an uncompressed point of 65 bytes. */
export interface Signature {
  readonly publicKey: Uint8Array;
  readonly signature: Uint8Array;
}

/** "Xã đã nhận đến ngày …": what a trainer says they hold of one learner × course. */
export interface Receipted {
  readonly learner: LearnerKey;
  readonly course: string;
  /** First 4 bytes of the key of the device that received, 8 hex digits. */
  readonly receiver: string;
  /** Civil day in Vietnam. */
  readonly receivedOn: CivilDay;
  /** Of each stream how far the records themselves (`held`) or a code that counts them (`covered`) reached. */
  readonly streams: readonly (StreamHead & {readonly held: boolean})[];
}

export interface ReceiptRow extends Receipted {
  /** ms UTC of this device when it came. */
  readonly at: number;
}

export type HandOverWay = 'copied' | 'shown' | 'shared' | 'downloaded' | 'link';

/** The last time progress left this device, whether or not anybody received it. */
export interface DepartureRow {
  /** ms UTC. */
  readonly at: number;
  readonly way: HandOverWay;
}

/** What nobody has receipted yet. */
export interface Unsent {
  /** Own records that no receipt says are held. That a code which counts them came is not enough. */
  readonly records: number;
  /** ms UTC at which the oldest of them was recorded. */
  readonly since?: number;
  /** Newest day on which somebody said to hold records of this device. */
  readonly receiptedOn?: CivilDay;
  readonly departed?: DepartureRow;
}

/** Something that could not be taken in, kept as it came until it can be or is dropped. */
export interface QuarantineRow {
  readonly reason: ErrorCode;
  readonly facts: Facts;
  /** The text, or the bytes, as found. */
  readonly found: string | Uint8Array;
  /** The name of the file it came in. */
  readonly file?: string;
  /** Whose it is, where that could be read: it goes when they are forgotten. */
  readonly learner?: LearnerKey;
  /** ms UTC. */
  readonly firstReceivedAt: number;
  readonly import: string;
}

/** Two learners are one person, or no longer: the larger counter holds, then the larger device. */
export interface LinkRow {
  readonly on: boolean;
  readonly counter: number;
  readonly by: DeviceKey;
}

/** Who says on their own device that an invitation was theirs. */
export interface Claimed {
  readonly learner: LearnerKey;
  /** The key that the invitation carries. */
  readonly invited: LearnerKey;
}

/** Numbers of a stream that somebody must have and this device has not. */
export interface Gap {
  /** First 4 bytes of the key of the device that wrote them, 8 hex digits: a code tells no more. */
  readonly device: string;
  readonly from: number;
  /** Absent where a code only tells that something beyond is known. */
  readonly to?: number;
}

/**
 * What handing over, receiving and joining learners need beyond a study; fetched on the first call of `Store.exchange`.
 * Everything rejects with KnsError `storage-full` or `storage-broken` when it could not be kept.
 */
export interface Exchange {
  /** Everything written on this device by a learner, stream by stream. */
  recordsOf(learner: LearnerKey): Promise<readonly StreamRecords[]>;
  /** Packets kept here as they came, of one learner or of everybody. */
  packetsOf(learner?: LearnerKey): Promise<readonly PacketRow[]>;
  /**
   * Of packets by their hashes, when another device of the same trainer first received them, ms UTC: the earlier of two
   * days holds, in any order, so that what is brought back is no fresher than it was.
   */
  receivedBefore(days: ReadonlyMap<string, number>): Promise<void>;
  /**
   * Lets go of received packets of which two others that count say all, while the page has nothing better to do; what is
   * known stays the same, also when any one packet or import is taken back later. Nothing goes of an import younger than 30
   * days, nor what was taken back, nor the newest of a stream or of one of the last four quarters. Resolves to how many went. Where `recordsIn`
   * is absent only codes go; after `signal` it stops at the next learner.
   */
  compact(
    whom: Iterable<Pick<Admission, 'learner' | 'course'>>,
    options?: {
      readonly recordsIn?: () => Promise<(bytes: Uint8Array) => readonly string[]>;
      readonly signal?: AbortSignal;
    },
  ): Promise<number>;
  /** Those of these learners who have no name on this device, each once, in the same order. */
  nameless(learners: Iterable<LearnerKey>): Promise<readonly LearnerKey[]>;
  /** Tells whoever watches, here and in other tabs, of what was kept quietly. */
  announce(came: {readonly admissions: readonly Admission[]; readonly packs?: boolean}): void;
  /** Resolves once the twin has what was kept, too, or after three seconds where it does not take it. Never rejects. */
  secured(): Promise<void>;
  /** This device's name now. */
  device(): Promise<DeviceKey>;
  /**
   * Signs with the key whose hash is the device's name, this one's or one it bore before; nothing where the browser
   * cannot sign, or has not got that key.
   */
  sign(bytes: Uint8Array, device: DeviceKey): Promise<Signature | undefined>;

  /** Notes that progress left this device. */
  departed(learner: LearnerKey, course: string, way: HandOverWay): Promise<void>;
  /**
   * Keeps a receipt. `twin`: it quotes numbers of this device that it never wrote, so another phone bears its
   * name; from now on this one writes under a new name (data.md C4). `stranger`: nobody of this device.
   */
  keepReceipt(receipt: Receipted): Promise<'new' | 'again' | 'stranger' | 'twin'>;
  receiptsOf(learner: LearnerKey, course: string): Promise<readonly ReceiptRow[]>;
  unsent(learner: LearnerKey, course: string): Promise<Unsent>;
  /** What this device can receipt of a learner × course: by the records it holds, else by the codes it admitted. */
  receiptFor(learner: LearnerKey, course: string): Promise<Receipted | undefined>;
  /** Numbers missing between what is held or covered. */
  gapsOf(learner: LearnerKey, course: string): Promise<readonly Gap[]>;

  /** Keeps what could not be taken in, once; resolves to the key of each. Rejects with `quarantine-full` at 1,000 rows or 20 MB. */
  quarantine(
    items: readonly Omit<QuarantineRow, 'firstReceivedAt' | 'import'>[],
    batch: string,
  ): Promise<readonly string[]>;
  quarantined(): Promise<readonly (QuarantineRow & {readonly key: string})[]>;
  /** Drops what was kept, because it was taken in meanwhile or nobody wants it. */
  release(keys: readonly string[]): Promise<void>;

  /**
   * Lets all packets of one import count, or undoes it: then those count no longer that no other import brought, or only
   * one that was undone as well; claims that came with it likewise. Resolves to the packets for which that made a difference.
   */
  admitImport(
    batch: string,
    admitted: boolean,
  ): Promise<readonly Pick<Admission, 'hash' | 'learner' | 'course'>[]>;

  /**
   * Joins two learners as one person, or says that they are not one, whether or not they were joined before. Their
   * records and standings stay each their own.
   */
  link(one: LearnerKey, other: LearnerKey, on: boolean): Promise<void>;
  /** Pairs of whom somebody said that they are not one person, the smaller key first. */
  apart(): Promise<readonly (readonly [one: LearnerKey, other: LearnerKey])[]>;
  /** Every person with more than one learner, as the keys that are theirs, smallest first. */
  persons(): Promise<readonly (readonly LearnerKey[])[]>;

  /** Whether anything is kept here that a learner did, on this device or on another. */
  hasLearned(learner: LearnerKey): Promise<boolean>;
  /**
   * Takes up an invitation. `same`: for whoever is in use. Who has learned before goes on as who they were, and is a
   * member from now on; who has not becomes the learner the invitation names, with their name and picture. `other`:
   * for somebody else on this device, who is in use from now on; rejects as `Store.useLearner` where they have a PIN.
   */
  accept(membership: Membership, how: 'same' | 'other', name?: string): Promise<void>;
  /**
   * Keeps who says to be the member to whom the key of an invitation was given; the outcome of each, in order. They are linked as
   * long as a roster here knows that key, whichever comes first: `waits` until then. Nothing changes (`again`, `apart`,
   * `stranger`) where they are somebody's already, where the two were separated here or the import was undone, and for who was
   * forgotten; nor where the learner has said so eight times (`too-many`), or where as many are kept as a device keeps (`full`).
   */
  claim(
    claims: readonly Claimed[],
    batch: string,
  ): Promise<readonly ('new' | 'again' | 'waits' | 'apart' | 'stranger' | 'too-many' | 'full')[]>;
  /** Everything of that kind that came and counts, to be carried on. */
  claims(): Promise<readonly Claimed[]>;

  /**
   * Forgets a learner for good: rows, copies, and a tombstone at the door, so that nothing of theirs is
   * taken in again (`learner-forgotten`) until `welcome`. The mark stays on this device (data.md D6).
   */
  forget(learner: LearnerKey): Promise<void>;
  welcome(learner: LearnerKey): Promise<void>;

  /** Notes that a device of the learner is no longer in use; its last number is what is known here. */
  retire(learner: LearnerKey, course: string, device: DeviceKey): Promise<LearningRecord>;
}
