import type {MemberLink} from './reckoning/links-to.js';
import type {Member, MemberCode} from './reckoning/member.js';
import type {LearnerKey} from './reckoning/record.js';
import type {Registered} from './reckoning/register.js';
import type {RosterView} from './reckoning/roster-view.js';
import type {Unit, UnitKey} from './reckoning/unit.js';

export type {MemberLink} from './reckoning/links-to.js';
export type {Member, MemberCode, MemberRole, Post} from './reckoning/member.js';
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
