import {expect} from '@open-wc/testing';
import type {Course} from '../../src/curriculum/course.js';
import {dayOf} from '../../src/store/reckoning/calendar.js';
import {cellStates, noDay} from '../../src/store/reckoning/matrix-row.js';
import {countsIn, tableOf, type TableWords} from '../../src/store/reckoning/matrix-table.js';
import {
  cellIn,
  firstWish,
  type MatrixView,
  partOf,
  viewOf,
  type Wish,
} from '../../src/store/reckoning/matrix-view.js';
import type {Member} from '../../src/store/reckoning/member.js';
import {inOneGo} from '../../src/store/reckoning/in-one-go.js';
import {compareNames, foldName, orderOfNames} from '../../src/store/reckoning/names.js';
import type {RosterView} from '../../src/store/reckoning/roster-view.js';
import {
  emptyMatrix,
  judging,
  mark,
  rosterMatrixOf,
} from '../../src/store/reckoning/roster-matrix.js';
import {rollOf} from '../../src/store/reckoning/roll.js';
import type {Unit} from '../../src/store/reckoning/unit.js';
import {sampleCourse} from '../exchange/sample-course.js';
import {runs} from '../runs.js';
import {naiveRows, naiveTotals, type Province, type Row} from './naive-matrix.js';
import {chanceOf, randomProvince} from './random-province.js';

const today = dayOf('2026-11-22');

/** Six lessons in two modules, two of them beside the core. */
const course: Course = (() => {
  const sample = sampleCourse({
    lessons: 6,
    questions: 12,
    major: 2,
    before: ['b01@1', 'b02@1', 'b03@1'],
  });
  const [{lessons}] = sample.modules as [Course['modules'][number]];
  const beside = lessons.map((lesson, index) => ({...lesson, core: index % 3 !== 2}));
  return {
    ...sample,
    modules: [
      {id: 'm01', title: 'Phần một', lessons: beside.slice(0, 4)},
      {id: 'm02', title: 'Phần hai', lessons: beside.slice(4)},
    ],
  };
})();

const matrixOf = ({view, received}: ReturnType<typeof randomProvince>) =>
  rosterMatrixOf(course, rollOf(view, received, [], today), today);

const words: TableWords = {
  ...{
    unit: 'Đơn vị',
    name: 'Họ tên',
    code: 'Mã',
    role: 'Vai trò',
    received: 'Đến ngày',
    done: 'Xong',
  },
  ...{everybody: 'Tất cả', unknownUnit: 'Không rõ tổ', unlinked: 'Chưa gắn với ai'},
  people: (count) => `${count} người`,
  roles: {head: 'Tổ trưởng', deputy: 'Tổ phó', member: 'Thành viên'},
  cells: {
    ...{unknown: 'Chưa rõ', 'not-done': 'Chưa học', started: 'Đang học', done: 'Đã hoàn thành'},
    ...{'done-before': 'Bản cũ', 'all-right': 'Đủ câu đúng'},
  },
  counts: ({done, notDone, unknown}) => `${done}/${notDone}/${unknown}`,
  nameless: (beginning) => `${beginning}…`,
  column: (id) => id,
  goneOn: (name, day) => `${name} (${day})`,
};

/** A row of ours in the slow opinion's words. */
function rowIn(view: MatrixView, row: number): Row {
  const {matrix, columns} = view;
  const {roll, marks, dataDays} = matrix;
  const {member, heard} = roll.people[row]!;
  const at = roll.unitOf[row]!;
  const day = dataDays[row]!;
  return {
    who: member?.code ?? heard[0]!.learner,
    unit: roll.units[at]?.unit.id ?? (at === roll.units.length ? 'no unit' : 'not linked'),
    cells: columns.map((_, column) => {
      const cell = cellIn(view, row, column);
      const word = cellStates[cell.state]!;
      return cell.day === noDay ? word : `${word} ${cell.day}`;
    }),
    parts: columns.map((_, column) => partOf(view, row, column)),
    fresh: (marks[row]! & mark.fresh) > 0,
    dataDay: day === noDay ? undefined : day,
  };
}

const byWho = (rows: Row[]) => [...rows].sort((a, b) => (a.who < b.who ? -1 : 1));

function compare(view: MatrixView, raw: Province, units: Iterable<number>): void {
  const slow = naiveRows(raw);
  const rows = view.matrix.roll.people.map((_, row) => rowIn(view, row));
  expect(byWho(rows)).to.deep.equal(byWho(slow));
  if (slow.length === 0) return;
  const totals = (unit?: number) =>
    view.columns.map((_, column) => {
      const {done, notDone, unknown} = countsIn(view, column, unit);
      return [done, notDone, unknown];
    });
  expect(totals()).to.deep.equal(naiveTotals(raw, slow));
  for (const unit of units) {
    const {id} = view.matrix.roll.units[unit]!.unit;
    expect(totals(unit), id).to.deep.equal(naiveTotals(raw, slow, id));
  }
}

