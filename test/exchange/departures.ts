import fc from 'fast-check';
import type {Course} from '../../src/curriculum/course.js';
import type {Departure} from '../../src/exchange/digest.js';
import type {StreamHead} from '../../src/store/reckoning/packet.js';
import {
  type LessonStanding,
  type QuestionStanding,
  type Reach,
  type Standing,
  unknownDay,
} from '../../src/store/reckoning/standing.js';

export const noStanding: Standing = {
  lessons: {},
  questions: {},
  epoch: 0,
  totals: {},
  covered: {},
  attested: {},
  retired: {},
  newer: false,
};

const lessonIn = (epoch: number) =>
  fc
    .record({
      reach: fc.integer({min: 0, max: 5}),
      // Ten years on either side of the course, and one clock from the age of the pharaohs.
      day: fc.oneof(
        fc.integer({min: 2400, max: 2600}),
        fc.integer({min: -1500, max: 6200}),
        fc.constantFrom(0, 65535, 65536, -1, 40000, unknownDay),
      ),
      run: fc.integer({min: 0, max: epoch}),
      practised: fc.boolean(),
    })
    .map(({reach, day, run, practised}): LessonStanding => {
      const done = reach >= 3;
      return {
        reach: reach as Reach,
        day: done ? day : unknownDay,
        run: done ? run : -1,
        practised,
      };
    });

/** Every combination a fold can reach. */
const question = fc
  .record({
    firstRight: fc.boolean(),
    firstWrong: fc.boolean(),
    right: fc.boolean(),
    tries: fc.integer({min: 0, max: 7}),
  })
  .map(({firstRight, firstWrong, right, tries}): QuestionStanding => ({
    firstRight,
    firstWrong,
    right: right || firstRight,
    tries: firstRight || firstWrong ? Math.max(1, tries) : tries,
  }));

const hex = (digits: number) =>
  fc
    .integer({min: 0, max: 16 ** digits - 1})
    .map((value) => value.toString(16).padStart(digits, '0'));
const count = fc.oneof(fc.integer({min: 0, max: 300}), fc.integer({min: 0, max: 0xffffffff}));

export const streamHead: fc.Arbitrary<StreamHead> = fc
  .record({
    device: hex(8),
    through: count,
    beyond: fc.oneof({weight: 4, arbitrary: fc.constant(0)}, {weight: 1, arbitrary: count}),
    tail: hex(4),
    quarter: fc.integer({min: -40, max: 80}),
    seq: fc.integer({min: 0, max: 400}),
    totals: fc.tuple(count, count, count, count, count, count),
    hasDiary: fc.boolean(),
  })
  .map(({device, through, beyond, tail, quarter, seq, totals, hasDiary}) => ({
    device,
    through,
    beyond,
    tail,
    ...(hasDiary ? {diary: [quarter, seq, totals] as const} : {}),
  }));

export const learnerKey = fc
  .array(fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), {minLength: 16, maxLength: 16})
  .map((letters) => letters.join(''));

/** Whatever a phone may have to say of a course, lying clocks and all. */
export const departureOf = (course: Course): fc.Arbitrary<Departure> =>
  fc.integer({min: 0, max: 3}).chain((epoch) =>
    fc
      .record({
        learner: learnerKey,
        lessons: fc.dictionary(fc.constantFrom(...course.slots.lessons, 'la@9'), lessonIn(epoch), {
          noNullPrototype: true,
        }),
        questions: fc.dictionary(fc.constantFrom(...course.slots.questions, 'la#q@9'), question, {
          noNullPrototype: true,
          maxKeys: 40,
        }),
        streams: fc.array(streamHead, {maxLength: 5}),
        moreStreams: fc.boolean(),
        madeOn: fc.oneof(fc.integer({min: 2400, max: 2600}), fc.integer({min: -4000, max: 70000})),
      })
      .map(({lessons, questions, ...rest}) => ({
        ...rest,
        course,
        standing: {...noStanding, epoch, lessons, questions},
      })),
  );
