import type {Course} from '../../../curriculum/course.js';
import {claimCodeOf} from '../../../exchange/claim-code.js';
import type {LearnerKey} from '../../../store/reckoning/record.js';
import type {Store} from '../../../store/store.js';
import {chunk} from '../../failure.js';
import {claimsOf} from './sent-as.js';

/** Whose records go into a file. */
export interface Freight {
  readonly learners: readonly LearnerKey[];
  readonly courses: readonly Course[];
  /** With what is kept here of other people. */
  readonly carried?: boolean;
}

/** Makes the file. Rejects with KnsError where the store or a part of the library cannot be had. */
export async function makeFile(store: Store, freight: Freight): Promise<File> {
  const [{progressFileOf}, exchange] = await Promise.all([
    chunk(import('../../../exchange/progress-file.js')),
    store.exchange(),
  ]);
  const {name, text} = await progressFileOf(exchange, freight);
  const {learners, carried} = freight;
  // Who is carried said so to this phone when their progress came.
  const brought = (await exchange.claims())
    .filter(({learner}) => carried || learners.includes(learner))
    .map(claimCodeOf);
  const claims = new Set([...claimsOf(await store.learners(), learners), ...brought]);
  return new File([[text, ...claims].join('\n')], name, {type: 'text/plain'});
}
