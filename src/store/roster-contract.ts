import type {CivilDay, DeviceKey, LearnerKey} from './reckoning/record.js';

/** Stable id of a unit, made once: 6 characters of Crockford base32. Names change, ids never do. */
export type UnitKey = string;

/** Short code of a member, made once: 5 characters of Crockford base32 and a check character (mod 37). */
export type MemberCode = string;

/** From the top to the bottom; a unit stands below any that is larger, with or without the levels between. */
export type UnitLevel = 'nation' | 'province' | 'district' | 'commune' | 'village' | 'team';

export interface DatedName {
  readonly name: string;
  /** First day on which the name held; absent for "as long as anybody knows". */
  readonly from?: CivilDay;
}

export interface Unit {
  readonly id: UnitKey;
  /** Absent at the top of the tree. */
  readonly parent?: UnitKey;
  readonly level: UnitLevel;
  /** Never empty, oldest first: the last that began is the present name, those before are aliases. */
  readonly names: readonly [DatedName, ...DatedName[]];
  /** First day on which it no longer was: dissolved, or merged into another. */
  readonly until?: CivilDay;
  /** Households its members are to visit, for the report. */
  readonly households?: number;
}

/** head: Tổ trưởng · deputy: Tổ phó · member: thành viên. */
export type MemberRole = 'head' | 'deputy' | 'member';

/** A time in a unit. */
export interface Post {
  readonly unit: UnitKey;
  readonly role: MemberRole;
  readonly from?: CivilDay;
  /** First day on which it was over: moved, or left. */
  readonly until?: CivilDay;
}

export interface Member {
  readonly code: MemberCode;
  readonly name: string;
  /** Never empty, oldest first; the last one without `until` is where they are now. */
  readonly posts: readonly [Post, ...Post[]];
  /** Last three digits, only to tell namesakes apart. */
  readonly phoneTail?: string;
  /** Only to tell namesakes apart. */
  readonly birthYear?: number;
}

/** A register: the larger counter holds, then the larger device. `value` is absent where it was taken out. */
export interface Registered<T> {
  readonly value?: T;
  readonly counter: number;
  readonly by: DeviceKey;
}

/** The whole roster as it is now. Maps keep the order of their keys. */
export interface RosterView {
  readonly units: ReadonlyMap<UnitKey, Unit>;
  readonly members: ReadonlyMap<MemberCode, Member>;
  /** Learners who are a member: linked here, or invited by the roster. */
  readonly learnersOf: ReadonlyMap<MemberCode, readonly LearnerKey[]>;
}

/** Some units, members and links to set or to take out (`undefined`), all or none. */
export interface RosterChange {
  readonly units?: ReadonlyMap<UnitKey, Unit | undefined>;
  readonly members?: ReadonlyMap<MemberCode, Member | undefined>;
  readonly links?: readonly {
    readonly member: MemberCode;
    readonly learner: LearnerKey;
    readonly on: boolean;
  }[];
}

/**
 * Who belongs to which team, kept on the trainer's device only. Fetched with the first call of `Store.roster`.
 * Everything rejects with KnsError `storage-full` or `storage-broken` when it could not be kept.
 */
export interface Roster {
  read(): Promise<RosterView>;
  /** Writes a change in one strict transaction and resolves to the change that undoes it. */
  change(change: RosterChange): Promise<RosterChange>;
  /** Registers of the whole roster, for a backup, a successor, or a second trainer. */
  registers(): Promise<RosterRegisters>;
  /** Joins another trainer's registers: in any order, any number of times, the same end. Resolves to how many changed something. */
  join(registers: RosterRegisters): Promise<number>;
  /** Tells when the roster changed, here or in another tab. */
  watch(listener: () => void): () => void;
}

export interface RosterRegisters {
  readonly units: ReadonlyMap<UnitKey, Registered<Unit>>;
  readonly members: ReadonlyMap<MemberCode, Registered<Member>>;
  readonly links: readonly {
    readonly member: MemberCode;
    readonly learner: LearnerKey;
    readonly register: Registered<true>;
  }[];
}
