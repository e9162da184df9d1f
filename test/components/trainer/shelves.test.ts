import {expect, waitUntil} from '@open-wc/testing';
import {sampleClass} from '../../../demo/trainer/sample-data.js';
import {decodeReceipt} from '../../../src/exchange/receipt-code.js';
import {progressFileOf, progressOf} from '../../../src/exchange/progress-file.js';
import {packBytes} from '../../../src/exchange/roster/pack-file.js';
import {withCheck} from '../../../src/store/reckoning/member-code.js';
import {findTextCodes} from '../../../src/exchange/text-code.js';
import {deviceName} from '../../../src/components/device-name.js';
import {exchangeOf, newPhone, textsOf} from '../../exchange/streams.js';
import {
  buttons,
  cellsOf,
  openRoom,
  paste,
  press,
  said,
  shelf,
  shown,
  testStore,
  today,
  twoLessons,
} from './room.js';

const team = sampleClass(twoLessons, {today, size: 14});
const codes = team.members.map(({code}) => code);
const [lan, hung, mai] = team.members as [
  (typeof team.members)[0],
  (typeof team.members)[0],
  (typeof team.members)[0],
];

/** A commune with one person, as a pack. */
function packFile(unit: string, name: string, member: string): File {
  const code = withCheck('KM2PX7');
  const {text, packets} = progressOf([]);
  const stamp = {counter: 1, by: 'D'.repeat(16)};
  const bytes = packBytes({
    of: unit,
    on: today,
    by: stamp.by,
    named: true,
    registers: {
      units: new Map([[unit, {...stamp, value: {id: unit, level: 'commune', names: [{name}]}}]]),
      members: new Map([
        [code, {...stamp, value: {code, name: member, posts: [{unit, role: 'member'}]}}],
      ]),
      links: [],
    },
    packets,
    progress: text,
  });
  return new File([bytes as BlobPart], `${unit}.knsp`);
}

