import type {Course} from '../curriculum/course.js';
import {slotsOf} from '../curriculum/slots.js';
import type {ErrorCode, Facts} from '../errors.js';
import {fromBase32, toBase32} from '../store/reckoning/base32.js';
import type {Packet, StreamHead} from '../store/reckoning/packet.js';
import type {CivilDay, LearnerKey} from '../store/reckoning/record.js';
import {
  type LessonStanding,
  type QuestionStanding,
  type Reach,
  type Standing,
  unknownDay,
} from '../store/reckoning/standing.js';
import {crc32Of} from './crc32.js';
import {bytesOf, doneCode, fieldsOf, headOf, intact} from './digest-layout.js';

/** One learner × course as it leaves a device. */
export interface Departure {
  readonly course: Course;
  readonly learner: LearnerKey;
  readonly standing: Standing;
  /** Newest first; the first three travel. */
  readonly streams: readonly StreamHead[];
  readonly moreStreams: boolean;
  /** Civil day on this device's wall clock. */
  readonly madeOn: CivilDay;
}

/** Why bytes cannot be taken in. */
export interface Unreadable {
  readonly reason: ErrorCode;
  readonly facts: Facts;
  /** Whose it says it is, where that could be read. */
  readonly learner?: LearnerKey;
}

const mostLessons = 255;
const mostQuestions = 1023;
const mostStreams = 3;

/**
 * The part of a standing that fits a text code. What it says is never more than the standing:
 * joining the decoded digest to the standing it was made of changes nothing.
 */
export function encodeDigest(departure: Departure): Uint8Array {
  const {course, learner, standing, streams, madeOn} = departure;
  const slots = slotsOf(course);
  const lessons = slots.lessons.slice(0, mostLessons);
  const questions = slots.questions.slice(0, mostQuestions);
  const epoch = within(standing.epoch, 0xff);
  const codes = lessons.map((name) => lessonCode(standing.lessons[name]));
  const done = lessons
    .filter((_, slot) => (codes[slot] ?? 0) >= doneCode)
    .map((name) => standing.lessons[name]);
  const [major, minor] = course.version.split('.').map(Number);
  return bytesOf({
    signed: false,
    learner: fromBase32(learner) ?? new Uint8Array(10),
    courseKey: course.key,
    version: [within(major, 0xff), within(minor, 0xff)],
    ledger: ledgerCheck(lessons, questions),
    madeOn: within(madeOn, 0xffff),
    epoch,
    streams: streams.slice(0, mostStreams).map(sendable),
    moreStreams: departure.moreStreams || streams.length > mostStreams,
    lessons: codes,
    days: done.map((lesson) => {
      const day = lesson?.day ?? unknownDay;
      // A day that cannot be written becomes unknown, which joins to the true one.
      return day >= 0 && day <= 0xffff ? day : unknownDay;
    }),
    runs: done.map((lesson) => (lesson?.run ?? -1) >= epoch),
    questions: questions.map((name) => questionCode(standing.questions[name])),
  });
}

/**
 * Reads a digest somebody sent; never throws. Reasons: `code-damaged`, `newer-format`, `course-unknown`
 * (facts: key), `ledger-mismatch`. A sender with more slots than this device knows is read as far as names go.
 */
