import {expect} from '@open-wc/testing';
import {dayOf} from '../../src/store/reckoning/calendar.js';
import {needsOf} from '../../src/store/reckoning/help.js';
import {itemsOf, shareOf} from '../../src/store/reckoning/items.js';
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
import {runs} from '../runs.js';
import {
  answer,
  course,
  devices,
  type Known,
  noon,
  packet,
  record,
  slow,
  slowly,
  somebody,
  today,
} from './heard-people.js';
import {slowInterval, slowItems, slowReport} from './slow-figures.js';

const span = spanOf('2026Q4');

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
