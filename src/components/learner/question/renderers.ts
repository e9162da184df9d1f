import type {Question, QuestionType} from '../../../curriculum/question.js';
import {renderOptions} from './options.js';
import type {FetchedRenderer, QuestionRenderer} from './renderer.js';

type Of<Type extends QuestionType> = Extract<Question, {type: Type}>;

type Renderers = {
  [Type in QuestionType]?:
    | {readonly render: QuestionRenderer<Of<Type>>}
    | {readonly fetch: () => Promise<FetchedRenderer<Of<Type>>>};
};

/**
 * How each type of question is drawn: the plainest ride along, the others are fetched when one is drawn.
 * A type that is missing gets a sentence instead.
 */
export const renderers: Renderers = {
  choice: {render: renderOptions},
  choices: {render: renderOptions},
  'true-false': {render: renderOptions},
  spot: {fetch: () => import('./spot.js')},
};
