import {ContextProvider} from '@lit/context';
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {courseContext, storeContext} from '../../../src/components/contexts.js';
import {defineTags} from '../../../src/components/definition.js';
import {KnsRoster} from '../../../src/components/trainer/roster.js';
import {dayInVietnam} from '../../../src/store/reckoning/calendar.js';
import type {MemberRegister} from '../../../src/store/reckoning/member-register.js';
import type {PacketRow} from '../../../src/store/reckoning/packet.js';
import {presentName} from '../../../src/store/reckoning/unit-tree.js';
import type {Session} from '../../../src/store/sessions.js';
import type {Store} from '../../../src/store/store.js';
import type {LoadedCourse} from '../../../src/store/courses.js';
import {lessonsOf} from '../../../src/curriculum/course.js';
import {toBase64} from '../../../src/exchange/base64.js';
import {crc32Of} from '../../../src/exchange/crc32.js';
import {isPacked, packSection} from '../../../src/exchange/packed-section.js';
import {ownSections} from '../../../src/exchange/progress-file.js';
import {writeSpreadsheet} from '../../../src/exchange/spreadsheet.js';
import {openedRoster, sealedRoster} from '../../../src/exchange/roster/roster-file.js';
import {courseAddress} from '../stage.js';
import {claimCodeOf} from '../../../src/exchange/claim-code.js';
import {receive} from '../../../src/exchange/receive.js';
import {newInvitedKey} from '../../../src/exchange/roster/invited-key.js';
import {finishedCodeOf} from '../../exchange/finished-code.js';
import {savedFiles} from './saved-files.js';
import {noon, testStore, textOf, twoLessons} from './room.js';

defineTags({'kns-roster': KnsRoster}, () => {});

async function opened(
  store: Store,
  loaded = {course: twoLessons, from: 'network', keptOn: noon} as unknown as LoadedCourse,
): Promise<KnsRoster> {
  const parentNode = document.createElement('div');
  document.body.append(parentNode);
  new ContextProvider(parentNode, {context: storeContext, initialValue: store});
  new ContextProvider(parentNode, {
    context: courseContext,
    initialValue: loaded,
  });
  const roster = await fixture<KnsRoster>(
    html`
      <kns-roster lang="vi" .now=${() => noon}></kns-roster>
    `,
    {parentNode},
  );
  await waitUntil(() => roster.renderRoot.querySelector('h3'), 'the list is drawn');
  return roster;
}

const plain = (roster: KnsRoster) => textOf(roster.renderRoot as unknown as Element);

const button = (roster: KnsRoster, name: string) => {
  const found = [...roster.renderRoot.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? textOf(one)) === name,
  );
  if (!found) throw new Error(`no button ${name} in: ${plain(roster)}`);
  return found;
};

async function press(roster: KnsRoster, name: string, until: () => boolean) {
  button(roster, name).click();
  await waitUntil(until, `${name} was done`);
  await roster.updateComplete;
}

const field = (roster: KnsRoster, id: string) =>
  roster.renderRoot.querySelector<HTMLInputElement & HTMLSelectElement>(`#${id}`)!;

const says = (roster: KnsRoster, words: string) => () => plain(roster).includes(words);

async function addUnit(roster: KnsRoster, name: string) {
  await press(roster, 'Thêm đơn vị', () => field(roster, 'unit-name') !== null);
  field(roster, 'unit-name').value = name;
  await press(roster, 'Lưu', () => field(roster, 'unit-name') === null);
}

async function addMember(roster: KnsRoster, name: string) {
  await press(roster, 'Thêm người', () => field(roster, 'member-name') !== null);
  field(roster, 'member-name').value = name;
  await press(roster, 'Lưu', () => field(roster, 'member-name') === null);
}

/** A commune with a team of two, opened at the team. */
async function team(store: Store) {
  const roster = await opened(store);
  await addUnit(roster, 'Xã Lũng Cú');
  await press(roster, 'Xã Lũng Cú 0 người · 0 người đã gắn máy', says(roster, 'Chưa có ai ở đây'));
  await addUnit(roster, 'Tổ 1');
  await press(roster, 'Tổ 1 0 người · 0 người đã gắn máy', says(roster, 'Chưa có ai ở đây'));
  await addMember(roster, 'Lù Thị Mỷ');
  await addMember(roster, 'Vàng Mí Hùng');
  return roster;
}

