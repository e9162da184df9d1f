import {defineTags, expectLaterTags} from '../../src/components/definition.js';
import {KnsCourse} from '../../src/components/learner/course.js';
import {KnsOutline} from '../../src/components/learner/outline.js';
import {providePageStore} from '../../src/components/page-store.js';

// Like src/define.ts, without what draws lessons: that comes behind the outline, see docs/decisions/0019.
defineTags({'kns-course': KnsCourse, 'kns-outline': KnsOutline}, () => {
  providePageStore();
  expectLaterTags(async () => (await import('../../src/define-later.js')).laterElements);
});
