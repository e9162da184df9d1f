import {expect, waitUntil} from '@open-wc/testing';
import {html} from 'lit';
import type {KnsMemo} from '../../src/components/learner/memo.js';
import {
  button,
  courseAddress,
  everything,
  find,
  openLesson,
  says,
  stage,
  testStore,
  wordsOf,
} from './stage.js';

const alone = (lesson: string) =>
  stage(
    testStore(),
    html`
      <kns-course src=${courseAddress}><kns-memo lesson=${lesson}></kns-memo></kns-course>
    `,
  );

/** Presses the button and resolves to the paper that was printed. */
async function printed(root: Element) {
  (await button(root, 'In phiếu nhớ')).click();
  const frame = await find<HTMLIFrameElement>(root, 'iframe');
  await waitUntil(() => (frame.contentDocument?.body.childElementCount ?? 0) > 0);
  return frame.contentDocument!;
}

describe('<kns-memo>', () => {
  it('shows the card of a lesson with the course it is from and the day of its content', async () => {
    const course = await alone('dung-lai');
    const memo = await find<KnsMemo>(course, 'kns-memo');
    await says(memo, 'In phiếu nhớ');
    expect(wordsOf(memo)).to.match(/\d\d\/\d\d\/\d{4}/);
    await expect(memo).to.be.accessible();
  });

  it('prints on paper what is on the screen, and leaves the page as it was', async () => {
    const course = await alone('dung-lai');
    const memo = await find<KnsMemo>(course, 'kns-memo');
    await button(memo, 'In phiếu nhớ');
    const before = document.body.scrollHeight;
    const paper = await printed(memo);
    const lines = [...everything(memo)].filter((one) => one.matches('.memo li')).map(wordsOf);
    expect(lines.length).to.be.greaterThan(0);
    for (const line of lines) expect(wordsOf(paper.body)).to.include(line);
    expect(document.body.scrollHeight).to.equal(before);
    expect(paper.querySelector('style, link, [style]')).to.equal(null);
  });

  it('gives the reader of a lesson the button beneath the card that stands there, and no second card', async () => {
    const course = await stage(testStore());
    const lesson = await openLesson(course);
    const memo = await find<KnsMemo>(lesson, 'kns-memo');
    await button(memo, 'In phiếu nhớ');
    const cards = [...everything(lesson)].filter((one) => one.matches('section.memo'));
    expect(cards).to.have.length(1);
    expect(memo.contains(cards[0]!)).to.equal(true);
  });

  it('says so where a lesson has no card', async () => {
    const course = await alone('goi-lai');
    await says(course, 'Bài này chưa có phiếu nhớ.');
    expect(wordsOf(course)).not.to.include('In phiếu nhớ');
  });
});
