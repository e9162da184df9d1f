import type {Question, QuestionType} from '../../../curriculum/question.js';
import {renderOptions} from './options.js';
import type {FetchedRenderer, QuestionRenderer} from './renderer.js';

type Of<Type extends QuestionType> = Extract<Question, {type: Type}>;

type Renderers = {
  [Type in QuestionType]:
    QuestionRenderer<Of<Type>> | {readonly fetch: () => Promise<FetchedRenderer<Of<Type>>>};
};

const options = {render: renderOptions};

/** How each type of question is drawn: the plainest ride along, the others are fetched when one is drawn. */
export const renderers: Renderers = {
  choice: options,
  choices: options,
  'true-false': options,
  ordering: {fetch: () => import('./ordering.js')},
  matching: {fetch: () => import('./matching.js')},
  numeric: {fetch: () => import('./numeric.js')},
  'fill-in': {fetch: () => import('./fill-in.js')},
  spot: {fetch: () => import('./spot.js')},
  scenario: {fetch: () => import('./scenario.js')},
};
