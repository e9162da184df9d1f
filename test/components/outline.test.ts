import {expect, html, waitUntil} from '@open-wc/testing';
import type {LitElement} from 'lit';
import {answer, button, courseAddress, find, says, stage, testStore, wordsOf} from './stage.js';

describe('<kns-outline>', () => {
  it('shows a new learner what there is and where to begin', async () => {
    const course = await stage(testStore());
    const outline = await find<LitElement>(course, 'kns-outline');
    await says(outline, 'Bắt đầu học');
    const words = wordsOf(outline);
    for (const said of [
      'Dừng lại trước tin lạ',
      'Gọi lại cho chắc',
      '5 phút',
      'Bài cốt lõi',
      'Bản nháp, chưa thẩm định.',
      'Chưa học',
    ])
      expect(words).to.contain(said);
    await expect(outline).to.be.accessible();
  });

  it('claims nothing before it knows who learns', async () => {
    const store = testStore();
    const course = await stage(
      store,
      html`
        <kns-course src=${courseAddress} learner="0912345678"></kns-course>
      `,
    );
    const outline = await find(course, 'kns-outline');
    await says(course, 'Mã: learner-refused');
    expect(wordsOf(outline)).not.to.contain('0/2');
    expect(wordsOf(outline)).not.to.contain('Chưa học');
    expect(wordsOf(outline)).to.contain('Chưa rõ');
  });

  it('leads back to the lesson that was begun', async () => {
    const course = await stage(testStore());
    await find(course, 'kns-outline');
    course.lesson = 'goi-lai';
    await answer(await find(course, 'kns-question'), 'Sai');
    (await button(course, 'Danh sách bài học')).click();
    await says(course, 'Đang học');
    (await button(course, 'Học tiếp')).click();
    await waitUntil(() => course.lesson === 'goi-lai');
  });

  it('survives being moved', async () => {
    const course = await stage(testStore());
    const outline = await find<LitElement>(course, 'kns-outline');
    outline.parentNode!.append(outline);
    (await button(outline, 'Bắt đầu học')).click();
    await find(course, 'kns-lesson');
  });
});
