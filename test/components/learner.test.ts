import {expect, waitUntil} from '@open-wc/testing';
import {html} from 'lit';
import type {KnsCourse} from '../../src/components/learner/course.js';
import {openStore, type Store} from '../../src/store/store.js';
import {sharedMachine} from '../../src/store/shared-machine.js';
import {
  answer,
  button,
  courseAddress,
  everything,
  find,
  heard,
  newName,
  openLesson,
  says,
  stage,
  testStore,
  wordsOf,
} from './stage.js';

const chipOf = (course: Element) => find<HTMLButtonElement>(course, 'button.chip');

/** Opens the list behind the name. */
async function openList(course: Element) {
  (await chipOf(course)).click();
  await says(course, 'Ai đang học trên máy này?');
}

async function fill(course: Element, selector: string, text: string) {
  const field = await find<HTMLInputElement>(course, selector);
  field.value = text;
  return field;
}

const press = (field: Element, key: string) =>
  field.dispatchEvent(
    new KeyboardEvent('keydown', {key, bubbles: true, composed: true, cancelable: true}),
  );

const shows = (course: Element, name: string) =>
  waitUntil(async () => wordsOf(await chipOf(course)).includes(name), `${name} is not shown`, {
    timeout: 8000,
  });

/** A phone of Lan, who has a PIN, and Hùng, who studies now. */
async function lockedPhone(options: Parameters<typeof testStore>[0] = {}) {
  const store = testStore(options);
  const lan = await store.addLearner('Lan', 'lotus');
  await store.setPin(lan.key, '1234');
  const hung = await store.addLearner('Hùng', 'boat');
  const course = await stage(store);
  await shows(course, 'Hùng');
  return {store, course, lan, hung};
}

