import type {Milestone} from '../curriculum/course.js';
import type {Fact} from '../curriculum/facts.js';
import {majorOf} from '../curriculum/ids.js';
import type {Lesson} from '../curriculum/lesson.js';
import type {Question} from '../curriculum/question.js';
import {slotsOf} from '../curriculum/slots.js';
import type {Facts} from '../errors.js';
import {changedIds} from './changed-ids.js';
import {changesMeaning} from './changed-meaning.js';
import type {Edition} from './edition.js';
import type {Severity} from './flaw.js';
import {partsOf} from './question-parts.js';
import {compareSlots} from './slots.js';

/** Everything that can tell two editions of a course apart; what has a severity is more than news. */
export const differenceSeverities = {
  // the course
  'course-other': 'error',
  'course-changed': undefined,
  'course-version-kept': 'warning',
  'milestone-added': undefined,
  'milestone-removed': undefined,
  'milestone-changed': undefined,
  'milestone-kept': 'warning',
  'slots-new': undefined,
  'slots-broken': 'error',
  'facts-added': undefined,
  'facts-removed': undefined,
  'fact-added': undefined,
  'fact-removed': undefined,
  'fact-changed': undefined,
  'statement-added': undefined,
  'statement-removed': undefined,
  'statement-words': undefined,
  'statement-meaning': undefined,
  'steps-changed': 'error',
  // a lesson
  'lesson-added': undefined,
  'lesson-removed': undefined,
  'lesson-moved': undefined,
  'head-changed': undefined,
  'section-changed': undefined,
  'question-added': undefined,
  'question-removed': undefined,
  'question-words': undefined,
  'question-safety': undefined,
  'question-meaning': undefined,
  'question-again': 'warning',
  'option-added': undefined,
  'option-removed': undefined,
  'id-changed': 'error',
  'meaning-kept-version': 'error',
  'version-kept': 'warning',
  'version-low': 'warning',
  'version-lowered': 'error',
  'rev-lowered': 'error',
} as const satisfies Record<string, Severity | undefined>;

export type DifferenceCode = keyof typeof differenceSeverities;

export interface Difference {
  readonly code: DifferenceCode;
  readonly facts: Facts;
  readonly severity?: Severity;
}

/** How far a lesson's version has to be raised: `none` when nobody would notice. */
export const raises = ['none', 'patch', 'minor', 'major'] as const;
export type Raise = (typeof raises)[number];

/** What becomes of those who had completed a lesson. */
export type Effect = 'added' | 'removed' | 'kept' | 'again';

export interface LessonDifferences {
  readonly lesson: string;
  /** Versions; nothing where the lesson is new or gone. */
  readonly former?: string;
  readonly now?: string;
  readonly needs: Raise;
  readonly effect: Effect;
  /** Questions that are asked again of those who were done. */
  readonly again: readonly string[];
  readonly differences: readonly Difference[];
}

export interface Differences {
  readonly course: readonly Difference[];
  readonly lessons: readonly LessonDifferences[];
}

const difference = (code: DifferenceCode, facts: Facts = {}): Difference => {
  const severity = differenceSeverities[code];
  return {code, facts, ...(severity && {severity})};
};

/** As text, without the fallbacks that facts lend to a lesson: they change without the lesson's author. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (key, inner: unknown) => (key === 'fallback' ? undefined : inner)) ?? '';
const same = (a: unknown, b: unknown): boolean => textOf(a) === textOf(b);

/** `former` and `now` of everything that either has, by id, in the order of `now`. */
function paired<T extends {readonly id: string}>(before: readonly T[], now: readonly T[]) {
  const ids = new Set([...now, ...before].map(({id}) => id));
  return [...ids].map((id) => ({
    id,
    former: before.find((one) => one.id === id),
    now: now.find((one) => one.id === id),
  }));
}

const versionOrder = (a: string, b: string): number => {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  const at = [0, 1, 2].find((nth) => left?.[nth] !== right?.[nth]) ?? 0;
  return (left?.[at] ?? 0) - (right?.[at] ?? 0);
};

/** How far a version was raised. */
function raiseOf(former: string, now: string): Raise {
  const [before, after] = [former, now].map((version) => version.split('.'));
  const at = [0, 1, 2].find((nth) => before?.[nth] !== after?.[nth]);
  return at === undefined ? 'none' : (raises[3 - at] ?? 'none');
}

