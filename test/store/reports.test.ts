import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {Assignment} from '../../src/store/reckoning/assignment.js';
import type {ReportDraft, Reports} from '../../src/store/reports-contract.js';
import {runs} from '../runs.js';
import {classroom, newName, stores} from './classroom.js';

const course = 'a821b36c';
const draft: ReportDraft = {
  figures: {kn1: 34, visited: 128},
  difficulties: 'app tỉnh không đăng nhập được',
  revision: 1,
};
const line = (unit: string) => ({line: `#KNSBC1;u=${unit};…`, proposals: 'thêm buổi tối'});

describe('reports on a trainer’s device', () => {
  const {open, clear} = stores();
  afterEach(clear);

  it('are there again the next day, each under its unit and period', async () => {
    const name = newName();
    const first = await open({name}).reports();
    await first.keepDraft(course, '2026Q4', 'B1NHHA', draft);
    await first.keepDraft(course, '2026Q3', 'B1NHHA', {figures: {}, revision: 4});

    const again = await open({name}).reports();
    expect(await again.draft(course, '2026Q4', 'B1NHHA')).to.deep.equal(draft);
    expect((await again.draft(course, '2026Q3', 'B1NHHA'))?.revision).to.equal(4);
    expect(await again.draft(course, '2026Q4', 'AAAAA1')).to.equal(undefined);
    expect(await again.draft('00000000', '2026Q4', 'B1NHHA')).to.equal(undefined);
  });

  it('count a line that is pasted twice once', async () => {
    const reports = await open({name: newName()}).reports();
    expect(await reports.keep(course, '2026Q4', [line('B'), line('A')])).to.equal(2);
    expect(await reports.keep(course, '2026Q4', [line('A'), line('C')])).to.equal(1);
    await reports.keepDraft(course, '2026Q4', 'B1NHHA', draft);
    expect(await reports.received(course, '2026Q4')).to.deep.equal(['A', 'B', 'C'].map(line));
    expect(await reports.received(course, '2026Q3')).to.deep.equal([]);
  });

  it('let go of a line, and take it in again', async () => {
    const reports = await open({name: newName()}).reports();
    await reports.keep(course, '2026Q4', [line('A')]);
    await reports.drop(course, '2026Q4', line('A').line);
    expect(await reports.received(course, '2026Q4')).to.deep.equal([]);
    expect(await reports.keep(course, '2026Q4', [line('A')])).to.equal(1);
    expect(await reports.received(course, '2026Q4')).to.have.length(1);
  });

  it('keep what was assigned apart from what was reported, each assignment once, and undo it', async () => {
    const name = newName();
    const reports = await open({name}).reports();
    const given = (member: string, until: number): Assignment => ({
      ...{member, lessons: ['m01-b01'], until, madeOn: until - 7, outcome: 'gửi mã'},
    });
    expect(
      await reports.assign(course, [given('AAAAAA0', 2500), given('AAAAAA1', 2510)]),
    ).to.have.length(2);
    const fresh = await reports.assign(course, [given('AAAAAA1', 2510), given('AAAAAA2', 2505)]);
    expect(fresh).to.deep.equal([given('AAAAAA2', 2505)]);
    await reports.takeBack(course, fresh);

    const again = await open({name}).reports();
    expect(await again.assigned(course)).to.deep.equal([
      given('AAAAAA1', 2510),
      given('AAAAAA0', 2500),
    ]);
    expect(await again.assigned('00000000')).to.deep.equal([]);
    expect(await again.received(course, '2026Q4')).to.deep.equal([]);
  });

  it('travel to a successor and between two trainers: joined in any order, any number of times, the same', async () => {
    const tasks = [0, 1, 2].map((at): Assignment => {
      return {member: `M${at}`, lessons: ['b01'], until: 2530, madeOn: 2510 + at, outcome: ''};
    });
    const deed = fc.record({who: fc.nat(1), what: fc.nat(2), back: fc.boolean()});
    await fc.assert(
      fc.asyncProperty(fc.array(deed, {maxLength: 8}), fc.boolean(), async (deeds, turned) => {
        const trainers = [0, 1].map(() => open({name: newName()}));
        const [one, two] = (await Promise.all(trainers.map((store) => store.reports()))) as [
          Reports,
          Reports,
        ];
        for (const {who, what, back} of deeds) {
          await [one, two][who]![back ? 'takeBack' : 'assign'](course, [tasks[what]!]);
        }
        const [ofOne, ofTwo] = await Promise.all([one.assignments(), two.assignments()]);
        const third = await open({name: newName()}).reports();
        for (const said of turned ? [ofOne, ofTwo, ofOne] : [ofTwo, ofOne]) {
          await third.joinAssignments(said);
        }
        await one.joinAssignments(ofTwo);
        await two.joinAssignments([...ofOne].reverse());
        const end = await one.assignments();
        expect(await two.assignments()).to.deep.equal(end);
        expect(await third.assignments()).to.deep.equal(end);
        expect(await one.joinAssignments(ofTwo)).to.equal(0);
        const given = end.flatMap(({register, assignment}) => (register.value ? [assignment] : []));
        expect(await third.assigned(course)).to.deep.equal(
          given.sort((left, right) => right.madeOn - left.madeOn),
        );
        await clear();
      }),
      {numRuns: runs / 100},
    );
  });

  it('are told of in another tab', async () => {
    const name = newName();
    const [here, there] = [open({name}), open({name})];
    const reports = await there.reports();
    const heard = new Promise<void>((resolve) => {
      reports.watch(resolve);
    });
    await (await here.reports()).keepDraft(course, '2026Q4', 'B1NHHA', draft);
    await heard;
    expect(await reports.draft(course, '2026Q4', 'B1NHHA')).to.deep.equal(draft);
  });

  it('stay when a learner is taken off the device', async () => {
    const {course: lessons} = await classroom();
    const store = open({name: newName()});
    const {key} = await store.addLearner('Lan');
    await store.study(lessons, key);
    const reports = await store.reports();
    await reports.keepDraft(course, '2026Q4', 'B1NHHA', draft);
    await store.removeLearner(key);
    expect(await reports.draft(course, '2026Q4', 'B1NHHA')).to.deep.equal(draft);
  });
});
