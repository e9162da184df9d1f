import type {LearnerKey} from './reckoning/record.js';

/** A person who studies on this device. The name never leaves it. */
export interface Learner {
  readonly key: LearnerKey;
  readonly name: string;
  /** ms UTC. */
  readonly addedAt: number;
}
