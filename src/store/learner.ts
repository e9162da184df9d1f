import type {Pin} from './pin.js';
import type {MemberCode} from './reckoning/member.js';
import type {LearnerKey} from './reckoning/record.js';

/** Where somebody is a member, as the invitation they took up said. */
export interface Membership {
  /** The key the invitation carries; another than their own where they had learned before it came. */
  readonly learner: LearnerKey;
  readonly member: MemberCode;
  /** What the unit is called; may be empty. */
  readonly unit: string;
}

/** A learner as kept in the database and in the second copy. The name never leaves the device. */
export interface LearnerRow {
  readonly key: LearnerKey;
  readonly name: string;
  /** ms UTC. */
  readonly addedAt: number;
  /** Which drawing stands for them; the page knows the set. */
  readonly picture?: string;
  readonly pin?: Pin;
  /** Which milestone they work towards, by course: a wish for the outline, told to nobody else. */
  readonly paths?: Readonly<Record<string, string>>;
  readonly membership?: Membership;
  /** Who was here without an answer until an invitation made them this learner. */
  readonly instead?: LearnerKey;
}

/** A person who studies on this device. */
export interface Learner extends Omit<LearnerRow, 'pin'> {
  /** Whoever goes on as them is asked for a PIN. */
  readonly hasPin?: true;
  /** Studies here now. */
  readonly inUse?: true;
}
