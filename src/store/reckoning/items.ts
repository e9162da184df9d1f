import {type Course, lessonsOf} from '../../curriculum/course.js';
import {type QuestionKey, questionKey} from '../../curriculum/ids.js';
import type {Response} from '../../curriculum/question.js';
import type {LearningRecord, RecordId} from './record.js';
import type {Standing} from './standing.js';

/** One person whose answers are looked at. */
export interface ItemPerson {
  readonly standing: Standing;
  /** Their records, where they came and not only a code of them. */
  readonly records: readonly LearningRecord[];
}

/** A share with the interval in which the true one lies 19 times out of 20 (Wilson). */
export interface Share {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A first answer that was wrong, and how many gave it. */
export interface WrongAnswer {
  /** The answer in one line, as records have it. */
  readonly text: string;
  readonly response: Response;
  readonly people: number;
}

/** Why somebody should read a question again. */
export type ItemFlag =
  /** Surely more than half were wrong at first. */
  | 'mostly-wrong'
  /** One wrong answer was given more often than the right one. */
  | 'one-lure'
  /** Those who know the rest answer it worse. */
  | 'backwards'
  /** Several people tried often and are not right yet. */
  | 'unsolved';

/** What first answers to one question, as it is worded now, say of it. */
export interface Item {
  readonly key: QuestionKey;
  readonly lesson: string;
  readonly question: string;
  /** People of whom it is known how their first answer was. */
  readonly people: number;
  readonly right: number;
  /** Absent where nobody's first answer is known. */
  readonly share?: Share;
  /** People with two first answers on two phones, right and wrong: left out. */
  readonly ambiguous: number;
  /** People who tried three times or more and are not right yet. */
  readonly stuck: number;
  /** People whose first answer itself is known, which only records tell, and those of them who were wrong. */
  readonly seen: number;
  readonly wrong: readonly WrongAnswer[];
  /** −1 to 1: whether those who know the rest know this; absent below `discriminationFloor`. */
  readonly discrimination?: number;
  readonly flags: readonly ItemFlag[];
}

/** Fewer people say nothing about how a question tells people apart. */
export const discriminationFloor = 40;
/** Fewer people say nothing about a question being hard. */
export const hardFloor = 20;
/** Fewer records say nothing about what attracts. */
export const lureFloor = 10;
/** Fewer people with one wrong answer are no crowd. */
export const lurePeople = 5;
/** So many people stuck on one question are no accident. */
export const unsolvedFloor = 5;
/** From the third try on somebody is stuck. */
export const stuckTries = 3;
/** Further down than this a question contradicts the rest. */
export const backwardsBelow = -0.2;
/** Fewer other questions say nothing about what somebody knows. */
const restFloor = 5;

/** The Wilson interval of `right` out of `people`, at 95 %. */
export function shareOf(right: number, people: number): Share | undefined {
  if (people === 0) return undefined;
  const z = 1.959963984540054;
  const value = right / people;
  const middle = value + (z * z) / (2 * people);
  const reach = z * Math.sqrt((value * (1 - value) + (z * z) / (4 * people)) / people);
  const whole = 1 + (z * z) / people;
  return {
    value,
    low: Math.max(0, (middle - reach) / whole),
    high: Math.min(1, (middle + reach) / whole),
  };
}

/** true right at first, false wrong at first; absent unknown, or both on two phones. */
type Firsts = ReadonlyMap<QuestionKey, boolean>;

function firstsOf(standing: Standing, keys: readonly QuestionKey[]): Firsts {
  const firsts = new Map<QuestionKey, boolean>();
  for (const key of keys) {
    const {firstRight = false, firstWrong = false} = standing.questions[key] ?? {};
    if (firstRight !== firstWrong) firsts.set(key, firstRight);
  }
  return firsts;
}

/** First answers as they were given, one a question; two that differ say nothing. */
function answersOf(records: readonly LearningRecord[]): ReadonlyMap<QuestionKey, LearningRecord> {
  const seen = new Map<QuestionKey, Map<RecordId, LearningRecord>>();
  for (const record of records) {
    const {verb, use, attempt, question, result, id} = record;
    if (verb !== 'answered' || use !== 'lesson' || attempt !== 1 || !question || !result) continue;
    const held = seen.get(question) ?? new Map<RecordId, LearningRecord>();
    seen.set(question, held.set(id, record));
  }
  return new Map(
    [...seen].flatMap(([question, held]): [QuestionKey, LearningRecord][] => {
      const texts = new Set([...held.values()].map(({result}) => result?.simpleResponse));
      const [first] = held.values();
      return first && texts.size === 1 ? [[question, first]] : [];
    }),
  );
}

/** How being right here goes together with knowing the rest: Pearson's correlation. */
function discriminationOf(pairs: readonly (readonly [right: number, rest: number])[]) {
  const n = pairs.length;
  if (n < discriminationFloor) return undefined;
  const mean = (at: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[at], 0) / n;
  const [x, y] = [mean(0), mean(1)];
  let [both, across, down] = [0, 0, 0];
  for (const [right, rest] of pairs) {
    both += (right - x) * (rest - y);
    across += (right - x) ** 2;
    down += (rest - y) ** 2;
  }
  return across > 0 && down > 0 ? both / Math.sqrt(across * down) : undefined;
}

/**
 * What first answers say of every question of a course, in its order. Whoever's first answer is not known is in no
 * figure. Reviews and self-assessments are no first answers.
 */
export function itemsOf(course: Course, people: readonly ItemPerson[]): readonly Item[] {
  const asked = lessonsOf(course).flatMap((lesson) =>
    lesson.questions.map(({id, rev}) => ({
      lesson: lesson.id,
      question: id,
      key: questionKey(lesson.id, id, rev),
    })),
  );
  const keys = asked.map(({key}) => key);
  const known = people.map(({standing, records}) => {
    const firsts = firstsOf(standing, keys);
    const right = [...firsts.values()].filter(Boolean).length;
    return {standing, firsts, right, answers: answersOf(records)};
  });
  return asked.map((one): Item => {
    const {key} = one;
    let [right, ambiguous, stuck, seen, seenRight] = [0, 0, 0, 0, 0];
    const pairs: (readonly [number, number])[] = [];
    const wrong = new Map<string, {response: Response; people: number}>();
    let total = 0;
    for (const {standing, firsts, right: all, answers} of known) {
      const at = standing.questions[key];
      if (at?.firstRight && at.firstWrong) ambiguous++;
      if (at && !at.right && at.tries >= stuckTries) stuck++;
      const first = firsts.get(key);
      if (first === undefined) continue;
      total++;
      if (first) right++;
      const others = firsts.size - 1;
      if (others >= restFloor) pairs.push([Number(first), (all - Number(first)) / others]);
      const result = answers.get(key)?.result;
      // What a record says and the joined standing does not is of two phones: it was left out above.
      if (!result || (result.correct === 1) !== first) continue;
      seen++;
      if (first) {
        seenRight++;
        continue;
      }
      const held = wrong.get(result.simpleResponse);
      if (held) held.people++;
      else wrong.set(result.simpleResponse, {response: result.response, people: 1});
    }
    const share = shareOf(right, total);
    const discrimination = discriminationOf(pairs);
    const mistakes = [...wrong]
      .map(([text, {response, people: many}]) => ({text, response, people: many}))
      .sort((a, b) => b.people - a.people || (a.text < b.text ? -1 : 1));
    const flags: ItemFlag[] = [];
    if (share && total >= hardFloor && share.high < 0.5) flags.push('mostly-wrong');
    const most = mistakes[0]?.people ?? 0;
    if (seen >= lureFloor && most >= lurePeople && most > seenRight) flags.push('one-lure');
    if (discrimination !== undefined && discrimination < backwardsBelow) flags.push('backwards');
    if (stuck >= unsolvedFloor) flags.push('unsolved');
    return {
      ...one,
      people: total,
      right,
      ...(share && {share}),
      ambiguous,
      stuck,
      seen,
      wrong: mistakes,
      ...(discrimination !== undefined && {discrimination}),
      flags,
    };
  });
}
