import {expect} from '@open-wc/testing';
import type {MatchingQuestion} from '../../../src/curriculum/question.js';
import {button, find, says, wordsOf} from '../stage.js';
import {allOf, asked, pressIn, send, textOf, told, verdictOf} from './asked.js';

const question: MatchingQuestion = {
  id: 'noi',
  rev: 1,
  type: 'matching',
  stem: 'Nối lại.',
  why: 'Mỗi thứ một nghĩa.',
  pairs: [
    {id: 'otp', left: 'OTP', right: 'mã dùng một lần'},
    {id: 'qr', left: 'QR', right: 'ô vuông'},
    {id: 'web', left: 'Web', right: 'trang để đọc'},
  ],
  decoys: [{id: 'thua', right: 'con chim'}],
};

type Element = Awaited<ReturnType<typeof asked>>['element'];

/** Opens a line where it is shut, and picks its match. */
async function match(element: Element, left: string, right: string) {
  const button = await find<HTMLElement>(element, `[data-left="${left}"] .left`);
  if (button.getAttribute('aria-expanded') !== 'true') button.click();
  await element.updateComplete;
  await pressIn(element, `[data-left="${left}"] .match:has(#right-${right})`);
}

const choices = (element: Element) => allOf(element, '.match').map((one) => wordsOf(one));

describe('a question of pairs', () => {
  it('opens the first line, then the next one that has no match', async () => {
    const {element} = await asked([question]);
    const open = () => allOf(element, '.line.open').map(({dataset}) => dataset['left']);
    expect(open()).to.deep.equal(['otp']);
    expect(choices(element)).to.have.members([
      'mã dùng một lần',
      'ô vuông',
      'trang để đọc',
      'con chim',
    ]);
    await match(element, 'otp', 'otp');
    expect(open()).to.deep.equal(['qr']);
    expect(choices(element)).not.to.include('mã dùng một lần');
    expect(told(element)).to.equal('Đã nối “OTP” với “mã dùng một lần”. Còn 2 ý.');
    await element.updateComplete;
    expect(wordsOf(element.shadowRoot!.activeElement!)).to.equal('QR Chưa nối');
  });

  it('counts what is still to be matched, and keeps nothing until then', async () => {
    const {element, kept} = await asked([question]);
    await match(element, 'qr', 'qr');
    (await button(element, 'Trả lời')).click();
    await says(element, 'Còn 2 ý chưa nối. Anh/chị nối hết rồi hãy trả lời nhé.');
    expect(await kept()).to.deep.equal([]);
  });

  it('lets a match be taken off, and another one be chosen', async () => {
    const {element, kept} = await asked([question]);
    await match(element, 'otp', 'thua');
    await match(element, 'qr', 'qr');
    await match(element, 'web', 'web');
    await pressIn(element, '#off-otp');
    expect(told(element)).to.equal('“OTP”: đã gỡ ra.');
    (await button(element, 'Trả lời')).click();
    await says(element, 'Còn 1 ý chưa nối.');
    await match(element, 'otp', 'otp');
    // A line that has a match is opened to swap it.
    await match(element, 'web', 'thua');
    await send(element);
    expect(await kept()).to.deep.equal([{otp: 'otp', qr: 'qr', web: 'thua'}]);
    expect(verdictOf(element)).to.contain('Gần đúng rồi.');
  });

  it('shows what was chosen, what belongs, and what belongs to nothing', async () => {
    const {element} = await asked([question]);
    await match(element, 'otp', 'qr');
    await match(element, 'qr', 'otp');
    await match(element, 'web', 'web');
    await send(element);
    const words = textOf(element);
    expect(words).to.contain('OTP Anh/chị nối với: ô vuông Khớp với: mã dùng một lần');
    expect(words).to.contain('Web Anh/chị nối với: trang để đọc con chim Ý thừa');
    expect(words).to.contain('Mỗi thứ một nghĩa.');
    expect(allOf(element, '.told.right').length).to.equal(1);
    expect(allOf(element, '.told.wrong').length).to.equal(2);
  });

  it('takes only the first half of a double tap', async () => {
    const {element} = await asked([question]);
    const pick = (detail: number) =>
      allOf(element, '.match')[0]!.dispatchEvent(
        new MouseEvent('click', {bubbles: true, composed: true, detail}),
      );
    pick(1);
    await element.updateComplete;
    pick(2);
    await element.updateComplete;
    expect(allOf(element, '.slot.filled').length).to.equal(1);
  });

  it('begins again with nothing matched', async () => {
    const {element} = await asked([question]);
    for (const id of ['otp', 'qr', 'web']) await match(element, id, id);
    await send(element);
    expect(verdictOf(element)).to.contain('Đúng rồi.');
    (await button(element, 'Làm lại')).click();
    await button(element, 'Trả lời');
    expect(allOf(element, '.slot.filled').length).to.equal(0);
    expect(choices(element).length).to.equal(4);
  });

  it('is accessible before, between and after', async () => {
    const {element} = await asked([question]);
    await expect(element).to.be.accessible();
    await match(element, 'otp', 'qr');
    await expect(element).to.be.accessible();
    await match(element, 'qr', 'otp');
    await match(element, 'web', 'web');
    await send(element);
    await expect(element).to.be.accessible();
  });
});
