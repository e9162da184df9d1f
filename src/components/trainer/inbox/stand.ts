import type {LitElement} from 'lit';
import type {Course} from '../../../curriculum/course.js';
import type {ReceivedLearner} from '../../../store/reckoning/packet.js';
import type {Refused} from '../../../exchange/receive.js';
import type {Gap, QuarantineRow} from '../../../store/exchange-contract.js';
import type {LearnerKey} from '../../../store/reckoning/record.js';
import type {Store} from '../../../store/store.js';
import type {InboxMessages} from '../../messages/inbox.js';
import type {TrainerMessages} from '../../messages/trainer.js';

/** What the parts of the inbox may ask of it. */
export interface Stand {
  readonly host: LitElement;
  readonly messages: InboxMessages;
  /** What the whole room says. */
  readonly room: TrainerMessages;
  readonly store: Store | undefined;
  readonly course: Course | undefined;
  /** Absent until it is known what was received. */
  readonly learners: readonly ReceivedLearner[] | undefined;
  /** What could not be taken in this time. */
  readonly refused: readonly Refused[];
  /** ms UTC. */
  readonly now: number;
  /** Says what was done, in sight and aloud. `wanted`: something is missing, which is no good news. */
  say(words: string, wanted?: boolean): void;
  /** Does something that may fail; what fails is said, and what was said before goes. */
  attempt(work: () => Promise<void>): Promise<void>;
  /** What of a learner is known to be missing; absent until that was looked up. */
  gapsOf(learner: LearnerKey): readonly Gap[] | undefined;
  /** Tries what could not be taken in once more. */
  receiveAgain(rows: readonly (QuarantineRow & {readonly key: string})[]): Promise<void>;
  redraw(): void;
}