export function decodeDigest(bytes: Uint8Array, courses: readonly Course[]): Packet | Unreadable {
  if (!intact(bytes)) return {reason: 'code-damaged', facts: {}};
  const {layout} = headOf(bytes);
  const fields = layout === 1 ? fieldsOf(bytes) : 'newer';
  if (fields === 'newer') return {reason: 'newer-format', facts: {layout}};
  if (fields === undefined) return {reason: 'code-damaged', facts: {}};

  const course = courses
    .filter(({key}) => key === fields.courseKey)
    .sort((left, right) => slotCount(right) - slotCount(left))[0];
  const learner = toBase32(fields.learner);
  if (!course) return {reason: 'course-unknown', facts: {key: fields.courseKey}, learner};
  const {lessons: lessonNames, questions: questionNames} = slotsOf(course);
  const slots = [fields.lessons.length, fields.questions.length] as const;
  const partial = slots[0] > lessonNames.length || slots[1] > questionNames.length;
  if (!partial) {
    const ours = ledgerCheck(lessonNames.slice(0, slots[0]), questionNames.slice(0, slots[1]));
    if (ours !== fields.ledger) {
      return {reason: 'ledger-mismatch', facts: {course: course.id}, learner};
    }
  }

  const lessons: Record<string, LessonStanding> = {};
  let done = 0;
  for (const [slot, code] of fields.lessons.entries()) {
    const isDone = code >= doneCode;
    const day = isDone ? (fields.days[done] ?? unknownDay) : unknownDay;
    // Done in an earlier run: which one does not travel, and the first is true of every one.
    const run = isDone ? (fields.runs[done] ? fields.epoch : 0) : -1;
    if (isDone) done++;
    const name = lessonNames[slot];
    if (name === undefined || code === 0) continue;
    lessons[name] = {reach: (code >> 1) as Reach, day, run, practised: (code & 1) === 1};
  }
  const questions: Record<string, QuestionStanding> = {};
  for (const [slot, code] of fields.questions.entries()) {
    const name = questionNames[slot];
    const question = questionOf[code];
    if (name !== undefined && question) questions[name] = question;
  }
  return {
    kind: 'code',
    learner,
    course: course.id,
    bytes,
    standing: {
      lessons,
      questions,
      epoch: fields.epoch,
      totals: {},
      covered: {},
      attested: {},
      retired: {},
      newer: false,
    },
    courseVersion: fields.version,
    madeOn: fields.madeOn,
    epoch: fields.epoch,
    streams: fields.streams,
    moreStreams: fields.moreStreams,
    slots,
    partial,
  };
}

const slotCount = (course: Course): number => {
  const {lessons, questions} = slotsOf(course);
  return lessons.length + questions.length;
};

/** Sixteen bits by which two devices tell that the same slot means the same lesson. */
const ledgerCheck = (lessons: readonly string[], questions: readonly string[]): number =>
  crc32Of([...lessons, '', ...questions].join('\n')) & 0xffff;

const within = (value: number | undefined, most: number): number =>
  Math.min(most, Math.max(0, Math.trunc(value ?? 0)));

const lessonCode = (lesson: LessonStanding | undefined): number =>
  lesson ? lesson.reach * 2 + (lesson.practised ? 1 : 0) : 0;

/** What each code says and no more: `tries` is the least that must have happened. */
const questionOf: readonly (QuestionStanding | undefined)[] = [
  undefined,
  {firstRight: false, firstWrong: true, right: false, tries: 1},
  {firstRight: false, firstWrong: true, right: true, tries: 1},
  {firstRight: true, firstWrong: false, right: true, tries: 1},
  {firstRight: false, firstWrong: false, right: false, tries: 1},
  {firstRight: false, firstWrong: false, right: true, tries: 0},
  {firstRight: true, firstWrong: true, right: true, tries: 1},
  {firstRight: false, firstWrong: true, right: false, tries: 4},
];

function questionCode(question: QuestionStanding | undefined): number {
  if (!question) return 0;
  const {right, tries} = question;
  // A first attempt was a try, and a right one was right; a standing that says otherwise is not enlarged.
  const firstRight = question.firstRight && right && tries > 0;
  const firstWrong = question.firstWrong && tries > 0;
  if (firstRight) return firstWrong ? 6 : 3;
  if (firstWrong) return right ? 2 : tries >= 4 ? 7 : 1;
  if (right) return 5;
  return tries > 0 ? 4 : 0;
}

function sendable({device, through, beyond, tail, diary}: StreamHead): StreamHead {
  const count = (value: number) => within(value, 0xffffffff);
  const head = {device, through: count(through), beyond: count(beyond), tail};
  if (!diary || diary[0] < 0 || diary[1] < 1) return head;
  const [minutes, kn1, kn2, kn3, kn4, kn5] = diary[2];
  return {
    ...head,
    diary: [
      count(diary[0]),
      count(diary[1]),
      [count(minutes), count(kn1), count(kn2), count(kn3), count(kn4), count(kn5)],
    ],
  };
}
