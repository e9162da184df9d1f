import {defineFreeTags} from '../../src/components/definition.js';
import {KnsLesson} from '../../src/components/learner/lesson.js';
import {KnsQuestion} from '../../src/components/learner/question.js';

defineFreeTags({'kns-question': KnsQuestion, 'kns-lesson': KnsLesson});
