import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {type Course, parseCourse} from '../../src/curriculum/course.js';
import {parseFactPack} from '../../src/curriculum/fact-pack.js';
import {parseLesson} from '../../src/curriculum/lesson.js';
import {parseSearchIndex} from '../../src/curriculum/search-index.js';
import {slotsOf} from '../../src/curriculum/slots.js';
import {KnsError, type Parsed} from '../../src/errors.js';
import {decodeDigest, encodeDigest} from '../../src/exchange/digest.js';
import {openCourses} from '../../src/store/courses.js';
import {memoryDatabase} from '../../src/store/memory-database.js';
import {jsonDamage, textDamage} from '../damage.js';
import {noStanding} from '../exchange/departures.js';
import {mutations} from '../runs.js';
import {course, lesson} from './sound.js';

// What a portal publishes, damaged on its way or changed by a stranger. It is refused with a reason, or it is whole.

const searchIndex = async (): Promise<unknown> => {
  const address = new URL('../fixtures/searched/search.d1debe38.json', import.meta.url);
  return (await fetch(address)).json();
};

const readers: readonly (readonly [
  what: string,
  read: (input: unknown) => Parsed<unknown>,
  sound: () => unknown,
])[] = [
  ['course', parseCourse, () => course],
  ['lesson', parseLesson, () => lesson],
  ['pack of facts', parseFactPack, () => ({format: 1, scope: 'VN', facts: course.first.facts})],
  ['search index', parseSearchIndex, searchIndex],
];

/** Whether all that was read stands in what came, place for place. */
function stoodIn(came: unknown, read: unknown): boolean {
  if (typeof read !== 'object' || read === null) return Object.is(came, read);
  if (typeof came !== 'object' || came === null) return false;
  if (Array.isArray(read) && (!Array.isArray(came) || came.length !== read.length)) return false;
  return Object.keys(read).every(
    (name) => Object.hasOwn(came, name) && stoodIn(came[name as never], read[name as never]),
  );
}

/** Whoever reads a course goes on to send and receive codes by it. */
function isUsable(accepted: Course): void {
  const {lessons, questions} = slotsOf(accepted);
  const learner = '0123456789ABCDEF';
  const bytes = encodeDigest({
    course: accepted,
    learner,
    standing: {
      ...noStanding,
      lessons: Object.fromEntries(
        lessons.map((name) => [name, {reach: 5, day: 2500, run: 0, practised: false} as const]),
      ),
    },
    streams: [],
    moreStreams: false,
    madeOn: 2517,
  });
  const read = decodeDigest(bytes, [accepted]);
  if ('reason' in read) throw new Error(read.reason);
  expect(Object.keys(read.standing.lessons).sort()).to.deep.equal(lessons.slice(0, 255).sort());
  expect(questions.every((name) => typeof name === 'string')).to.equal(true);
}

describe('every door for what a portal publishes', function () {
  this.timeout(Math.max(60_000, mutations * 30));

  for (const [what, read, sound] of readers) {
    it(`refuses a damaged ${what} with a reason, or reads it whole`, async () => {
      const whole = await sound();
      fc.assert(
        fc.property(jsonDamage, (damage) => {
          const damaged = damage(whole);
          const parsed = read(damaged);
          expect({}).to.not.have.property('spoiled');
          if (!parsed.ok) {
            expect(parsed.issues).to.not.be.empty;
            return;
          }
          // Nothing was made up, and who passes it on finds the same door open.
          expect(stoodIn(damaged, parsed.value), JSON.stringify(damaged)).to.equal(true);
          expect(read(structuredClone(parsed.value))).to.deep.equal(parsed);
          if (read === (parseCourse as unknown)) isUsable(parsed.value as Course);
        }),
        {numRuns: mutations, includeErrorInReport: true},
      );
    });
  }

  it('refuses a course.json whose letters were damaged, or loads what they say', async () => {
    const src = 'https://hoc.example/khoa/course.json';
    const text = JSON.stringify(course);
    await fc.assert(
      fc.asyncProperty(textDamage, async (damage) => {
        const damaged = damage(text);
        const courses = openCourses({
          database: memoryDatabase(),
          fetch: () => Promise.resolve(new Response(damaged)),
          now: () => 0,
        });
        try {
          const loaded = await courses.load(src);
          // What is half a letter stays behind on its way.
          const arrived: unknown = await new Response(damaged).json();
          expect(parseCourse(arrived)).to.deep.equal({ok: true, value: loaded.course});
        } catch (error) {
          if (!(error instanceof KnsError)) throw error;
          expect(error.code).to.be.oneOf(['course-invalid', 'course-newer-format']);
        }
      }),
      {numRuns: mutations, includeErrorInReport: true},
    );
  });
});
