export * from './curriculum/index.js';
export * from './exchange/index.js';
export * from './store/index.js';
export {KnsError, type ErrorCode, type Facts, type Issue, type Parsed} from './errors.js';

export {KnsCourse} from './components/learner/course.js';
export {KnsLearner} from './components/learner/learner.js';
export {KnsLesson} from './components/learner/lesson.js';
export {KnsMemo} from './components/learner/memo.js';
export {KnsOutline} from './components/learner/outline.js';
export {KnsPath} from './components/learner/path.js';
export {KnsProgress} from './components/learner/progress.js';
export {KnsQuestion} from './components/learner/question.js';
export {KnsSelfAssessment} from './components/learner/self-assessment.js';
export {KnsSearch} from './components/learner/search.js';
export {KnsShare} from './components/learner/share.js';
export {KnsOffline} from './components/page/offline.js';
export {KnsTextSize} from './components/page/text-size.js';
export {KnsInbox, KnsReceivedEvent} from './components/trainer/inbox.js';
export {KnsItems} from './components/trainer/items.js';
export {KnsMatrix} from './components/trainer/matrix.js';
export {KnsRoster} from './components/trainer/roster.js';
export {KnsSession} from './components/trainer/session.js';
export {KnsReport} from './components/trainer/report.js';
export {KnsTrainer} from './components/trainer/trainer.js';

export {
  courseContext,
  factsContext,
  placeContext,
  storeContext,
  studyContext,
  type FactsInForce,
  type Place,
} from './components/contexts.js';
export {
  KnsAnsweredEvent,
  KnsCourseCompletedEvent,
  KnsFailedEvent,
  KnsLearnerChangedEvent,
  KnsLessonCompletedEvent,
} from './components/events.js';
export {pageStore, providePageStore} from './components/page-store.js';
