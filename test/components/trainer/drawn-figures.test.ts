import {expect, waitUntil} from '@open-wc/testing';
import type {Course} from '../../../src/curriculum/course.js';
import {lessonsOf} from '../../../src/curriculum/course.js';
import {lessonKey, questionKey} from '../../../src/curriculum/ids.js';
import {dayOf} from '../../../src/store/reckoning/calendar.js';
import {hexOf} from '../../../src/store/reckoning/heads.js';
import type {Member} from '../../../src/store/reckoning/member.js';
import type {Packet} from '../../../src/store/reckoning/packet.js';
import {spanOf} from '../../../src/store/reckoning/periods.js';
import type {LearningRecord} from '../../../src/store/reckoning/record.js';
import {fold} from '../../../src/store/reckoning/standing.js';
import type {Store} from '../../../src/store/store.js';
import {sampleCourse} from '../../exchange/sample-course.js';
import {naiveRows, naiveTotals, type Province, type Sent} from '../../store/naive-matrix.js';
import {randomProvince} from '../../store/random-province.js';
import {type SlowPerson, slowReport} from '../../store/slow-figures.js';
import {openReport, rowsOf} from './desk.js';
import {openRoom, shown, testStore, textOf, today} from './room.js';

/** Six lessons, two of which had an edition before; all of them are the core. */
const course: Course = (() => {
  const plain = sampleCourse({lessons: 6, questions: 12, major: 2, before: ['b01@1', 'b02@1']});
  const lessons = lessonsOf(plain).map(({id}) => id);
  return {
    ...plain,
    milestones: [{id: 'core', version: 1, title: 'Phần lõi', lessons}],
    slots: {...plain.slots, lessons: [...plain.slots.lessons, 'core@1']},
  };
})();

const words: Readonly<Record<string, string>> = {
  ...{unknown: 'Chưa rõ', 'not-done': 'Chưa học', started: 'Đang học', done: 'Đã hoàn thành'},
  ...{'done-before': 'Đã học bản cũ', 'all-right': 'Đủ câu đúng, chưa chốt'},
};
const written = (day: number) =>
  new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10).split('-').reverse().join('/');

/** What a phone wrote, as it wrote it. */
const recordOf = (
  {learner, device}: Sent,
  {seq, verb, lesson, major, question, right, mode, day, clockOk}: Sent['records'][number],
): LearningRecord => ({
  ...{id: `${device}-${seq}`, v: 1, learner, device, course: course.id, seq},
  ...{at: Date.UTC(2020, 0, 1 + day, 3), tz: 420, clock: clockOk ? 'ok' : 'behind', epoch: 0},
  ...{courseVersion: '1.0.0', lang: 'vi', use: 'lesson', mode: mode as 'self'},
  verb: verb as 'answered',
  lesson: lessonKey(lesson, `${major}.0.0`),
  ...(question !== undefined && {
    question: questionKey(lesson, question, major),
    attempt: 1,
    result: {
      ...{response: 'a', simpleResponse: 'a', correct: right ? 1 : 0, hinted: false, activeMs: 1},
    },
  }),
});

/** A made-up commune in a store: received today, everybody in one of its teams. */
async function furnished(seed: number): Promise<{raw: Province; store: Store}> {
  const {raw, view} = randomProvince(course, today, seed, {members: 28, teams: 4});
  const known = new Set(raw.units.map(({id}) => id));
  raw.units = raw.units.map(({id, parent}) =>
    parent === undefined ? {id} : {id, parent: known.has(parent) ? parent : 'TOP'},
  );
  raw.sent = raw.sent
    .filter(({admitted}) => admitted)
    .map((one) => ({...one, firstReceivedOn: today}));
  for (const [at, member] of raw.members.entries()) {
    member.name = `Nguyễn Văn Số ${at}`;
    member.posts = [{unit: raw.units[at % raw.units.length]!.id, role: 'member'}];
  }
  const {store} = testStore();
  await (
    await store.roster()
  ).change({
    units: new Map(
      raw.units.map((one) => [
        one.id,
        {...one, level: 'team', names: view.units.get(one.id)!.names},
      ]),
    ),
    members: new Map(
      raw.members.map(({code, name, posts}) => [code, {code, name, posts} as unknown as Member]),
    ),
    links: raw.members.flatMap(({code, learners}) =>
      learners.map((learner) => ({member: code, learner, on: true})),
    ),
  });
  await store.admit(
    raw.sent.map((one, at): Packet => ({
      ...{kind: 'code', learner: one.learner, course: course.id, courseVersion: [0, 9]},
      bytes: new TextEncoder().encode(`${seed} ${at}`),
      standing: fold(one.records.map((each) => recordOf(one, each))),
      ...{madeOn: one.madeOn, epoch: 0, moreStreams: false, slots: [one.slots, 0], partial: false},
      streams: [
        {device: hexOf(one.device), through: one.through, beyond: one.beyond, tail: 'beef'},
      ],
    })),
  );
  return {raw, store};
}

