import {defineTags, expectLaterTags} from './components/definition.js';
import {KnsCourse} from './components/learner/course.js';
import {KnsLesson} from './components/learner/lesson.js';
import {KnsOutline} from './components/learner/outline.js';
import type {KnsProgress} from './components/learner/progress.js';
import {KnsQuestion} from './components/learner/question.js';
import type {KnsShare} from './components/learner/share.js';
import {providePageStore} from './components/page-store.js';

/** The learner's tags that a first lesson needs, each with its class; the provider stands first. */
export const elements = {
  'kns-course': KnsCourse,
  'kns-question': KnsQuestion,
  'kns-outline': KnsOutline,
  'kns-lesson': KnsLesson,
} as const;

/** Tags that show or carry what was learned: fetched when a study begins. */
interface LaterElements {
  'kns-progress': KnsProgress;
  'kns-share': KnsShare;
}

type Elements = {[Tag in keyof typeof elements]: InstanceType<(typeof elements)[Tag]>};

declare global {
  // An interface that only inherits is how a tag table becomes types.
  interface HTMLElementTagNameMap extends Elements, LaterElements {}
}

defineTags(elements, () => {
  providePageStore();
  expectLaterTags(async () => {
    const [progress, share] = await Promise.all([
      import('./components/learner/progress.js'),
      import('./components/learner/share.js'),
    ]);
    return {'kns-progress': progress.KnsProgress, 'kns-share': share.KnsShare};
  });
});
