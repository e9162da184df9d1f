import type {MemberLink} from './reckoning/links-to.js';
import type {Member, MemberCode} from './reckoning/member.js';
import type {MemberRegister} from './reckoning/member-register.js';
import type {ReceivedLearner} from './reckoning/packet.js';
import type {CivilDay, DeviceKey, LearnerKey} from './reckoning/record.js';
import type {Registered} from './reckoning/register.js';
import type {RosterView} from './reckoning/roster-view.js';
import type {Unit, UnitKey} from './reckoning/unit.js';

export type {MemberLink} from './reckoning/links-to.js';
export type {Member, MemberCode, MemberRole, Post} from './reckoning/member.js';
export type {MemberRegister} from './reckoning/member-register.js';
export type {Registered} from './reckoning/register.js';
export type {RosterView} from './reckoning/roster-view.js';
export type {DatedName, Unit, UnitKey, UnitLevel} from './reckoning/unit.js';

/**
 * Some units, members and links to set or to take out (`undefined`), all or none. Of several members a
 * learner is linked to the last holds; `linksTo` separates them from the others in the same change.
 */
export interface RosterChange {
  readonly units?: ReadonlyMap<UnitKey, Unit | undefined>;
  readonly members?: ReadonlyMap<MemberCode, Member | undefined>;
  readonly links?: readonly MemberLink[];
}

/**
 * Who belongs to which team, kept on the trainer's device only. Fetched with the first call of `Store.roster`.
 * Everything rejects with KnsError `storage-full` or `storage-broken` when it could not be kept.
 */
export interface Roster {
  read(): Promise<RosterView>;
  /** The same, and everyone of whom something was received for a course, both as they stood at one moment. */
  readWith(
    course: string,
  ): Promise<{readonly roster: RosterView; readonly received: readonly ReceivedLearner[]}>;
  /** Writes a change in one strict transaction and resolves to the change that undoes it. */
  change(change: RosterChange): Promise<RosterChange>;
  /** Registers of the whole roster, for a backup, a successor, or a second trainer. */
  registers(): Promise<RosterRegisters>;
  /** Joins another trainer's registers: in any order, any number of times, the same end. Resolves to how many changed something. */
  join(registers: RosterRegisters): Promise<number>;
  /**
   * Keeps a pack from below beside what is written here, under the hash of its bytes: everything read here is the join of
   * both. `again`: it counts already; `back`: it was taken back before, and still is. `quietly` nobody is told: of many
   * packs `Exchange.announce` tells once.
   */
  keepPack(
    hash: string,
    pack: Pack,
    options?: {readonly quietly?: boolean},
  ): Promise<'new' | 'again' | 'back'>;
  /** A pack that came, whether it counts or not. */
  pack(hash: string): Promise<PackRow | undefined>;
  /** All packs that came, by hash. */
  packs(): Promise<ReadonlyMap<string, PackRow>>;
  /** Lets a pack count, or takes it back: then the roster is what it would be without it. */
  admitPack(hash: string, admitted: boolean): Promise<void>;
  /** What stands before all this on a shared computer. */
  readonly lock: RoomLock;
  /** Tells when the roster changed, here or in another tab. */
  watch(listener: () => void): () => void;
}

/**
 * A PIN before the trainer's room on this device. It hides what is on the screen from whoever passes by, and encrypts nothing:
 * who takes the database apart reads it.
 */
export interface RoomLock {
  isSet(): Promise<boolean>;
  /** Sets the PIN, or takes it away. Rejects with `pin-refused` for anything but four to six digits. */
  set(digits: string | undefined): Promise<void>;
  /** Resolves when these are the digits, or there is none. Rejects with `pin-needed` or `pin-wrong` (facts: tries, wait in ms). */
  enter(digits?: string): Promise<void>;
  /** Tells every tab that the room is locked. */
  lock(): void;
  /** Called when any tab locks the room. */
  watch(listener: () => void): () => void;
}

export interface RosterRegisters {
  readonly units: ReadonlyMap<UnitKey, Registered<Unit>>;
  readonly members: ReadonlyMap<MemberCode, MemberRegister>;
  readonly links: readonly {
    readonly member: MemberCode;
    readonly learner: LearnerKey;
    readonly register: Registered<true>;
  }[];
}

/** What somebody below handed up of their roster. */
export interface Pack {
  /** The unit it was made of. */
  readonly of: UnitKey;
  /** Civil day in Vietnam on which, and device by which it was made. */
  readonly on: CivilDay;
  readonly by: DeviceKey;
  /** Members stand with their names; else with codes only. */
  readonly named: boolean;
  readonly registers: RosterRegisters;
  /** Packets of progress that came with it. */
  readonly packets: number;
}

export interface PackRow extends Pack {
  /** ms UTC of the first time it came. */
  readonly receivedAt: number;
  readonly admitted: boolean;
}
