import {type Course, lessonsOf} from '../../src/curriculum/course.js';
import {questionKey} from '../../src/curriculum/ids.js';
import {toBase32} from '../../src/store/reckoning/base32.js';
import {dayOf} from '../../src/store/reckoning/calendar.js';
import {hexOf} from '../../src/store/reckoning/heads.js';
import type {PacketRow} from '../../src/store/reckoning/packet.js';
import type {Heard} from '../../src/store/reckoning/period-figures.js';
import type {LearningRecord} from '../../src/store/reckoning/record.js';
import {fold} from '../../src/store/reckoning/standing.js';
import {sampleCourse} from '../exchange/sample-course.js';
import {bareRecord} from './bare-record.js';
import type {SlowCourse, SlowPacket, SlowPerson} from './slow-figures.js';

/** A Sunday in the fourth quarter. */
export const today = dayOf('2026-11-22');

const plain = sampleCourse({lessons: 6, questions: 12});
/** Six lessons of two questions, one of which keeps people safe; three of them are the core. */
export const course: Course = {
  ...plain,
  modules: plain.modules.map((module) => ({
    ...module,
    lessons: module.lessons.map((lesson) => ({
      ...lesson,
      questions: lesson.questions.map((question, index) => ({
        ...question,
        ...(lesson.id === 'b02' && index === 0 && {safety: true as const}),
      })),
    })),
  })),
  milestones: [
    {id: 'core', version: 1, title: 'Phần lõi', lessons: ['b01', 'b02', 'b03']},
    {id: 'm01', version: 1, title: 'Phần một', lessons: ['b01', 'b02']},
  ],
  slots: {...plain.slots, lessons: [...plain.slots.lessons, 'core@1', 'm01@1']},
};
/** The same, for whoever reckons slowly. */
export const slow: SlowCourse = {
  builtOn: dayOf(course.builtOn),
  lessons: lessonsOf(course).map(({id, questions}) => ({
    id,
    questions: questions.map((one) => ({key: questionKey(id, one.id, one.rev)})),
  })),
  milestone: {id: 'core', slot: course.slots.lessons.indexOf('core@1')},
};

export const devices = [1, 2].map((byte) => toBase32(new Uint8Array(10).fill(byte)));
const learner = '0123456789ABCDEF';
/** Noon in Vietnam, ms UTC. */
export const noon = (day: number) => Date.UTC(2020, 0, 1 + day, 5);

/** Somebody as the store gives them, with the records it came from. */
export interface Known extends Heard, SlowPerson {
  readonly records: readonly LearningRecord[];
  readonly packets: readonly (PacketRow & SlowPacket)[];
}

let made = 0;

/** A record of somebody, forty days old. */
export const record = (more: Partial<LearningRecord>): LearningRecord =>
  bareRecord({learner, device: devices[0]!, course: course.id, at: noon(today - 40), ...more});

/** An answer to a question; `dung` is right. */
export const answer = (question: string, attempt: number, text: string, use = 'lesson') =>
  ({
    verb: 'answered',
    lesson: question.replace(/#.*@/, '@'),
    question,
    attempt,
    use,
    result: {
      response: text,
      simpleResponse: text,
      correct: text === 'dung' ? 1 : 0,
      hinted: false,
      activeMs: 1000,
    },
  }) as Partial<LearningRecord>;

/** What came of a phone on a day. */
export const packet = (
  device: string,
  day: number,
  more: Partial<PacketRow & SlowPacket> = {},
) => ({
  kind: 'records' as const,
  learner,
  course: course.id,
  bytes: new Uint8Array(0),
  courseVersion: [1, 0] as const,
  madeOn: day,
  epoch: 0,
  streams: [{device: hexOf(device), through: 0, beyond: 0, tail: '0000'}],
  moreStreams: false,
  partial: false,
  hash: String(++made),
  firstReceivedOn: day,
  firstReceivedAt: noon(day),
  times: 1,
  import: 'i',
  admitted: true,
  // The slow reckoning's own names for the same.
  device,
  receivedOn: day,
  ...more,
  slots: (more.slots ?? [8, 12]) as never,
});

/** Somebody with everything that goes wrong with phones. */
export function somebody(chance: () => number): Known {
  const upTo = (many: number) => Math.floor(chance() * many);
  const records: LearningRecord[] = [];
  const used = devices.slice(0, upTo(3));
  const attempts = new Map<string, number>();
  for (const device of used) {
    // Two phones that do not know of each other count tries from the beginning.
    if (chance() < 0.3) attempts.clear();
    const many = upTo(25);
    let seq = 0;
    for (let index = 0; index < many; index++) {
      seq += chance() < 0.01 ? 2 : 1;
      const major = chance() < 0.8 ? 1 : 2;
      const lesson = `b0${1 + upTo(6)}`;
      const base = {
        device,
        seq,
        at: noon(today - 200 + upTo(210)) + upTo(86_400_000),
        clock: chance() < 0.1 ? ('behind' as const) : ('ok' as const),
        mode: (['self', 'self', 'self', 'group', 'proxy'] as const)[upTo(5)]!,
      };
      const what = chance();
      if (what < 0.15) {
        records.push(record({...base, verb: 'completed', milestone: 'core@1', rule: 'milestone'}));
      } else if (what < 0.45) {
        records.push(record({...base, verb: 'completed', lesson: `${lesson}@${major}`}));
      } else {
        const question = `${lesson}#q${1 + upTo(2)}@1`;
        const attempt = (attempts.get(question) ?? 0) + 1;
        const use = chance() < 0.1 ? 'review' : 'lesson';
        if (use === 'lesson') attempts.set(question, attempt);
        const text = ['dung', 'dung', 'sai', 'lac'][upTo(4)]!;
        records.push(record({...base, ...answer(question, attempt, text, use), mode: 'self'}));
      }
    }
  }
  const packets = used.flatMap((device) =>
    Array.from({length: upTo(4)}, () => {
      const receivedOn = today - upTo(90);
      const slots = chance() < 0.1 ? 6 : 8;
      return packet(device, receivedOn, {
        madeOn: receivedOn - upTo(5) + (chance() < 0.05 ? -900 : 1),
        slots: [slots, 12] as never,
        admitted: chance() < 0.9,
        courseVersion: [1, 0],
      });
    }),
  );
  const heardBy = new Set(packets.filter(({admitted}) => admitted).map(({device}) => device));
  // What no packet brought, nobody knows.
  const known = records.filter(({device}) => heardBy.has(device));
  return {records: known, standing: fold(known), packets: packets};
}

/** The same person, for whoever reckons slowly. */
export const slowly = (one: Known): SlowPerson => ({
  records: one.records,
  packets: one.packets.map((row) => ({
    device: row.device,
    madeOn: row.madeOn,
    receivedOn: row.firstReceivedOn,
    slots: (row as PacketRow).slots[0],
    admitted: row.admitted,
  })),
});
