import {expect, waitUntil} from '@open-wc/testing';
import type {LitElement} from 'lit';
import {sampleClass} from '../../../demo/trainer/sample-data.js';
import {type LedgerFacts, RosterLedger} from '../../../src/components/trainer/ledger/ledger.js';
import {receive} from '../../../src/exchange/receive.js';
import {readSpreadsheet, type SpreadsheetCell} from '../../../src/exchange/spreadsheet.js';
import type {Member} from '../../../src/store/reckoning/member.js';
import type {RosterView} from '../../../src/store/reckoning/roster-view.js';
import type {Unit} from '../../../src/store/reckoning/unit.js';
import type {Store} from '../../../src/store/store.js';
import {sampleCourse} from '../../exchange/sample-course.js';
import {
  buttons,
  litWarnings,
  openRoom,
  shown,
  testStore,
  textOf,
  today,
  type Room,
} from './room.js';
import {savedFiles} from './saved-files.js';

const course = sampleCourse({lessons: 8, questions: 16});
const team = sampleClass(course, {today, size: 14});

const units: Unit[] = [
  {id: 'XA', level: 'commune', names: [{name: 'Xã Ea Kao'}]},
  {id: 'T2', parent: 'XA', level: 'team', names: [{name: 'Tổ 2'}]},
  {id: 'T10', parent: 'XA', level: 'team', names: [{name: 'Tổ 10'}]},
];

const codeOf = (at: number) => `M${String(at).padStart(5, '0')}0`;

/** Twelve members in two teams of whom ten sent something, one of whom nothing came, and two whom nobody linked. */
async function fill(store: Store, {extra = 0} = {}): Promise<void> {
  await receive(store, team.members.map(({code}) => code).join('\n'), {courses: [course]});
  const own = team.members.slice(0, 12);
  const members = new Map(
    own.map(({name}, at): [string, Member] => [
      codeOf(at),
      {
        code: codeOf(at),
        name,
        posts: [{unit: at < 5 ? 'T2' : 'T10', role: at === 0 ? 'head' : 'member'}],
      },
    ]),
  );
  for (let at = 0; at < extra; at++) {
    const code = codeOf(100 + at);
    members.set(code, {code, name: `Lê Văn Số ${at}`, posts: [{unit: 'T10', role: 'member'}]});
  }
  members.set('KEINER0', {
    code: 'KEINER0',
    name: 'Đỗ Thị Đào',
    posts: [{unit: 'T2', role: 'deputy'}],
  });
  const roster = await store.roster();
  await roster.change({
    units: new Map(units.map((unit) => [unit.id, unit])),
    members,
    links: own.map(({learner}, at) => ({member: codeOf(at), learner, on: true})),
  });
}

/** Once the rows beyond the edge are drawn as well, a few in each frame. */
async function drawn(room: Room): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (let before = -1; before !== rows(room).length;) {
    before = rows(room).length;
    await frame();
    await frame();
  }
}

async function filled(options: {width?: number; extra?: number} = {}): Promise<Room> {
  const {store} = testStore();
  await fill(store, options);
  const room = await openRoom(store, {course, ...options});
  await waitUntil(() => shown(room.matrix).includes('Đang xem tất cả'), 'the ledger is there');
  await waitUntil(() => !shown(room.matrix).includes('Đang cộng'), 'everybody was judged');
  await drawn(room);
  return room;
}

const all = ({matrix}: Room, selector: string) => [
  ...matrix.renderRoot.querySelectorAll<HTMLElement>(selector),
];
const grid = (room: Room) => all(room, '[role=grid]')[0]!;
const rows = (room: Room) => all(room, '.rows > [role=row]');
const heads = (room: Room) => rows(room).map((row) => textOf(row.querySelector('.name')));
const labels = (row: Element) =>
  [...row.querySelectorAll('[role=gridcell]')].map((cell) => cell.getAttribute('aria-label'));
const focused = ({matrix}: Room) => (matrix.renderRoot as ShadowRoot).activeElement as HTMLElement;
const press = (room: Room, key: string, ctrlKey = false) =>
  focused(room).dispatchEvent(
    new KeyboardEvent('keydown', {key, ctrlKey, bubbles: true, cancelable: true}),
  );
const spot = (cell: Element) => [
  Number(cell.closest('[aria-rowindex]')!.getAttribute('aria-rowindex')),
  Number(cell.getAttribute('aria-colindex')),
];

