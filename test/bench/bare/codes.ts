import {type Course, lessonsOf} from '../../../src/curriculum/course.js';
import type {Lesson} from '../../../src/curriculum/lesson.js';
import {decodeDigest, type Departure, encodeDigest} from '../../../src/exchange/digest.js';
import {
  packRecords,
  type Surroundings,
  unpackRecords,
} from '../../../src/exchange/packed-records.js';
import {qrOf} from '../../../src/exchange/qr.js';
import {textCodeOf} from '../../../src/exchange/text-code.js';
import {civilDay} from '../../../src/store/reckoning/calendar.js';
import {fold} from '../../../src/store/reckoning/standing.js';
import {learnedCourse} from '../../exchange/learned-course.js';

/** What codes of a finished course weigh, and the time of one call, for test/bench/codes.bench.mjs. */
async function prepare() {
  const folder = new URL('../courses/so-tay-ky-nang-so/', location.href);
  const read = async (file: string): Promise<unknown> =>
    (await fetch(new URL(file, folder))).json();
  const course = (await read('course.json')) as Course;
  const entries = lessonsOf(course);
  const lessons = (await Promise.all(entries.map(({file}) => read(file)))) as Lesson[];
  const {learner, device, records} = learnedCourse(course, lessons);
  const last = records.at(-1)!;
  const departure: Departure = {
    course,
    learner,
    standing: fold(records),
    streams: [{device: '0a1b2c3d', through: last.seq, beyond: 0, tail: last.id.slice(-4)}],
    moreStreams: false,
    madeOn: civilDay(last.at, last.tz),
  };
  const digest = encodeDigest(departure);
  const around: Surroundings = {
    course,
    learner,
    device,
    lessonOf: (id) => Promise.resolve(lessons.find((lesson) => lesson.id === id)),
  };
  const short = learnedCourse(course, lessons, {most: 120});
  const near = {...around, learner: short.learner, device: short.device};
  const packed = await packRecords(short.texts, near);
  if (!packed) throw new Error('Not packed.');

  const timed = async (times: number, work: () => unknown) => {
    const began = performance.now();
    for (let time = 0; time < times; time++) await work();
    return (performance.now() - began) / times;
  };
  return {
    encode: () => timed(200, () => encodeDigest(departure)),
    decode: () => timed(200, () => decodeDigest(digest, [course])),
    pack: () => timed(5, () => packRecords(short.texts, near)),
    unpack: () => timed(5, () => unpackRecords(packed, near)),
    notes: {
      lessons: course.slots.lessons.length,
      questions: lessons.reduce((sum, {questions}) => sum + questions.length, 0),
      records: records.length,
      digest: digest.length,
      version: qrOf(textCodeOf(digest), {level: 'M'}).version,
      packed: packed.length,
      verbatim: short.texts.join('\n').length,
    },
  };
}

Object.assign(globalThis, {prepareCodes: prepare});
