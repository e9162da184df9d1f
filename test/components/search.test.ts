import {expect, html, waitUntil} from '@open-wc/testing';
import type {KnsSearch} from '../../src/components/learner/search.js';
import {
  button,
  everything,
  find,
  says,
  searchedAddress,
  stage,
  testStore,
  wordsOf,
} from './stage.js';

const page = (address = searchedAddress) => html`
  <kns-course src=${address}></kns-course>
`;

const opened = async (address?: string) => {
  const course = await stage(testStore(), page(address));
  const search = await find<KnsSearch>(course, 'kns-search');
  const field = await find<HTMLInputElement>(search, 'input');
  return {course, search, field};
};

function type(field: HTMLInputElement, words: string) {
  field.focus();
  field.value = words;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
}

const marked = (search: Element) =>
  [...everything(search)].filter(({localName}) => localName === 'mark').map(wordsOf);

describe('<kns-search>', () => {
  it('finds a lesson by words without tones, marks them, and leads there', async () => {
    const {course, search, field} = await opened();
    type(field, 'khoa the');
    await says(search, 'Tìm thấy 1 bài.');
    expect(marked(search)).to.deep.equal(['khóa thẻ']);
    expect(wordsOf(search)).to.contain('Dừng lại trước tin lạ');
    await expect(search).to.be.accessible();
    (await button(search, 'Dừng lại trước tin lạ')).click();
    await waitUntil(() => course.lesson === 'dung-lai');
  });

  it('tells what an old name is now', async () => {
    const {search, field} = await opened();
    type(field, 'smart quang na');
    await says(search, '(nay là ứng dụng công dân số, Đà Nẵng)');
    expect(marked(search)).to.deep.equal(['Smart Quảng Nam']);
  });

  it('says what else to try where nothing is found', async () => {
    const {search, field} = await opened();
    type(field, 'xyzzy');
    await says(search, 'Chưa thấy bài nào nói về “xyzzy”.');
    await says(search, 'Gõ không dấu cũng được');
    type(field, '');
    await waitUntil(() => !wordsOf(search).includes('Chưa thấy'));
  });

  it('searches titles where a course has no index, as older ones do', async () => {
    const {search, field} = await opened(
      new URL('../fixtures/course/course.json', import.meta.url).href,
    );
    type(field, 'goi lai');
    await says(search, 'Tìm thấy 1 bài.');
    expect(marked(search)).to.deep.equal(['Gọi lại']);
  });

  it('leads from the field to the first lesson by Enter, but not in the middle of a word', async () => {
    const {search, field} = await opened();
    type(field, 'khoa the');
    await says(search, 'Tìm thấy 1 bài.');
    const enter = (isComposing: boolean) =>
      field.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing, bubbles: true}));
    enter(true);
    expect(search.shadowRoot!.activeElement).to.equal(field);
    enter(false);
    expect(search.shadowRoot!.activeElement).to.be.instanceOf(HTMLButtonElement);
  });

  it('survives being moved', async () => {
    const {course, search, field} = await opened();
    type(field, 'khoa the');
    await says(search, 'Tìm thấy 1 bài.');
    course.append(search);
    type(field, 'quang nam');
    await says(search, 'Tên cũ:');
  });
});
