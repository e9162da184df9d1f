import {expect, html, waitUntil} from '@open-wc/testing';
import type {LitElement} from 'lit';
import type {Store} from '../../src/store/store.js';
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
  tick,
  wordsOf,
} from './stage.js';

/** One question alone in its course. */
async function alone(question: string, store: Store = testStore(), lesson = 'dung-lai') {
  const course = await stage(
    store,
    html`
      <kns-course src=${courseAddress}>
        <kns-question lesson=${lesson} question=${question}></kns-question>
      </kns-course>
    `,
  );
  const element = course.querySelector('kns-question')!;
  await find(element, 'input');
  return {course, element, store};
}

const verdictOf = (element: Element) => {
  const verdict = [...everything(element)].find((one) => one.matches('[part=verdict]'))!;
  return verdict.textContent.trim();
};

/** Keeps everybody else from writing until the returned function is called. */
async function holdDatabase(name: string): Promise<() => void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('Not done', {cause: request.error}));
  });
  const tx = database.transaction([...database.objectStoreNames], 'readwrite');
  const store = tx.objectStore(database.objectStoreNames[0]!);
  let held = true;
  await new Promise<void>((resolve) => {
    const again = () => {
      resolve();
      if (held) store.count().onsuccess = again;
      else database.close();
    };
    store.count().onsuccess = again;
  });
  return () => (held = false);
}

