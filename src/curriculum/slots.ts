import type {Course, Slots} from './course.js';
import {questionKey} from './ids.js';

const questionsOf = (course: Pick<Course, 'modules'>): Map<string, string[]> =>
  new Map(
    course.modules.flatMap(({lessons}) =>
      lessons.map(({id, questions}) => [
        id,
        questions.map((question) => questionKey(id, question.id, question.rev)),
      ]),
    ),
  );

/** Every slot of a course by its full name, in the order of the bits. */
export function slotsOf(course: Course): Slots {
  const {lessons, questions} = course.slots;
  const named = questionsOf(course);
  return {lessons, questions: questions.flatMap((name) => named.get(name) ?? name)};
}

/** The slots as course.json carries them: one lesson's questions in the lesson's own order are its id alone. */
export function shortSlots(course: Pick<Course, 'modules'>, {lessons, questions}: Slots): Slots {
  const named = questionsOf(course);
  const short: string[] = [];
  for (let at = 0; at < questions.length;) {
    const [lesson = ''] = questions[at]?.split('#') ?? [];
    const whole = named.get(lesson);
    const length = whole?.every((name, nth) => questions[at + nth] === name) ? whole.length : 0;
    short.push(length > 0 ? lesson : (questions[at] ?? ''));
    at += Math.max(length, 1);
  }
  return {lessons, questions: short};
}
