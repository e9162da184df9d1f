import {expect, waitUntil} from '@open-wc/testing';
import {html} from 'lit';
import {gatherAboutMe} from '../../src/components/learner/share/about-me.js';
import {aboutMeFile} from '../../src/components/learner/share/about-me-sheet.js';
import {aboutMeLanguages} from '../../src/components/messages/about-me.js';
import {
  answer,
  button,
  courseAddress,
  find,
  openLesson,
  says,
  stage,
  testStore,
  tick,
  wordsOf,
} from './stage.js';

/** A phone on which one question was answered, and its text code. */
async function phoneWithCode(store = testStore()) {
  const course = await stage(store);
  await openLesson(course);
  await answer(await find(course, 'kns-question'), 'Mình gọi lại');
  (await button(course, 'Danh sách bài học')).click();
  (await button(course, 'Gửi tiến độ cho Tổ trưởng')).click();
  const field = await find<HTMLTextAreaElement>(course, 'textarea[readonly]');
  return {course, code: field.value};
}

async function paste(course: Element, text: string) {
  (await button(course, 'Đã học ở nơi khác')).click();
  const field = await find<HTMLTextAreaElement>(course, 'textarea:not([readonly])');
  field.value = text;
  (await button(course, 'Nhận mã')).click();
}

describe('<kns-share>', () => {
  it('hands over a code that says nothing of who it is', async () => {
    const {course, code} = await phoneWithCode();
    expect(code).to.match(/^KNS1\.[0-9A-HJKMNP-TV-Z]+$/);
    await expect(await find(course, 'kns-share')).to.be.accessible();
  });

  it('copies the code, or leaves it selected for the learner’s own hand', async () => {
    const {course} = await phoneWithCode();
    (await button(course, 'Sao chép mã')).click();
    await waitUntil(() => /Đã sao chép|đã được bôi đen/.test(wordsOf(course)));
  });

  it('lets a learner go on from their code on another phone', async () => {
    const {code} = await phoneWithCode();
    const course = await stage(testStore());
    await says(course, 'Chưa học');
    await paste(course, `Lan ơi, mã của mình đây: ${code} nhé`);
    let changes = 0;
    course.addEventListener('kns-learner-changed', () => changes++);
    (await button(course, 'Đúng, học tiếp từ mã này')).click();
    await says(course, 'Đang học');
    expect(changes).to.equal(1);
  });

  it('takes in a code that comes while it is still becoming the phone of whoever sent the one before', async () => {
    const {code} = await phoneWithCode();
    const {code: later} = await phoneWithCode();
    const store = testStore();
    const course = await stage(store);
    await paste(course, code);
    const adopt = await button(course, 'Đúng, học tiếp từ mã này');
    const share = await find<HTMLElementTagNameMap['kns-share']>(course, 'kns-share');
    adopt.click();
    await share.takeIn(later);
    await says(course, 'Đang học');
    expect(await store.received('thu')).to.have.length(2);
  });

  it('lets nobody go on as somebody else where the portal decides who studies', async () => {
    const {code} = await phoneWithCode();
    const course = await stage(
      testStore(),
      html`
        <kns-course src=${courseAddress} learner="tk-7781" issuer="https://a.example"></kns-course>
      `,
    );
    await paste(course, code);
    const share = await find(course, 'kns-share');
    await says(share, 'Học viên theo tài khoản của cổng thông tin này');
    expect(wordsOf(share)).not.to.contain('Đúng, học tiếp từ mã này');
  });

  it('names what is wrong with a code', async () => {
    const {code} = await phoneWithCode();
    const course = await stage(testStore());
    await paste(course, code.slice(0, -3));
    await says(course, 'mã bị thiếu phần cuối');
    await expect(await find(course, 'kns-share')).to.be.accessible();
  });

  it('says when there is no code at all', async () => {
    const course = await stage(testStore());
    await paste(course, 'Chào cả nhà');
    await says(course, 'Chưa thấy mã nào');
  });

  describe('with what was learned on this phone', () => {
    /** A phone with a share sheet that takes what it is given. */
    function withShareSheet(takesFiles: boolean): ShareData[] {
      const given: ShareData[] = [];
      Object.assign(navigator, {
        canShare: () => takesFiles,
        share: (data: ShareData) => Promise.resolve(void given.push(data)),
      });
      return given;
    }

    afterEach(() => {
      Reflect.deleteProperty(navigator, 'share');
      Reflect.deleteProperty(navigator, 'canShare');
    });

    it('says what nobody has yet, and then that it left and no receipt has come', async () => {
      withShareSheet(true);
      const {course} = await phoneWithCode();
      await says(course, 'Chưa gửi');
      (await button(course, 'Gửi qua Zalo')).click();
      await says(course, 'Đã đưa đi lúc');
      await says(course, 'chưa có biên nhận');
    });

    it('shares a signed file where the phone shares files', async () => {
      const given = withShareSheet(true);
      const {course} = await phoneWithCode();
      const save = await button(course, 'Lưu tệp');
      await waitUntil(() => save.getAttribute('aria-disabled') === 'false', 'no file is made', {
        timeout: 8000,
      });
      (await button(course, 'Gửi qua Zalo')).click();
      await says(course, 'Đã đưa sang ứng dụng');
      const [file] = given[0]?.files ?? [];
      expect(file?.name).to.match(/^kynangso-.*\.txt$/);
      expect(await file?.text()).to.match(/^KNSF1\./);
    });

    it('shares the code as text where the phone shares no files', async () => {
      const given = withShareSheet(false);
      const {course, code} = await phoneWithCode();
      (await button(course, 'Gửi qua Zalo')).click();
      await says(course, 'nên đã gửi mã tiến độ');
      expect(given).to.deep.equal([{text: code}]);
    });

    it('names everything it knows, and each answer with its question', async () => {
      const {course} = await phoneWithCode();
      (await button(course, 'Mọi điều máy này biết về tôi')).click();
      await says(course, 'Nằm ở đâu');
      const about = await find(course, '.about');
      await says(about, 'Mình gọi lại');
      await expect(await find(course, 'kns-share')).to.be.accessible();
    });

    it('leads to another phone with everything, as pictures that follow one another', async () => {
      const {course} = await phoneWithCode();
      (await button(course, 'Chuyển sang máy mới')).click();
      (await button(course, 'Hiện mã cho máy mới')).click();
      await find(course, '.running svg.qr');
      await expect(await find(course, 'kns-share')).to.be.accessible();
    });

    it('writes everything it knows as a page that any browser reads', async () => {
      const store = testStore();
      await phoneWithCode(store);
      const {course} = await store.courses.load(courseAddress);
      const about = await gatherAboutMe(store, await store.study(course), undefined);
      const file = aboutMeFile(about, aboutMeLanguages.vi, 'vi');
      const page = new DOMParser().parseFromString(await file.text(), 'text/html');
      expect(page.compatMode).to.equal('CSS1Compat');
      expect(page.title).to.equal('Mọi điều máy này biết về tôi');
      expect(page.querySelectorAll('section li').length).to.equal(1);
      expect(await file.text()).not.to.contain('<!--');
    });

    it('shows the code as a picture for another phone', async () => {
      const {course} = await phoneWithCode();
      (await button(course, 'Đưa mã cho người phụ trách')).click();
      await find(course, 'svg.qr');
      await expect(await find(course, 'kns-share')).to.be.accessible();
    });
  });

  it('hands over code, picture and file from a machine that keeps nothing', async () => {
    const course = await stage(testStore({shared: true}));
    await openLesson(course);
    const question = await find(course, 'kns-question');
    await tick(question, 'Mình gọi lại');
    (await button(question, 'Trả lời')).click();
    await button(question, 'Làm lại');
    (await button(course, 'Danh sách bài học')).click();
    (await button(course, 'Gửi tiến độ cho Tổ trưởng')).click();
    const save = await button(course, 'Lưu tệp');
    await waitUntil(() => save.getAttribute('aria-disabled') === 'false', 'no file is made', {
      timeout: 8000,
    });
    (await button(course, 'Đưa mã cho người phụ trách')).click();
    await find(course, 'svg.qr');
  });

  it('keeps the codes of several others to be carried on', async () => {
    const [one, two] = [await phoneWithCode(), await phoneWithCode()];
    const course = await stage(testStore());
    await paste(course, `${one.code}\n${two.code}`);
    await says(course, 'Đã giữ mã của 2 người khác');
    (await button(course, 'Gửi tiến độ cho Tổ trưởng')).click();
    await says(course, 'Máy này đang giữ mã của 2 người khác');
  });
});
