import {factContents} from './fact-contents.js';
import {forbiddenWording} from './forbidden-wording.js';
import {formerNames} from './former-names.js';
import {hotlineDigits} from './hotline-digits.js';
import {ids} from './ids.js';
import {keptNames} from './kept-names.js';
import {knownScopes} from './known-scopes.js';
import {lessonsOnce} from './lessons-once.js';
import {links} from './links.js';
import {longestRightOption} from './longest-right-option.js';
import {milestones} from './milestones.js';
import {plainCharacters} from './plain-characters.js';
import {review} from './review.js';
import {reliableFacts} from './reliable-facts.js';
import type {CourseRule, LessonRule} from './rule.js';
import {safetyOptions} from './safety-options.js';
import {scenarioWays} from './scenario-ways.js';
import {sections} from './sections.js';
import {sentenceLength} from './sentence-length.js';
import {sharedSentences} from './shared-sentences.js';
import {unwritten, unwrittenCourse} from './unwritten.js';
import {usedFacts} from './used-facts.js';

/** What is held against every lesson, and against the course. A new rule is a file and a line here. */
export const lessonRules: readonly LessonRule[] = [
  sections,
  ids,
  scenarioWays,
  safetyOptions,
  longestRightOption,
  hotlineDigits,
  forbiddenWording,
  links,
  plainCharacters,
  sentenceLength,
  review,
  unwritten,
];

export const courseRules: readonly CourseRule[] = [
  lessonsOnce,
  milestones,
  knownScopes,
  factContents,
  reliableFacts,
  usedFacts,
  formerNames,
  sharedSentences,
  keptNames,
  unwrittenCourse,
];
