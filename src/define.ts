import {defineTags} from './components/definition.js';
import {KnsCourse} from './components/learner/course.js';
import {KnsLesson} from './components/learner/lesson.js';
import {KnsOutline} from './components/learner/outline.js';
import {KnsProgress} from './components/learner/progress.js';
import {KnsQuestion} from './components/learner/question.js';
import {KnsShare} from './components/learner/share.js';
import {providePageStore} from './components/page-store.js';

/** Every tag of the learner and its class; the provider stands first. */
export const elements = {
  'kns-course': KnsCourse,
  'kns-progress': KnsProgress,
  'kns-share': KnsShare,
  'kns-question': KnsQuestion,
  'kns-outline': KnsOutline,
  'kns-lesson': KnsLesson,
} as const;

type Elements = {[Tag in keyof typeof elements]: InstanceType<(typeof elements)[Tag]>};

declare global {
  // An interface that only inherits is how a tag table becomes types.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface HTMLElementTagNameMap extends Elements {}
}

defineTags(elements, providePageStore);
