import {expect} from '@open-wc/testing';
import {type Course, lessonsOf} from '../../src/curriculum/course.js';
import {questionKey} from '../../src/curriculum/ids.js';
import {toBase32} from '../../src/store/reckoning/base32.js';
import {dayOf} from '../../src/store/reckoning/calendar.js';
import {hexOf} from '../../src/store/reckoning/heads.js';
import {needsOf} from '../../src/store/reckoning/help.js';
import {itemsOf, shareOf} from '../../src/store/reckoning/items.js';
import type {PacketRow} from '../../src/store/reckoning/packet.js';
import {
  agesOf,
  type Heard,
  periodFigures,
  personFigures,
  weeksOf,
} from '../../src/store/reckoning/period-figures.js';
import {periodBefore, spanOf} from '../../src/store/reckoning/periods.js';
import type {LearningRecord} from '../../src/store/reckoning/record.js';
import {fold} from '../../src/store/reckoning/standing.js';
import {chanceOf} from '../exchange/chance.js';
import {sampleCourse} from '../exchange/sample-course.js';
import {runs} from '../runs.js';
import {
  type SlowCourse,
  slowInterval,
  slowItems,
  type SlowPacket,
  type SlowPerson,
  slowReport,
} from './slow-figures.js';

const today = dayOf('2026-11-22');
const span = spanOf('2026Q4');