async function bring(roster: KnsRoster, content: BlobPart, name = 'ds.csv') {
  await press(roster, 'Nhập từ tệp', () => field(roster, 'list-file') !== null);
  const files = new DataTransfer();
  files.items.add(new File([content], name));
  const input = field(roster, 'list-file');
  input.files = files.files;
  input.dispatchEvent(new Event('change'));
  await waitUntil(
    () =>
      plain(roster).includes('Xem trước') ||
      roster.renderRoot.querySelector('[role=alert]') !== null,
  );
  await roster.updateComplete;
}

const evening: Session = {
  id: 'E1',
  course: twoLessons.id,
  day: 2517,
  begins: 1140,
  minutes: 60,
  place: 'Nhà văn hóa thôn Đông',
  lessons: ['b01'],
  present: {counted: 12},
  note: 'Mưa to',
  held: true,
};

describe('<kns-roster>', () => {
  it('begins empty and says how to begin', async () => {
    const roster = await opened(testStore().store);
    expect(plain(roster))
      .to.contain('Danh sách chưa có ai.')
      .and.to.contain('chỉ nằm trên máy này');
    await expect(roster).to.be.accessible();
  });

  it('says which districts of an old list are left out, and why', async () => {
    const roster = await opened(testStore().store);
    const rows = ['Đồng Văn', 'Mèo Vạc', 'Yên Minh', 'Quản Bạ', 'Bắc Mê', 'Vị Xuyên'].map(
      (district, at) => `Lù Thị ${'ABCDEF'[at]};Hà Giang;${district};Xã ${'ABCDEF'[at]}`,
    );
    await bring(roster, `Họ tên;Tỉnh;Huyện;Xã\n${rows.join('\n')}`);
    expect(plain(roster)).to.contain(
      'Không ghi cấp huyện (Đồng Văn, Mèo Vạc, Yên Minh, Quản Bạ và 2 nơi khác): từ 1/7/2025 không còn cấp này',
    );
    await press(roster, 'Nhập 6 người', says(roster, 'Đã nhập'));
    expect(plain(roster)).not.to.contain('Đồng Văn');
  });

  it('says which rows of a list were read as those above, and lets a trainer choose the unit of one that says none', async () => {
    const {store} = testStore();
    const roster = await team(store);
    await press(roster, 'Tất cả', () => !plain(roster).includes('Vàng Mí Hùng'));
    await bring(roster, 'Họ tên;Chức vụ;Tổ\nMa Văn Tài;Tổ viên;\nLù Thị Mỷ;;Tổ 1\nGiàng A Páo;;');
    expect(plain(roster))
      .to.contain('1 dòng để trống tên đơn vị, đọc theo dòng phía trên: dòng 4.')
      .and.to.contain('Ma Văn Tài chưa rõ ở đơn vị nào');
    await press(roster, 'Chọn đơn vị', () => field(roster, 'unit-of-2') !== null);
    expect(roster.shadowRoot!.activeElement).to.equal(field(roster, 'unit-of-2'));
    await expect(roster).to.be.accessible();
    const place = field(roster, 'unit-of-2');
    place.value = [...(await (await store.roster()).read()).units.values()].find(
      ({level}) => level === 'team',
    )!.id;
    place.dispatchEvent(new Event('change'));
    await waitUntil(() => !plain(roster).includes('chưa rõ ở đơn vị nào'));
    await press(roster, 'Nhập 2 người', says(roster, 'Đã nhập'));
    const {members, units} = await (await store.roster()).read();
    expect(
      [...members.values()]
        .map(({name, posts}) => [name, presentName(units.get(posts[0].unit)!)])
        .sort(),
    ).to.deep.equal([
      ['Giàng A Páo', 'Tổ 1'],
      ['Lù Thị Mỷ', 'Tổ 1'],
      ['Ma Văn Tài', 'Tổ 1'],
      ['Vàng Mí Hùng', 'Tổ 1'],
    ]);
  });

  it('takes units and people down by hand, and each can be undone', async () => {
    const {store} = testStore();
    const roster = await team(store);
    expect(plain(roster)).to.contain('2 người');
    await expect(roster).to.be.accessible();
    await press(roster, 'Hoàn tác', says(roster, 'Đã trả lại như trước.'));
    expect(plain(roster)).not.to.contain('Vàng Mí Hùng');
    const view = await (await store.roster()).read();
    expect([...view.units.values()].map(presentName).sort()).to.deep.equal(['Tổ 1', 'Xã Lũng Cú']);
    expect(view.members.size).to.equal(1);
  });

  it('moves a unit below another, with all who are in it, and can undo it', async () => {
    const {store} = testStore();
    const roster = await team(store);
    const [commune, unit] = [...(await (await store.roster()).read()).units.values()];
    await press(roster, 'Tất cả', says(roster, 'Xã Lũng Cú'));
    await addUnit(roster, 'Xã Ma Lé');
    const view = async () => (await (await store.roster()).read()).units;
    const other = [...(await view()).values()].find(({names}) => names[0].name === 'Xã Ma Lé')!;
    const team1 = [commune!, unit!].find(({level}) => level === 'team')!;
    await press(roster, 'Xã Lũng Cú 1 tổ · 2 người · 0 người đã gắn máy', says(roster, 'Tổ 1'));
    await press(roster, 'Tổ 1 2 người · 0 người đã gắn máy', says(roster, 'Lù Thị Mỷ'));
    await press(roster, 'Sửa đơn vị này', () => field(roster, 'unit-parent') !== null);
    field(roster, 'unit-parent').value = other.id;
    field(roster, 'unit-level').value = 'province';
    await press(roster, 'Lưu', says(roster, 'Cấp này lớn hơn Xã Ma Lé'));
    field(roster, 'unit-level').value = 'team';
    await expect(roster).to.be.accessible();
    await press(roster, 'Lưu', () => field(roster, 'unit-name') === null);
    expect((await view()).get(team1.id)!.parent).to.equal(other.id);
    await press(roster, 'Hoàn tác', says(roster, 'Đã trả lại như trước.'));
    expect((await view()).get(team1.id)!.parent).to.equal(team1.parent);
  });

  it('takes out a list that was brought in by mistake as a whole, when asked twice, and can undo it', async () => {
    const {store} = testStore();
    const roster = await team(store);
    const read = async () => (await store.roster()).read();
    const [member] = (await read()).members.keys();
    await (
      await store.roster()
    ).change({links: [{learner: 'ABCDEFGHJKMNPQRS', member: member!, on: true}]});
    const before = await read();
    await press(roster, 'Xã Lũng Cú', () => !plain(roster).includes('Vàng Mí Hùng'));
    await press(roster, 'Sửa đơn vị này', () => field(roster, 'erase-unit') !== null);
    const erase = 'Xóa đơn vị này cùng mọi người ở trong';
    const sure = 'Bấm lần nữa: xóa Xã Lũng Cú và 2 người khỏi danh sách.';
    await press(roster, erase, says(roster, sure));
    expect(await read()).to.deep.equal(before);
    await press(roster, sure, says(roster, 'Đã xóa Xã Lũng Cú và 2 người khỏi danh sách.'));
    const {units, members, learnersOf} = await read();
    expect([units.size, members.size, learnersOf.size]).to.deep.equal([0, 0, 0]);
    await press(roster, 'Hoàn tác', says(roster, 'Đã trả lại như trước.'));
    expect(await read()).to.deep.equal(before);
  });

  it('keeps three digits of a number and no more, and refuses a year of two', async () => {
    const {store} = testStore();
    const roster = await team(store);
    await press(roster, 'Sửa Lù Thị Mỷ', () => field(roster, 'member-name') !== null);
    field(roster, 'member-phone').value = '0912 345 678';
    field(roster, 'member-birth').value = '71';
    await press(roster, 'Lưu', says(roster, 'Năm sinh cần đủ 4 số'));
    expect(field(roster, 'member-birth').getAttribute('aria-invalid')).to.equal('true');
    field(roster, 'member-birth').value = '1971';
    await press(roster, 'Lưu', says(roster, 'sinh 1971'));
    expect(plain(roster)).to.contain('số …678');
    expect(JSON.stringify([...(await (await store.roster()).read()).members])).not.to.contain(
      '345',
    );
  });

  it('offers a device whose name is like the member’s, links it, and separates it again', async () => {
    const {store} = testStore();
    await receive(store, finishedCodeOf(twoLessons), {courses: [twoLessons]});
    const learner = '0123456789ABCDEF';
    await store.nameLearner(learner, 'chị mỷ tổ 1');
    const roster = await team(store);
    await press(roster, 'Sửa Lù Thị Mỷ', says(roster, 'Có phải của người này?'));
    const name = [...roster.renderRoot.querySelectorAll('button')].find((one) =>
      one.getAttribute('aria-label')?.startsWith('Đúng, gắn vào: chị mỷ'),
    )!;
    name.click();
    await waitUntil(() =>
      textOf(roster.renderRoot.querySelector('#devices')!.parentElement).includes('Tách ra'),
    );
    const read = async () => [...(await (await store.roster()).read()).learnersOf.values()].flat();
    expect(await read()).to.deep.equal([learner]);
    [...roster.renderRoot.querySelectorAll('button')]
      .find((one) => textOf(one) === 'Tách ra')!
      .click();
    await waitUntil(async () => (await read()).length === 0);
  });

  it('offers first who says to have been invited with the member’s code, where a list came without the invitation', async () => {
    const {store} = testStore();
    const roster = await team(store);
    const [code] = [...(await (await store.roster()).read()).members.keys()] as [string];
    const learner = '0123456789ABCDEF';
    const claim = claimCodeOf({learner, invited: newInvitedKey(code, new Uint8Array(8))});
    await receive(store, `${finishedCodeOf(twoLessons)}\n${claim}`, {courses: [twoLessons]});
    const {name} = (await (await store.roster()).read()).members.get(code)!;
    await press(roster, `Sửa ${name}`, says(roster, 'Nói đã được mời với đúng mã này'));
    [...roster.renderRoot.querySelectorAll('button')]
      .find((one) => one.getAttribute('aria-label')?.startsWith('Đúng, gắn vào'))!
      .click();
    await waitUntil(async () => (await (await store.roster()).read()).learnersOf.has(code));
    expect((await store.received(twoLessons.id))[0])
      .to.include({name})
      .and.not.have.key('invited');
  });

  it('shows what a list would change, is put right in place, and writes it in one go', async () => {
    const {store} = testStore();
    const roster = await team(store);
    await bring(
      roster,
      'Họ và tên;Tổ;Năm sinh;CCCD\nLù Thị Mỷ;1;1971;002068001234\nA 9;2;;\nMa Văn Tài;2;;\n',
    );
    expect(plain(roster))
      .to.contain('3 người trong tệp')
      .and.to.contain('1 người có sửa')
      .and.to.contain('1 dòng chưa nhập được')
      .and.to.contain('Không đọc và không lưu cột số giấy tờ: CCCD')
      .and.to.contain('Dòng 3');
    await expect(roster).to.be.accessible();
    const input = field(roster, 'row-3').querySelector('input')!;
    input.value = 'An Chín';
    input.dispatchEvent(new Event('change'));
    await waitUntil(says(roster, '2 người mới'));
    await press(roster, 'Nhập 3 người', says(roster, 'Đã nhập: 2 người mới, 1 người có thay đổi'));
    const view = await (await store.roster()).read();
    expect([...view.members.values()].map(({name}) => name).sort()).to.deep.equal([
      'An Chín',
      'Lù Thị Mỷ',
      'Ma Văn Tài',
      'Vàng Mí Hùng',
    ]);
    await press(roster, 'Hoàn tác', says(roster, 'Đã trả lại như trước.'));
    expect((await (await store.roster()).read()).members.size).to.equal(2);
  });

  it('takes everybody down once, however often the button is pressed', async () => {
    const {store} = testStore();
    const roster = await team(store);
    // So many that the page draws while they are planned.
    const rows = Array.from(
      {length: 600},
      (_, at) => `Ma ${'ABCDEGHIKL'[at % 10]} ${'aeiouy'[at % 6]} ${'m'.repeat(1 + (at % 25))};2`,
    );
    const fresh = new Set(rows).size;
    await bring(roster, `Họ và tên;Tổ\n${rows.join('\n')}\n`);
    const apply = button(roster, `Nhập ${fresh} người`);
    apply.click();
    apply.click();
    await waitUntil(says(roster, `Đã nhập: ${fresh} người mới`));
    await press(roster, 'Thêm người', () => field(roster, 'member-name') !== null);
    field(roster, 'member-name').value = 'Lò Văn Nam';
    const save = button(roster, 'Lưu');
    save.click();
    save.click();
    await waitUntil(says(roster, 'Lò Văn Nam'));
    await press(roster, 'Thêm đơn vị', () => field(roster, 'unit-name') !== null);
    field(roster, 'unit-name').value = 'Nhóm 1';
    const add = button(roster, 'Lưu');
    add.click();
    add.click();
    await waitUntil(says(roster, 'Nhóm 1'));
    const view = await (await store.roster()).read();
    expect(view.members.size).to.equal(2 + fresh + 1);
    expect(view.units.size).to.equal(4);
  });

  it('says one by one what would change about whom', async () => {
    const {store} = testStore();
    const roster = await team(store);
    const people = [...(await (await store.roster()).read()).members.values()];
    const codeOf = (wanted: string) => people.find(({name}) => name === wanted)!.code;
    await bring(
      roster,
      `Mã;Họ và tên;Vai trò;Tổ;Năm sinh\n${codeOf('Lù Thị Mỷ')};Lù Thị Mỷ;Tổ trưởng;2;\n${codeOf('Vàng Mí Hùng')};Vàng Mí Hùng;;1;1968\n`,
    );
    const changes = () => textOf(field(roster, 'changes'));
    expect(changes())
      .to.contain('Xem 2 người sẽ thay đổi gì')
      .and.to.contain('Ở đơn vị: Tổ 1 → Tổ 2; Vai trò: Thành viên → Tổ trưởng')
      .and.to.contain('Dòng 3 · Vàng Mí Hùng Năm sinh: chưa có → 1968');
    await expect(roster).to.be.accessible();
  });

  it('names every row that has something about it, as many as there are', async () => {
    const roster = await team(testStore().store);
    const rows = Array.from(
      {length: 33},
      (_, at) => `Vàng Mí ${'ABCDEGHIKLM'[at % 11]}${'aeo'[at % 3]};2;71`,
    );
    await bring(roster, `Họ và tên;Tổ;Năm sinh\n${rows.join('\n')}\nA 9;2;1971\n`);
    const named = () => roster.renderRoot.querySelectorAll('li.look');
    expect(named()[0]!.id).to.equal('row-35');
    expect(plain(roster)).to.contain('năm sinh không đọc được, bỏ qua ô này');
    await press(roster, 'Xem tiếp, còn 4 dòng', () => named().length === 34);
    expect(roster.shadowRoot!.activeElement!.closest('li')!.id).to.equal('row-31');
    await expect(roster).to.be.accessible();
  });

  it('says that a file has more lists than one, and shows the one that is chosen', async () => {
    const roster = await team(testStore().store);
    const book = await writeSpreadsheet(
      ['Tổ 2', 'Tổ 3'].map((name, at) => ({
        name,
        rows: [
          ['Họ và tên', 'Tổ'],
          ...Array.from({length: at + 1}, (_, nth) => [`Ma Văn ${'AB'[nth]}`, name]),
        ],
        widths: [20, 20],
      })),
    );
    await bring(roster, book as BlobPart, 'ds.xlsx');
    expect(plain(roster)).to.contain('1 người trong tệp').and.to.contain('Tệp còn 1 trang tính');
    field(roster, 'sheet').value = '1';
    field(roster, 'sheet').dispatchEvent(new Event('change'));
    await waitUntil(says(roster, '2 người trong tệp'));
    await expect(roster).to.be.accessible();
  });

  it('names a file that is no list', async () => {
    const roster = await opened(testStore().store);
    await bring(roster, '%PDF-1.7', 'danh-sach.xlsx');
    expect(plain(roster)).to.contain('Tệp này không phải danh sách');
    await expect(roster).to.be.accessible();
  });

  it('hands its register to another trainer in a locked file, who joins it, and can take the list back', async () => {
    const {store} = testStore();
    await receive(store, finishedCodeOf(twoLessons), {courses: [twoLessons]});
    await store.nameLearner('0123456789ABCDEF', 'chị Mỷ');
    const [{hash}] = (await store.received(twoLessons.id))[0]!.packets as [PacketRow];
    // It came on a day long ago.
    const before = Date.UTC(2026, 8, 1);
    await (await store.exchange()).receivedBefore(new Map([[hash, before]]));
    await (
      await store.reports()
    ).assign(twoLessons.key, [
      {member: 'KAAAAA0', lessons: ['b01'], until: 2530, madeOn: 2517, outcome: 'Gửi mã'},
    ]);
    await (
      await store.reports()
    ).keepDraft(twoLessons.key, '2026Q4', 'XA0001', {figures: {kn1: 3}, revision: 1});
    await (await store.sessions()).keep(evening);
    const here = await team(store);
    const own = await store.roster();
    const [member] = (await own.read()).members.keys();
    await own.change({links: [{learner: 'ABCDEFGHJKMNPQRS', member: member!, on: true}]});
    const native = URL.createObjectURL.bind(URL);
    const made = new Promise<File>((resolve) => {
      URL.createObjectURL = (content) => {
        URL.createObjectURL = native;
        resolve(content as File);
        return native(content);
      };
    });
    await press(here, 'Sao lưu và gộp sổ', () => field(here, 'copy-words') !== null);
    await press(here, 'Tạo tệp sao lưu', says(here, 'Cụm từ cần ít nhất 8 chữ.'));
    field(here, 'copy-words').value = 'trâu bò lợn gà';
    await expect(here).to.be.accessible();
    await press(here, 'Tạo tệp sao lưu', says(here, 'Đã tạo tệp sao-luu-so-2026-11-22.knsb'));

    const other = testStore().store;
    const there = await opened(other);
    await press(there, 'Sao lưu và gộp sổ', () => field(there, 'copy-words') !== null);
    const file = await made;
    const lay = (words: string) => {
      const files = new DataTransfer();
      files.items.add(file);
      field(there, 'copy-words').value = words;
      field(there, 'copy-file').files = files.files;
      field(there, 'copy-file').dispatchEvent(new Event('change'));
    };
    lay('trâu bò lợn vịt');
    await waitUntil(says(there, 'Cụm từ chưa đúng'), 'other words were refused', {timeout: 5000});
    lay('trâu bò lợn gà');
    await waitUntil(says(there, 'Đã gộp: 5 chỗ'), 'it was joined', {timeout: 5000});
    expect(plain(there)).to.contain('1 mã mới, 1 việc đã giao, 2 báo cáo và buổi học.');
    const [restored] = (await other.received(twoLessons.id))[0]!.packets;
    expect(restored).to.include({firstReceivedAt: before, firstReceivedOn: dayInVietnam(before)});
    const reports = await other.reports();
    expect(await reports.assigned(twoLessons.key)).to.have.length(1);
    expect(await reports.draft(twoLessons.key, '2026Q4', 'XA0001')).to.deep.equal({
      figures: {kn1: 3},
      revision: 1,
    });
    expect(await (await other.sessions()).all()).to.deep.equal([evening]);
    expect((await other.received(twoLessons.id)).map(({name}) => name)).to.deep.equal(['chị Mỷ']);
    expect(await (await other.roster()).read()).to.deep.equal(await (await store.roster()).read());

    await press(there, 'Hoàn tác', says(there, 'Đã trả lại như trước.'));
    expect((await (await other.roster()).read()).members.size).to.equal(0);

    // What was taken out here comes back from the same file only when asked for.
    await press(there, 'Sao lưu và gộp sổ', () => field(there, 'copy-words') !== null);
    lay('trâu bò lợn gà');
    await waitUntil(says(there, 'Trong tệp có 4 người hoặc đơn vị đã bị xóa'), 'it is offered', {
      timeout: 5000,
    });
    await expect(there).to.be.accessible();
    await press(there, 'Lấy lại 4 mục này', says(there, 'Đã lấy lại 4 người và đơn vị.'));
    const [back, kept] = [await (await other.roster()).read(), await (await store.roster()).read()];
    expect(back).to.deep.equal(kept);
    await press(there, 'Hoàn tác', says(there, 'Đã trả lại như trước.'));
    expect((await (await other.roster()).read()).members.size).to.equal(0);
  });

  it('keeps the names of people in a backup though no lessons are at hand', async () => {
    const {store} = testStore();
    await receive(store, finishedCodeOf(twoLessons), {courses: [twoLessons]});
    await store.nameLearner('0123456789ABCDEF', 'chị Mỷ');
    const roster = await opened(store, {} as LoadedCourse);
    await press(roster, 'Sao lưu và gộp sổ', () => field(roster, 'copy-words') !== null);
    field(roster, 'copy-words').value = 'trâu bò lợn gà';
    const [file] = await savedFiles(() =>
      press(roster, 'Tạo tệp sao lưu', says(roster, 'Đã tạo tệp')),
    );
    const bytes = new Uint8Array(await file!.arrayBuffer());
    const made = await openedRoster(bytes, 'trâu bò lợn gà');
    expect(typeof made === 'string' ? made : [...made.names.values()]).to.deep.equal(['chị Mỷ']);
  });

  it('takes of a backup what is right, records that came packed as well, and names the rest', async () => {
    const phone = testStore().store;
    const learned = await phone.courses.load(courseAddress);
    const {id} = lessonsOf(learned.course)[0]!;
    const lesson = await phone.courses.lesson(learned, id);
    const study = await phone.study(learned.course);
    for (const question of lesson.questions) await study.answer(lesson, question, '1');
    const [section] = await ownSections(await phone.exchange(), {
      learners: [study.learner],
      courses: [learned.course],
      madeOn: 2517,
    });
    const packed = await packSection(section!.bytes, learned.course, () => Promise.resolve(lesson));
    expect(isPacked(packed)).to.equal(true);
    const line = toBase64(packed);
    const words = 'trâu bò lợn gà';
    const unit = {id: 'XA0001', level: 'commune', names: [{name: 'Xã Lũng Cú'}]} as const;
    const member = {
      code: 'KAAAAA0',
      name: 'Lù Thị Mỷ',
      posts: [{unit: 'XA0001', role: 'head'}],
    } as const;
    const stamp = {counter: 1, by: 'D'};
    const sealed = await sealedRoster(
      {
        registers: {
          units: new Map([['XA0001', {value: unit, ...stamp}]]),
          members: new Map<string, MemberRegister>([
            ['KAAAAA0', {value: member, ...stamp}],
            ['KBBBBB0', {value: {...member, name: 'Vàng Mí Hùng'}, ...stamp}],
          ]),
          links: [],
        },
        names: new Map([[study.learner, 'chị Mỷ']]),
        progress: `KNSF1.2.${crc32Of(`${line}\nKNS1.ABC`).toString(16).padStart(8, '0')}\n${line}\nKNS1.ABC`,
        receivedAt: new Map(),
        assignments: [],
        papers: [],
        evenings: new Map([['E2', {value: evening, ...stamp}]]),
      },
      words,
    );
    const {store} = testStore();
    const loaded = await store.courses.load(courseAddress);
    const roster = await opened(store, loaded);
    await press(roster, 'Sao lưu và gộp sổ', () => field(roster, 'copy-words') !== null);
    const files = new DataTransfer();
    files.items.add(new File([sealed as BlobPart], 'so.knsb'));
    field(roster, 'copy-words').value = words;
    field(roster, 'copy-file').files = files.files;
    field(roster, 'copy-file').dispatchEvent(new Event('change'));
    await waitUntil(says(roster, 'Có 3 mục trong tệp chưa lấy được'), 'what is not there is said');
    expect(plain(roster))
      .to.contain('Đã gộp: 2 chỗ')
      .and.contain('1 mã mới')
      .and.contain('Thành viên, dòng 2 (Vàng Mí Hùng): ghi dưới mã của mục khác')
      .and.contain('Buổi học, dòng 1 (Nhà văn hóa thôn Đông): ghi dưới mã của mục khác')
      .and.contain('1 mã tiến độ chưa nhận được');
    await expect(roster).to.be.accessible();
    expect(button(roster, 'Hoàn tác')).to.exist;
    const [received] = await store.received(loaded.course.id);
    expect(received).to.include({learner: study.learner, name: 'chị Mỷ'});
    expect(received!.standing).to.deep.equal(study.snapshot.standing);
    expect([...(await (await store.roster()).read()).members.keys()]).to.deep.equal(['KAAAAA0']);
    expect(await (await store.sessions()).all()).to.deep.equal([]);
  });

  it('finds who left, and takes them back under the same code', async () => {
    const {store} = testStore();
    const roster = await team(store);
    await press(roster, 'Sửa Vàng Mí Hùng', () => field(roster, 'member-name') !== null);
    await press(roster, 'Nghỉ tổ từ hôm nay', () => field(roster, 'member-name') === null);
    expect(plain(roster)).not.to.contain('Vàng Mí Hùng');
    const search = field(roster, 'search');
    search.value = 'vang mi';
    search.dispatchEvent(new Event('input'));
    await waitUntil(says(roster, 'đã nghỉ tổ từ 22/11/2026'));
    await press(roster, 'Sửa Vàng Mí Hùng', () => field(roster, 'member-name') !== null);
    await press(roster, 'Lưu', () => field(roster, 'member-name') === null);
    const {members} = await (await store.roster()).read();
    expect(members.size).to.equal(2);
    const {posts} = [...members.values()].find(({name}) => name === 'Vàng Mí Hùng')!;
    expect(posts.at(-1)!.until).to.equal(undefined);
  });

  it('says of two units of one name that their people may count twice', async () => {
    const {store} = testStore();
    const own = await store.roster();
    const pair = ['T00001', 'T00002'].map((id) => ({
      id,
      level: 'team' as const,
      names: [{name: 'Tổ 1'}] as const,
    }));
    await own.change({
      units: new Map(pair.map((unit) => [unit.id, unit])),
      members: new Map([
        ['KAAAAA1', {code: 'KAAAAA1', name: 'A Bê', posts: [{unit: 'T00001', role: 'member'}]}],
      ]),
    });
    const roster = await opened(store);
    expect(plain(roster)).not.to.contain('Có hai đơn vị cùng tên');
    await own.change({
      members: new Map([
        ['KAAAAA2', {code: 'KAAAAA2', name: 'A Bê', posts: [{unit: 'T00002', role: 'member'}]}],
      ]),
    });
    await waitUntil(says(roster, 'Có hai đơn vị cùng tên (Tổ 1)'));
    await expect(roster).to.be.accessible();

    await own.change({
      members: new Map([
        ['KAAAAA3', {code: 'KAAAAA3', name: 'Lò Én', posts: [{unit: 'T00002', role: 'member'}]}],
      ]),
    });
    const sure =
      'Bấm lần nữa: gộp hai “Tổ 1” làm một, 1 người có ở cả hai thành một, 1 người chỉ có ở một bên được chuyển sang.';
    await waitUntil(says(roster, '2 người'));
    await press(roster, 'Gộp hai “Tổ 1” làm một', says(roster, sure));
    expect((await own.read()).members.size).to.equal(3);
    await press(roster, sure, says(roster, 'Đã gộp hai “Tổ 1” làm một'));
    expect(plain(roster)).not.to.contain('Có hai đơn vị cùng tên');
    expect([...(await own.read()).members.keys()]).to.deep.equal(['KAAAAA1', 'KAAAAA3']);
    await press(roster, 'Hoàn tác', says(roster, 'Đã trả lại như trước.'));
    expect((await own.read()).members.size).to.equal(3);
  });

  it('makes one of a person who was written down twice, with the learners of both, and can undo it', async () => {
    const {store} = testStore();
    const roster = await team(store);
    const own = await store.roster();
    const hung = (await own.read()).members;
    const [code] = [...hung.values()].flatMap((one) =>
      one.name === 'Vàng Mí Hùng' ? [one.code] : [],
    );
    await addMember(roster, 'Vàng mí hùng');
    const double = [...(await own.read()).members.keys()].find((one) => !hung.has(one))!;
    await own.change({
      links: [
        {member: code!, learner: 'AAAAAAAAAAAAAAAA', on: true},
        {member: double, learner: 'BBBBBBBBBBBBBBBB', on: true},
      ],
    });
    await press(roster, 'Sửa Vàng Mí Hùng', says(roster, 'Cùng tên trong danh sách'));
    expect(plain(roster)).to.contain(`Vàng mí hùng Tổ 1 · ${double}`);
    await expect(roster).to.be.accessible();
    await press(
      roster,
      `Là một người, gộp lại: mã ${double}`,
      says(roster, 'Đã gộp làm một: Vàng Mí Hùng'),
    );
    const {members, learnersOf} = await own.read();
    expect(members.size).to.equal(2);
    const [kept] = [code!, double].sort();
    expect(learnersOf.get(kept!)).to.have.members(['AAAAAAAAAAAAAAAA', 'BBBBBBBBBBBBBBBB']);
    await press(roster, 'Hoàn tác', says(roster, 'Đã trả lại như trước.'));
    expect((await own.read()).learnersOf.get(double)).to.deep.equal(['BBBBBBBBBBBBBBBB']);
  });

  it('finds people without tones, in all units', async () => {
    const {store} = testStore();
    const roster = await team(store);
    const search = field(roster, 'search');
    search.value = 'vang mi';
    search.dispatchEvent(new Event('input'));
    await waitUntil(says(roster, 'Thấy 1 người.'));
    expect(plain(roster)).to.contain('Xã Lũng Cú › Tổ 1').and.not.to.contain('Lù Thị Mỷ');
  });
});
