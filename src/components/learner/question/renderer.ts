import type {CSSResult, LitElement} from 'lit';
import type {Inline} from '../../../curriculum/inline.js';
import type {Question, Response} from '../../../curriculum/question.js';
import type {Messages} from '../../messages/messages.js';

/** What a question's renderer may see and do. */
export interface Asking<Q extends Question = Question> {
  readonly question: Q;
  readonly messages: Messages;
  /** What is chosen so far. */
  readonly response: Response | undefined;
  /** The answer was graded: show what is right and why. */
  readonly answered: boolean;
  /** The answer was graded, and wholly right. */
  readonly right: boolean;
  /** The answer is being kept: nothing can be changed. */
  readonly busy: boolean;
  /** Learner and question, so that the order of options is the learner's own and stays. */
  readonly seed: string;
  readonly inline: (inline: Inline) => unknown;
  /** `undefined`: nothing that could be sent yet. */
  readonly choose: (response: Response | undefined) => void;
}

/** Draws what stands between the stem and the button. */
export interface QuestionRenderer<Q extends Question = Question> {
  render(asking: Asking<Q>): unknown;
  /** What is still to be done before an answer can be sent; absent where a choice is all it takes. */
  missing?(): string;
}

/** What a type brings when it is fetched. */
export interface FetchedRenderer<Q extends Question = Question> {
  readonly styles: readonly CSSResult[];
  /** Made for one question and one learner; may hold what is in hand until it can be sent. */
  readonly open: (host: LitElement) => QuestionRenderer<Q>;
}
