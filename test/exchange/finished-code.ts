import type {Course} from '../../src/curriculum/course.js';
import {encodeDigest} from '../../src/exchange/digest.js';
import {textCodeOf} from '../../src/exchange/text-code.js';
import {noStanding} from './departures.js';
import {sampleCourse} from './sample-course.js';

/** The same of a course that has only as many lessons and questions. */
export const finishedCode = ({
  lessons = 45,
  questions = 200,
  devices = 1,
  days = 90,
} = {}): string => finishedCodeOf(sampleCourse({lessons, questions}), {devices, days});

/** The text code of a learner who has done everything there is, some of it at the second try. */
export function finishedCodeOf(
  course: Course,
  {devices = 1, days = 90, learner = '0123456789ABCDEF'} = {},
): string {
  const {slots} = course;
  return textCodeOf(
    encodeDigest({
      course,
      learner,
      madeOn: 2517,
      moreStreams: false,
      streams: Array.from({length: devices}, (_, at) => ({
        device: `0a1b2c3${at}`,
        through: 245,
        beyond: 0,
        tail: 'beef',
      })),
      standing: {
        ...noStanding,
        lessons: Object.fromEntries(
          slots.lessons.map((name, at) => [
            name,
            {
              reach: 5 as const,
              day: 2400 + Math.round((at * (days - 1)) / slots.lessons.length),
              run: 0,
              practised: at % 3 === 0,
            },
          ]),
        ),
        questions: Object.fromEntries(
          slots.questions.map((name, at) => [
            name,
            at % 5 === 0
              ? {firstRight: false, firstWrong: true, right: true, tries: 2}
              : {firstRight: true, firstWrong: false, right: true, tries: 1},
          ]),
        ),
      },
    }),
  );
}
