import type {Course} from '../curriculum/course.js';
import type {Lesson} from '../curriculum/lesson.js';
import {chunk} from '../store/chunk.js';
import {slotsOf} from '../curriculum/slots.js';
import {type DeviceKey, type LearnerKey, readRecord} from '../store/reckoning/record.js';
import {AdaptiveCoder, NotWritten} from './adaptive-coder.js';
import {crc32Of} from './crc32.js';
import type {Unreadable} from './digest.js';
import {keysOf} from './packed-response.js';
import {RangeReader, RangeWriter} from './range-coder.js';
import {idOf, RecordStream, type StreamSetting} from './record-stream.js';

/** What both sides know before the first byte. */
export interface Surroundings {
  readonly course: Course;
  readonly learner: LearnerKey;
  /** The device that wrote the records. */
  readonly device: DeviceKey;
  /**
   * A lesson of the course in the course's own language, or nothing. With it a response is its place among the
   * options; without it every response is spelled out.
   */
  readonly lessonOf: (id: string) => Promise<Lesson | undefined>;
}

const layout = 1;
/** Beyond these nothing is packed and nothing is unpacked. */
const mostRecords = 20_000;
const mostCharacters = 4_000_000;
/** A record that is wholly as expected takes four bytes for six hundred characters; a bomb promises more. */
const mostPerByte = 600;
const characterAllowance = 20_000;

/**
 * The records of one stream in as few bytes as they can be said in: about four a record instead of six hundred
 * characters, so that a hundred and twenty fit two QR codes. Every text comes back byte for byte, also one this
 * version does not understand. Undefined when there are more than may be unpacked again; rejects as `lessonOf` does.
 */
export async function packRecords(
  texts: readonly string[],
  around: Surroundings,
): Promise<Uint8Array | undefined> {
  const {lessons: names} = slotsOf(around.course);
  const asked = lessonsAsked(texts);
  const lessons = await Promise.all(
    lessonSlots(names).map((id) =>
      id !== undefined && asked.has(id) ? around.lessonOf(id) : Promise.resolve(undefined),
    ),
  );
  const graded = await withGrading(around);
  const bytes = pack(texts, graded, lessons);
  if (!bytes) return undefined;
  // Nobody is to hand over what does not come back.
  const again = await read(bytes, graded);
  return 'texts' in again && texts.every((text, at) => again.texts[at] === text)
    ? bytes
    : undefined;
}

function pack(
  texts: readonly string[],
  around: Graded,
  lessons: readonly (Lesson | undefined)[],
): Uint8Array | undefined {
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  if (texts.length > mostRecords || characters > mostCharacters) return undefined;
  const writer = new RangeWriter();
  const coder = new AdaptiveCoder(writer);
  const {lessons: names, questions} = slotsOf(around.course);
  coder.plain(4, layout);
  coder.number('count', texts.length);
  coder.number('slots', names.length);
  coder.number('slots', questions.length);
  coder.plain(16, slotCheck(names, questions));
  for (const lesson of lessons) coder.flag('lesson at hand', lesson !== undefined);
  if (lessons.some(Boolean)) coder.plain(16, keyCheck(lessons));
  const stream = new RecordStream(coder, around, [names, questions], lessons);
  for (const text of texts) stream.code(text, mostCharacters);
  const bytes = writer.bytes();
  return characters <= charactersIn(bytes) ? bytes : undefined;
}

/**
 * Reads what `packRecords` wrote; never rejects for what the bytes say, and accepts only the one way to write it.
 * Reasons: `newer-format`, `code-damaged`, `ledger-mismatch` (the course of this device does not have the slots, or
 * not the questions, it was written with; facts: course), `lesson-unreachable` (facts: lesson). Rejects as `lessonOf` does.
 */
export async function unpackRecords(
  bytes: Uint8Array,
  around: Surroundings,
): Promise<readonly string[] | Unreadable> {
  const graded = await withGrading(around);
  const found = await read(bytes, graded);
  if ('reason' in found) return found;
  const {texts, names, questions, lessons} = found;
  const course = {...around.course, slots: {lessons: [...names], questions: [...questions]}};
  const asked = lessonsAsked(texts);
  const needed = lessons.map((lesson) => (lesson && asked.has(lesson.id) ? lesson : undefined));
  const again = pack(texts, {...graded, course}, needed);
  return again?.length === bytes.length && again.every((byte, at) => byte === bytes[at])
    ? texts
    : damaged;
}