function compareQuestion(former: Question, now: Question, raised: boolean) {
  const found: Difference[] = [];
  const question = now.id;
  const meaning = changesMeaning(former, now);
  const [before, after] = [partsOf(former), partsOf(now)];
  for (const {id} of after.filter((part) => !before.some((one) => one.id === part.id))) {
    found.push(difference('option-added', {question, option: id}));
  }
  for (const {id} of before.filter((part) => !after.some((one) => one.id === part.id))) {
    found.push(difference('option-removed', {question, option: id}));
  }
  if (meaning) {
    const told = raised && now.rev > former.rev;
    found.push(difference(told ? 'question-meaning' : 'meaning-kept-version', {question}));
  } else if (now.rev > former.rev) {
    found.push(difference('question-again', {question, rev: now.rev}));
  } else if (!same({...former, safety: 0, rev: 0}, {...now, safety: 0, rev: 0})) {
    found.push(difference('question-words', {question}));
  }
  if (former.safety !== now.safety) found.push(difference('question-safety', {question}));
  if (now.rev < former.rev) found.push(difference('rev-lowered', {question, rev: former.rev}));
  return {found, meaning};
}

const heads = [
  'title',
  'outcome',
  'minutes',
  'core',
  'codes',
  'asOf',
  'reviewBy',
  'reviewedBy',
] as const;

function compareLesson(former: Lesson, now: Lesson): LessonDifferences {
  const found: Difference[] = [];
  let needs: Raise = 'none';
  const note = (raise: Raise, ...more: Difference[]) => {
    found.push(...more);
    if (raises.indexOf(raise) > raises.indexOf(needs)) needs = raise;
  };
  const raised = majorOf(now.version) > majorOf(former.version);
  const again: string[] = [];

  for (const field of heads) {
    if (!same(former[field], now[field])) note('patch', difference('head-changed', {field}));
  }
  for (const {id, former: before, now: after} of paired(former.sections, now.sections)) {
    if (!same(before, after)) note('patch', difference('section-changed', {section: id}));
  }
  const renamed = changedIds(former, now);
  for (const {id, former: was} of renamed)
    note('major', difference('id-changed', {id, former: was}));
  for (const {id, former: before, now: after} of paired(former.questions, now.questions)) {
    if (!before) note('minor', difference('question-added', {question: id}));
    else if (!after) note('minor', difference('question-removed', {question: id}));
    else {
      const {found: inside, meaning} = compareQuestion(before, after, raised);
      if (inside.length > 0) note(meaning ? 'major' : 'patch', ...inside);
      if (before.safety !== after.safety) note('minor');
      if (after.rev > before.rev) again.push(id);
    }
  }

  const {version} = now;
  const order = versionOrder(version, former.version);
  const raise = raiseOf(former.version, version);
  if (order < 0) note('none', difference('version-lowered', {version, former: former.version}));
  else if (needs !== 'none' && raise === 'none') {
    note('none', difference('version-kept', {version, raise: needs}));
  } else if (raises.indexOf(raise) < raises.indexOf(needs)) {
    note('none', difference('version-low', {version, raise: needs}));
  }
  return {
    lesson: now.id,
    former: former.version,
    now: version,
    needs,
    effect: raised ? 'again' : 'kept',
    again,
    differences: found,
  };
}

function compareLessons(old: Edition, next: Edition): LessonDifferences[] {
  const moduleOf = ({course}: Edition, id: string): string =>
    course.modules.find(({lessons}) => lessons.some((lesson) => lesson.id === id))?.title ?? '';
  return paired(old.lessons, next.lessons).flatMap(({id, former, now}): LessonDifferences[] => {
    const told = {lesson: id, needs: 'none', again: []} as const;
    if (!former && now) {
      const differences = [difference('lesson-added', {title: now.title})];
      return [{...told, now: now.version, effect: 'added', differences}];
    }
    if (former && !now) {
      const differences = [difference('lesson-removed', {title: former.title})];
      return [{...told, former: former.version, effect: 'removed', differences}];
    }
    if (!former || !now) return [];
    const compared = compareLesson(former, now);
    const module = moduleOf(next, id);
    const moved = module === moduleOf(old, id) ? [] : [difference('lesson-moved', {module})];
    const differences = [...moved, ...compared.differences];
    const untouched = differences.length === 0 && former.version === now.version;
    return untouched ? [] : [{...compared, differences}];
  });
}