const unit = (
  id: string,
  parent: string | undefined,
  name: string,
  more: Partial<Unit> = {},
): Unit => ({
  id,
  ...(parent !== undefined && {parent}),
  level: 'team',
  names: [{name}],
  ...more,
});
const member = (code: string, name: string, at: string, more: Partial<Member> = {}): Member => ({
  code,
  name,
  posts: [{unit: at, role: 'member'}],
  ...more,
});
const rosterOf = (
  units: Unit[],
  members: Member[],
  links: [string, string[]][] = [],
): RosterView => ({
  units: new Map(units.map((one) => [one.id, one])),
  members: new Map(members.map((one) => [one.code, one])),
  learnersOf: new Map(links),
  contested: new Map(),
});

/** What the lines of a view say: people by name, units in brackets. */
const linesOf = (view: MatrixView): string[] =>
  tableOf(view, words)
    .rows.slice(1)
    .map((row, at) => (view.lines[at]! < 0 ? `[${row[0] as string}]` : (row[1] as string)));
const seen = (roster: RosterView, wish: Partial<Wish> = {}, folded: string[] = []) =>
  linesOf(
    viewOf(
      rosterMatrixOf(course, rollOf(roster, [], [], today), today),
      {...firstWish, ...wish},
      new Set(folded),
    ),
  );

const commune = rosterOf(
  [
    unit('XA', undefined, 'Xã Ea Kao', {level: 'commune'}),
    unit('T10', 'XA', 'Tổ 10'),
    unit('T2', 'XA', 'Tổ 2'),
    unit('OLD', 'XA', 'Tổ cũ', {until: today - 5}),
    unit('CU', 'XA', 'Tổ giải thể', {until: today - 9}),
  ],
  [
    member('A', 'Trần Thị Ánh', 'T10'),
    member('B', 'Nguyễn Văn An', 'T10', {posts: [{unit: 'T10', role: 'head'}]}),
    member('C', 'Lê Đức Đạt', 'T2'),
    member('D', 'Đỗ Văn Dũng', 'T10', {
      posts: [
        {unit: 'T10', role: 'member', until: today},
        {unit: 'T2', role: 'deputy', from: today},
      ],
    }),
    member('E', 'Phạm Văn Đi', 'T2', {posts: [{unit: 'T2', role: 'member', until: today - 1}]}),
    member('F', 'Vũ Thị Ở Lại', 'OLD'),
    member('G', 'Hồ Văn Lạc', 'NOWHERE'),
  ],
);

