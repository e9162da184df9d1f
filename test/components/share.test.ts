import {expect, waitUntil} from '@open-wc/testing';
import {html} from 'lit';
import {
  answer,
  button,
  courseAddress,
  find,
  openLesson,
  says,
  stage,
  testStore,
  wordsOf,
} from './stage.js';

/** A phone on which one question was answered, and its text code. */
async function phoneWithCode() {
  const course = await stage(testStore());
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
});
