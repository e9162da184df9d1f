import type {Course} from '../curriculum/course.js';
import type {QuestionKey} from '../curriculum/ids.js';
import type {Lesson} from '../curriculum/lesson.js';
import type {Question, Response} from '../curriculum/question.js';
import type {StreamHead} from './reckoning/packet.js';
import type {CourseProgress} from './reckoning/progress.js';
import type {DeviceKey, LearnerKey, LearningRecord, RecordId} from './reckoning/record.js';
import type {Standing} from './reckoning/standing.js';

/** What a study looks like now. A new object each time something changed. */
export interface StudySnapshot {
  readonly learner: LearnerKey;
  readonly standing: Standing;
  readonly progress: CourseProgress;
  /** The lesson last opened or answered here, for "học tiếp". */
  readonly lastLesson?: string;
}

/** Where an answer now is: on disk · held outside the database because it is full · in memory only. */
export type Kept = 'disk' | 'held' | 'memory';

export interface Answer {
  readonly correct: number;
  readonly kept: Kept;
  /** Lesson ids and milestone ids this answer completed, lesson first. */
  readonly completed: readonly string[];
}

/** Where somebody sees themselves in a skill before the course, or after it. */
export interface SelfRating {
  readonly use: 'pre' | 'post';
  readonly statement: QuestionKey;
  /** Id of the step, and its words. */
  readonly step: string;
  readonly words: string;
}

/** One learner × one course: the only thing the learner's elements need to know. */
export interface Study {
  readonly learner: LearnerKey;
  readonly course: Course;
  /** The last reading; current until a `watch` listener is told otherwise. */
  readonly snapshot: StudySnapshot;
  /** Notes that a lesson was opened; at most once per lesson@major and epoch. Rejects as `answer` does. */
  open(lesson: Lesson): Promise<void>;
  /** Notes that the practice with a citizen was done. Rejects as `answer` does. */
  practise(lesson: Lesson): Promise<void>;
  /**
   * Grades and keeps one answer; resolves only after the transaction has committed.
   * `id` is minted with `newAnswerId()` when the question is drawn, so that a retry is the same answer.
   * Rejects with KnsError `answer-unsaved` (facts: why) when it could be kept nowhere.
   */
  answer(
    lesson: Lesson,
    question: Question,
    response: Response,
    details?: {id?: RecordId; hinted?: boolean; activeMs?: number},
  ): Promise<Answer>;
  newAnswerId(): RecordId;
  /**
   * Keeps a self-rating, which nobody grades and which changes no standing. `id` makes a retry the same rating.
   * Resolves once it has committed; rejects as `answer` does.
   */
  rate(rating: SelfRating, id?: RecordId): Promise<Kept>;
  /** "Học lại": a new epoch; completion stays. */
  restart(): Promise<void>;
  /**
   * Notes that a device of the learner is no longer in use, with the last number of it that is known here; should
   * it write again, that shows. Resolves to the record; rejects as `answer` does.
   */
  retire(device: DeviceKey): Promise<LearningRecord>;
  /**
   * Answers to a question, or to all of a lesson, oldest first: those given here, and those brought from another
   * device with its records. A self-assessment stands in a lesson's place.
   */
  history(lesson: string, question?: string): Promise<readonly LearningRecord[]>;
  /** What a digest says of the streams this device wrote, newest first, at most three. */
  heads(): {readonly streams: readonly StreamHead[]; readonly moreStreams: boolean};
  /** Calls `listener` after each change, here or in another tab or copy, until the returned function is called. */
  watch(listener: (snapshot: StudySnapshot) => void): () => void;
}