describe('<kns-learner>', () => {
  it('shows a small name to somebody who is alone, and nothing else', async () => {
    const course = await stage(testStore());
    await shows(course, 'Chưa đặt tên');
    const element = await find(course, 'kns-learner');
    expect(wordsOf(element)).to.equal('Học viên: Chưa đặt tên');
    await expect(element).to.be.accessible();
  });

  it('goes on as somebody else within two taps', async () => {
    const store = testStore();
    await store.addLearner('Lan', 'lotus');
    await store.addLearner('Hùng', 'boat');
    const course = await stage(store);
    await shows(course, 'Hùng');
    const changed = heard('kns-learner-changed');
    (await chipOf(course)).click();
    (await button(course, 'Lan')).click();
    await changed;
    await shows(course, 'Lan');
    expect((await store.currentLearner()).name).to.equal('Lan');
  });

  it('adds somebody with a name and a picture, by Enter too', async () => {
    const store = testStore();
    const course = await stage(store);
    await openList(course);
    (await button(course, 'Thêm người học')).click();
    await says(course, 'Chọn một hình');
    await expect(await find(course, 'kns-learner')).to.be.accessible();
    (await button(course, 'Thêm và bắt đầu học')).click();
    await says(course, 'Anh/chị gõ tên trước nhé.');
    const kite = [...everything(course)].find(
      (element) => element.matches('label.choice') && wordsOf(element).includes('Cánh diều'),
    ) as HTMLLabelElement;
    kite.click();
    const field = await fill(course, '#name', '  Cô Bảy ');
    // A composing keyboard uses Enter for itself.
    field.dispatchEvent(
      new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true}),
    );
    expect(await store.learners()).to.have.length(1);
    press(field, 'Enter');
    await shows(course, 'Cô Bảy');
    expect(await store.currentLearner()).to.include({name: 'Cô Bảy', picture: 'kite'});
  });

  it('gives the nameless learner a name without making another one', async () => {
    const store = testStore();
    const course = await stage(store);
    await openLesson(course);
    await answer(await find(course, 'kns-question'), 'Mình gọi lại');
    const {key} = await store.currentLearner();
    await openList(course);
    (await button(course, 'Đặt tên, chọn hình')).click();
    await fill(course, '#name', 'Lan');
    (await button(course, 'Lưu')).click();
    await shows(course, 'Lan');
    expect((await store.learners()).map((one) => [one.key, one.name])).to.deep.equal([
      [key, 'Lan'],
    ]);
  });

  it('asks for the PIN, says how many tries are left and makes wait after the third', async () => {
    const {course, store, hung} = await lockedPhone();
    await openList(course);
    (await button(course, 'Lan')).click();
    await says(course, 'Nhập mã PIN của Lan');
    await expect(await find(course, 'kns-learner')).to.be.accessible();
    for (const said of ['còn nhập được 2 lần', 'còn nhập được 1 lần', 'chờ 0:30 nữa']) {
      press(await fill(course, '#pin', '0000'), 'Enter');
      await says(course, said);
    }
    press(await fill(course, '#pin', '1234'), 'Enter');
    expect((await store.currentLearner()).key).to.equal(hung.key);
    expect(wordsOf(course)).to.contain(
      'Không ai xem được hay đặt lại được mã này, kể cả Tổ trưởng',
    );
  });

  it('lets in whoever knows the PIN', async () => {
    const {course} = await lockedPhone();
    await openList(course);
    (await button(course, 'Lan')).click();
    await fill(course, '#pin', '1234');
    (await button(course, 'Vào học')).click();
    await shows(course, 'Lan');
    await waitUntil(() => !wordsOf(course).includes('Nhập mã PIN'));
  });

  it('asks whoever comes back after a while, and shows nobody’s progress until then', async () => {
    const clock = {at: Date.UTC(2026, 10, 22, 3, 30)};
    const name = newName();
    const store = testStore({name, now: () => clock.at});
    const lan = await store.addLearner('Lan', 'lotus');
    await store.setPin(lan.key, '1234');
    await store.useLearner(lan.key, '1234');
    const course = await stage(store);
    await openLesson(course);
    await answer(await find(course, 'kns-question'), 'Mình gọi lại');
    (await button(course, 'Danh sách bài học')).click();
    await says(course, 'Đang học');
    store.flush();
    await store.changeLearner(lan.key, {});
    clock.at += 11 * 60_000;
    store.refresh();
    await says(course, 'Nhập mã PIN của Lan');
    await waitUntil(() => !wordsOf(course).includes('Đang học'), 'the progress is still shown');

    // Whatever else was tapped first, the own name leads to the PIN again.
    press(await find(course, '#pin'), 'Escape');
    await openList(course);
    expect(wordsOf(course)).not.to.contain('Đổi tên, đổi hình');
    (await button(await find(course, '.people'), 'Lan Có mã PIN')).click();
    await says(course, 'Nhập mã PIN của Lan');
    (await button(course, 'Chọn người khác')).click();
    (await button(course, 'Thêm người học')).click();
    await says(course, 'Chọn một hình');
    store.refresh();
    // The page reads who is here, and asks, in fewer steps than these.
    for (let step = 0; step < 10; step++) await store.useLearner(lan.key).catch(() => undefined);
    expect(wordsOf(course)).to.contain('Chọn một hình');
    (await button(course, 'Quay lại')).click();
    (await button(course, 'Có mã PIN')).click();
    await says(course, 'Nhập mã PIN của Lan');
    press(await fill(course, '#pin', '1234'), 'Enter');
    await says(course, 'Đang học');
    await waitUntil(() => !wordsOf(course).includes('Nhập mã PIN'));
  });

  it('sets a PIN, and drops it again for whoever knows it', async () => {
    const store = testStore();
    await store.addLearner('Lan');
    const course = await stage(store);
    await openList(course);
    (await button(course, 'Đặt mã PIN')).click();
    await fill(course, '#new-pin', '12');
    (await button(course, 'Lưu mã PIN')).click();
    await says(course, 'Mã PIN gồm 4 đến 6 chữ số.');
    await fill(course, '#new-pin', '1234');
    (await button(course, 'Lưu mã PIN')).click();
    (await button(course, 'Đổi hoặc bỏ mã PIN')).click();
    (await button(course, 'Bỏ mã PIN')).click();
    await says(course, 'Mã PIN gồm 4 đến 6 chữ số.');
    await fill(course, '#former', '4321');
    (await button(course, 'Bỏ mã PIN')).click();
    await says(course, 'còn nhập được 2 lần');
    await expect(await find(course, 'kns-learner')).to.be.accessible();
    await fill(course, '#former', '1234');
    (await button(course, 'Bỏ mã PIN')).click();
    await says(course, 'Đặt mã PIN');
    expect((await store.learners())[0]!.hasPin).to.equal(undefined);
  });

  it('removes with everything only after two taps, with the code offered first', async () => {
    const store = testStore();
    const lan = await store.addLearner('Lan');
    const course = await stage(store);
    await openLesson(course);
    await answer(await find(course, 'kns-question'), 'Mình gọi lại');
    await openList(course);
    (await button(course, 'Xóa khỏi máy này')).click();
    await says(course, '0 bài đã hoàn thành, 1 câu đã làm đúng');
    (await button(course, 'Lấy mã tiến độ trước')).click();
    const code = await find<HTMLTextAreaElement>(
      course,
      'kns-learner textarea, textarea[readonly]',
    );
    expect(code.value).to.match(/^KNS1\./);
    await expect(await find(course, 'kns-learner')).to.be.accessible();
    (await button(course, 'Xóa Lan và mọi bài đã học')).click();
    await says(course, 'Bấm lần nữa để xóa hẳn');
    expect(await store.learners()).to.have.length(1);
    (await button(course, 'Bấm lần nữa để xóa hẳn')).click();
    await says(course, 'Đã xóa Lan khỏi máy này.');
    expect((await store.learners()).map(({key}) => key)).not.to.include(lan.key);
    await shows(course, 'Chưa đặt tên');
  });

  it('says so in another tab when a learner was removed or renamed', async () => {
    const name = newName();
    const here = testStore({name});
    const lan = await here.addLearner('Lan');
    const there = await stage(testStore({name}));
    await shows(there, 'Lan');
    await here.changeLearner(lan.key, {name: 'Cô Lan'});
    await shows(there, 'Cô Lan');
    await here.removeLearner(lan.key);
    await says(there, 'Cô Lan vừa được xóa khỏi máy này ở một cửa sổ khác');
    await shows(there, 'Chưa đặt tên');
  });

  it('only says that the portal decides where it does, whoever is chosen on the device', async () => {
    const store = testStore();
    const course = await stage(
      store,
      html`
        <kns-course src=${courseAddress} learner="tk-7781" issuer="https://a.example"></kns-course>
      `,
    );
    await says(course, 'Học viên theo tài khoản của cổng thông tin này');
    await openLesson(course);
    await answer(await find(course, 'kns-question'), 'Mình gọi lại');
    const element = await find(course, 'kns-learner');
    expect(element.shadowRoot!.querySelector('button')).to.equal(null);
    await store.addLearner('Hùng');
    await store.addLearner('Lan');
    expect(wordsOf(course)).to.contain('Đã lưu trên máy này');
    expect(wordsOf(element)).not.to.contain('Lan');
    course.learner = '';
    await shows(course, 'Lan');
  });

  it('says on top as long as a machine is shared, and ends by offering the code', async () => {
    const own = testStore();
    await own.addLearner('Lan');
    const store: Store = sharedMachine(own, () =>
      openStore({name: newName(), shared: true, courses: () => own.courses}),
    );
    const course: KnsCourse = await stage(store);
    await openList(course);
    (await button(course, 'Máy dùng chung')).click();
    await says(course, 'Dành cho máy ở thư viện');
    (await button(course, 'Bắt đầu, không lưu lại gì')).click();
    await says(course, 'Máy dùng chung: không lưu lại gì');
    const title = await find(course, '.shared .first');
    await waitUntil(() => (title.getRootNode() as ShadowRoot).activeElement === title);
    // A code taken early knows nothing of what is learned after it.
    (await button(course, 'Lấy mã')).click();
    await find(course, 'kns-learner textarea, textarea[readonly]');
    await openLesson(course);
    const question = await find(course, 'kns-question');
    await waitUntil(() => wordsOf(question).includes('Mình gọi lại'));
    [...everything(question)]
      .find((label) => label.matches('label') && wordsOf(label).includes('Mình gọi lại'))!
      .dispatchEvent(new MouseEvent('click', {bubbles: true}));
    (await button(question, 'Trả lời')).click();
    await says(question, 'đóng trang là mất');
    expect(wordsOf(course)).to.contain('Máy dùng chung: không lưu lại gì');
    await expect(await find(course, 'kns-learner')).to.be.accessible();
    (await button(course, 'Xong, xóa hết')).click();
    await says(course, 'Anh/chị chép mã này mang về đã');
    (await button(course, 'Xong, xóa hết')).click();
    await shows(course, 'Lan');
    await waitUntil(() => !wordsOf(course).includes('đóng trang là mất'));
    expect(store.state).to.equal('ready');
    // Not by our own button, as when the page goes away.
    await store.setShared(true);
    (await button(course, 'Lấy mã')).click();
    await find(course, 'textarea[readonly]');
    await store.setShared(false);
    await shows(course, 'Lan');
    await store.setShared(true);
    await button(course, 'Lấy mã');
    expect([...everything(course)].some((one) => one.matches('textarea'))).to.equal(false);
    (await button(course, 'Xong, xóa hết')).click();
    const chip = await chipOf(course);
    await waitUntil(() => (chip.getRootNode() as ShadowRoot).activeElement === chip);
  });

  it('closes by Escape and gives the focus back to the name', async () => {
    const course = await stage(testStore());
    await openList(course);
    const title = await find<HTMLElement>(course, 'h3.first');
    await waitUntil(() => (title.getRootNode() as ShadowRoot).activeElement === title);
    press(title, 'Escape');
    const chip = await chipOf(course);
    await waitUntil(() => (chip.getRootNode() as ShadowRoot).activeElement === chip);
    expect(chip.getAttribute('aria-expanded')).to.equal('false');
  });
});