interface Unpacked {
  readonly texts: readonly string[];
  readonly names: readonly string[];
  readonly questions: readonly string[];
  readonly lessons: readonly (Lesson | undefined)[];
}

const damaged: Unreadable = {reason: 'code-damaged', facts: {}};

/** The surroundings with what tells how an answer was graded, in a file of its own that every page has by then. */
type Graded = Surroundings & StreamSetting;

const withGrading = async (around: Surroundings): Promise<Graded> => ({
  ...around,
  grade: (await chunk(import('../curriculum/grading.js'))).gradeResponse,
});

/** What the bytes say, whether or not it is the one way to say it. */
async function read(bytes: Uint8Array, around: Graded): Promise<Unpacked | Unreadable> {
  const reader = new RangeReader(bytes);
  const coder = new AdaptiveCoder(reader);
  const mismatch: Unreadable = {reason: 'ledger-mismatch', facts: {course: around.course.id}};
  const all = slotsOf(around.course);
  let lessons: (Lesson | undefined)[];
  let count: number;
  let names: readonly string[];
  let questions: readonly string[];
  try {
    const given = coder.plain(4, 0);
    if (given !== layout) return {reason: 'newer-format', facts: {layout: given}};
    count = coder.number('count', 0);
    if (count > mostRecords) return damaged;
    const slots = [coder.number('slots', 0), coder.number('slots', 0)] as const;
    const check = coder.plain(16, 0);
    if (slots[0] > all.lessons.length || slots[1] > all.questions.length) return mismatch;
    names = all.lessons.slice(0, slots[0]);
    questions = all.questions.slice(0, slots[1]);
    if (check !== slotCheck(names, questions)) return mismatch;
    lessons = [];
    for (const id of lessonSlots(names)) {
      if (!coder.flag('lesson at hand', false)) lessons.push(undefined);
      else {
        const lesson = id === undefined ? undefined : await around.lessonOf(id);
        if (!lesson) return {reason: 'lesson-unreachable', facts: {lesson: id ?? ''}};
        lessons.push(lesson);
      }
    }
    if (lessons.some(Boolean) && coder.plain(16, 0) !== keyCheck(lessons)) return mismatch;
  } catch (error) {
    if (error instanceof NotWritten) return damaged;
    throw error;
  }

  const texts: string[] = [];
  try {
    const stream = new RecordStream(coder, around, [names, questions], lessons);
    let room = charactersIn(bytes);
    for (let left = count; left > 0; left--) {
      const text = stream.code(undefined, room);
      room -= text.length;
      if (room < 0 || reader.overrun) return damaged;
      texts.push(text);
    }
  } catch (error) {
    if (error instanceof NotWritten) return damaged;
    throw error;
  }
  return {texts, names, questions, lessons};
}

const charactersIn = (bytes: Uint8Array): number =>
  Math.min(mostCharacters, bytes.length * mostPerByte + characterAllowance);

const slotCheck = (lessons: readonly string[], questions: readonly string[]): number =>
  crc32Of([...lessons, '', ...questions].join('\n')) & 0xffff;

const keyCheck = (lessons: readonly (Lesson | undefined)[]): number =>
  crc32Of(lessons.flatMap((lesson) => (lesson ? [lesson.id, keysOf(lesson)] : [])).join('\n')) &
  0xffff;

/** Per slot the lesson of which it is the newest; a milestone's id is asked for too, and nothing comes of it. */
function lessonSlots(names: readonly string[]): (string | undefined)[] {
  const ids = names.map(idOf);
  return ids.map((id, slot) => (ids.lastIndexOf(id) === slot ? id : undefined));
}

/** Lessons of which a question was answered. */
function lessonsAsked(texts: readonly string[]): ReadonlySet<string> {
  const ids = texts.flatMap((text) => {
    const {question, result} = readRecord(text) ?? {};
    return question !== undefined && result ? [idOf(question)] : [];
  });
  return new Set(ids);
}
