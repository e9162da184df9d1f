import {expect, waitUntil} from '@open-wc/testing';
import {sampleClass, type SampleKind} from '../../../demo/trainer/sample-data.js';
import {lessonKey} from '../../../src/curriculum/ids.js';
import {encodeDigest} from '../../../src/exchange/digest.js';
import {textCodeOf} from '../../../src/exchange/text-code.js';
import {receive} from '../../../src/exchange/receive.js';
import type {Store} from '../../../src/store/store.js';
import {emptyStanding} from '../../../src/store/reckoning/standing.js';
import {sampleCourse} from '../../exchange/sample-course.js';
import {
  buttons,
  cellsOf,
  litWarnings,
  noon,
  openRoom,
  shown,
  testStore,
  textOf,
  today,
  twoLessons,
  type Room,
} from './room.js';

const team = sampleClass(twoLessons, {today, size: 14});
const of = (kind: SampleKind) => team.members.find((member) => member.kind === kind)!;

/** Everyone's codes are in, with their names. */
async function fill(store: Store, members = team.members): Promise<void> {
  await receive(store, members.map(({code}) => code).join('\n'), {courses: [twoLessons]});
  for (const {learner, name} of members) await store.nameLearner(learner, name);
}

async function filled(room: Room, count = team.members.length): Promise<void> {
  await waitUntil(() => Object.keys(cellsOf(room.matrix)).length === count, 'everyone has a row');
}

const names = ({matrix}: Room) =>
  [...matrix.renderRoot.querySelectorAll('tbody .name')].map(textOf);

const cell = ({matrix}: Room, {learner}: {learner: string}, lesson: string) =>
  matrix.renderRoot.querySelector<HTMLElement>(
    `button[data-learner="${learner}"][data-lesson="${lesson}"]`,
  )!;

const why = ({matrix}: Room) => textOf(matrix.renderRoot.querySelector('.why[role=status]'));

const press = (target: Element, key: string) =>
  target.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));

const focused = ({matrix}: Room) =>
  [...matrix.renderRoot.querySelectorAll<HTMLElement>('button[data-lesson]')].find((button) =>
    button.matches(':focus'),
  );

