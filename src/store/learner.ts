import type {Pin} from './pin.js';
import type {LearnerKey} from './reckoning/record.js';

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
}

/** A person who studies on this device. */
export interface Learner extends Omit<LearnerRow, 'pin'> {
  /** Whoever goes on as them is asked for a PIN. */
  readonly hasPin?: true;
  /** Studies here now. */
  readonly inUse?: true;
}