describe('<kns-matrix> with a roster', () => {
  it('groups members by unit in a real grid, names heads both ways, and says how large it is beyond what is drawn', async () => {
    const room = await filled();
    expect(heads(room).slice(0, 2)).to.deep.equal(['Xã Ea Kao', 'Tổ 2']);
    expect(grid(room).getAttribute('aria-rowcount')).to.equal(String(2 + 13 + 2 + 3 + 1));
    expect(grid(room).getAttribute('aria-colcount')).to.equal('9');
    expect(all(room, '[role=columnheader]')).to.have.length(9);
    expect(rows(room).map((row) => row.getAttribute('aria-rowindex'))).to.deep.equal(
      rows(room).map((_, index) => String(index + 3)),
    );
    expect(rows(room).every((row) => row.querySelector('[role=rowheader]'))).to.equal(true);
    await expect(room.matrix).to.be.accessible();
    expect(litWarnings()).to.deep.equal([]);
  });

  it('finds somebody whose unit was folded', async () => {
    const room = await filled();
    buttons(room.matrix, 'Chỉ xem đơn vị')[0]!.click();
    await room.matrix.updateComplete;
    expect(heads(room).join()).not.to.contain('Đỗ Thị Đào');
    const search = room.matrix.renderRoot.querySelector<HTMLInputElement>('input[type=search]')!;
    search.value = 'do thi dao';
    search.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await waitUntil(() => heads(room).join().includes('Đỗ Thị Đào'));
  });

  it('asks of no lesson that is not shown any more', async () => {
    const [module] = course.modules as [(typeof course.modules)[0]];
    const lessons = module.lessons.map((one) => ({...one, core: one.id !== 'b08'}));
    const {store} = testStore();
    await fill(store);
    const room = await openRoom(store, {course: {...course, modules: [{...module, lessons}]}});
    await waitUntil(() => shown(room.matrix).includes('Đang xem tất cả'), 'the ledger is there');
    const choose = async (label: string, value: string) => {
      const select = all(room, '.choices label')
        .find((one) => textOf(one.querySelector('span')) === label)!
        .querySelector<HTMLSelectElement>('select')!;
      select.value = value;
      select.dispatchEvent(new Event('change', {bubbles: true}));
      await room.matrix.updateComplete;
    };
    await choose('Tình hình', 'done');
    await choose('Ở bài', 'b08');
    await choose('Sắp xếp theo', 'column:b08');
    all(room, '.choices .check')
      .find((one) => textOf(one) === 'Chỉ phần cốt lõi')!
      .querySelector('input')!
      .click();
    await room.matrix.updateComplete;
    const words = textOf(all(room, '.shown [role=status]')[0]);
    expect(words).to.contain('chỉ phần cốt lõi').and.not.to.contain('b08');
    const chosen = all(room, '.choices option')
      .filter((one) => (one as HTMLOptionElement).selected)
      .map((one) => (one as HTMLOptionElement).value);
    expect(chosen).to.include.members(['done', 'unit']).and.not.to.include('column:b08');
  });

  it('counts a member of whom nothing came as unknown, at every level', async () => {
    const room = await filled();
    const row = rows(room).find((one) => textOf(one).includes('Đỗ Thị Đào'))!;
    expect(new Set(labels(row))).to.deep.equal(new Set(['Chưa rõ']));
    expect(textOf(row)).to.contain('chưa nhận gì').and.to.contain('Tổ phó');
    for (const one of rows(room)) {
      if (!one.classList.contains('unit')) continue;
      const people = Number(/\/(\d+) người/.exec(textOf(one.querySelector('.asof')))![1]);
      for (const label of labels(one)) {
        const three = label!.match(/\d+/g)!.map(Number);
        expect(three).to.have.length(3);
        expect(three.reduce((sum, part) => sum + part)).to.equal(people);
      }
    }
  });

  it('is walked with the arrow keys, Home, End and pages, and Tab stops at one cell only', async () => {
    const room = await filled({extra: 400});
    const stops = () => all(room, '[role=grid] [tabindex="0"]');
    expect(stops()).to.have.length(1);
    stops()[0]!.focus();
    expect(spot(focused(room))).to.deep.equal([3, 2]);
    const last = Number(grid(room).getAttribute('aria-rowcount'));
    for (const [key, ctrl, to] of [
      ['ArrowRight', false, [3, 3]],
      ['ArrowDown', false, [4, 3]],
      ['Home', false, [4, 1]],
      ['End', false, [4, 9]],
      ['End', true, [last, 9]],
      ['ArrowDown', false, [last, 9]],
      ['Home', true, [1, 1]],
      ['ArrowUp', false, [1, 1]],
    ] as const) {
      press(room, key, ctrl);
      expect(spot(focused(room)), key).to.deep.equal(to);
      expect(stops(), key).to.have.length(1);
    }
    press(room, 'End', true);
    expect(heads(room).slice(-3)[0]).to.equal('Chưa gắn với ai');
    press(room, 'Home', true);
    press(room, 'ArrowDown');
    press(room, 'ArrowDown');
    press(room, 'PageDown');
    const [line] = spot(focused(room)) as [number];
    expect(line).to.be.greaterThan(5);
    press(room, 'PageUp');
    expect(spot(focused(room))).to.deep.equal([3, 1]);
  });

  it('draws what is in sight alone, keeps the order of the lines, and never loses the cell with the focus', async () => {
    const room = await filled({extra: 1500});
    const place = all(room, '.place')[0]!;
    expect(room.matrix.renderRoot.querySelectorAll('*').length).to.be.below(3000);
    const target = rows(room)[3]!.querySelector<HTMLElement>('[role=gridcell]')!;
    target.focus();
    for (const top of [9000, 9130, 40_000, 200, 70_000]) {
      place.scrollTop = top;
      place.dispatchEvent(new Event('scroll'));
      const drawn = rows(room);
      const order = drawn.map((row) => Number(row.getAttribute('aria-rowindex')));
      expect(order).to.deep.equal([...order].sort((a, b) => a - b));
      // No gap anywhere in sight.
      const box = place.getBoundingClientRect();
      const under = all(room, '.heads')[0]!.getBoundingClientRect().bottom;
      const edges = drawn.map((row) => row.getBoundingClientRect());
      for (let y = under + 2; y < box.bottom - 2; y += 20) {
        expect(
          edges.some(({top: from, bottom}) => from <= y && y <= bottom),
          `at ${y} of ${top}`,
        ).to.equal(true);
      }
      expect(focused(room) === target).to.equal(true);
      expect(drawn.length).to.be.below(60);
    }
  });

  it('names everybody in sight at once however fast it is flung, writes their cells in the frames that follow, and drops no row', async () => {
    const room = await filled({extra: 1500});
    const place = all(room, '.place')[0]!;
    const inSight = () => {
      const {top, bottom} = place.getBoundingClientRect();
      const under = all(room, '.heads')[0]!.getBoundingClientRect().bottom;
      return rows(room).filter((row) => {
        const box = row.getBoundingClientRect();
        return box.bottom > Math.max(top, under) + 1 && box.top < bottom - 1;
      });
    };
    const cellsIn = (row: Element) => row.querySelectorAll('[role=gridcell]').length;
    for (const top of [9000, 40_000, 200, 70_000]) {
      place.scrollTop = top;
      place.dispatchEvent(new Event('scroll'));
      const atOnce = inSight().map((row) => [
        row.getAttribute('aria-rowindex'),
        textOf(row.querySelector('.name')),
        textOf(row.querySelector('.asof')),
      ]);
      expect(atOnce.length).to.be.greaterThan(5);
      expect(atOnce.every(([, name, beside]) => name && beside)).to.equal(true);
      await waitUntil(() => inSight().every((row) => cellsIn(row) > 0), 'all cells are written');
      expect(
        inSight().map((row) => [
          row.getAttribute('aria-rowindex'),
          textOf(row.querySelector('.name')),
          textOf(row.querySelector('.asof')),
        ]),
      ).to.deep.equal(atOnce);
    }
  });

  it('draws the columns in sight alone, each below its head with what it says, and never loses the cell with the focus', async () => {
    const wide = sampleCourse({lessons: 40, questions: 40});
    const {store} = testStore();
    const {members} = sampleClass(wide, {today, size: 3});
    await receive(store, members.map(({code}) => code).join('\n'), {courses: [wide]});
    const roster = await store.roster();
    await roster.change({units: new Map(units.map((unit) => [unit.id, unit]))});
    const room = await openRoom(store, {course: wide});
    await waitUntil(() => shown(room.matrix).includes('Đang xem tất cả'), 'the ledger is there');
    await waitUntil(() => !shown(room.matrix).includes('Đang cộng'), 'everybody was judged');
    const place = all(room, '.place')[0]!;
    const people = () => rows(room).filter((row) => !row.classList.contains('unit'));
    const scrollTo = (left: number) => {
      place.scrollLeft = left;
      place.dispatchEvent(new Event('scroll'));
    };
    await waitUntil(() => people().length === 3, 'rows beyond the edge are drawn after the frame');
    const seen = new Map<string, string>();
    const look = () => {
      const heads = new Map(
        all(room, '[role=columnheader]').map((head) => [
          head.getAttribute('aria-colindex'),
          head.getBoundingClientRect(),
        ]),
      );
      const box = place.getBoundingClientRect();
      for (const [at, row] of people().entries()) {
        const cells = [...row.querySelectorAll('[role=gridcell]')];
        const numbers = cells.map((cell) => Number(cell.getAttribute('aria-colindex')));
        expect(numbers).to.deep.equal(numbers.map((_, index) => numbers[0]! + index));
        for (const cell of cells) {
          const number = cell.getAttribute('aria-colindex')!;
          const label = cell.getAttribute('aria-label')!;
          expect(cell.getBoundingClientRect().left).to.be.closeTo(heads.get(number)!.left, 0.6);
          expect(seen.get(`${at}/${number}`) ?? label, `${at}/${number}`).to.equal(label);
          seen.set(`${at}/${number}`, label);
        }
        expect(cells.at(-1)!.getBoundingClientRect().right).to.be.at.least(box.right - 4);
      }
    };
    for (const left of [0, 90, 400, 1100, 9000, 300, 9000, 0]) {
      scrollTo(left);
      look();
      expect(people()[0]!.querySelectorAll('[role=gridcell]').length).to.be.below(30);
      expect(all(room, '[role=grid] [tabindex="0"]'), `at ${left}`).to.have.length(1);
    }
    // All columns were seen, and said what the name says beside it.
    expect(seen.size).to.equal(3 * 40);
    for (const [at, row] of people().entries()) {
      const [, done] = /(\d+)\/40/.exec(textOf(row.querySelector('.asof')))!;
      const labelled = [...seen].filter(
        ([key, label]) => key.startsWith(`${at}/`) && label.startsWith('Đã hoàn thành'),
      );
      expect(labelled).to.have.length(Number(done));
    }

    const target = people()[1]!.querySelectorAll<HTMLElement>('[role=gridcell]')[2]!;
    target.focus();
    for (const left of [9000, 500, 9000]) {
      scrollTo(left);
      look();
      expect(focused(room) === target).to.equal(true);
      expect(spot(target)[1]).to.equal(4);
    }
    press(room, 'End');
    expect(spot(focused(room))[1]).to.equal(41);
    press(room, 'Home');
    press(room, 'ArrowRight');
    expect(spot(focused(room))[1]).to.equal(2);
    expect(all(room, '[role=grid] [tabindex="0"]')).to.have.length(1);
  });

  it('finds without tones, says what is shown in words, and goes back to everybody', async () => {
    const room = await filled();
    const find = all(room, 'input[type=search]')[0] as HTMLInputElement;
    find.value = 'do thi dao';
    find.dispatchEvent(new InputEvent('input', {bubbles: true}));
    await room.matrix.updateComplete;
    expect(heads(room)).to.deep.equal(['Xã Ea Kao', 'Tổ 2', 'Đỗ Thị Đào']);
    expect(textOf(all(room, '.shown [role=status]')[0])).to.equal(
      'Đang xem 1 trong 15 người: tìm “do thi dao”.',
    );
    buttons(room.matrix, 'Bỏ lọc')[0]!.click();
    await room.matrix.updateComplete;
    expect(shown(room.matrix)).to.contain('Đang xem tất cả 15 người.');
    expect(find.value).to.equal('');
  });

  it('sorts by a column and back, tells which, and folds a unit with its head', async () => {
    const room = await filled();
    const head = all(room, '[role=columnheader]')[3]!;
    head.click();
    await room.matrix.updateComplete;
    expect(all(room, '[role=columnheader]')[3]!.getAttribute('aria-sort')).to.equal('ascending');
    expect(all(room, '.line.unit')).to.have.length(0);
    all(room, '[role=columnheader]')[3]!.click();
    await room.matrix.updateComplete;
    all(room, '[role=columnheader]')[3]!.click();
    await room.matrix.updateComplete;
    expect(heads(room)[0]).to.equal('Xã Ea Kao');
    const unit = rows(room)[1]!.querySelector<HTMLElement>('[role=rowheader]')!;
    expect(unit.getAttribute('aria-expanded')).to.equal('true');
    unit.click();
    await room.matrix.updateComplete;
    expect(heads(room).slice(0, 3)).to.deep.equal(['Xã Ea Kao', 'Tổ 2', 'Tổ 10']);
  });

  it('says why: the rule, the evidence with its device and whether it is signed, and where the member was', async () => {
    const room = await filled();
    const finished = team.members.find(({kind}) => kind === 'finished')!;
    const row = rows(room).find((one) => textOf(one).includes(finished.name))!;
    row.querySelector<HTMLElement>('[role=gridcell]')!.click();
    await room.matrix.updateComplete;
    const why = textOf(all(room, '.why')[0]);
    expect(why)
      .to.contain(finished.name)
      .and.to.match(/Hoàn thành ngày \d\d\/\d\d\/2026/)
      .and.to.contain('khi chính máy của người học ghi')
      .and.to.contain('Tổ 2')
      .and.to.match(
        /Làm ngày \S+, nhận ngày 22\/11\/2026, bản khóa học 1\.0, máy [0-9A-F]{4}, không có chữ ký/,
      );
    buttons(room.matrix, 'Đóng')[0]!.click();
    await room.matrix.updateComplete;
    await room.matrix.updateComplete;
    expect(focused(room)?.getAttribute('role')).to.equal('gridcell');
  });

  it('does not hide the cell that was asked about behind its reasons, neither when it is pressed nor when keys lead there', async () => {
    const room = await filled({extra: 400});
    const covered = () => {
      const panel = all(room, '.why.asked')[0]!.getBoundingClientRect();
      const cell = focused(room).getBoundingClientRect();
      return cell.bottom > panel.top && cell.top < panel.bottom;
    };
    const place = all(room, '.place')[0]!;
    place.scrollIntoView({block: 'end'});
    const {bottom} = place.getBoundingClientRect();
    const lowest = rows(room).filter((row) => row.getBoundingClientRect().bottom < bottom);
    lowest.at(-1)!.querySelector<HTMLElement>('[role=gridcell]')!.click();
    await waitUntil(() => all(room, '.why.asked')[0], 'the reasons are told');
    await waitUntil(() => !covered(), 'the cell is in sight');
    for (let step = 0; step < 4; step++) press(room, 'ArrowDown');
    await room.matrix.updateComplete;
    await waitUntil(() => !covered(), 'the next cell is in sight');
    expect(focused(room).getBoundingClientRect().bottom).to.be.at.most(window.innerHeight);
  });

  it('says why that a lesson was assigned, by when, and whether it is done', async () => {
    const {store} = testStore();
    await fill(store);
    const lessons = ['b02'];
    const given = {lessons, until: today - 1, madeOn: today - 8, outcome: 'gửi mã'};
    const at = team.members.findIndex(({kind}) => kind === 'finished');
    await (
      await store.reports()
    ).assign(course.key, [
      {...given, member: codeOf(at)},
      {...given, member: 'KEINER0'},
    ]);
    const room = await openRoom(store, {course});
    await waitUntil(() => shown(room.matrix).includes('Đang xem tất cả'), 'the ledger is there');
    await drawn(room);
    for (const [name, now] of [
      [team.members[at]!.name, 'đã xong.'],
      ['Đỗ Thị Đào', 'chưa rõ, đã qua ngày hẹn.'],
    ] as const) {
      const row = rows(room).find((one) => textOf(one).includes(name))!;
      row.querySelectorAll<HTMLElement>('[role=gridcell]')[1]!.click();
      const why = `Ngày 14/11/2026 đã giao học “Bài 2”, chậm nhất ngày 21/11/2026: ${now}`;
      await waitUntil(() => textOf(all(room, '.why')[0]).includes(why), why);
    }
  });

  it('saves what the screen shows: the same lines, order, totals and words, as numbers and days where they are', async () => {
    const room = await filled();
    const find = all(room, 'input[type=search]')[0] as HTMLInputElement;
    find.value = 'to 10';
    find.dispatchEvent(new InputEvent('input', {bubbles: true}));
    await room.matrix.updateComplete;
    const saved = await savedFiles(async () => {
      for (const kind of ['Excel', 'CSV']) {
        buttons(room.matrix, new RegExp(kind))[0]!.click();
        const name = `so-theo-doi-xa-ea-kao-2026-11-22.${kind === 'CSV' ? 'csv' : 'xlsx'}`;
        await waitUntil(() => shown(room.matrix).includes(`Đã lưu ${name}`));
      }
    });
    const [xlsx, csv] = saved as [File, File];
    expect(xlsx.name).to.equal('so-theo-doi-xa-ea-kao-2026-11-22.xlsx');
    const read = await readSpreadsheet(new Uint8Array(await xlsx.arrayBuffer()));
    if (!read.ok) throw new Error(read.reason);
    const [people, byUnit] = read.sheets.map((sheet) => sheet.rows) as [
      SpreadsheetCell[][],
      SpreadsheetCell[][],
    ];
    const text = (cell: SpreadsheetCell | undefined) =>
      typeof cell === 'object' && 'text' in cell
        ? cell.kind === 'day'
          ? `Đã hoàn thành ${cell.text.split('-').reverse().join('/')}`
          : cell.text
        : (cell as string);
    // The screen by its roles and labels, line by line, against the rows of the file.
    const drawn = [all(room, '.heads > .all')[0]!, ...rows(room)];
    expect(drawn.map((row) => labels(row))).to.deep.equal(
      people.slice(1, 1 + drawn.length).map((row) => row.slice(6).map(text)),
    );
    expect(drawn.slice(1).map((row) => textOf(row.querySelector('.name')))).to.deep.equal(
      people
        .slice(2, 1 + drawn.length)
        .map((row) => text(/người$/.test(text(row[1])) ? row[0] : row[1])),
    );
    expect(people.at(-1)![0]).to.equal('Đang xem 8 trong 15 người: tìm “to 10”.');
    const [, totals] = byUnit;
    expect(
      totals!.slice(1, 5).every((cell) => typeof cell === 'object' && cell.kind === 'number'),
    ).to.equal(true);
    expect(Number(text(totals![2])) + Number(text(totals![3])) + Number(text(totals![4]))).to.equal(
      Number(text(totals![1])),
    );
    const lines = (await csv.text()).split('\r\n');
    expect(lines[0]).to.contain('Đơn vị;Thành viên;Mã thành viên');
    expect(new Uint8Array(await csv.arrayBuffer()).slice(0, 3)).to.deep.equal(
      new Uint8Array([0xef, 0xbb, 0xbf]),
    );
    expect(lines.slice(1, 1 + drawn.length)).to.have.length(drawn.length);
  });

  const rosterOf = (size: number): RosterView => ({
    units: new Map(units.map((unit) => [unit.id, unit])),
    members: new Map(
      Array.from({length: size}, (_, at): [string, Member] => [
        codeOf(at),
        {code: codeOf(at), name: `Lê Văn Số ${at}`, posts: [{unit: 'T10', role: 'member'}]},
      ]),
    ),
    ...{learnersOf: new Map(), contested: new Map()},
  });
  const factsOf = (size: number): LedgerFacts => ({
    ...{course, roster: rosterOf(size), learners: [], persons: [], today},
    assigned: () => Promise.resolve([]),
  });

  it('shows the newest of what was read, also where an older reading takes longer to judge', async () => {
    const [older, beside] = [0, 0].map(
      () => new RosterLedger(document.createElement('kns-matrix') as LitElement),
    ) as [RosterLedger, RosterLedger];
    older.take(factsOf(20_000));
    expect(older.complete, 'judged in one go').to.equal(false);
    older.take(factsOf(3));
    // Begun later, and of the same length: when it is done, the older one would be as well.
    beside.take(factsOf(20_000));
    await waitUntil(() => beside.complete, 'a reading of the same length was judged', {
      timeout: 10_000,
    });
    expect(older.complete).to.equal(true);
    expect(older.view?.people.at(-1)).to.equal(3);
  });

  /** The page's turns never come from the moment on that `until` says, until the returned function is called. */
  function holding(until: () => boolean): () => void {
    const {scheduler} = globalThis as unknown as {scheduler: {yield: () => Promise<void>}};
    const native = scheduler.yield.bind(scheduler);
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    scheduler.yield = () => (until() ? held : native());
    // One step a turn.
    let at = 0;
    performance.now = () => (at += 10);
    return () => {
      delete (scheduler as Partial<typeof scheduler>).yield;
      delete (performance as Partial<typeof performance>).now;
      release();
    };
  }

  it('says nothing of anybody who was not judged yet, and no sum before all were', async () => {
    const {store} = testStore();
    await fill(store, {extra: 400});
    const release = holding(() => {
      const trainer = document.querySelector<Room['trainer']>('kns-trainer');
      const matrix = trainer?.renderRoot.querySelector<Room['matrix']>('kns-matrix');
      return matrix?.renderRoot !== undefined && shown(matrix).includes('Đang cộng');
    });
    try {
      const room = await openRoom(store, {course});
      await waitUntil(() => shown(room.matrix).includes('Đang cộng'), 'the first screen is drawn');
      const place = all(room, '.place')[0]!;
      place.scrollTop = 1_000_000;
      place.dispatchEvent(new Event('scroll'));
      const cellsOf = (is: (row: Element) => boolean) =>
        rows(room).find(is)?.querySelector<HTMLElement>('[role=gridcell]');
      const isLate = (row: Element) => Number(row.getAttribute('aria-rowindex')) > 200;
      await waitUntil(() => cellsOf(isLate), 'the cells of those far down are drawn');
      expect(textOf(rows(room).find(isLate)!.querySelector('.asof'))).to.equal('…');
      cellsOf(isLate)!.click();
      await room.matrix.updateComplete;
      expect(textOf(all(room, '.why')[0]))
        .to.contain('Đang cộng')
        .and.not.to.contain('Chưa rõ');

      place.scrollTop = 0;
      place.dispatchEvent(new Event('scroll'));
      const isUnit = (row: Element) => row.classList.contains('unit');
      await waitUntil(() => cellsOf(isUnit), 'the cells of the unit are drawn');
      cellsOf(isUnit)!.click();
      await room.matrix.updateComplete;
      expect(textOf(all(room, '.why')[0])).not.to.match(/đã xong|dữ liệu mới/);

      const silent = all(room, 'label.check').find((label) => textOf(label).includes('30 ngày'))!;
      silent.querySelector('input')!.click();
      await room.matrix.updateComplete;
      expect(textOf(all(room, '.shown [role=status]')[0])).to.equal('Đang cộng…');
      expect(rows(room).some((row) => /\d người/.test(textOf(row)))).to.equal(false);
      release();
      await waitUntil(() => !shown(room.matrix).includes('Đang cộng'), 'everybody was judged');
      expect(textOf(all(room, '.shown [role=status]')[0])).to.match(/^Đang xem 40\d trong 415/);
    } finally {
      release();
    }
  });

  it('never shows what was learned in one course as that of another', () => {
    const ledger = new RosterLedger(document.createElement('kns-matrix') as LitElement);
    ledger.take(factsOf(3));
    expect([ledger.complete, ledger.view?.matrix.course.id]).to.deep.equal([true, course.id]);
    ledger.take({...factsOf(20_000), course: {...course, id: 'lop-khac'}});
    expect(ledger.complete).to.equal(false);
    expect(ledger.view?.matrix.course.id).not.to.equal(course.id);
  });

  it('becomes a list on a phone, where a person opens into their lessons and the reader comes back', async () => {
    const room = await filled({width: 340});
    expect(all(room, '[role=grid]')).to.have.length(0);
    expect(all(room, '[role=listitem]')[0]!.getAttribute('aria-setsize')).to.equal('19');
    expect(room.trainer.scrollWidth).to.be.at.most(340);
    const item = all(room, '[role=listitem]').find((one) => textOf(one).includes('Đỗ Thị Đào'))!;
    item.querySelector('button')!.click();
    await room.matrix.updateComplete;
    expect(textOf(all(room, '.opened')[0])).to.contain('Chưa nhận được gì của người này');
    expect(all(room, '.opened .cells > li')).to.have.length(8);
    await expect(room.matrix).to.be.accessible();
    buttons(room.matrix, 'Về danh sách')[0]!.click();
    await room.matrix.updateComplete;
    await waitUntil(() => textOf(focused(room)?.parentElement).includes('Đỗ Thị Đào'));
  });
});
