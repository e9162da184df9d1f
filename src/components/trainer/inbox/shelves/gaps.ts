import type {Exchange, Gap} from '../../../../store/exchange-contract.js';
import type {ReceivedLearner} from '../../../../store/reckoning/packet.js';
import type {LearnerKey} from '../../../../store/reckoning/record.js';

/** What is missing of everyone of whom something with a gap counts; who sent nothing of the kind is not looked up. */
export async function gapsOf(
  exchange: Exchange,
  course: string,
  learners: readonly ReceivedLearner[],
): Promise<ReadonlyMap<LearnerKey, readonly Gap[]>> {
  const gaps = new Map<LearnerKey, readonly Gap[]>();
  for (const {learner, packets} of learners) {
    const isDoubtful = packets.some(
      ({admitted, streams}) => admitted && streams.some(({beyond}) => beyond > 0),
    );
    if (isDoubtful) gaps.set(learner, await exchange.gapsOf(learner, course));
  }
  return gaps;
}
