import type {ErrorCode, Facts} from '../errors.js';

// Every script of a portal hears these: never a learner's id, a name or a response.
const heard = {bubbles: true, composed: true};

/** An answer is kept. Nothing fires for one that could not be. */
export class KnsAnsweredEvent extends Event {
  static readonly type = 'kns-answered';
  readonly course: string;
  readonly lesson: string;
  readonly question: string;
  /** 0 to 1; only 1 is right. */
  readonly correct: number;

  constructor(course: string, lesson: string, question: string, correct: number) {
    super(KnsAnsweredEvent.type, heard);
    this.course = course;
    this.lesson = lesson;
    this.question = question;
    this.correct = correct;
  }
}

/** The last answer that a lesson asked for is kept. */
export class KnsLessonCompletedEvent extends Event {
  static readonly type = 'kns-lesson-completed';
  readonly course: string;
  readonly lesson: string;

  constructor(course: string, lesson: string) {
    super(KnsLessonCompletedEvent.type, heard);
    this.course = course;
    this.lesson = lesson;
  }
}

/** The last lesson of a course is completed. */
export class KnsCourseCompletedEvent extends Event {
  static readonly type = 'kns-course-completed';
  readonly course: string;

  constructor(course: string) {
    super(KnsCourseCompletedEvent.type, heard);
    this.course = course;
  }
}

/** Somebody else studies now. Who, is nobody's business. */
export class KnsLearnerChangedEvent extends Event {
  static readonly type = 'kns-learner-changed';

  constructor() {
    super(KnsLearnerChangedEvent.type, heard);
  }
}

/** Something did not work; the learner was told in words. */
export class KnsFailedEvent extends Event {
  static readonly type = 'kns-failed';
  readonly code: ErrorCode;
  readonly facts: Facts;

  constructor(code: ErrorCode, facts: Facts = {}) {
    super(KnsFailedEvent.type, heard);
    this.code = code;
    this.facts = facts;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kns-answered': KnsAnsweredEvent;
    'kns-lesson-completed': KnsLessonCompletedEvent;
    'kns-course-completed': KnsCourseCompletedEvent;
    'kns-learner-changed': KnsLearnerChangedEvent;
    'kns-failed': KnsFailedEvent;
  }
}
