import {KnsLearner} from './components/learner/learner.js';
import {KnsMemo} from './components/learner/memo.js';
import {KnsPath} from './components/learner/path.js';
import {KnsProgress} from './components/learner/progress.js';
import {KnsSelfAssessment} from './components/learner/self-assessment.js';
import {KnsSearch} from './components/learner/search.js';
import {KnsShare} from './components/learner/share.js';
import {pageElements} from './define-page.js';

/** The learner's tags that show or carry what was learned: fetched when a study has begun. */
export const laterElements = {
  'kns-learner': KnsLearner,
  'kns-progress': KnsProgress,
  'kns-search': KnsSearch,
  'kns-path': KnsPath,
  'kns-share': KnsShare,
  'kns-self-assessment': KnsSelfAssessment,
  'kns-memo': KnsMemo,
  ...pageElements,
} as const;
