import type {Member, MemberCode} from './member.js';
import type {LearnerKey} from './record.js';
import type {Unit, UnitKey} from './unit.js';

/** The whole roster as it is now. Maps keep the order of their keys. */
export interface RosterView {
  readonly units: ReadonlyMap<UnitKey, Unit>;
  readonly members: ReadonlyMap<MemberCode, Member>;
  /** Learners who are a member: linked here, or invited by the roster. A learner stands with one member only. */
  readonly learnersOf: ReadonlyMap<MemberCode, readonly LearnerKey[]>;
  /** Learners whom two trainers gave to different members, and to which: they stand with the later of them. */
  readonly contested: ReadonlyMap<LearnerKey, readonly MemberCode[]>;
}
