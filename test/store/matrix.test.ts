import {expect} from '@open-wc/testing';
import type {Course} from '../../src/curriculum/course.js';
import {toBase32} from '../../src/store/reckoning/base32.js';
import {dayOf} from '../../src/store/reckoning/calendar.js';
import {cellStates, freshDays, matrixOf} from '../../src/store/reckoning/matrix.js';
import type {PacketRow, ReceivedLearner, StreamHead} from '../../src/store/reckoning/packet.js';
import {
  type LessonStanding,
  type Reach,
  type Standing,
  unknownDay,
} from '../../src/store/reckoning/standing.js';
import {noStanding} from '../exchange/departures.js';
import {sampleCourse} from '../exchange/sample-course.js';

/** Two lessons of two questions each. */
const course = sampleCourse({lessons: 2, questions: 4});
/** The same after both lessons got new content. */
const second = sampleCourse({lessons: 2, questions: 4, major: 2, before: ['b01@1', 'b02@1']});
const today = dayOf('2026-11-22');
const lan = '0123456789ABCDEF';
/** The phone whose short name is `head('b').device`. */
const oldPhone = toBase32(new Uint8Array(10).fill(0xbb));

const lesson = (reach: Reach, day = unknownDay): LessonStanding => ({
  reach,
  day,
  run: reach >= 3 ? 0 : -1,
  practised: false,
});
const right = {firstRight: true, firstWrong: false, right: true, tries: 1};
const standing = (
  lessons: Standing['lessons'] = {},
  questions: readonly string[] = [],
): Standing => ({
  ...noStanding,
  lessons,
  questions: Object.fromEntries(questions.map((name) => [name, right])),
});

const head = (device: string, more: Partial<StreamHead> = {}): StreamHead => ({
  device: device.repeat(8),
  through: 10,
  beyond: 0,
  tail: 'beef',
  ...more,
});

/** A packet made `age` days ago and received the same day. */
const packet = (age: number, more: Partial<PacketRow> = {}): PacketRow => ({
  kind: 'code',
  learner: lan,
  course: course.id,
  bytes: new Uint8Array(0),
  courseVersion: [1, 0],
  madeOn: today - age,
  epoch: 0,
  streams: [head('a')],
  moreStreams: false,
  slots: [2, 4],
  partial: false,
  hash: '0'.repeat(32),
  firstReceivedOn: today - age,
  firstReceivedAt: (today - age) * 86_400_000,
  times: 1,
  import: 'i',
  admitted: true,
  ...more,
});

const learner = (known: Standing, packets: readonly PacketRow[]): ReceivedLearner => ({
  learner: lan,
  standing: known,
  packets,
});

/** Names of the cells of the first learner. */
const cellsOf = (known: Standing, packets: readonly PacketRow[], of: Course = course) =>
  [...matrixOf(of, [learner(known, packets)], today).states].map((state) => cellStates[state]);

const fresh = [packet(3)];
const stale = [packet(freshDays + 1)];

