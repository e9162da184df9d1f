import type {TemplateResult} from 'lit';
import type {Exchange, QuarantineRow} from '../../../../store/exchange-contract.js';
import type {PackRow} from '../../../../store/roster-contract.js';
import type {ReceivedLearner} from '../../../../store/reckoning/packet.js';
import type {LearnerKey} from '../../../../store/reckoning/record.js';
import type {ShelvesMessages} from '../../../messages/shelves.js';
import type {Stand} from '../stand.js';

/** Something that could not be taken in, under the key it is kept by. */
export type Waiting = QuarantineRow & {readonly key: string};

/** What is kept beside what was received. */
export interface Aside {
  readonly exchange: Exchange;
  readonly waiting: readonly Waiting[];
  /** Packs from below, by hash. */
  readonly packs: ReadonlyMap<string, PackRow>;
  /** Learners who are one person. */
  readonly persons: readonly (readonly LearnerKey[])[];
  /** Pairs that are not one person. */
  readonly apart: readonly (readonly [LearnerKey, LearnerKey])[];
}

/** What a shelf may ask of the shelves around it. */
export interface ShelfStand {
  readonly inbox: Stand;
  readonly messages: ShelvesMessages;
  readonly aside: Aside;
  /** Everyone something was received of. */
  readonly learners: readonly ReceivedLearner[];
  /** Of whom something just came. */
  readonly came: ReadonlySet<LearnerKey>;
  nameOf(learner: LearnerKey): string;
  /** Does something that may fail, one thing at a time, and reads again what is kept. */
  attempt(work: () => Promise<void>): Promise<void>;
}

/** One thing to do after receiving, folded until it is wanted. */
export interface Shelf {
  readonly id: string;
  /** Absent while there is nothing on it. */
  title(): string | undefined;
  render(): TemplateResult;
  /** It was opened or folded. */
  turned?(open: boolean): void;
}
