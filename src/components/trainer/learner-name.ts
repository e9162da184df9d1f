import type {ReceivedLearner} from '../../store/reckoning/packet.js';
import type {TrainerMessages} from '../messages/trainer.js';

/** The name the trainer gave, else the beginning of the learner's key: enough to tell two strangers apart. */
export const learnerName = (
  messages: TrainerMessages,
  learner: Pick<ReceivedLearner, 'name' | 'learner'> | undefined,
): string => learner?.name ?? messages.nameless(learner?.learner.slice(0, 4) ?? '');
