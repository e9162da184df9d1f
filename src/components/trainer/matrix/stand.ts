import type {Matrix} from '../../../store/reckoning/matrix.js';
import type {ReceivedPerson} from '../../../store/reckoning/persons.js';
import type {LearnerKey} from '../../../store/reckoning/record.js';
import type {TrainerMessages} from '../../messages/trainer.js';
import type {Asked, Place} from './cells.js';

/** What the table and the list know of where they stand, and may ask for. */
export interface MatrixStand {
  readonly messages: TrainerMessages;
  readonly matrix: Matrix;
  /** Who stands in the rows of the matrix. */
  readonly people: readonly ReceivedPerson[];
  /** The cell whose reasons are shown. */
  readonly asked: Place | undefined;
  /** The one cell that Tab reaches. */
  readonly at: Place | undefined;
  /** Learners whose lessons are shown on a phone. */
  readonly unfolded: ReadonlySet<LearnerKey>;
  /** What the reasons of a cell are about; nothing where learner or lesson is gone. */
  readonly find: (place: Place) => Asked | undefined;
  readonly reasonsOf: (asked: Asked) => readonly string[];
  /** A cell was pressed: its button says which, in `data-learner` and `data-lesson`. */
  readonly ask: (event: Event) => void;
  /** A key was pressed on a cell. */
  readonly walk: (event: KeyboardEvent) => void;
  readonly close: () => void;
  readonly fold: (learner: LearnerKey) => void;
}
