import {gradeResponse} from '../../src/curriculum/grading.js';
import type {Course} from '../../src/curriculum/course.js';
import type {Lesson} from '../../src/curriculum/lesson.js';
import type {Question, Response} from '../../src/curriculum/question.js';
import {recordIds} from '../../src/store/ids.js';
import {freezeRecord, type LearningRecord} from '../../src/store/reckoning/record.js';
import {draftOf, emptyStanding} from '../../src/store/reckoning/standing.js';
import {type Deed, newStream, type Position, write} from '../../src/store/stream.js';
import {chanceOf} from './chance.js';

/** What a learner of the middle kind answers: right in seven of ten, else anything the question takes. */
function answerTo(question: Question, chance: () => number): Response {
  const right = chance() < 0.7;
  const one = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  switch (question.type) {
    case 'choice':
      return (right ? question.options.find(({correct}) => correct)! : one(question.options)).id;
    case 'choices':
      return question.options
        .filter(({correct}) => chance() < 0.85 === (correct === true))
        .map(({id}) => id);
    case 'spot':
      return question.parts.flatMap((part) =>
        typeof part !== 'string' && chance() < 0.85 === (part.suspicious === true) ? [part.id] : [],
      );
    case 'true-false':
      return right ? question.answer : !question.answer;
    case 'ordering': {
      const order = question.items.map(({id}) => id);
      if (right) return order;
      const at = Math.floor(chance() * (order.length - 1));
      [order[at], order[at + 1]] = [order[at + 1]!, order[at]!];
      return order;
    }
    case 'matching': {
      const ids = question.pairs.map(({id}) => id);
      return Object.fromEntries(ids.map((id) => [id, right ? id : one(ids)]));
    }
    case 'numeric':
      return right
        ? String(question.answer)
        : String(question.answer + 1 + Math.floor(chance() * 9));
    case 'fill-in':
      return right ? one(question.answers) : 'không nhớ';
    case 'scenario': {
      const path: string[] = [];
      let turn = question.turns[0];
      while (turn && turn.replies.length > 0 && path.length < 12) {
        const reply = one(turn.replies);
        path.push(reply.id);
        turn = question.turns.find(({id}) => id === reply.to);
      }
      return path;
    }
  }
}

export interface Learned {
  readonly learner: string;
  readonly device: string;
  readonly records: readonly LearningRecord[];
  readonly texts: readonly string[];
}

/**
 * Months of a course as a learner goes through it, made by the same code that makes a study's records: lessons in
 * order, each question until it is right or three times, a pause after each answer, days between the lessons.
 */
export function learnedCourse(
  course: Course,
  lessons: readonly Lesson[],
  {seed = 1, most = Infinity, by}: {seed?: number; most?: number; by?: string} = {},
): Learned {
  const chance = chanceOf(seed);
  const key = () =>
    Array.from(
      {length: 16},
      () => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Math.floor(chance() * 32)],
    ).join('');
  const learner = key();
  const device = by ?? key();
  let now = Date.parse(course.builtOn) + 30 * 86_400_000 + Math.floor(chance() * 86_400_000);
  const wait = (low: number, high: number) => {
    // More often short than long.
    now += Math.round(low * (high / low) ** chance());
  };
  const newId = recordIds(
    () => now,
    () => device,
  );
  const position: Position = {own: newStream(device), draft: draftOf(emptyStanding)};
  const records: LearningRecord[] = [];
  const put = (deed: Omit<Deed, 'id'>) => {
    const id = newId();
    now += Math.floor(chance() * 5);
    const moment = {learner, course, at: now, tz: 420, newId};
    records.push(...write(position, {id, ...deed}, moment));
  };
  for (const {id, version, questions} of lessons) {
    if (records.length >= most) break;
    const lesson = `${id}@${version.split('.')[0]}`;
    wait(60_000, 3 * 86_400_000);
    put({verb: 'opened', lesson, lang: course.lang});
    wait(60_000, 400_000);
    if (chance() < 0.6) put({verb: 'practised', lesson, lang: course.lang});
    for (const question of questions) {
      for (let time = 0; time < 3; time++) {
        const from = now;
        wait(4_000, 90_000);
        const result = {
          ...gradeResponse(question, answerTo(question, chance)),
          hinted: chance() < 0.1,
          activeMs: 100 * Math.round(((now - from) * (0.6 + 0.4 * chance())) / 100),
        };
        const key = `${id}#${question.id}@${question.rev}`;
        put({verb: 'answered', lesson, lang: course.lang, question: key, result});
        if (result.correct === 1) break;
      }
    }
  }
  const kept = records.slice(0, most);
  return {learner, device, records: kept, texts: kept.map(freezeRecord)};
}