describe('<kns-matrix>', () => {
  it('tells a trainer how to begin while nobody is in the register', async () => {
    const room = await openRoom(testStore().store);
    expect(shown(room.matrix)).to.contain('Sổ chưa có ai').and.to.contain('Sao chép mã');
    await expect(room.matrix).to.be.accessible();
  });

  it('tells done, begun, not begun and unknown apart, each with its word and its own sign', async () => {
    const {store} = testStore();
    await fill(store);
    const room = await openRoom(store);
    await filled(room);
    const cells = cellsOf(room.matrix);
    const states: Record<string, RegExp> = {
      finished: /^Đã hoàn thành \d\d\/\d\d\/2026$/,
      'two-phones': /^Đã hoàn thành \d\d\/\d\d\/2026$/,
      'only-opened': /^Đang học$/,
      halfway: /^Đang học$/,
      'all-right': /^Đủ câu đúng, chưa chốt$/,
      idle: /^Chưa học$/,
    };
    for (const [kind, word] of Object.entries(states))
      expect(cells[of(kind as SampleKind).learner]?.[0], kind).to.match(word);
    // Nobody can say "not begun" of someone last heard of too long ago, or with records missing.
    for (const kind of ['old', 'older', 'gap'] as const)
      expect(cells[of(kind).learner]?.[1], kind).to.equal('Chưa rõ');

    const shapes = new Map(
      [...room.matrix.renderRoot.querySelectorAll('tbody td')].map((drawn) => [
        drawn.className,
        drawn.querySelector('svg')!.innerHTML.replace(/<!--.*?-->/g, ''),
      ]),
    );
    expect(new Set(shapes.values()).size).to.equal(shapes.size);
  });

  it('keeps what was done in an older version apart, and says there is new content', async () => {
    const course = sampleCourse({lessons: 1, questions: 2, major: 2, before: ['b01@1']});
    const {store} = testStore();
    const bytes = encodeDigest({
      course,
      learner: of('idle').learner,
      standing: {
        ...emptyStanding,
        lessons: {[lessonKey('b01', 1)]: {reach: 5, day: today - 3, run: 0, practised: false}},
      },
      streams: [{device: '0a0b0c0d', through: 3, beyond: 0, tail: '00ff'}],
      moreStreams: false,
      madeOn: today,
    });
    await receive(store, textCodeOf(bytes), {courses: [course]});
    const room = await openRoom(store, {course});
    await filled(room, 1);
    expect(Object.values(cellsOf(room.matrix))).to.deep.equal([['Đã học bản cũ 19/11/2026']]);
  });

  it('keeps the days of codes made before the course was released anew', async () => {
    const {store} = testStore();
    const released = {...twoLessons, version: '1.1.0', builtOn: '2026-11-22'};
    const lying = encodeDigest({
      course: released,
      learner: of('gap').learner,
      standing: emptyStanding,
      streams: [],
      moreStreams: false,
      madeOn: today - 3,
    });
    await receive(store, `${of('finished').code} ${textCodeOf(lying)}`, {courses: [released]});
    const room = await openRoom(store, {course: released});
    await filled(room, 2);
    const rows = Object.fromEntries(
      [...room.matrix.renderRoot.querySelectorAll('tbody tr')].map((row) => [
        row.querySelector<HTMLElement>('[data-learner]')!.dataset['learner']!,
        textOf(row.querySelector('.asof')),
      ]),
    );
    expect(rows[of('finished').learner]).to.match(/\d\d\/\d\d\/2026 2\/2 bài$/);
    expect(rows[of('gap').learner]).to.contain('không rõ ngày').and.to.contain('sai ngày');
  });

  it('gives every lesson three numbers that add up, and names the oldest data', async () => {
    const {store} = testStore();
    await fill(store);
    const room = await openRoom(store);
    await filled(room);
    const totals = [...room.matrix.renderRoot.querySelectorAll('.totals .counts')].map((counts) =>
      [...counts.querySelectorAll('b')].map((count) => Number(count.textContent)),
    );
    expect(totals).to.have.length(2);
    for (const [index, parts] of totals.entries()) {
      expect(parts).to.have.length(3);
      expect(parts.reduce((sum, part) => sum + part, 0)).to.equal(team.members.length);
      const done = Object.values(cellsOf(room.matrix)).filter((row) =>
        row[index]?.startsWith('Đã hoàn thành'),
      );
      expect(parts[0]).to.equal(done.length);
    }
    const days = [...room.matrix.renderRoot.querySelectorAll('.asof')].flatMap(
      (text) => textOf(text).match(/\d\d\/\d\d\/\d{4}/) ?? [],
    );
    const [oldest] = days.map((day) => day.split('/').reverse().join('-')).sort();
    expect(shown(room.matrix)).to.contain(
      `Dữ liệu cũ nhất: ${oldest!.split('-').reverse().join('/')}`,
    );
  });

  it('stands in a real table, in the order of a Vietnamese class list', async () => {
    const {store} = testStore();
    const members = team.members.slice(0, 5).map((member, index) => ({
      ...member,
      name: ['Lê Ân', 'Trần Thị Ánh', 'Đỗ Văn Dũng', 'Võ Ái', 'Nguyễn Văn An'][index]!,
    }));
    await fill(store, members);
    const room = await openRoom(store);
    await filled(room, 5);
    await waitUntil(() => names(room)[0] === 'Võ Ái');
    expect(names(room)).to.deep.equal([
      'Võ Ái',
      'Nguyễn Văn An',
      'Trần Thị Ánh',
      'Lê Ân',
      'Đỗ Văn Dũng',
    ]);
    const table = room.matrix.renderRoot.querySelector('table')!;
    expect(textOf(table.caption)).to.contain('5 người học, 2 bài');
    expect(table.querySelectorAll('thead th[scope=col]')).to.have.length(3);
    expect(table.querySelectorAll('tbody th[scope=row]')).to.have.length(5);
    const region = table.parentElement!;
    expect([region.role ?? region.getAttribute('role'), region.tabIndex]).to.deep.equal([
      'region',
      0,
    ]);
    expect(region.getAttribute('aria-label')).to.contain('cuộn ngang');
  });

  it('says why: the day of the code, the day it came, the version, and what to be wary of', async () => {
    const {store} = testStore();
    await fill(store);
    const room = await openRoom(store);
    await filled(room);
    expect(why(room)).to.equal('Bấm vào một ô để biết số liệu dựa vào đâu.');

    const ask = async (kind: SampleKind, lesson: string) => {
      cell(room, of(kind), lesson).click();
      await room.matrix.updateComplete;
      return why(room);
    };
    expect(await ask('finished', 'b01'))
      .to.contain(of('finished').name)
      .and.to.match(/Hoàn thành ngày \d\d\/\d\d\/2026\./)
      .and.to.match(
        /Theo mã làm ngày \d\d\/\d\d\/2026, nhận ngày 22\/11\/2026, bản khóa học 1\.0\./,
      );
    expect(await ask('old', 'b02')).to.match(/Dữ liệu mới nhất đã 3\d ngày; quá 30 ngày/);
    expect(await ask('gap', 'b02')).to.contain('Thiếu một phần bản ghi ở giữa');
    expect(await ask('wrong-clock', 'b01')).to.contain('Máy gửi sai ngày.');
    expect(await ask('newer-course', 'b01')).to.contain('bản khóa học mới hơn');

    buttons(room.matrix, 'Đóng')[0]!.click();
    await room.matrix.updateComplete;
    expect(why(room)).to.contain('Bấm vào một ô');
    expect(focused(room) === cell(room, of('newer-course'), 'b01')).to.equal(true);
  });

  it('says of a gap on one phone that something is missing, also where the newest came from another', async () => {
    const {store} = testStore();
    const digest = (device: string, beyond: number, madeOn: number) =>
      textCodeOf(
        encodeDigest({
          course: twoLessons,
          learner: of('idle').learner,
          standing: emptyStanding,
          streams: [{device, through: 3, beyond, tail: '00ff'}],
          moreStreams: false,
          madeOn,
        }),
      );
    await receive(store, `${digest('0a0b0c0d', 2, today - 5)} ${digest('0e0f0a0b', 0, today)}`, {
      courses: [twoLessons],
    });
    const room = await openRoom(store);
    await filled(room, 1);
    cell(room, of('idle'), 'b02').click();
    await room.matrix.updateComplete;
    expect(why(room)).to.contain('Thiếu một phần bản ghi ở giữa').and.not.to.contain('quá 30 ngày');
  });

  it('says that the clock of this device may be wrong where most was made after its today', async () => {
    const {store} = testStore();
    await fill(store);
    const behind = await openRoom(store, {now: noon - 60 * 86_400_000});
    await filled(behind);
    expect(shown(behind.matrix)).to.contain(
      'Đồng hồ máy này có thể sai: máy đang ghi hôm nay là 23/09/2026.',
    );
    const right = await openRoom(store);
    await filled(right);
    expect(shown(right.matrix)).not.to.contain('Đồng hồ máy này có thể sai');
  });

  it('is walked with the arrow keys, and Tab stops at one cell only', async () => {
    const {store} = testStore();
    await fill(store);
    const room = await openRoom(store);
    await filled(room);
    const cells = [...room.matrix.renderRoot.querySelectorAll<HTMLElement>('button[data-lesson]')];
    const stops = () => cells.flatMap(({tabIndex}, index) => (tabIndex === 0 ? [index] : []));
    expect(stops()).to.deep.equal([0]);

    cells[0]!.focus();
    for (const [key, index] of [
      ['ArrowRight', 1],
      ['ArrowDown', 3],
      ['Home', 2],
      ['ArrowUp', 0],
      ['ArrowUp', 0],
      ['End', 1],
    ] as const) {
      press(focused(room)!, key);
      await room.matrix.updateComplete;
      expect(cells.indexOf(focused(room)!), key).to.equal(index);
    }
    expect(stops()).to.deep.equal([1]);
  });

  it('becomes a list of learners on a phone, with the same words and no sideways scrolling', async () => {
    const {store} = testStore();
    await fill(store);
    const wide = await openRoom(store);
    await filled(wide);
    const phone = await openRoom(store, {width: 340});
    await filled(phone);

    expect(phone.matrix.renderRoot.querySelector('table') === null).to.equal(true);
    const words = (cells: Record<string, string[]>) =>
      Object.fromEntries(
        Object.entries(cells).map(([learner, row]) => [
          learner,
          row.map((text) => text.replace(/^Bài \S+ (Bài \d )?/, '')),
        ]),
      );
    expect(words(cellsOf(phone.matrix))).to.deep.equal(cellsOf(wide.matrix));
    expect(phone.trainer.scrollWidth).to.be.at.most(340);

    const asked = cell(phone, of('old'), 'b02');
    asked.click();
    await phone.matrix.updateComplete;
    expect(asked.getAttribute('aria-expanded')).to.equal('true');
    expect(textOf(asked.nextElementSibling)).to.contain('quá 30 ngày');
  });

  it('folds the lessons away on a phone when there are many', async () => {
    const course = sampleCourse({lessons: 9, questions: 9});
    const {store} = testStore();
    const [one] = sampleClass(course, {today, size: 1}).members;
    await receive(store, one!.code, {courses: [course]});
    const room = await openRoom(store, {course, width: 340});
    await waitUntil(() => room.matrix.renderRoot.querySelector('.person'));
    expect(room.matrix.renderRoot.querySelectorAll('button[data-lesson]')).to.have.length(0);
    const person = room.matrix.renderRoot.querySelector<HTMLElement>('button.who')!;
    person.click();
    await room.matrix.updateComplete;
    expect(person.getAttribute('aria-expanded')).to.equal('true');
    expect(room.matrix.renderRoot.querySelectorAll('button[data-lesson]')).to.have.length(9);
  });

  it('stays current and keeps the asked cell when it is moved', async () => {
    const {store} = testStore();
    await fill(store, team.members.slice(0, 3));
    const room = await openRoom(store);
    await filled(room, 3);
    cell(room, of('finished'), 'b01').click();
    const parent = room.trainer.parentElement!;
    room.trainer.remove();
    await fill(store, team.members.slice(3, 5));
    parent.append(room.trainer);
    await filled(room, 5);
    expect(why(room)).to.contain(of('finished').name);
  });

  it('says when the register cannot be read again, whose figures still stand there, and reads again when asked', async () => {
    const {store} = testStore();
    await fill(store, team.members.slice(0, 3));
    const room = await openRoom(store);
    await filled(room, 3);
    const failed: string[] = [];
    for (const element of [room.matrix, room.inbox]) {
      element.addEventListener('kns-failed', ({code}) => failed.push(code));
    }
    const alerts = () =>
      [room.matrix, room.inbox].map((one) => textOf(one.renderRoot.querySelector('[role=alert]')));
    await store.close();
    const parent = room.trainer.parentElement!;
    room.trainer.remove();
    parent.append(room.trainer);
    await waitUntil(() => failed.length === 2, 'both say it');
    await room.matrix.updateComplete;
    for (const alert of alerts()) {
      expect(alert).to.contain('Chưa đọc được sổ').and.to.contain('của lần đọc trước');
    }
    expect(Object.keys(cellsOf(room.matrix))).to.have.length(3);
    await expect(room.matrix).to.be.accessible();
    room.matrix.renderRoot.querySelector<HTMLElement>('[role=alert] button')!.click();
    await waitUntil(() => failed.length === 3, 'it was read again');
  });

  for (const width of [340, 1200])
    it(`is accessible at ${width} px, in Vietnamese and in English, and Lit has nothing to complain about`, async () => {
      const {store} = testStore();
      await fill(store);
      const room = await openRoom(store, {width});
      await filled(room);
      await expect(room.matrix).to.be.accessible();
      room.trainer.lang = 'en';
      await waitUntil(() => shown(room.matrix).includes('Who has learned what'));
      await expect(room.matrix).to.be.accessible();
      expect(litWarnings()).to.deep.equal([]);
    });
});
