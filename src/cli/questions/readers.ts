import type {QuestionType} from '../../curriculum/question.js';
import {readChoice} from './choice.js';
import {readChoices} from './choices.js';
import {readFillIn} from './fill-in.js';
import {readMatching} from './matching.js';
import {readNumeric} from './numeric.js';
import {readOrdering} from './ordering.js';
import type {QuestionReader} from './question-source.js';
import {readScenario} from './scenario.js';
import {readSpot} from './spot.js';
import {readTrueFalse} from './true-false.js';

/** How each type's Markdown is read. */
export const readers: Readonly<Record<QuestionType, QuestionReader>> = {
  choice: readChoice,
  choices: readChoices,
  'true-false': readTrueFalse,
  ordering: readOrdering,
  matching: readMatching,
  numeric: readNumeric,
  'fill-in': readFillIn,
  spot: readSpot,
  scenario: readScenario,
};
