import type {Question, QuestionType} from '../../../curriculum/question.js';
import {renderOptions} from './options.js';
import type {QuestionRenderer} from './renderer.js';
import {renderSpot} from './spot.js';

type Renderers = {
  [Type in QuestionType]?:
    | {readonly render: QuestionRenderer<Extract<Question, {type: Type}>>}
    // A type that few lessons use: `() => import('./<type>.js')`.
    | {readonly fetch: () => Promise<{readonly render: QuestionRenderer}>};
};

/** How each type of question is drawn. A type that is missing gets a sentence instead. */
export const renderers: Renderers = {
  choice: {render: renderOptions},
  choices: {render: renderOptions},
  'true-false': {render: renderOptions},
  spot: {render: renderSpot},
};
