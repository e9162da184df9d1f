import {expect, html, waitUntil} from '@open-wc/testing';
import {courseContext} from '../../src/components/contexts.js';
import type {KnsCourse} from '../../src/components/learner/course.js';
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

/** A network that can be cut, and that can bring something else. */
function network() {
  const asked: string[] = [];
  const line = {
    asked,
    up: true,
    change: (text: string) => text,
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      const address = input instanceof Request ? input.url : String(input);
      asked.push(address);
      if (!line.up) throw new TypeError('Failed to fetch');
      const response = await fetch(address, init);
      return new Response(line.change(await response.text()));
    },
  };
  return line;
}

const arranged = html`
  <kns-course src=${courseAddress}><p>Trang của tôi</p></kns-course>
`;

describe('<kns-course>', () => {
  it('opens as a whole handbook, and is accessible', async () => {
    const course = await stage(testStore());
    await says(course, 'Bắt đầu học');
    expect(wordsOf(course)).to.contain('Khóa học thử');
    await says(course, '0/2 bài');
    await expect(course).to.be.accessible();
  });

  it('leaves the arrangement to a page that brings its own', async () => {
    const course = await stage(testStore(), arranged);
    await waitUntil(() => course.shadowRoot?.querySelector('slot'));
    expect(course.shadowRoot?.querySelector('kns-outline')).to.equal(null);
    course.textContent = '';
    await find(course, 'kns-outline');
  });

  it('takes the place of what the page showed before the script came', async () => {
    const course = await stage(
      testStore(),
      html`
        <kns-course src=${courseAddress}><p slot="fallback">Chờ chút</p></kns-course>
      `,
    );
    await find(course, 'kns-outline');
    expect(course.querySelector('p')?.checkVisibility()).to.equal(false);
  });

  it('never takes the focus while it loads', async () => {
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    const course = await stage(
      testStore(),
      html`
        <kns-course src=${courseAddress} lesson="dung-lai"></kns-course>
      `,
    );
    await find(course, 'kns-question');
    expect(document.activeElement).to.equal(field);
    field.remove();
  });

  it('leads who opens a lesson to its title, and reflects where they are', async () => {
    const course = await stage(testStore());
    await openLesson(course);
    expect(course.getAttribute('lesson')).to.equal('dung-lai');
    const lesson = await find(course, 'kns-lesson');
    await waitUntil(() => lesson.shadowRoot?.activeElement?.matches('h2'));
    (await button(course, 'Danh sách bài học')).click();
    await find(course, 'kns-outline');
    expect(course.lesson).to.equal('');
  });

  it('follows a page that sets the lesson from outside', async () => {
    const course = await stage(testStore());
    await find(course, 'kns-outline');
    course.setAttribute('lesson', 'goi-lai');
    await says(course, 'Một cuộc gọi bằng mười lần đoán.');
  });

  it('says what to do when the course cannot be reached, and tries again', async () => {
    const line = network();
    line.up = false;
    const failed = heard('kns-failed');
    const course = await stage(testStore({fetch: line.fetch}));
    await says(course, 'Chưa mở được khóa học');
    expect((await failed).code).to.equal('course-unreachable');
    await expect(course).to.be.accessible();
    line.up = true;
    (await button(course, 'Thử lại')).click();
    await find(course, 'kns-outline');
  });

  it('refuses a damaged course with every reason', async () => {
    const line = network();
    line.change = (text) => text.replace(/"title": ?"Khóa học thử"/, '"title":7');
    const course = await stage(testStore({fetch: line.fetch}));
    await says(course, 'Mã: course-invalid');
    expect(wordsOf(course)).to.contain('title · invalid_type');
  });

  it('asks for a newer app when the course is from the future', async () => {
    const line = network();
    line.change = (text) => text.replace(/"format": ?1/, '"format":2');
    const course = await stage(testStore({fetch: line.fetch}));
    await says(course, 'Khóa học này cần bản ứng dụng mới hơn');
  });

  it('opens the kept copy without network, dated', async () => {
    const name = newName();
    const line = network();
    const first = testStore({name, fetch: line.fetch});
    await find(await stage(first), 'kns-outline');
    await first.study((await first.courses.load(courseAddress)).course);
    line.up = false;
    const course = await stage(testStore({name, fetch: line.fetch}));
    await says(course, 'đang dùng bản');
    expect(wordsOf(course)).to.match(/bản đã lưu trên máy ngày \d\d\/\d\d\/\d{4}/);
  });

  it('tells that a lesson is damaged and gets it again', async () => {
    const line = network();
    line.change = (text) => text.replace('Một cuộc gọi', 'Hai cuộc gọi');
    const course = await stage(testStore({fetch: line.fetch}));
    await find(course, 'kns-outline');
    const failed = heard('kns-failed');
    course.lesson = 'goi-lai';
    await says(course, 'Bài này tải về bị hỏng');
    expect((await failed).code).to.equal('lesson-damaged');
    line.change = (text) => text;
    (await button(course, 'Thử lại')).click();
    await says(course, 'Một cuộc gọi bằng mười lần đoán.');
  });

  it('keeps every lesson for days without network', async () => {
    const line = network();
    const name = newName();
    const course = await stage(testStore({name, fetch: line.fetch}));
    await find(course, 'kns-outline');
    await course.keepAll();
    line.up = false;
    const later = await stage(testStore({name, fetch: line.fetch}));
    await find(later, 'kns-outline');
    later.lesson = 'goi-lai';
    await says(later, 'Một cuộc gọi bằng mười lần đoán.');
  });

  it('stays current in another tab', async () => {
    const name = newName();
    const here = await stage(testStore({name}));
    const there = await stage(testStore({name}));
    await says(there, 'Chưa học');
    await openLesson(here);
    await answer(await find(here, 'kns-question'), 'Mình gọi lại');
    await says(there, 'Đang học');
  });

  it('asks the network for nothing when it is moved', async () => {
    const line = network();
    const course = await stage(testStore({fetch: line.fetch}));
    await openLesson(course);
    await waitUntil(() => line.asked.length === 2, 'the next lesson was not fetched ahead');
    const parent = course.parentElement!;
    course.remove();
    parent.append(course);
    await answer(await find(course, 'kns-question'), 'Mình gọi lại');
    expect(line.asked.length).to.equal(2);
  });

  it('draws another learner’s progress when they take over', async () => {
    const store = testStore();
    const course = await stage(store);
    await openLesson(course);
    await answer(await find(course, 'kns-question'), 'Mình gọi lại');
    (await button(course, 'Danh sách bài học')).click();
    await says(course, 'Đang học');
    const hung = await store.addLearner('Hùng');
    await store.useLearner(hung.key);
    document.dispatchEvent(new Event('kns-learner-changed'));
    await waitUntil(() => !wordsOf(course).includes('Đang học'));
    expect(wordsOf(course)).to.contain('Bắt đầu học');
  });

  it('keeps learners of a portal apart by its own ids', async () => {
    const store = testStore();
    const course = await stage(
      store,
      html`
        <kns-course src=${courseAddress} learner="tk-7781" issuer="https://a.example"></kns-course>
      `,
    );
    await openLesson(course);
    await answer(await find(course, 'kns-question'), 'Mình gọi lại');
    const changed = heard('kns-learner-changed');
    course.learner = 'tk-9902';
    await changed;
    await waitUntil(() => !wordsOf(course).includes('Đã lưu trên máy này'));
  });

  it('refuses an id that gives a person away', async () => {
    const course = await stage(
      testStore(),
      html`
        <kns-course src=${courseAddress} learner="0912345678"></kns-course>
      `,
    );
    await says(course, 'Mã: learner-refused');
  });

  it('writes no style attribute anywhere', async () => {
    const course = await stage(testStore());
    await openLesson(course);
    await answer(await find(course, 'kns-question'), 'Mình gọi lại');
    for (const element of everything(course))
      expect(element.hasAttribute('style'), element.tagName).to.equal(false);
  });

  it('speaks English where the page does, and Vietnamese again', async () => {
    const course = await stage(testStore());
    await says(course, 'Bắt đầu học');
    course.lang = 'en';
    await says(course, 'Start learning');
    course.lang = 'vi';
    await says(course, 'Bắt đầu học');
  });

  it('grows its text once, however deep the elements stand', async () => {
    const course = await stage(
      testStore(),
      html`
        <kns-course src=${courseAddress}><kns-progress></kns-progress></kns-course>
      `,
    );
    course.style.setProperty('--kns-text-scale', '2');
    const progress = await find(course, 'kns-progress');
    expect(getComputedStyle(progress).fontSize).to.equal(getComputedStyle(course).fontSize);
    expect(getComputedStyle(course).fontSize).to.equal('34px');
  });

  it('provides its course to any element that asks', async () => {
    const course: KnsCourse = await stage(testStore(), arranged);
    let id: string | undefined;
    const ask = () => {
      const event = new Event('context-request', {bubbles: true, composed: true});
      Object.assign(event, {
        context: courseContext,
        contextTarget: course.firstElementChild,
        callback: (loaded?: {course: {id: string}}) => (id = loaded?.course.id),
      });
      course.firstElementChild?.dispatchEvent(event);
      return id === 'thu';
    };
    await waitUntil(ask);
  });
});
