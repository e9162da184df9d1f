import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {type Course, lessonsOf} from '../../src/curriculum/course.js';
import type {Lesson} from '../../src/curriculum/lesson.js';
import {packRecords, type Surroundings, unpackRecords} from '../../src/exchange/packed-records.js';
import {framesOf} from '../../src/exchange/qr-sequence.js';
import {freezeRecord, type LearningRecord} from '../../src/store/reckoning/record.js';
import {questions} from '../curriculum/questions.js';
import {byteDamage} from '../damage.js';
import {mutations, runs} from '../runs.js';
import {classroom, lessonWith, newName, rowsIn, stores} from '../store/classroom.js';
import {histories} from '../store/histories.js';
import {learnedCourse} from './learned-course.js';
import {sampleCourse} from './sample-course.js';

const asked = Object.values(questions).map((question, nth) => ({...question, id: `q${nth + 1}`}));
/** Three lessons that each ask in all nine ways. */
const course = sampleCourse({lessons: 3, questions: 3 * asked.length, before: ['cu@1']});
const lessons = lessonsOf(course).map(({id}): Lesson => ({...lessonWith(id, 0), questions: asked}));

const lessonIn = (list: readonly Lesson[]) => (id: string) =>
  Promise.resolve(list.find((lesson) => lesson.id === id));
const withLessons = {course, lessonOf: lessonIn(lessons)};
const withoutLessons = {course, lessonOf: lessonIn([])};

const {learner, device, texts} = learnedCourse(course, lessons);
const here: Surroundings = {...withLessons, learner, device};

async function packed(list: readonly string[], around: Surroundings): Promise<Uint8Array> {
  const bytes = await packRecords(list, around);
  if (!bytes) throw new Error('Not packed.');
  return bytes;
}

const reasonOf = async (bytes: Uint8Array, around: Surroundings) => {
  const read = await unpackRecords(bytes, around);
  return 'reason' in read ? read.reason : undefined;
};

async function comesBack(list: readonly string[], around: Surroundings) {
  const bytes = await packed(list, around);
  expect(await unpackRecords(bytes, around)).to.deep.equal(list);
}

/** The course as it is built, with all its lessons. */
async function handbook(): Promise<{course: Course; lessons: Lesson[]}> {
  const folder = '/dist/courses/so-tay-ky-nang-so/';
  const read = async (file: string): Promise<unknown> => (await fetch(folder + file)).json();
  const built = (await read('course.json')) as Course;
  const files = lessonsOf(built).map(({file}) => read(file) as Promise<Lesson>);
  return {course: built, lessons: await Promise.all(files)};
}