function compareMilestones(old: readonly Milestone[], next: readonly Milestone[]): Difference[] {
  return paired(old, next).flatMap(({id: milestone, former, now}) => {
    if (!former) return [difference('milestone-added', {milestone})];
    if (!now) return [difference('milestone-removed', {milestone})];
    if (same(former, now)) return [];
    const kept = !same(former.lessons, now.lessons) && former.version === now.version;
    return [difference(kept ? 'milestone-kept' : 'milestone-changed', {milestone})];
  });
}

function compareFacts(old: Edition, next: Edition): Difference[] {
  const found: Difference[] = [];
  // The same fact may stand twice for two spans of time.
  const keyed = (facts: readonly Fact[] = []) =>
    facts.map((fact) => ({id: `${fact.id} ${fact.validFrom ?? ''}`.trim(), fact}));
  for (const scope of new Set([...next.facts.keys(), ...old.facts.keys()])) {
    const [before, after] = [old.facts.get(scope), next.facts.get(scope)];
    if (!before) found.push(difference('facts-added', {scope}));
    if (!after) found.push(difference('facts-removed', {scope}));
    for (const {id, former, now} of paired(keyed(before), keyed(after))) {
      const fact = {fact: id, scope};
      if (!former) found.push(difference('fact-added', fact));
      else if (!now) found.push(difference('fact-removed', fact));
      else {
        const fields = Object.keys({...former.fact, ...now.fact}) as (keyof Fact)[];
        const changed = fields.filter(
          (field) => JSON.stringify(former.fact[field]) !== JSON.stringify(now.fact[field]),
        );
        if (changed.length === 0) continue;
        found.push(difference('fact-changed', {...fact, fields: changed.join(', ')}));
      }
    }
  }
  return found;
}

/** The learner's own rating: answers are filed by statement and rev, and name a step. */
function compareRatings(old: Edition, next: Edition): Difference[] {
  const [before, after] = [old.selfAssessment, next.selfAssessment];
  const statements = paired(before?.statements ?? [], after?.statements ?? []);
  const found = statements.flatMap(({id: statement, former, now}): Difference[] => {
    if (!former) return [difference('statement-added', {statement})];
    if (!now) return [difference('statement-removed', {statement})];
    if (former.rev !== now.rev) return [difference('statement-meaning', {statement})];
    return same(former, now) ? [] : [difference('statement-words', {statement})];
  });
  const steps = (edition?: Edition['selfAssessment']) => edition?.steps.map(({id}) => id);
  const raised = statements.every(({former, now}) => !former || !now || former.rev < now.rev);
  if (before && after && !same(steps(before), steps(after)) && !raised) {
    found.push(difference('steps-changed'));
  }
  return found;
}

const told = ['title', 'version', 'lang', 'licence'] as const;

/** Everything that tells `next` from `old`, what it asks of versions, and whom it touches. */
export function differencesOf(old: Edition, next: Edition): Differences {
  const [before, after] = [old.course, next.course];
  if (before.id !== after.id) {
    const facts = {former: before.id, id: after.id};
    return {course: [difference('course-other', facts)], lessons: []};
  }
  const lessons = compareLessons(old, next);
  const course: Difference[] = [];
  for (const field of told) {
    if (before[field] === after[field]) continue;
    course.push(difference('course-changed', {field, former: before[field], now: after[field]}));
  }
  course.push(...compareMilestones(before.milestones, after.milestones));
  const slots = slotsOf(after);
  const formerSlots = slotsOf(before);
  compareSlots(slots, old.places, (_, __, facts = {}) => {
    course.push(difference('slots-broken', facts));
  });
  const count = (kind: 'lessons' | 'questions') =>
    slots[kind].filter((name) => !formerSlots[kind].includes(name)).length;
  const places = {lessons: count('lessons'), questions: count('questions')};
  if (places.lessons + places.questions > 0) course.push(difference('slots-new', places));
  course.push(...compareFacts(old, next), ...compareRatings(old, next));
  if (before.version === after.version && course.length + lessons.length > 0) {
    course.push(difference('course-version-kept', {version: after.version}));
  }
  return {course, lessons};
}