const slowlyOf = (raw: Province): SlowPerson[] =>
  raw.members.map(({learners}) => {
    const sent = raw.sent.filter(({learner}) => learners.includes(learner));
    const records = sent.flatMap((one) => one.records.map((each) => recordOf(one, each)));
    return {
      records: [...new Map(records.map((one) => [one.id, one])).values()] as never,
      packets: sent.map(({device, madeOn, firstReceivedOn, slots, admitted}) => ({
        ...{device, madeOn, receivedOn: firstReceivedOn, slots, admitted},
      })),
    };
  });

describe('what is drawn of a made-up commune', () => {
  for (const seed of [1, 2, 3]) {
    it(`is in every cell and every total of the matrix what somebody slow finds in the records, commune ${seed}`, async () => {
      const {raw, store} = await furnished(seed);
      const room = await openRoom(store, {course});
      const {renderRoot} = room.matrix;
      await waitUntil(() => shown(room.matrix).includes('Đang xem tất cả'), 'the ledger is there');
      await waitUntil(() => !shown(room.matrix).includes('Đang cộng'), 'everybody was judged');
      const place = renderRoot.querySelector('.place')!;
      const drawn = new Map<string, (string | null)[]>();
      for (let top = 0; top <= place.scrollHeight; top += 200) {
        place.scrollTop = top;
        place.dispatchEvent(new Event('scroll'));
        const inSight = () => [...renderRoot.querySelectorAll('.rows > [role=row]')];
        await waitUntil(
          () => inSight().every((row) => row.querySelector('[role=gridcell]')),
          'every row has its cells',
        );
        for (const row of inSight()) {
          drawn.set(
            textOf(row.querySelector('.name')),
            [...row.querySelectorAll('[role=gridcell]')].map((cell) =>
              cell.getAttribute('aria-label'),
            ),
          );
        }
      }
      const rows = naiveRows(raw);
      for (const {who, cells} of rows) {
        const member = raw.members.find(({code}) => code === who);
        if (!member) continue;
        expect(drawn.get(member.name), member.name).to.deep.equal(
          cells.map((cell) => {
            const [word = '', day] = cell.split(' ');
            return day === undefined ? words[word] : `${words[word]} ${written(Number(day))}`;
          }),
        );
      }
      const numbers = (label: string | null) => label!.match(/\d+/g)!.map(Number);
      for (const [id, name] of [
        ['TOP', 'Tỉnh'],
        ...raw.units
          .slice(1)
          .map((one) => [one.id, one.id.replace(/^C/, 'Xã ').replace(/^T/, 'Tổ ')]),
      ] as const) {
        const labels = [...drawn].find(([head]) => head.replace(/ \(.*/, '') === name)?.[1];
        expect(labels?.map(numbers), name).to.deep.equal(naiveTotals(raw, rows, id));
      }
    });
  }

  it('is in the table of the report what somebody slow finds in the records', async () => {
    const {raw, store} = await furnished(4);
    const report = await openReport(store, {of: course});
    const drawn = rowsOf(report, 'Số liệu quý IV/2026').slice(1, 6);
    const slow = {
      builtOn: dayOf(course.builtOn),
      lessons: lessonsOf(course).map(({id}) => ({id, questions: []})),
      milestone: {id: 'core', slot: course.slots.lessons.indexOf('core@1')},
    };
    const [now, before] = ['2026Q4', '2026Q3'].map((period) => {
      const {from, until} = spanOf(period);
      return slowReport(slow, slowlyOf(raw), from, until, today);
    });
    expect(now!.lessons).to.be.above(0);
    expect(drawn.map(([, ...values]) => values)).to.deep.equal(
      (['people', 'done', 'unknown', 'lessons', 'lessonsNoDay'] as const).map((name) => [
        String(now![name]),
        String(before![name]),
      ]),
    );
  });
});
