import {expect, waitUntil} from '@open-wc/testing';
import type {KnsFailedEvent} from '../../../src/components/events.js';
import type {KnsReceivedEvent} from '../../../src/components/trainer/inbox.js';
import {claimCodeOf} from '../../../src/exchange/claim-code.js';
import {newInvitedKey} from '../../../src/exchange/roster/invited-key.js';
import {decodeDigest, encodeDigest} from '../../../src/exchange/digest.js';
import {dayInVietnam} from '../../../src/store/reckoning/calendar.js';
import {emptyStanding} from '../../../src/store/reckoning/standing.js';
import {openStore} from '../../../src/store/store.js';
import {sampleClass} from '../../../demo/trainer/sample-data.js';
import {
  buttons,
  cellsOf,
  litWarnings,
  noon,
  openRoom,
  paste,
  press,
  said,
  shown,
  testStore,
  textOf,
  today,
  twoLessons,
} from './room.js';

const team = sampleClass(twoLessons, {today, size: 14});
const codes = team.members.map(({code}) => code);
const [anyone] = team.members as [(typeof team.members)[0]];

describe('<kns-inbox>', () => {
  it('takes in one code, says so, and asks whose it is', async () => {
    const {store} = testStore();
    const room = await openRoom(store);
    const heard: KnsReceivedEvent[] = [];
    room.trainer.addEventListener('kns-received', (event) => heard.push(event));

    await paste(room, anyone.code);

    expect(said(room.inbox)).to.contain('Đã nhận mã của 1 người: 1 mã mới');
    await waitUntil(() => shown(room.inbox).includes('Mã này của ai?'));
    expect(
      heard.map(({learners, records, doubtful}) => [learners, records, doubtful]),
    ).to.deep.equal([[1, 1, 0]]);
    expect(JSON.stringify(heard[0])).not.to.contain(anyone.learner);
  });

  it('finds every code of a pasted conversation and names the two that cannot be read', async () => {
    const {store} = testStore();
    const room = await openRoom(store);
    const failed: string[] = [];
    room.trainer.addEventListener('kns-failed', ({code, facts}: KnsFailedEvent) => {
      failed.push(code);
      expect(facts).to.deep.equal({});
    });

    await paste(room, team.chat);

    expect(said(room.inbox)).to.contain('Đã nhận mã của 14 người: 14 mã mới. 2 mã chưa nhận được.');
    const refusals = [...room.inbox.renderRoot.querySelectorAll('.notice.bad')].map(textOf);
    expect(refusals).to.have.length(2);
    const [cut, damaged] = refusals as [string, string];
    expect(cut).to.contain('Mã bị cắt mất phần cuối').and.to.contain(team.spoiled[0].slice(0, 16));
    expect(damaged).to.contain('bị sai').and.to.contain(team.spoiled[1].slice(0, 16));
    expect(damaged).to.contain('Nhờ người gửi sao chép và gửi lại');
    expect(failed).to.have.members(['code-cut', 'code-damaged']);
    expect(await store.received(twoLessons.id)).to.have.length(14);
  });

  it('shows the same cells whether codes come once, twice, or in another order', async () => {
    const [forward, backward] = [testStore(), testStore()];
    const first = await openRoom(forward.store);
    await paste(first, codes.join('\n'));
    await paste(first, codes.join('\n'));
    expect(said(first.inbox)).to.contain('14 mã đã có từ trước');

    const second = await openRoom(backward.store);
    await paste(second, codes.slice(7).reverse().join(' và '));
    await paste(second, codes.slice(0, 9).reverse().join('\n\n'));

    await waitUntil(() => Object.keys(cellsOf(second.matrix)).length === 14);
    await waitUntil(() => Object.keys(cellsOf(first.matrix)).length === 14);
    expect(cellsOf(second.matrix)).to.deep.equal(cellsOf(first.matrix));
  });

  it('says what to do when the text holds no code, or nothing at all', async () => {
    const {store} = testStore();
    const room = await openRoom(store);
    await paste(room, '   ');
    expect(said(room.inbox)).to.contain('Ô này còn trống');
    expect(room.inbox.renderRoot.querySelector('textarea')!.matches(':focus')).to.equal(true);

    await paste(room, 'Chào cả tổ, tối nay họp lúc 19:30 nhé!');
    expect(shown(room.inbox)).to.contain('Chưa thấy mã nào trong đoạn này');
    expect(room.inbox.renderRoot.querySelector('textarea')!.value).to.contain('tối nay họp');
  });

  it('asks for an unknown learner once, and keeps the name', async () => {
    const {store, name} = testStore();
    const room = await openRoom(store);
    await paste(room, anyone.code);
    const field = () => room.inbox.renderRoot.querySelector<HTMLInputElement>('.whose input');
    await waitUntil(() => field() !== null);

    // Enter saves, and the page around never hears of it.
    let escaped = false;
    room.trainer.addEventListener('keydown', () => (escaped = true));
    field()!.value = '  Nguyễn   Thị Lan ';
    field()!.dispatchEvent(
      new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, composed: true, cancelable: true}),
    );

    await waitUntil(() => said(room.inbox) === 'Đã ghi tên Nguyễn Thị Lan.');
    await waitUntil(() => field() === null, 'the question is gone');
    expect(escaped).to.equal(false);
    await waitUntil(() => shown(room.matrix).includes('Nguyễn Thị Lan'));

    await paste(room, anyone.code);
    expect(shown(room.inbox)).not.to.contain('Mã này của ai?');

    const again = await openRoom(testStore(name).store);
    await waitUntil(() => shown(again.matrix).includes('Nguyễn Thị Lan'));
    expect(shown(again.inbox)).not.to.contain('Mã này của ai?');
  });

  it('keeps who says to have been invited until the list comes, and says both', async () => {
    const {store} = testStore();
    const room = await openRoom(store);
    const invited = newInvitedKey('K7M2QX4', new Uint8Array(8));
    const claim = claimCodeOf({learner: anyone.learner, invited});
    await paste(room, `${anyone.code}\n${claim}`);
    expect(said(room.inbox)).to.contain('1 người nói mình đã được mời');
    await waitUntil(() => shown(room.inbox).includes('Người này nói mình đã được mời.'));

    const roster = await store.roster();
    await roster.change({
      units: new Map([['B1NHHA', {id: 'B1NHHA', level: 'team', names: [{name: 'Tổ 1'}]}]]),
      members: new Map([
        [
          'K7M2QX4',
          {code: 'K7M2QX4', name: 'Lù Thị Mỷ', posts: [{unit: 'B1NHHA', role: 'member'}]},
        ],
      ]),
    });
    // The list alone shows whom the key was made for; the invitation itself says it.
    expect((await store.received(twoLessons.id))[0]!.name).to.equal(undefined);
    await roster.change({links: [{member: 'K7M2QX4', learner: invited, on: true}]});
    await waitUntil(() => shown(room.matrix).includes('Lù Thị Mỷ'));
    await waitUntil(() => !shown(room.inbox).includes('Mã này của ai?'));

    await paste(room, claim);
    expect(shown(room.inbox)).to.contain('Chưa thấy mã nào');
    await paste(room, claimCodeOf({learner: '4'.repeat(16), invited}));
    expect(said(room.inbox)).to.equal('1 người đã gắn được tên nhờ lời mời.');
  });

  it('says whose word of having been invited it keeps no longer, and what to do, and counts their progress all the same', async () => {
    const {store} = testStore();
    const room = await openRoom(store);
    const claims = Array.from({length: 9}, (_, at) =>
      claimCodeOf({learner: anyone.learner, invited: `${at}`.repeat(16)}),
    );
    await paste(room, claims.slice(0, 8).join('\n'));
    expect(shown(room.inbox)).to.not.contain('không ghi');
    await paste(room, [anyone.code, claims[8]].join('\n'));
    const notice = room.inbox.renderRoot.querySelector('.notice.bad')!;
    expect(textOf(notice)).to.contain('máy này giữ 8 lời của mỗi người');
    expect(textOf(notice)).to.contain('rồi sang phần Danh sách tổ');
    expect(said(room.inbox)).to.contain('1 mã mới');
    expect(await (await store.exchange()).claims()).to.have.length(8);
  });

  it('leaves an Enter that finishes a word in an input method alone', async () => {
    const {store} = testStore();
    const room = await openRoom(store);
    await paste(room, anyone.code);
    const field = () => room.inbox.renderRoot.querySelector<HTMLInputElement>('.whose input');
    await waitUntil(() => field() !== null);
    field()!.value = 'Lan';
    const enter = new KeyboardEvent('keydown', {
      key: 'Enter',
      isComposing: true,
      bubbles: true,
      cancelable: true,
    });
    field()!.dispatchEvent(enter);
    expect(enter.defaultPrevented).to.equal(false);
    const [known] = await store.received(twoLessons.id);
    expect(known?.name).to.equal(undefined);
  });

  it('offers the name that stood beside a code, but none for someone who passed on two', async () => {
    const {store} = testStore();
    const room = await openRoom(store);
    const [own, passed, also] = codes as [string, string, string];
    await paste(
      room,
      `[10:29 22/11/2026] Lan Tổ 3: em gửi ạ\n${own}\n[10:31 22/11/2026] Anh Đức: của bác Sáu ${passed}\n[10:32 22/11/2026] Anh Đức: của bà Bảy ${also}`,
    );
    const fields = () => [
      ...room.inbox.renderRoot.querySelectorAll<HTMLInputElement>('.whose input'),
    ];
    await waitUntil(() => fields().length === 3);
    const offered: Record<string, string> = Object.fromEntries(
      fields().map(({dataset, value}) => [dataset['learner'] ?? '', value] as const),
    );
    const [lan, sau, bay] = team.members as [(typeof team.members)[0], ...typeof team.members];
    expect([offered[lan.learner], offered[sau!.learner], offered[bay!.learner]]).to.deep.equal([
      'Lan Tổ 3',
      '',
      '',
    ]);
    expect(shown(room.inbox)).to.contain('người gửi ghi là “Lan Tổ 3”');
    const received = await store.received(twoLessons.id);
    expect(received.every(({name}) => name === undefined)).to.equal(true);
  });

  it('will not save an empty name, and says what is needed', async () => {
    const {store} = testStore();
    const room = await openRoom(store);
    await paste(room, anyone.code);
    await waitUntil(() => buttons(room.inbox, 'Ghi tên').length === 1);
    await press(room.inbox, 'Ghi tên');
    await waitUntil(() => said(room.inbox) === 'Cần nhập họ và tên.');
    expect(room.inbox.renderRoot.querySelector('.whose input')!.matches(':focus')).to.equal(true);
  });

  it('asks about all unknown learners though nobody knows who the first are', async () => {
    const room = await openRoom(testStore().store);
    await paste(room, codes.slice(0, 5).join('\n'));
    const fields = () => [
      ...room.inbox.renderRoot.querySelectorAll<HTMLInputElement>('.whose input'),
    ];
    await waitUntil(() => fields().length === 3, 'three at a time');
    const asked = new Set(fields().map(({id}) => id));
    await press(room.inbox, 'Hỏi người khác trước');
    await waitUntil(() => fields().length === 2, 'the other two');
    for (const {id} of fields()) asked.add(id);
    expect(asked.size).to.equal(5);
    expect(fields()[0]!.matches(':focus')).to.equal(true);
    await press(room.inbox, 'Hỏi người khác trước');
    await waitUntil(() => fields().length === 3, 'the first again');
  });

  it('leads from one unknown learner to the next by keyboard', async () => {
    const {store} = testStore();
    const room = await openRoom(store);
    await paste(room, codes.slice(0, 5).join('\n'));
    const fields = () => [
      ...room.inbox.renderRoot.querySelectorAll<HTMLInputElement>('.whose input'),
    ];
    await waitUntil(() => fields().length === 3, 'three at a time');
    expect(shown(room.inbox)).to.contain('Còn 2 người chưa có tên');

    const [first, second] = fields() as [HTMLInputElement, HTMLInputElement];
    first.value = 'Lê Văn Một';
    first.focus();
    first.dispatchEvent(
      new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true}),
    );
    await waitUntil(() => second.matches(':focus'));
    expect(fields()).to.have.length(3);
  });

  it('takes a code back as if it had never come, and counts it again', async () => {
    const {store} = testStore();
    const room = await openRoom(store);
    await paste(room, codes.slice(0, 2).join('\n'));
    await store.nameLearner(anyone.learner, anyone.name);
    await waitUntil(
      () => buttons(room.inbox, `Không tính mã của ${anyone.name} vào sổ nữa`).length === 1,
    );
    const before = cellsOf(room.matrix)[anyone.learner];
    expect(before?.[0]).to.contain('Đã hoàn thành');

    buttons(room.inbox, /^Không tính mã của /)
      .find((button) => button.getAttribute('aria-label')!.includes(anyone.name))!
      .click();
    await waitUntil(() =>
      cellsOf(room.matrix)[anyone.learner]?.every((cell) => cell === 'Chưa rõ'),
    );
    expect(said(room.inbox)).to.contain(`Đã bỏ mã của ${anyone.name} ra`);

    // The same code again does not smuggle itself back in.
    await paste(room, anyone.code);
    expect(said(room.inbox)).to.contain('1 mã đã bỏ ra nên không tính');
    expect(cellsOf(room.matrix)[anyone.learner]?.[0]).to.equal('Chưa rõ');

    await waitUntil(
      () => buttons(room.inbox, `Tính lại mã của ${anyone.name} vào sổ`).length === 1,
    );
    await press(room.inbox, `Tính lại mã của ${anyone.name} vào sổ`);
    await waitUntil(() => cellsOf(room.matrix)[anyone.learner]?.[0]?.includes('Đã hoàn thành'));
    expect(cellsOf(room.matrix)[anyone.learner]).to.deep.equal(before);
  });

  it('changes a name that was mistyped', async () => {
    const {store} = testStore();
    const room = await openRoom(store);
    await paste(room, anyone.code);
    await store.nameLearner(anyone.learner, 'Nguyễn Văn Lam');
    await waitUntil(() => buttons(room.inbox, 'Sửa tên Nguyễn Văn Lam').length === 1);
    await press(room.inbox, 'Sửa tên Nguyễn Văn Lam');
    await waitUntil(() => room.inbox.renderRoot.querySelector('.imports input')?.matches(':focus'));
    room.inbox.renderRoot.querySelector<HTMLInputElement>('.imports input')!.value =
      'Nguyễn Văn Lâm';
    await press(room.inbox, 'Ghi tên');
    await waitUntil(() => shown(room.matrix).includes('Nguyễn Văn Lâm'));
    await waitUntil(() => buttons(room.inbox, 'Sửa tên Nguyễn Văn Lâm')[0]?.matches(':focus'));
  });

  it('still knows every import after the page was opened anew', async () => {
    const {store, name} = testStore();
    await paste(await openRoom(store), codes.slice(0, 3).join('\n'));
    const again = await openRoom(testStore(name).store);
    await waitUntil(() => shown(again.inbox).includes('Hôm nay, 12:00 · 3 mã'));
    expect(buttons(again.inbox, /^Không tính mã của/)).to.have.length(3);
  });

  it('hears what another tab received', async () => {
    const {store, name} = testStore();
    const room = await openRoom(store);
    const other = await openRoom(testStore(name).store);
    await paste(other, anyone.code);
    await waitUntil(() => shown(room.inbox).includes('Mã này của ai?'));
    await waitUntil(() => Object.keys(cellsOf(room.matrix)).length === 1);
  });

  it('survives being moved', async () => {
    const {store} = testStore();
    const room = await openRoom(store);
    const parent = room.trainer.parentElement!;
    room.trainer.remove();
    parent.append(room.trainer);
    await paste(room, anyone.code);
    await waitUntil(() => Object.keys(cellsOf(room.matrix)).length === 1);
  });

  it('is accessible, empty and full, and Lit has nothing to complain about', async () => {
    const {store} = testStore();
    const room = await openRoom(store);
    await expect(room.inbox).to.be.accessible();
    await paste(room, team.chat);
    await waitUntil(() => shown(room.inbox).includes('Mã này của ai?'));
    await expect(room.inbox).to.be.accessible();
    expect(litWarnings()).to.deep.equal([]);
  });

  it('says of what came long ago how much of it newer codes say as well', async () => {
    const weeks = 12;
    const clock = {now: noon - weeks * 7 * 86_400_000};
    const store = openStore({
      name: `test-trainer-long-${crypto.randomUUID()}`,
      now: () => clock.now,
    });
    const {learner} = anyone;
    for (let week = 1; week <= weeks; week++) {
      clock.now += 7 * 86_400_000;
      const streams = [{device: '0a1b2c3d', through: week, beyond: 0, tail: 'beef'}];
      const code = encodeDigest({
        ...{course: twoLessons, learner, standing: emptyStanding, streams, moreStreams: false},
        madeOn: dayInVietnam(clock.now),
      });
      const packet = decodeDigest(code, [twoLessons]);
      if ('reason' in packet) throw new Error(packet.reason);
      await store.admit([packet]);
    }
    const went = await (await store.exchange()).compact([{learner, course: twoLessons.id}]);
    expect(went).to.be.above(3);

    const room = await openRoom(store);
    await waitUntil(() => shown(room.inbox).includes('Những lần đã nhận'));
    const {renderRoot} = room.inbox;
    // Below what came the room keeps more that folds.
    const lists = () => [
      ...renderRoot.querySelectorAll<HTMLDetailsElement>('[aria-labelledby=history] details'),
    ];
    const imports = () => lists().map(textOf);
    await waitUntil(() => imports().length === weeks);
    // Only what came last stands open, or the register would lie below a year of lists.
    expect(lists().map(({open}) => open)).to.deep.equal(lists().map((_, nth) => nth === 0));
    for (const list of lists()) list.open = true;
    await waitUntil(() =>
      imports().every((text) => text.includes('1 mã cũ') || text.includes('Mã')),
    );
    const one = '1 mã cũ không còn giữ riêng: mã mới hơn đã nói đủ. Kết quả không đổi.';
    expect(imports().filter((text) => text.includes('1 mã'))).to.have.length(weeks);
    expect(imports().filter((text) => text.includes(one))).to.have.length(went);
  });
});