describe('the matrix of a roster', () => {
  it('says of 200 made-up provinces what a slow reading of the raw records says, cell by cell and unit by unit', () => {
    for (let seed = 1; seed <= runs / 5; seed++) {
      const province = randomProvince(course, today, seed);
      const view = viewOf(matrixOf(province), firstWish);
      try {
        compare(view, province.raw, view.matrix.roll.units.keys());
      } catch (error) {
        throw new Error(`Province ${seed}: ${(error as Error).message}`, {cause: error});
      }
    }
  });

  it('says of a province of 5,324 members in 996 teams what the slow reading says', () => {
    const province = randomProvince(course, today, 5324, {members: 5324, teams: 996});
    const view = viewOf(matrixOf(province), firstWish);
    compare({...view}, province.raw, [0, 1, 2, 3, 500, 900]);
  }).timeout(60_000);

  it('gives every unit three parts that add up to its people, whatever is shown', () => {
    const random = chanceOf(7);
    for (let seed = 1; seed <= 40; seed++) {
      const matrix = matrixOf(randomProvince(course, today, 1000 + seed));
      const view = viewOf(matrix, {
        ...firstWish,
        columns: random() < 0.5 ? 'modules' : 'lessons',
        coreOnly: random() < 0.5,
        ...(random() < 0.5 && {part: 'not-done' as const}),
        silent: random() < 0.3,
      });
      for (const [place, people] of view.people.entries()) {
        for (const column of view.columns.keys()) {
          const {done, notDone, unknown} = countsIn(view, column, place);
          expect(done + notDone + unknown).to.equal(people);
        }
      }
      const shown = Array.from(view.lines).filter((line) => line >= 0);
      expect(shown).to.have.length(view.people.at(-1)!);
    }
  });

  it('counts a module as done with its last lesson, as not done with one lesson that is not, else as unknown', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const matrix = matrixOf(randomProvince(course, today, 2000 + seed));
      const lessons = viewOf(matrix, firstWish);
      const modules = viewOf(matrix, {...firstWish, columns: 'modules'});
      for (const row of matrix.roll.people.keys()) {
        for (const [column, {lessons: own}] of modules.columns.entries()) {
          const each = own.map((lesson) => partOf(lessons, row, lesson));
          const part = each.every((one) => one === 0) ? 0 : each.includes(1) ? 1 : 2;
          expect(partOf(modules, row, column)).to.equal(part);
        }
      }
    }
  });

  it('stands in the order of the units and of a class list, a member where they are today', () => {
    expect(seen(commune)).to.deep.equal([
      '[Xã Ea Kao]',
      '[Tổ 2]',
      'Đỗ Văn Dũng',
      'Lê Đức Đạt',
      '[Tổ 10]',
      'Nguyễn Văn An',
      'Trần Thị Ánh',
      `[Tổ cũ (${today - 5})]`,
      'Vũ Thị Ở Lại',
      '[Không rõ tổ]',
      'Hồ Văn Lạc',
    ]);
    const {left} = rollOf(commune, [], [], today);
    expect(left.map(({name}) => name)).to.deep.equal(['Phạm Văn Đi']);
  });

  it('finds people without tones, by code and by unit, and combines what is asked for', () => {
    const only = (wish: Partial<Wish>) =>
      seen(commune, wish).filter((line) => !line.startsWith('['));
    expect(only({search: 'dat'})).to.deep.equal(['Lê Đức Đạt']);
    expect(only({search: 'Tổ 10'})).to.deep.equal(['Nguyễn Văn An', 'Trần Thị Ánh']);
    expect(only({search: 'to 10', role: 'head'})).to.deep.equal(['Nguyễn Văn An']);
    expect(only({search: 'van', unit: 'T2'})).to.deep.equal(['Đỗ Văn Dũng']);
    expect(only({unit: 'XA', silent: true})).to.have.length(5);
    expect(only({part: 'done'})).to.deep.equal([]);
    expect(seen(commune, {search: 'dat'})).to.deep.equal(['[Xã Ea Kao]', '[Tổ 2]', 'Lê Đức Đạt']);
  });

  it('lists everybody by given name where the units are not asked for, and keeps the people of a folded unit in its totals', () => {
    expect(seen(commune, {order: {by: 'name', down: false}})).to.deep.equal(
      [...commune.members.values()]
        .map(({name}) => name)
        .filter((name) => !name.endsWith('Đi'))
        .sort(compareNames),
    );
    expect(seen(commune, {}, ['T10', 'T2'])).to.deep.equal([
      ...[
        '[Xã Ea Kao]',
        '[Tổ 2]',
        '[Tổ 10]',
        `[Tổ cũ (${today - 5})]`,
        'Vũ Thị Ở Lại',
        '[Không rõ tổ]',
        'Hồ Văn Lạc',
      ],
    ]);
    const roll = rollOf(commune, [], [], today);
    const view = viewOf(rosterMatrixOf(course, roll, today), firstWish, new Set(['XA']));
    expect(view.people.at(-1)).to.equal(6);
  });

  it('survives a ring of units and shows each once', () => {
    const ring = rosterOf(
      [unit('A', 'B', 'Một'), unit('B', 'A', 'Hai')],
      [member('M', 'Lê An', 'B')],
    );
    expect(seen(ring).sort()).to.deep.equal(['Lê An', '[Hai]', '[Một]'].sort());
  });

  it('brings along the other learner of a person, unless that one is linked to somebody', () => {
    const {received} = randomProvince(course, today, 3, {members: 40});
    const [one, other, third] = received.map(({learner}) => learner) as [string, string, string];
    const roster = rosterOf(
      [unit('T', undefined, 'Tổ 1')],
      [member('A', 'Lê An', 'T'), member('B', 'Lê Bình', 'T')],
      [
        ['A', [one]],
        ['B', [third]],
      ],
    );
    const roll = rollOf(roster, received, [[one, other, third]], today);
    expect(
      roll.people.slice(0, 2).map(({heard}) => heard.map(({learner}) => learner)),
    ).to.deep.equal([[one, other], [third]]);
    expect(roll.people).to.have.length(2 + received.length - 3);
  });

  it('comes to the same whoever is judged first', () => {
    const {view, received} = randomProvince(course, today, 11, {members: 50});
    const roll = rollOf(view, received, [], today);
    const sliced = emptyMatrix(course, roll, today);
    for (const step of judging(sliced, [7, 3, 7])) void step;
    expect(sliced).to.deep.equal(rosterMatrixOf(course, roll, today));
  });

  it('puts names into the order of a class list by comparing each word once', () => {
    const random = chanceOf(5);
    const some = ['An', 'Ân', 'Ánh', 'Đạt', 'Dung', 'Út', 'ửng', 'Y', 'Nguyễn', 'Thị', 'Văn'];
    const one = () => some[Math.floor(random() * some.length)]!;
    const names = Array.from({length: 300}, () =>
      Array.from({length: 1 + Math.floor(random() * 4)}, one).join(' '),
    );
    const sorted = Array.from(inOneGo(orderOfNames(names)), (index) => names[index]!);
    expect(sorted).to.deep.equal([...names].sort(compareNames));
    expect(foldName('Đặng  Thị ÁNH')).to.equal('dang thi anh');
  });
});