describe('<kns-question>', () => {
  it('tells a learner who chose right, and explains every option', async () => {
    const {element} = await alone('tin-la');
    await answer(element, 'Mình gọi lại');
    expect(verdictOf(element)).to.contain('Đúng rồi.');
    for (const why of ['không giả được', 'chưa biết', 'nên chậm'])
      expect(wordsOf(element)).to.contain(why);
  });

  it('tells a learner who chose wrong without scolding, and lets them do it again', async () => {
    const {element} = await alone('tin-la');
    await answer(element, 'Chắc là thật');
    expect(verdictOf(element)).to.contain('Chưa đúng. Cùng xem lại.');
    (await button(element, 'Làm lại')).click();
    await answer(element, 'Mình gọi lại');
    expect(verdictOf(element)).to.contain('Đúng rồi.');
  });

  it('gives part of the credit where some of several are found', async () => {
    const {element} = await alone('dau-hieu');
    await answer(element, 'Giục làm ngay');
    expect(verdictOf(element)).to.contain('Gần đúng rồi.');
    expect(wordsOf(element)).to.contain('Còn sót');
  });

  it('asks for true or false', async () => {
    const {element} = await alone('ten-that');
    await answer(element, 'Sai');
    expect(verdictOf(element)).to.contain('Đúng rồi.');
  });

  it('lets the learner mark a message and names each range afterwards', async () => {
    const {element} = await alone('cho-la');
    await answer(element, 'Tài khoản sẽ bị khóa', 'nhập mã OTP');
    expect(verdictOf(element)).to.contain('Đúng rồi.');
    expect(wordsOf(element)).to.contain('Ai cũng viết được.');
  });

  it('says what is missing when nothing was chosen, and keeps nothing', async () => {
    const {element, course} = await alone('tin-la');
    let answered = 0;
    course.addEventListener('kns-answered', () => answered++);
    (await button(element, 'Trả lời')).click();
    await says(element, 'Anh/chị chọn một phương án trước nhé.');
    expect(answered).to.equal(0);
    expect(verdictOf(element)).to.equal('');
  });

  it('shows a verdict only after the answer is on disk', async () => {
    const name = newName();
    const {element} = await alone('tin-la', testStore({name}));
    await tick(element, 'Mình gọi lại');
    const release = await holdDatabase(name);
    (await button(element, 'Trả lời')).click();
    await says(element, 'Đang lưu…');
    expect(verdictOf(element)).to.equal('');
    release();
    await says(element, 'Đã lưu trên máy này');
    expect(verdictOf(element)).to.contain('Đúng rồi.');
  });

  it('tells the page what happened, and neither who nor what was answered', async () => {
    const {element, course} = await alone('tin-la');
    const event = heard('kns-answered');
    await answer(element, 'Mình gọi lại');
    expect({...(await event), isTrusted: undefined}).to.deep.equal({
      isTrusted: undefined,
      course: 'thu',
      lesson: 'dung-lai',
      question: 'tin-la',
      correct: 1,
    });
    expect(course.isConnected).to.equal(true);
  });

  it('announces the lesson once its last question is right', async () => {
    const {course} = await alone('tin-la');
    const completed: string[] = [];
    course.addEventListener('kns-lesson-completed', ({lesson}) => completed.push(lesson));
    course.innerText = '';
    for (const [question, ...options] of [
      ['so-nao', 'Sai'],
      ['ai-nghe', 'Người nhà'],
    ] as const) {
      const element = document.createElement('kns-question');
      element.lesson = 'goi-lai';
      element.question = question;
      course.append(element);
      await find(element, 'input');
      expect(completed).to.deep.equal([]);
      await answer(element, ...options);
    }
    expect(completed).to.deep.equal(['goi-lai']);
  });

  it('keeps the focus of who answers by keyboard', async () => {
    const {element} = await alone('tin-la');
    const option = await find<HTMLInputElement>(element, 'input');
    option.focus();
    option.click();
    option.dispatchEvent(
      new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, composed: true, cancelable: true}),
    );
    await says(element, 'Đã lưu trên máy này');
    await element.updateComplete;
    expect(String(element.shadowRoot?.activeElement?.textContent)).to.contain('Làm lại');
  });

  it('keeps the Enter it has used from a page with one big form', async () => {
    const {element} = await alone('tin-la');
    let reached = 0;
    const count = () => reached++;
    document.addEventListener('keydown', count);
    const option = await find<HTMLInputElement>(element, 'input');
    const enter = {key: 'Enter', bubbles: true, composed: true, cancelable: true};
    option.dispatchEvent(new KeyboardEvent('keydown', enter));
    element.dispatchEvent(new KeyboardEvent('keydown', enter));
    document.removeEventListener('keydown', count);
    expect(reached).to.equal(1);
  });

  it('does not change the order of options when the page is opened again', async () => {
    const name = newName();
    const order = ({shadowRoot}: Element) =>
      [...shadowRoot!.querySelectorAll('label')].map((label) => wordsOf(label));
    const first = await alone('tin-la', testStore({name}));
    const second = await alone('tin-la', testStore({name}));
    expect(order(second.element)).to.deep.equal(order(first.element));
  });

  it('belongs to the learner who was shown when it was drawn', async () => {
    const store = testStore();
    const lan = await store.addLearner('Lan');
    const hung = await store.addLearner('Hùng');
    await store.useLearner(lan.key);
    const {course, element} = await alone('tin-la', store);
    await tick(element, 'Mình gọi lại');
    const pressed = await button(element, 'Trả lời');
    pressed.click();
    await store.useLearner(hung.key);
    document.dispatchEvent(new Event('kns-learner-changed'));
    const study = (key: string) =>
      store.courses.load(courseAddress).then(({course: loaded}) => store.study(loaded, key));
    await waitUntil(
      async () => (await (await study(lan.key)).history('dung-lai', 'tin-la')).length === 1,
    );
    expect(await (await study(hung.key)).history('dung-lai', 'tin-la')).to.deep.equal([]);
    await waitUntil(() => verdictOf(element) === '');
    expect(course.isConnected).to.equal(true);
  });

  it('shows a learner their earlier answers when asked', async () => {
    const {element} = await alone('tin-la');
    await answer(element, 'Chắc là thật');
    (await button(element, 'Các lần đã làm')).click();
    await says(element, '– chưa đúng');
    expect(wordsOf(element)).to.match(/\d\d:\d\d \d\d\/\d\d\/\d{4} – chưa đúng/);
  });

  it('gives a hint only when asked', async () => {
    const {element} = await alone('tin-la');
    expect(wordsOf(element)).not.to.contain('Chậm lại một phút.');
    (await button(element, 'Xem gợi ý')).click();
    await says(element, 'Chậm lại một phút.');
  });

  it('stays as it is when it moves', async () => {
    const {course, element} = await alone('tin-la');
    await answer(element, 'Mình gọi lại');
    course.append(element);
    await (element as LitElement).updateComplete;
    expect(verdictOf(element)).to.contain('Đúng rồi.');
    (await button(element, 'Làm lại')).click();
    await answer(element, 'Chắc là thật');
  });

  it('says that a question is not there', async () => {
    const course = await stage(
      testStore(),
      html`
        <kns-course src=${courseAddress}>
          <kns-question lesson="khong-co" question="x"></kns-question>
        </kns-course>
      `,
    );
    await says(course, 'Mã: lesson-unknown');
  });

  for (const question of ['tin-la', 'dau-hieu', 'ten-that', 'cho-la'])
    it(`is accessible before and after the answer (${question})`, async () => {
      const {element} = await alone(question);
      await expect(element).to.be.accessible();
      await tick(
        element,
        {
          'tin-la': 'Chắc là thật',
          'dau-hieu': 'Mời đến',
          'ten-that': 'Đúng',
          'cho-la': 'Kính chào',
        }[question]!,
      );
      await answer(element);
      await expect(element).to.be.accessible();
    });

  it('can be answered in the middle of a lesson', async () => {
    const course = await stage(testStore());
    await openLesson(course);
    const question = await find(course, 'kns-question', 1);
    await answer(question, 'Giục làm ngay', 'Bắt giữ kín');
    expect(verdictOf(question)).to.contain('Đúng rồi.');
  });
});
