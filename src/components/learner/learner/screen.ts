import type {LitElement, TemplateResult} from 'lit';
import type {Course} from '../../../curriculum/course.js';
import type {Learner} from '../../../store/learner.js';
import type {LearnerKey} from '../../../store/reckoning/record.js';
import type {Store} from '../../../store/store.js';
import type {Study} from '../../../store/study.js';
import type {LearnerMessages} from '../../messages/learner.js';

/** One of the screens behind a learner's name. */
export interface Screen {
  render(): TemplateResult;
  /** Called after each drawing. */
  drawn?(): void;
  /** Called when the screen goes: ends what runs. */
  rest?(): void;
}

/** What a screen may ask of the panel it stands in. */
export interface Stand {
  readonly messages: LearnerMessages;
  readonly store: Store;
  readonly study: Study | undefined;
  readonly course: Course | undefined;
  readonly learners: readonly Learner[];
  /** Whose name stands above. */
  readonly shown: Learner | undefined;
  /** Whoever was away and has not entered the PIN since. */
  readonly away: LearnerKey | undefined;
  readonly root: ShadowRoot;
  readonly host: LitElement;
  /** Keys of those removed in this tab: whoever did it need not be told. */
  readonly removed: Set<LearnerKey>;
  nameOf(learner: Learner): string;
  face(learner: Pick<Learner, 'picture'> | undefined): TemplateResult | undefined;
  /** Turns to another screen, back to the list, or shuts the panel and says why. */
  go(screen: Screen): void;
  list(): void;
  shut(said?: string): void;
  redraw(): void;
  /** Back to the list of lessons; says whether one was open. */
  leaveLesson(): boolean;
  /** One thing at a time; what goes wrong is said in the panel. */
  attempt(work: () => Promise<void>): Promise<void>;
  readonly busy: boolean;
}