describe('the matrix', () => {
  const table: readonly (readonly [
    title: string,
    known: Standing,
    packets: readonly PacketRow[],
    cell: (typeof cellStates)[number],
    of?: Course,
  ])[] = [
    ['says done of a lesson done alone', standing({'b01@1': lesson(5, 2500)}), fresh, 'done'],
    ['says done of a lesson done in a group', standing({'b01@1': lesson(4, 2500)}), fresh, 'done'],
    ['does not count what a proxy did', standing({'b01@1': lesson(3, 2500)}), fresh, 'started'],
    ['says done however old the data', standing({'b01@1': lesson(5, 2500)}), stale, 'done'],
    ['says done without a day', standing({'b01@1': lesson(5)}), fresh, 'done'],
    ['says begun of a lesson that was opened', standing({'b01@1': lesson(1)}), fresh, 'started'],
    ['says begun of a lesson with answers', standing({'b01@1': lesson(2)}), fresh, 'started'],
    [
      'says begun of a lesson practised with a citizen',
      standing({'b01@1': {...lesson(0), practised: true}}),
      fresh,
      'started',
    ],
    ['says not done when the data is fresh', standing(), fresh, 'not-done'],
    ['says not done up to the last fresh day', standing(), [packet(freshDays)], 'not-done'],
    ['does not know when the data is old', standing(), stale, 'unknown'],
    [
      'does not know of what was only begun long ago',
      standing({'b01@1': lesson(2)}),
      stale,
      'unknown',
    ],
    ['does not know when nothing was received', standing(), [], 'unknown'],
    [
      'does not know when every packet was taken back',
      standing(),
      [packet(1, {admitted: false})],
      'unknown',
    ],
    [
      'does not know when records are missing',
      standing(),
      [packet(1, {streams: [head('a', {beyond: 3})]})],
      'unknown',
    ],
    [
      'knows again when a later packet has no gap',
      standing(),
      [
        packet(5, {streams: [head('a', {beyond: 3})]}),
        packet(1, {streams: [head('a', {through: 14})]}),
      ],
      'not-done',
    ],
    [
      'does not know while what was beyond the gap is still missing',
      standing(),
      [
        packet(5, {streams: [head('a', {beyond: 3})]}),
        packet(1, {streams: [head('a', {through: 5})]}),
      ],
      'unknown',
    ],
    [
      'knows when the records themselves fill the gap',
      {...standing(), covered: {[`${oldPhone}/${lan}/${course.id}`]: [[1, 14]]}},
      [packet(1, {streams: [head('b', {beyond: 3})]})],
      'not-done',
    ],
    [
      'knows when the phone that was silent too long is no longer in use',
      {...standing(), retired: {[oldPhone]: 10}},
      [packet(40, {streams: [head('b')]}), packet(1)],
      'not-done',
    ],
    [
      'does not know when a phone that was put away has written again',
      {...standing(), retired: {[oldPhone]: 9}},
      [packet(40, {streams: [head('b')]}), packet(1)],
      'unknown',
    ],
    [
      'does not ask a phone that was put away whether it had the lesson',
      {...standing(), retired: {[oldPhone]: 10}},
      [packet(2, {streams: [head('b')], slots: [0, 0]}), packet(1)],
      'not-done',
    ],
    [
      'does not know a lesson the sender did not have',
      standing(),
      [packet(1, {slots: [0, 0]})],
      'unknown',
    ],
    [
      'does not know when one of two phones was silent too long',
      standing(),
      [packet(40, {streams: [head('b')]}), packet(1)],
      'unknown',
    ],
    [
      'knows when both phones were heard of',
      standing(),
      [packet(20, {streams: [head('b')]}), packet(1)],
      'not-done',
    ],
    [
      'knows when one phone speaks for a former one too',
      standing(),
      [packet(40, {streams: [head('b')]}), packet(1, {streams: [head('a'), head('b')]})],
      'not-done',
    ],
    [
      'does not know when a lesson is new to one of two phones',
      standing(),
      [packet(2, {streams: [head('b')], slots: [0, 0]}), packet(1)],
      'unknown',
    ],
    [
      'takes a code from May that is pasted today for what it is',
      standing(),
      [packet(0, {madeOn: today - 180})],
      'unknown',
    ],
    [
      'takes a packet from the future as old as the day it came',
      standing(),
      [packet(40, {madeOn: today + 300})],
      'unknown',
    ],
    [
      'gives no day to a packet older than the course',
      standing(),
      [packet(0, {madeOn: dayOf('2016-01-01')})],
      'unknown',
    ],
    [
      'says that every question is right though the phone has not closed the lesson',
      standing({'b01@1': lesson(2)}, ['b01#q1@1', 'b01#q2@1']),
      fresh,
      'all-right',
    ],
    [
      'says so however old the data',
      standing({'b01@1': lesson(2)}, ['b01#q1@1', 'b01#q2@1']),
      stale,
      'all-right',
    ],
    [
      'does not say so while one question is missing',
      standing({'b01@1': lesson(2)}, ['b01#q1@1']),
      fresh,
      'started',
    ],
    [
      'does not say so of answers to former questions',
      standing({'b01@1': lesson(2)}, ['b01#q1@1', 'b01#q2@1']),
      [packet(1, {slots: [4, 4]})],
      'not-done',
      second,
    ],
    [
      'says that the former version was learned',
      standing({'b01@1': lesson(5, 2500)}),
      [packet(1, {slots: [4, 4]})],
      'done-before',
      second,
    ],
    [
      'says so when the new one was begun',
      standing({'b01@1': lesson(5, 2500), 'b01@2': lesson(2)}),
      [packet(1, {slots: [4, 4]})],
      'done-before',
      second,
    ],
    [
      'says done of the new version',
      standing({'b01@1': lesson(5, 2500), 'b01@2': lesson(5, 2510)}),
      [packet(1, {slots: [4, 4]})],
      'done',
      second,
    ],
    [
      'does not know the new version of a sender who has the former',
      standing(),
      [packet(1)],
      'unknown',
      second,
    ],
    [
      'takes a newer version than this device knows as done',
      standing({'b01@3': lesson(5, 2500)}),
      fresh,
      'done',
    ],
  ];
  for (const [title, known, packets, cell, of] of table) {
    it(title, () => expect(cellsOf(known, packets, of)[0]).to.equal(cell));
  }

  it('has three numbers that add up to the learners, begun counted as not done', () => {
    const received = [
      learner(standing({'b01@1': lesson(5, 2500)}), stale),
      learner(standing({'b01@1': lesson(1)}), fresh),
      learner(standing(), fresh),
      learner(standing(), stale),
      learner(standing({'b01@1': lesson(2)}, ['b01#q1@1', 'b01#q2@1']), stale),
      learner(standing({'b01@1': lesson(2)}, ['b01#q1@1', 'b01#q2@1']), fresh),
      learner(standing(), []),
    ];
    const {totals} = matrixOf(course, received, today);
    expect(totals[0]).to.deep.equal({done: 1, notDone: 3, unknown: 3});
    for (const {done, notDone, unknown} of totals) {
      expect(done + notDone + unknown).to.equal(received.length);
    }
  });

  it('dates each completion, and leaves an unknown day open', () => {
    const {days} = matrixOf(
      course,
      [learner(standing({'b01@1': lesson(5, 2500), 'b02@1': lesson(5)}), fresh)],
      today,
    );
    expect([...days]).to.deep.equal([2500, 0xffff]);
  });

  it('dates a lesson learned in its former version by that one', () => {
    const known = standing({'b01@1': lesson(5, 2500), 'b01@2': lesson(1)});
    expect(matrixOf(second, [learner(known, fresh)], today).days[0]).to.equal(2500);
  });

  it('names the day of each learner and the oldest data any number rests on', () => {
    const matrix = matrixOf(
      course,
      [
        {...learner(standing(), [packet(9), packet(2)]), name: 'Lan'},
        learner(standing(), stale),
        learner(standing(), []),
      ],
      today,
    );
    expect(matrix.learners.map(({dataDay}) => dataDay)).to.deep.equal([
      today - 2,
      today - freshDays - 1,
      undefined,
    ]);
    expect(matrix.learners.map(({name}) => name)).to.deep.equal(['Lan', undefined, undefined]);
    expect(matrix.learners.map((row) => row.fresh)).to.deep.equal([true, false, false]);
    expect(matrix.oldest).to.equal(today - freshDays - 1);
    expect(matrix.lessons[1]).to.deep.equal({id: 'b02', title: 'Bài 2', module: 'm01'});
  });

  it('says when the clock of a phone cannot be right', () => {
    const wrong = (packets: readonly PacketRow[]) =>
      matrixOf(course, [learner(standing(), packets)], today).learners[0]!.wrongClock;
    expect(wrong(fresh)).to.equal(false);
    expect(wrong([packet(0, {madeOn: today + 1})])).to.equal(true);
    expect(wrong([packet(0, {madeOn: 0})])).to.equal(true);
    expect(wrong([packet(9), packet(0, {madeOn: 0})])).to.equal(true);
    expect(wrong([packet(9, {madeOn: 0}), packet(0)])).to.equal(false);
  });

  it('of nobody is empty', () => {
    const matrix = matrixOf(course, [], today);
    expect(matrix.states).to.have.length(0);
    expect(matrix.totals).to.deep.equal([
      {done: 0, notDone: 0, unknown: 0},
      {done: 0, notDone: 0, unknown: 0},
    ]);
    expect(matrix).to.not.have.property('oldest');
  });

  it('of a province needs one look at each learner', function () {
    // Far from what a slow machine takes, near to what anything quadratic would.
    this.timeout(60_000);
    const large = sampleCourse({lessons: 45, questions: 200});
    const known = standing(
      Object.fromEntries(large.slots.lessons.map((name) => [name, lesson(5, 2500)])),
      large.slots.questions,
    );
    const received = Array.from({length: 5324}, () => learner(known, fresh));
    expect(matrixOf(large, received, today).totals[44]).to.include({done: 5324});
  });
});