describe('packed records', () => {
  it('come back byte for byte, whatever phones did to them', async function () {
    this.timeout(Math.max(120_000, mutations * 60));
    const thu = {...course, id: 'thu', slots: {lessons: ['b0@1', 'b1@1', 'loi@1'], questions: []}};
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const streams = new Map<string, LearningRecord[]>();
        for (const record of history) {
          const key = `${record.device}/${record.learner}`;
          streams.set(key, [...(streams.get(key) ?? []), record]);
        }
        for (const [key, records] of streams) {
          const [by = '', of = ''] = key.split('/');
          const around = {...withoutLessons, course: thu, learner: of, device: by};
          await comesBack(records.map(freezeRecord), around);
        }
      }),
      {numRuns: runs},
    );
  });

  it('of any part of a study come back, with the lessons at hand or without', async function () {
    this.timeout(Math.max(240_000, mutations * 60));
    await fc.assert(
      fc.asyncProperty(fc.nat(1e6), fc.nat(60), fc.nat(12), fc.boolean(), async (...given) => {
        const [seed, from, count, atHand] = given;
        const learned = learnedCourse(course, lessons, {seed, most: from + count});
        const around = {...learned, ...(atHand ? withLessons : withoutLessons)};
        await comesBack(learned.texts.slice(from), around);
      }),
      {numRuns: runs},
    );
  });

  it('come back with whatever a version to come, or a program with a mistake, wrote into them', async function () {
    this.timeout(Math.max(120_000, mutations * 60));
    const oddities: readonly ((text: string) => string)[] = [
      (text) => text.replace('{', '{ '),
      (text) => text.replace('"v":1', '"v":2'),
      (text) => text.replace('"correct":1', '"correct":0.5'),
      (text) => text.replace('"correct":0', '"correct":-0'),
      (text) => text.replace(/"activeMs":\d+/, '"activeMs":9007199254740991'),
      (text) => text.replace(/"at":\d+/, '"at":-1.5'),
      (text) => text.replace('"use":"lesson"', '"use":"dream","mood":"vui"'),
      (text) => text.replace('"verb":"answered"', '"verb":"dreamt"'),
      (text) => text.replace('"lang":"vi"', `"lang":"${'x'.repeat(1500)}"`),
      (text) => text.replace(/"attempt":\d+,/, ''),
      (text) => text.replace(/"question":"[^"]+",/, ''),
      (text) => text.replace(/-7[0-9a-f]{3}-/, '-4abc-'),
      (text) =>
        text.replace(/"response":("[^"]*"|\[[^\]]*\]|true|false)/, '"response":"\\ud800 ệ"'),
      (text) => text.replace(/"totals":\[\d+/, '"totals":[9007199254740991'),
      (text) => text.replace('"epoch":0', '"epoch":255'),
      (text) => text.replace('"tz":420', '"tz":-720'),
      (text) => text.slice(0, -1),
      () => '',
      () => '{}',
      () => '\ud800\udfff\u0000 Ề',
    ];
    const oddity = fc.record({at: fc.nat(40), which: fc.nat(oddities.length - 1)});
    await fc.assert(
      fc.asyncProperty(fc.array(oddity, {minLength: 1, maxLength: 8}), async (odd) => {
        const list = texts.slice(0, 25);
        for (const {at, which} of odd) {
          list[at % list.length] = oddities[which]!(list[at % list.length]!);
        }
        await comesBack(list, here);
      }),
      {numRuns: runs / 2},
    );
    await comesBack([], here);
    await comesBack(texts, {...here, learner: device, device: learner});
  });

  it('of a real study bear what the learner did in the page, and nothing else', async () => {
    const {open, clear} = stores();
    const room = await classroom();
    const name = newName();
    const study = await open({name}).study(room.course);
    for (const lesson of room.lessons) {
      await study.open(lesson);
      for (const question of lesson.questions) {
        await study.answer(lesson, question, 'sai', {activeMs: 12_345});
        await study.answer(lesson, question, 'dung', {activeMs: 61_000});
      }
    }
    await study.restart();
    const rows = ((await rowsIn(name, 'records')) as string[]).sort(
      (a, b) => (JSON.parse(a) as LearningRecord).seq - (JSON.parse(b) as LearningRecord).seq,
    );
    const [first] = rows.map((text) => JSON.parse(text) as LearningRecord);
    const around = {
      course: room.course,
      learner: first!.learner,
      device: first!.device,
      lessonOf: lessonIn(room.lessons),
    };
    await comesBack(rows, around);
    // Ids made on the device cost next to nothing: else each record would take nine bytes for its id alone.
    expect((await packed(rows, around)).length).to.be.below(50 + 6 * rows.length);
    await clear();
  });

  it('of 120 answers and lessons in the handbook fit two QR codes, signature and all', async function () {
    this.timeout(Math.max(60_000, mutations * 60));
    const book = await handbook();
    // Head, course, check sum, key and signature of a section.
    const around = 39 + book.course.id.length + 4 + 65 + 64;
    // A code of version 15 at level L holds 758 letters: `KNSQ1.` and 470 bytes, of which 13 say which frame it is.
    const capacity = Math.floor(((758 - 6) * 5) / 8) - 13;
    for (let seed = 1; seed <= 20; seed++) {
      const learned = learnedCourse(book.course, book.lessons, {seed, most: 120});
      expect(learned.texts).to.have.length(120);
      const bytes = await packed(learned.texts, {
        ...learned,
        course: book.course,
        lessonOf: lessonIn(book.lessons),
      });
      expect(bytes.length + around).to.be.at.most(2 * capacity);
      const [one, two, three] = take(framesOf(new Uint8Array(bytes.length + around), {capacity}));
      for (const frame of [one, two, three]) expect(frame).to.have.length.at.most(758);
    }
  });

  const take = (frames: Generator<string>) =>
    Array.from({length: 3}, () => frames.next().value as string);

  it('are refused, or are the one way to write what they say, after damage of any kind', async function () {
    this.timeout(Math.max(240_000, mutations * 60));
    const list = texts.slice(0, 20);
    const bytes = await packed(list, here);
    await fc.assert(
      fc.asyncProperty(byteDamage, async (damage) => {
        const damaged = damage(bytes);
        const read = await unpackRecords(damaged, here);
        if ('reason' in read) return;
        expect(await packRecords(read, here)).to.deep.equal(damaged);
      }),
      {numRuns: mutations},
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({minLength: 1, maxLength: 300}), async (rubbish) => {
        // Most would be refused for their layout.
        rubbish[0]! |= 0xe0;
        const read = await unpackRecords(rubbish, here);
        if ('reason' in read) return;
        expect(await packRecords(read, here)).to.deep.equal(rubbish);
      }),
      {numRuns: mutations},
    );
  });

  it('that promise more than their bytes can hold are refused at once', async () => {
    const many = Array.from({length: 20_001}, () => '');
    expect(await packRecords(many, here)).to.equal(undefined);
    expect(await packRecords(['x'.repeat(4_000_001)], here)).to.equal(undefined);
    // A text that goes on for ever in a few bytes.
    expect(await packRecords(['a'.repeat(1_000_000)], here)).to.equal(undefined);
    // One that unfolded for ever would run into the time every test has.
    for (let byte = 0; byte < 256; byte++) {
      await unpackRecords(
        Uint8Array.of(0xe0 | (byte & 15), byte, ...new Uint8Array(200).fill(byte)),
        here,
      );
    }
  });

  it('wait for a lesson that is not at hand, and for a course that has grown', async () => {
    const bytes = await packed(texts, here);
    expect(await unpackRecords(bytes, {...here, ...withoutLessons})).to.deep.equal({
      reason: 'lesson-unreachable',
      facts: {lesson: 'b01'},
    });
    const [first, ...others] = lessons as [Lesson, ...Lesson[]];
    const shorter = {...first, questions: first.questions.slice(1)};
    const changed = {...here, lessonOf: lessonIn([shorter, ...others])};
    expect(await reasonOf(bytes, changed)).to.equal('ledger-mismatch');
    const retold = {
      ...first,
      title: 'Bài khác',
      questions: first.questions.map((question) => ({...question, stem: 'Hỏi lại'})),
    };
    const same = {...here, lessonOf: lessonIn([retold, ...others])};
    expect(await unpackRecords(bytes, same)).to.deep.equal(texts);

    const {slots} = course;
    const grown = {...course, slots: {...slots, lessons: [...slots.lessons, 'b04@1']}};
    expect(await unpackRecords(bytes, {...here, course: grown})).to.deep.equal(texts);
    const shrunk = {...course, slots: {...slots, questions: slots.questions.slice(0, -1)}};
    expect(await reasonOf(bytes, {...here, course: shrunk})).to.equal('ledger-mismatch');
    const other = {...course, slots: {...slots, lessons: [...slots.lessons].reverse()}};
    expect(await reasonOf(bytes, {...here, course: other})).to.equal('ledger-mismatch');
  });

  it('of a later layout wait for an update', async () => {
    expect(await reasonOf(Uint8Array.of(0x80, 1, 2, 3), here)).to.equal('newer-format');
  });
});
