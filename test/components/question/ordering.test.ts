import {expect} from '@open-wc/testing';
import {questions} from '../../curriculum/questions.js';
import {button, says, wordsOf} from '../stage.js';
import {allOf, asked, pressIn, send, textOf, told, verdictOf} from './asked.js';

const {ordering} = questions;
const right = ordering.items.map(({id}) => id);

const orderIn = (root: Element) =>
  allOf(root, '.line [id^="line-"]').map(({id}) => id.replace('line-', ''));

/** Moves lines up until they stand as wanted. */
async function arrange(element: Awaited<ReturnType<typeof asked>>['element'], wanted: string[]) {
  for (const [to, id] of wanted.entries())
    while (orderIn(element).indexOf(id) > to) await pressIn(element, `#up-${id}`);
}

describe('a question of order', () => {
  it('never begins with the right order', async () => {
    const three = ordering.items.slice(0, 3);
    const {elements} = await asked(
      Array.from({length: 24}, (_, at) => ({...ordering, id: `xep-${at}`, items: three})),
    );
    const starts = elements.map((element) => orderIn(element).join());
    expect(starts).not.to.include(right.slice(0, 3).join());
    // Each question has an order of its own.
    expect(new Set(starts).size).to.be.greaterThan(2);
  });

  it('tells a learner who has not touched it that the order is nobody’s answer', async () => {
    const {element, kept} = await asked([ordering]);
    (await button(element, 'Trả lời')).click();
    await says(element, 'Anh/chị xếp lại rồi hãy trả lời nhé.');
    expect(await kept()).to.deep.equal([]);
    // Moved and moved back, it is an answer like any other.
    const [first = ''] = orderIn(element);
    const start = orderIn(element);
    await pressIn(element, `#down-${first}`);
    expect(told(element)).not.to.contain('xếp lại');
    await pressIn(element, `#up-${first}`);
    await send(element);
    expect(await kept()).to.deep.equal([start]);
  });

  it('says where a line has gone, and keeps the focus on it', async () => {
    const {element} = await asked([ordering]);
    const last = orderIn(element)[3]!;
    const words = ordering.items.find(({id}) => id === last)!.text as string;
    allOf(element, `#up-${last}`)[0]!.focus();
    await pressIn(element, `#up-${last}`);
    expect(told(element)).to.equal(`${words}: vị trí 3/4`);
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement?.id).to.equal(`up-${last}`);
    expect(orderIn(element)[2]).to.equal(last);
  });

  it('leaves the first line first', async () => {
    const {element} = await asked([ordering]);
    const start = orderIn(element);
    const [up] = allOf(element, `#up-${start[0]}`);
    expect(up!.getAttribute('aria-disabled')).to.equal('true');
    up!.click();
    await element.updateComplete;
    expect(orderIn(element)).to.deep.equal(start);
  });

  it('praises the right order and gives the reason', async () => {
    const {element, kept} = await asked([ordering]);
    await arrange(element, right);
    await send(element);
    expect(verdictOf(element)).to.contain('Đúng rồi.');
    expect(wordsOf(element)).to.contain('Vì sao vậy? Vì thế.');
    expect(await kept()).to.deep.equal([right]);
  });

  it('calls only the line misplaced that was, when all others follow each other', async () => {
    const {element} = await asked([ordering]);
    // Moved once more, for an untouched order cannot be sent.
    await pressIn(element, `#down-${orderIn(element)[0]}`);
    await arrange(element, ['lam', 'dung', 'kiem-tra', 'xac-nhan']);
    await send(element);
    expect(verdictOf(element)).to.contain('Gần đúng rồi.');
    const words = textOf(element);
    expect(words).to.contain('1. Dừng Đúng thứ tự, chỉ bị đẩy sang vị trí 2');
    expect(words).to.contain('4. Làm Anh/chị để ở vị trí 1');
    expect(allOf(element, '.told.wrong').length).to.equal(1);
  });

  it('calls no line well placed in an order turned upside down', async () => {
    const {element} = await asked([ordering]);
    await pressIn(element, `#down-${orderIn(element)[0]}`);
    await arrange(element, [...right].reverse());
    await send(element);
    expect(verdictOf(element)).to.contain('Chưa đúng.');
    expect(allOf(element, '.told.wrong').length).to.equal(4);
  });

  it('begins again as it began', async () => {
    const {element} = await asked([ordering]);
    const start = orderIn(element);
    await arrange(element, right);
    await send(element);
    (await button(element, 'Làm lại')).click();
    await button(element, 'Trả lời');
    expect(orderIn(element)).to.deep.equal(start);
    expect(told(element)).to.equal('');
  });

  it('is accessible before and after the answer', async () => {
    const {element} = await asked([ordering]);
    await expect(element).to.be.accessible();
    await arrange(element, right);
    await send(element);
    await expect(element).to.be.accessible();
  });

  it('speaks English where the page does', async () => {
    const {element} = await asked([ordering], undefined, 'en');
    await says(element, 'Press the arrows');
  });
});
