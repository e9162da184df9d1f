import {expect, html, waitUntil} from '@open-wc/testing';
import type {KnsPath} from '../../src/components/learner/path.js';
import {answer, button, find, says, searchedAddress, stage, testStore, wordsOf} from './stage.js';

const page = html`
  <kns-course src=${searchedAddress}></kns-course>
`;

function choose(select: HTMLSelectElement, words: string) {
  select.value = [...select.options].find(({text}) => text === words)!.value;
  select.dispatchEvent(new Event('change', {bubbles: true}));
}

async function opened(store = testStore()) {
  const course = await stage(store, page);
  const outline = await find(course, 'kns-outline');
  const path = await find<KnsPath>(outline, 'kns-path');
  const select = await find<HTMLSelectElement>(path, 'select');
  return {store, course, outline, path, select};
}

describe('<kns-path>', () => {
  it('offers the paths of a role beside the whole course, and no module', async () => {
    const {path, select} = await opened();
    expect([...select.options].map(({text}) => text)).to.deep.equal([
      'Cả khóa',
      'Thành viên mới',
      'Tổ trưởng',
    ]);
    await says(path, '2 bài, 10 phút. Đã xong 0/2 bài.');
    await expect(path).to.be.accessible();
  });

  it('leaves the lessons of a path in the outline, and leads on among them', async () => {
    const {course, outline, path, select} = await opened();
    choose(select, 'Tổ trưởng');
    await says(path, '1 bài, 5 phút. Đã xong 0/1 bài.');
    await waitUntil(() => !wordsOf(outline).includes('Dừng lại trước tin lạ'));
    (await button(outline, 'Bắt đầu học')).click();
    await waitUntil(() => course.lesson === 'goi-lai');
    await answer(await find(course, 'kns-question', 0), 'Sai');
    await answer(await find(course, 'kns-question', 1), 'Người nhà');
    (await button(course, 'Danh sách bài học')).click();
    await says(course, 'Đã xong 1/1 bài.');
    expect(wordsOf(course)).not.to.contain('Dừng lại trước tin lạ');
    choose(await find<HTMLSelectElement>(course, 'select'), 'Cả khóa');
    await says(course, 'Dừng lại trước tin lạ');
    await says(course, 'Đã xong 1/2 bài.');
  });

  it('is remembered for the learner who chose it, and for nobody else', async () => {
    const {store, select} = await opened();
    choose(select, 'Tổ trưởng');
    const paths = async () => (await store.learners()).map((learner) => learner.paths?.['tim']);
    await waitUntil(async () => (await paths())[0] === 'to-truong');

    const again = await opened(store);
    await says(again.path, '1 bài, 5 phút');
    expect(again.select.selectedOptions[0]?.text).to.equal('Tổ trưởng');

    await store.addLearner('Ngoại');
    const other = await opened(store);
    await says(other.path, '2 bài, 10 phút');
    expect(await paths()).to.deep.equal(['to-truong', undefined]);
  });

  it('draws no choice where a course has no paths', async () => {
    const course = await stage(testStore());
    const path = await find(course, 'kns-path');
    await find(path, 'kns-search');
    expect(path.shadowRoot!.querySelector('select')).to.equal(null);
  });

  it('survives being moved', async () => {
    const {outline, path, select} = await opened();
    choose(select, 'Tổ trưởng');
    outline.shadowRoot!.querySelector('.head')!.append(path);
    choose(select, 'Cả khóa');
    await says(outline, 'Dừng lại trước tin lạ');
  });
});
