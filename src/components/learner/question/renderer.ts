import type {CSSResult} from 'lit';
import type {Inline} from '../../../curriculum/inline.js';
import type {Question, Response} from '../../../curriculum/question.js';
import type {Messages} from '../../messages/messages.js';

/** What a question's renderer may see and do. It holds no state of its own. */
export interface Asking<Q extends Question = Question> {
  readonly question: Q;
  readonly messages: Messages;
  /** What is chosen so far. */
  readonly response: Response | undefined;
  /** The answer was graded: show what is right and why. */
  readonly answered: boolean;
  /** The answer is being kept: nothing can be changed. */
  readonly busy: boolean;
  /** Learner and question, so that the order of options is the learner's own and stays. */
  readonly seed: string;
  readonly inline: (inline: Inline) => unknown;
  /** `undefined`: nothing that could be sent yet. */
  readonly choose: (response: Response | undefined) => void;
}

/** Draws what stands between the stem and the button. */
export type QuestionRenderer<Q extends Question = Question> = (asking: Asking<Q>) => unknown;

/** What a type brings when it is fetched. */
export interface FetchedRenderer<Q extends Question = Question> {
  readonly render: QuestionRenderer<Q>;
  readonly styles: CSSResult;
}
