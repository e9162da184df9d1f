import {defineTags, expectLaterTags} from './components/definition.js';
import {KnsCourse} from './components/learner/course.js';
import {KnsLesson} from './components/learner/lesson.js';
import {KnsOutline} from './components/learner/outline.js';
import {KnsQuestion} from './components/learner/question.js';
import {providePageStore} from './components/page-store.js';
import type {laterElements} from './define-later.js';

/** The learner's tags that a first lesson needs, each with its class; the provider stands first. */
export const elements = {
  'kns-course': KnsCourse,
  'kns-question': KnsQuestion,
  'kns-outline': KnsOutline,
  'kns-lesson': KnsLesson,
} as const;

type InstancesOf<Table extends Readonly<Record<string, abstract new () => unknown>>> = {
  [Tag in keyof Table]: InstanceType<Table[Tag]>;
};

declare global {
  // An interface that only inherits is how a tag table becomes types.
  interface HTMLElementTagNameMap
    extends InstancesOf<typeof elements>, InstancesOf<typeof laterElements> {}
}

defineTags(elements, () => {
  providePageStore();
  expectLaterTags(async () => (await import('./define-later.js')).laterElements);
});