describe('<kns-inbox> after receiving', () => {
  it('takes no two packs in at once of which each says another person of one code, unless asked to', async () => {
    const room = await openRoom(testStore().store);
    const input = room.inbox.renderRoot.querySelector<HTMLInputElement>('#files')!;
    const files = new DataTransfer();
    files.items.add(packFile('XA0001', 'Xã Một', 'Lù Thị Mỷ'));
    files.items.add(packFile('XA0002', 'Xã Hai', 'Vàng Mí Hùng'));
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
    await waitUntil(() => room.inbox.renderRoot.querySelector('#take-packs'), 'packs are shown');
    const ticks = [...room.inbox.renderRoot.querySelectorAll<HTMLInputElement>('.pack input')];
    expect(ticks.map(({checked}) => checked)).to.deep.equal([true, false]);
    expect(shown(room.inbox)).to.contain('đã có là Lù Thị Mỷ, trong gói là Vàng Mí Hùng');
  });

  it('takes a whole import back as if it had never come, and lets it in again', async () => {
    const {store} = testStore();
    const room = await openRoom(store);
    await paste(room, codes.slice(0, 4).join('\n'));
    await waitUntil(() => Object.keys(cellsOf(room.matrix)).length === 4);
    const before = cellsOf(room.matrix);

    await press(room.inbox, 'Không tính cả 4 mã của lần nhận này');
    await waitUntil(() => said(room.inbox).startsWith('Đã bỏ 4 mã ra.'));
    await waitUntil(() =>
      Object.values(cellsOf(room.matrix))
        .flat()
        .every((cell) => cell === 'Chưa rõ'),
    );

    await waitUntil(() => buttons(room.inbox, 'Tính lại cả 4 mã của lần nhận này').length === 1);
    await press(room.inbox, 'Tính lại cả 4 mã của lần nhận này');
    await waitUntil(() => said(room.inbox).startsWith('4 mã của lần nhận này được tính'));
    await waitUntil(() => JSON.stringify(cellsOf(room.matrix)) === JSON.stringify(before));
  });

  it('leaves what another import brought as well when one of them is undone, and says so', async () => {
    const {store, name} = testStore();
    await paste(await openRoom(store), codes.slice(0, 2).join('\n'));
    await paste(await openRoom(testStore(name).store), codes.slice(0, 3).join('\n'));
    const room = await openRoom(testStore(name).store);
    await waitUntil(() => Object.keys(cellsOf(room.matrix)).length === 3);
    const before = cellsOf(room.matrix);

    await press(room.inbox, 'Không tính cả 2 mã của lần nhận này');
    await waitUntil(() => said(room.inbox).startsWith('Còn 2 mã vẫn được tính'));
    await waitUntil(() => buttons(room.inbox, 'Tính lại cả 2 mã của lần nhận này').length === 1);
    expect(cellsOf(room.matrix)).to.deep.equal(before);
  });

  it('says of a file whose device stands for it, and of a code that none does', async () => {
    const {store} = testStore();
    const room = await openRoom(store);
    const phone = await newPhone();
    const {text} = await progressFileOf(
      exchangeOf(phone, [
        {learner: lan.learner, device: phone.device, texts: textsOf(lan.learner, phone.device, 5)},
      ]),
      {learners: [lan.learner], courses: [twoLessons]},
    );
    await paste(room, text);
    await waitUntil(() =>
      shown(room.inbox).includes(`Có chữ ký của máy ${deviceName(phone.device)}`),
    );
    expect(shown(room.inbox)).not.to.contain('Không có chữ ký của máy');
    await paste(room, hung.code);
    await waitUntil(() => shown(room.inbox).includes('Không có chữ ký của máy'));
  });

  it('drops what waits only when asked twice: nobody can bring it back', async () => {
    const {store} = testStore();
    const other = {...twoLessons, id: 'lop-khac', key: '0badcafe'};
    const [theirs] = sampleClass(other, {today, size: 1}).members;
    const room = await openRoom(store);
    await paste(room, [theirs!.code, lan.code].join('\n'));
    await shelf(room, 'quarantine');
    const waiting = async () => (await (await store.exchange()).quarantined()).length;
    await press(room.inbox, /^Bỏ Đoạn/);
    await waitUntil(() => buttons(room.inbox, 'Bỏ hẳn mục này')[0]?.matches(':focus'));
    expect(await waiting()).to.equal(1);
    await press(room.inbox, 'Bỏ hẳn mục này');
    await waitUntil(() => said(room.inbox) === 'Đã bỏ 1 mục.');
    expect(await waiting()).to.equal(0);
  });

  it('takes in what waited once the course it belongs to is at hand', async () => {
    const {store, name} = testStore();
    const other = {...twoLessons, id: 'lop-khac', key: '0badcafe'};
    const theirs = sampleClass(other, {today, size: 3}).members.map(({code}) => code);
    const before = await openRoom(store);
    await paste(before, [...theirs, lan.code].join('\n'));
    await shelf(before, 'quarantine');
    buttons(before.inbox, 'Thử lại tất cả')[0]!.click();
    await waitUntil(() => said(before.inbox) === 'Vẫn chưa nhận được 3 mục này.');

    const room = await openRoom(testStore(name).store, {course: other});
    await shelf(room, 'quarantine');
    await press(room.inbox, /^Thử lại Đoạn/);
    await waitUntil(() => said(room.inbox) === 'Đã nhận được 1 mục.');
    await waitUntil(() => Object.keys(cellsOf(room.matrix)).length === 1);
    await press(room.inbox, 'Thử lại tất cả');
    await waitUntil(() => said(room.inbox) === 'Đã nhận được 2 mục.');
    await waitUntil(() => Object.keys(cellsOf(room.matrix)).length === 3);
    expect(await (await store.exchange()).quarantined()).to.deep.equal([]);
    expect(room.inbox.renderRoot.querySelector('#shelf-quarantine')).to.equal(null);
  });

  it('makes one message with a receipt for everyone of whom something just came', async () => {
    const {store} = testStore();
    const room = await openRoom(store);
    await paste(room, codes.slice(0, 3).join('\n'));
    await store.nameLearner(lan.learner, lan.name);
    const open = await shelf(room, 'receipts');
    expect(open.querySelector('summary')!.textContent).to.contain('3 người');
    await waitUntil(() => open.querySelector('textarea') !== null);
    await waitUntil(() => open.querySelector('textarea')!.value.includes(lan.name));

    const message = open.querySelector('textarea')!.value;
    const found = findTextCodes(message);
    expect(found).to.have.length(3);
    const learners = found.map((code) => {
      const receipt = 'bytes' in code ? decodeReceipt(code.bytes, [twoLessons]) : code;
      return 'learner' in receipt ? receipt.learner : receipt.reason;
    });
    expect(learners).to.have.members([lan, hung, mai].map(({learner}) => learner));
    expect(message).to.contain(`${lan.name}: KNSR1.`);
  });

  it('splits receipts into messages that a chat program will take', async () => {
    const {store} = testStore();
    const room = await openRoom(store);
    const many = sampleClass(twoLessons, {today, size: 60});
    await paste(room, many.members.map(({code}) => code).join('\n'));
    const open = await shelf(room, 'receipts');
    const fields = () => [...open.querySelectorAll('textarea')];
    await waitUntil(() => fields().length > 1);
    for (const {value} of fields()) expect(value.length).to.be.at.most(2000);
    const found = fields().flatMap(({value}) => findTextCodes(value));
    expect(found).to.have.length(60);
  });

  it('asks whether two learners of one name are one person, joins them, and separates them again', async () => {
    const {store} = testStore();
    const room = await openRoom(store);
    await paste(room, [lan.code, hung.code, mai.code].join('\n'));
    await store.nameLearner(lan.learner, 'Nguyễn Thị Lan');
    // Another keyboard, another order of the same marks.
    await store.nameLearner(hung.learner, 'nguyen thi LAN');
    await store.nameLearner(mai.learner, 'Mai');
    // Names put the rows in their order, which is compared below.
    await waitUntil(() => shown(room.matrix).includes('Mai'));
    const before = cellsOf(room.matrix);
    await waitUntil(() => shown(room.inbox).includes('1 gợi ý'));
    const open = await shelf(room, 'persons');
    expect(open.textContent).to.contain('Hai mã này là của một người?');

    await press(room.inbox, 'Đúng, gộp lại');
    await waitUntil(() => said(room.inbox).startsWith('Đã gộp.'));
    const persons = await (await store.exchange()).persons();
    expect(persons).to.deep.equal([[lan.learner, hung.learner].sort()]);
    // One row now, which says of which codes it is made.
    await waitUntil(() => Object.keys(cellsOf(room.matrix)).length === 2);
    const row = Object.keys(cellsOf(room.matrix)).find((key) => key !== mai.learner)!;
    room.matrix.renderRoot.querySelector<HTMLElement>(`button[data-learner="${row}"]`)!.click();
    await waitUntil(() => shown(room.matrix).includes('Gộp từ 2 mã của một người'));
    await waitUntil(() => buttons(room.inbox, /^Tách ra các mã của/).length === 1);

    await press(room.inbox, /^Tách ra các mã của/);
    await waitUntil(() => said(room.inbox).startsWith('Đã tách'));
    expect(await (await store.exchange()).persons()).to.deep.equal([]);
    expect(await store.received(twoLessons.id)).to.have.length(3);
    await waitUntil(() => JSON.stringify(cellsOf(room.matrix)) === JSON.stringify(before));
  });

  it('does not ask again about two who are not one person, also on another day', async () => {
    const {store, name} = testStore();
    const room = await openRoom(store);
    await paste(room, [lan.code, hung.code].join('\n'));
    await store.nameLearner(lan.learner, 'Nguyễn Thị Lan');
    await store.nameLearner(hung.learner, 'Nguyễn Thị Lan');
    await waitUntil(() => shown(room.inbox).includes('1 gợi ý'));
    await shelf(room, 'persons');
    await press(room.inbox, 'Không phải');
    await waitUntil(() => !shown(room.inbox).includes('1 gợi ý'));
    expect(shown(room.inbox)).not.to.contain('Hai mã này là của một người?');

    const later = await openRoom(testStore(name).store);
    await shelf(later, 'persons');
    expect(shown(later.inbox)).not.to.contain('Hai mã này là của một người?');
  });

  it('forgets a learner only when asked twice, keeps their code out, and lets them in again', async () => {
    const {store} = testStore();
    const room = await openRoom(store);
    await paste(room, [lan.code, hung.code].join('\n'));
    await store.nameLearner(lan.learner, 'Nguyễn Thị Lan');
    const open = await shelf(room, 'forgetting');
    await waitUntil(() => open.textContent.includes('Nguyễn Thị Lan'));
    await press(room.inbox, 'Xóa khỏi sổ…');
    await waitUntil(() => said(room.inbox) === 'Cần chọn một người.');

    open.querySelector('select')!.value = lan.learner;
    await press(room.inbox, 'Xóa khỏi sổ…');
    await waitUntil(() => buttons(room.inbox, 'Xóa hẳn').length === 1);
    expect(await store.received(twoLessons.id)).to.have.length(2);
    await press(room.inbox, 'Xóa hẳn');
    await waitUntil(() => said(room.inbox) === 'Đã xóa Nguyễn Thị Lan khỏi máy này.');
    await waitUntil(() => Object.keys(cellsOf(room.matrix)).length === 1);

    await paste(room, lan.code);
    expect(await store.received(twoLessons.id)).to.have.length(1);

    await waitUntil(() => buttons(room.inbox, 'Cho nhận lại mã của Nguyễn Thị Lan').length === 1);
    await press(room.inbox, 'Cho nhận lại mã của Nguyễn Thị Lan');
    await waitUntil(() => said(room.inbox).startsWith('Từ nay mã của Nguyễn Thị Lan'));
    await paste(room, lan.code);
    await waitUntil(() => Object.keys(cellsOf(room.matrix)).length === 2);
  });

  it('lets in again who was forgotten on another day, once a code of theirs comes', async () => {
    const {store, name} = testStore();
    await paste(await openRoom(store), lan.code);
    await (await store.exchange()).forget(lan.learner);

    const room = await openRoom(testStore(name).store);
    await paste(room, lan.code);
    await shelf(room, 'forgetting');
    await waitUntil(() => buttons(room.inbox, /^Cho nhận lại mã của/).length === 1);
    await press(room.inbox, /^Cho nhận lại mã của/);
    await waitUntil(() => said(room.inbox).startsWith('Từ nay mã của'));
    await paste(room, lan.code);
    await waitUntil(() => Object.keys(cellsOf(room.matrix)).length === 1);
  });

  it('names what is missing and from which device', async () => {
    const {store} = testStore();
    const room = await openRoom(store);
    const gap = team.members.find(({kind}) => kind === 'gap')!;
    await paste(room, gap.code);
    await waitUntil(() =>
      /Thiếu bản ghi (từ số )?\d+.* từ máy [0-9A-F]{4}\./.test(shown(room.inbox)),
    );
    expect(shown(room.inbox)).to.contain('Nhờ người học gửi tệp tiến độ');
  });

  it('is accessible with every shelf open', async () => {
    const {store} = testStore();
    const room = await openRoom(store);
    await paste(room, [lan.code, hung.code].join('\n'));
    await store.nameLearner(lan.learner, 'Nguyễn Thị Lan');
    await store.nameLearner(hung.learner, 'Nguyễn Thị Lan');
    for (const name of ['receipts', 'persons', 'forgetting']) await shelf(room, name);
    await waitUntil(() => room.inbox.renderRoot.querySelector('#receipts-0') !== null);
    await expect(room.inbox).to.be.accessible();
  });
});