const plain = sampleCourse({lessons: 6, questions: 12});
const course: Course = {
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
const slow: SlowCourse = {
  builtOn: dayOf(course.builtOn),
  lessons: lessonsOf(course).map(({id, questions}) => ({
    id,
    questions: questions.map((one) => ({key: questionKey(id, one.id, one.rev)})),
  })),
  milestone: {id: 'core', slot: course.slots.lessons.indexOf('core@1')},
};

const devices = [1, 2].map((byte) => toBase32(new Uint8Array(10).fill(byte)));
const learner = '0123456789ABCDEF';
const noon = (day: number) => Date.UTC(2020, 0, 1 + day, 5);

interface Known extends Heard, SlowPerson {
  readonly records: readonly LearningRecord[];
  readonly packets: readonly (PacketRow & SlowPacket)[];
}

let made = 0;

const record = (more: Partial<LearningRecord>): LearningRecord => ({
  id: `01900000-0000-7000-8000-${String(++made).padStart(12, '0')}`,
  v: 1,
  learner,
  device: devices[0]!,
  course: course.id,
  seq: 1,
  at: noon(today - 40),
  tz: 420,
  clock: 'ok',
  epoch: 0,
  courseVersion: '1.0.0',
  lang: 'vi',
  verb: 'opened',
  use: 'lesson',
  mode: 'self',
  ...more,
});

const answer = (question: string, attempt: number, text: string, use = 'lesson') =>
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

const packet = (device: string, day: number, more: Partial<PacketRow & SlowPacket> = {}) => ({
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
function somebody(chance: () => number): Known {
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

const slowly = (one: Known): SlowPerson => ({
  records: one.records,
  packets: one.packets.map((row) => ({
    device: row.device,
    madeOn: row.madeOn,
    receivedOn: row.firstReceivedOn,
    slots: (row as PacketRow).slots[0],
    admitted: row.admitted,
  })),
});

describe('the figures of a report', () => {
  it('are those that somebody slow finds in the records, in two hundred teams', () => {
    const chance = chanceOf(2026);
    for (let team = 0; team < runs / 5; team++) {
      const people = Array.from({length: Math.floor(chance() * 60)}, () => somebody(chance));
      for (const period of ['2026Q4', '2026Q3', '2026H2', '2026Y']) {
        const days = spanOf(period);
        const all = people.map((one) => personFigures(course, one, days, today));
        const {milestones, ...figures} = periodFigures(course, all, days);
        const {done, notDone, unknown, oldest, ...expected} = slowReport(
          slow,
          people.map(slowly),
          days.from,
          days.until,
          today,
        );
        expect(milestones.get('core'), period).to.deep.equal({done, notDone, unknown});
        expect(figures, period).to.deep.equal({
          ...expected,
          lessonsInGroup: figures.lessonsInGroup,
          ...(oldest !== undefined && {oldest}),
        });
      }
    }
  });

  it('say done, not done and unknown of everybody, and nobody twice', () => {
    const chance = chanceOf(7);
    const people = Array.from({length: 300}, () => somebody(chance));
    const all = people.map((one) => personFigures(course, one, span, today));
    const {milestones} = periodFigures(course, all, span);
    for (const {done, notDone, unknown} of milestones.values()) {
      expect(done + notDone + unknown).to.equal(300);
    }
    const core = milestones.get('core')!;
    expect(Math.min(core.done, core.notDone, core.unknown)).to.be.above(0);
    const {week, month, older, undated, none} = agesOf(all, today);
    expect(week + month + older + undated + none).to.equal(300);
    const weeks = weeksOf(all, span, today).map(({lessons}) => lessons);
    expect(weeks.reduce((sum, lessons) => sum + lessons, 0)).to.equal(
      periodFigures(course, all, span).lessons,
    );
  });

  it('leave a lesson in the quarter in which it was first learned', () => {
    const records = [
      record({seq: 1, verb: 'completed', lesson: 'b01@1', at: noon(dayOf('2026-08-03'))}),
      record({seq: 2, verb: 'completed', lesson: 'b01@2', at: noon(dayOf('2026-11-03'))}),
    ];
    const one = {standing: fold(records), packets: [packet(devices[0]!, today) as never]};
    const lessonsIn = (period: string) =>
      periodFigures(course, [personFigures(course, one, spanOf(period), today)], spanOf(period))
        .lessons;
    expect([lessonsIn('2026Q3'), lessonsIn('2026Q4')]).to.deep.equal([1, 0]);
  });

  it('call a completion after the end of a period not done in it', () => {
    const records = [record({verb: 'completed', milestone: 'core@1', at: noon(today - 2)})];
    const one = {standing: fold(records), packets: [packet(devices[0]!, today) as never]};
    const core = (period: string) => {
      const days = spanOf(period);
      return periodFigures(course, [personFigures(course, one, days, today)], days).milestones.get(
        'core',
      );
    };
    expect(core('2026Q4')).to.deep.equal({done: 1, notDone: 0, unknown: 0});
    expect(core(periodBefore('2026Q4'))).to.deep.equal({done: 0, notDone: 1, unknown: 0});
  });
});

describe('what first answers say of questions', () => {
  it('is what somebody slow finds in the records, in forty teams', () => {
    const chance = chanceOf(11);
    for (let team = 0; team < runs / 25; team++) {
      const people = Array.from({length: Math.floor(chance() * 120)}, () => somebody(chance));
      const items = itemsOf(course, people);
      const expected = slowItems(slow, people.map(slowly));
      for (const [index, item] of items.entries()) {
        const {correlation, wrong, ...rest} = expected[index]!;
        expect(item).to.deep.include(rest);
        expect(Object.fromEntries(item.wrong.map((one) => [one.text, one.people]))).to.deep.equal(
          wrong,
        );
        if (correlation === undefined) expect(item.discrimination).to.equal(undefined);
        else expect(item.discrimination).to.be.closeTo(correlation, 1e-9);
      }
    }
  });

  it('has an interval that holds every share the figures do not contradict', () => {
    for (const [right, people] of [
      [0, 1],
      [1, 1],
      [3, 10],
      [20, 20],
      [250, 300],
    ] as const) {
      const share = shareOf(right, people)!;
      const [low, high] = slowInterval(right, people);
      expect(share.low).to.be.closeTo(low, 2e-5);
      expect(share.high).to.be.closeTo(high, 2e-5);
    }
    expect(shareOf(0, 0)).to.equal(undefined);
  });

  const crowd = (many: number, text: (index: number) => string, tries = 1): Known[] =>
    Array.from({length: many}, (_, index) => {
      const records = Array.from({length: tries}, (__, at) =>
        record({seq: at + 1, ...answer('b01#q1@1', at + 1, text(index))}),
      );
      return {records, standing: fold(records), packets: []};
    });
  const first = (people: readonly Known[]) => itemsOf(course, people)[0]!;

  it('flags a question that more than half surely answer wrong', () => {
    expect(first(crowd(30, (index) => (index < 8 ? 'dung' : `sai${index}`))).flags).to.deep.equal([
      'mostly-wrong',
    ]);
    expect(first(crowd(30, (index) => (index < 12 ? 'dung' : `sai${index}`))).flags).to.deep.equal(
      [],
    );
    expect(first(crowd(19, (index) => `sai${index}`)).flags).to.deep.equal([]);
  });

  it('flags a wrong answer that attracts more people than the right one', () => {
    const item = first(crowd(11, (index) => (index < 5 ? 'dung' : 'sai')));
    expect(item.flags).to.deep.equal(['one-lure']);
    expect(item.wrong).to.deep.equal([{text: 'sai', response: 'sai', people: 6}]);
    expect(first(crowd(11, (index) => (index < 6 ? 'dung' : 'sai'))).flags).to.deep.equal([]);
  });

  it('flags a question on which several people are stuck', () => {
    expect(first(crowd(5, () => 'sai', 3)).flags).to.deep.equal(['unsolved']);
    expect(first(crowd(4, () => 'sai', 3)).flags).to.deep.equal([]);
    expect(first(crowd(5, () => 'sai', 2)).flags).to.deep.equal([]);
  });

  it('flags a question that those who know the rest answer worse', () => {
    const people = Array.from({length: 60}, (_, index): Known => {
      const good = index % 2 === 0;
      const keys = slow.lessons.flatMap(({questions}) => questions.map(({key}) => key));
      const records = keys.map((key, at) => {
        const right = at === 0 ? !good : good || at % 5 === index % 5;
        return record({seq: at + 1, ...answer(key, 1, right ? 'dung' : `sai${index}`)});
      });
      return {records, standing: fold(records), packets: []};
    });
    expect(first(people).flags).to.include('backwards');
    expect(first(people).discrimination).to.be.below(-0.9);
    expect(first(people.slice(0, 39)).discrimination).to.equal(undefined);
  });
});

describe('who may be glad of help', () => {
  const known = (records: readonly LearningRecord[], day = today): Heard => ({
    standing: fold(records),
    packets: [packet(devices[0]!, day)],
  });
  const wrong = (times: number, key = 'b01#q1@1') =>
    Array.from({length: times}, (_, at) => record({seq: at + 1, ...answer(key, at + 1, 'sai')}));

  it('is somebody with three tries at a question who is not right yet', () => {
    expect(needsOf(course, known(wrong(3)), today).needs).to.deep.equal([
      {kind: 'stuck', lesson: 'b01', question: 'q1', key: 'b01#q1@1', tries: 3},
    ]);
    expect(needsOf(course, known(wrong(2)), today).needs).to.deep.equal([]);
    const solved = [...wrong(3), record({seq: 4, ...answer('b01#q1@1', 4, 'dung')})];
    expect(needsOf(course, known(solved), today).needs).to.deep.equal([]);
  });

  it('is somebody who completed lessons and then paused for three weeks, counted up to the news', () => {
    const done = (ago: number) => [
      record({verb: 'completed', lesson: 'b04@1', at: noon(today - ago)}),
    ];
    expect(needsOf(course, known(done(26), today - 5), today).needs).to.deep.equal([
      {kind: 'stopped', last: today - 26, days: 21, done: 1, total: 6, next: 'b01'},
    ]);
    expect(needsOf(course, known(done(25), today - 5), today).needs).to.deep.equal([]);
  });

  it('is somebody who began and is not right on what keeps people safe', () => {
    expect(needsOf(course, known(wrong(1, 'b02#q1@1')), today).needs).to.deep.equal([
      {kind: 'safety', milestone: 'm01', wrong: ['b02#q1@1'], open: 0},
    ]);
  });

  it('is nobody of whom nothing came lately', () => {
    for (const person of [
      known(wrong(5), today - 31),
      {...known(wrong(5)), packets: []},
      known([record({seq: 3, ...answer('b01#q1@1', 5, 'sai')})]),
    ]) {
      expect(needsOf(course, person, today).needs).to.deep.equal([]);
    }
  });
});
