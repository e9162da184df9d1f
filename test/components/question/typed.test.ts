import {expect} from '@open-wc/testing';
import type {NumericQuestion} from '../../../src/curriculum/question.js';
import {questions} from '../../curriculum/questions.js';
import {button, find, says, wordsOf} from '../stage.js';
import {allOf, asked, send, told, verdictOf} from './asked.js';

const numeric: NumericQuestion = {...questions.numeric, answer: 55500, unit: 'đồng'};
const minutes: NumericQuestion = {...questions.numeric, answer: 12.5, tolerance: 0.5, unit: 'phút'};
const fillIn = questions['fill-in'];

type Element = Awaited<ReturnType<typeof asked>>['element'];

async function type(element: Element, text: string) {
  const field = await find<HTMLInputElement>(element, 'input');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  await element.updateComplete;
  return field;
}

const enter = (field: HTMLInputElement, more: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', {
    key: 'Enter',
    bubbles: true,
    composed: true,
    cancelable: true,
    ...more,
  });
  field.dispatchEvent(event);
  return event;
};

describe('a question to be answered by typing', () => {
  it('leaves what is typed to the learner and to the input method', async () => {
    const {element} = await asked([fillIn]);
    const field = await type(element, '  hoà  BÌNH ');
    expect(field.value).to.equal('  hoà  BÌNH ');
    expect(field.inputMode).to.equal('text');
    for (const [name, value] of [
      ['autocomplete', 'off'],
      ['autocapitalize', 'off'],
      ['spellcheck', 'false'],
    ] as const)
      expect(field.getAttribute(name)).to.equal(value);
    expect(field.hasAttribute('maxlength')).to.equal(false);
    expect(field.hasAttribute('pattern')).to.equal(false);
  });

  it('asks for a number with a number’s keys, and says its unit', async () => {
    const {element} = await asked([numeric]);
    const field = await find<HTMLInputElement>(element, 'input');
    expect(field.inputMode).to.equal('decimal');
    const name = field.getAttribute('aria-labelledby')!.split(' ');
    expect(name.map((id) => wordsOf(allOf(element, `#${id}`)[0]!)).join(' ')).to.equal(
      'Câu trả lời của anh/chị đồng',
    );
  });

  it('takes blanks for nothing', async () => {
    const {element, kept} = await asked([fillIn]);
    enter(await type(element, '   '));
    await says(element, 'Anh/chị nhập câu trả lời trước nhé.');
    expect(await kept()).to.deep.equal([]);
    await type(element, 'p');
    expect(told(element)).to.equal('');
  });

  it('sends with Enter, but not with the Enter that ends a composition', async () => {
    const {element, kept} = await asked([fillIn]);
    const field = await type(element, 'phường');
    field.focus();
    enter(field, {isComposing: true});
    enter(field, {keyCode: 229});
    expect(field.disabled).to.equal(false);
    expect(await kept()).to.deep.equal([]);
    // Nothing is sent by the page either, if it has a form around everything.
    expect(enter(field).defaultPrevented).to.equal(true);
    await says(element, 'Đã lưu trên máy này');
    expect(await kept()).to.deep.equal(['phường']);
    await element.updateComplete;
    expect(wordsOf(element.shadowRoot!.activeElement!)).to.equal('Làm lại');
  });

  for (const text of ['phường', 'PHƯỜNG.', 'phường'.normalize('NFD'), ' Xã  Hoà Bình'])
    it(`takes “${text.normalize('NFC')}” for right, shows it as typed and one accepted answer`, async () => {
      const {element} = await asked([fillIn]);
      await type(element, text);
      await send(element);
      expect(verdictOf(element)).to.contain('Đúng rồi.');
      expect(wordsOf(element)).to.contain(`Anh/chị viết ${text.trim().replace(/\s+/g, ' ')}`);
      expect(wordsOf(element)).to.contain('Đáp án xã hòa bình');
    });

  for (const text of ['55.500', '55500', '55 500 đ', '55,500.0', '55,5 nghìn'])
    it(`reads the number ${text}`, async () => {
      const {element} = await asked([numeric]);
      await type(element, text);
      await send(element);
      expect(verdictOf(element)).to.contain('Đúng rồi.');
      expect(wordsOf(element)).to.contain('Đáp án 55.500 đồng');
    });

  it('says what else would have done where a number need not be exact', async () => {
    const {element} = await asked([minutes]);
    await type(element, '14');
    await send(element);
    expect(verdictOf(element)).to.contain('Chưa đúng.');
    const words = wordsOf(element).replace(/\u00a0/g, ' ');
    expect(words).to.contain('Anh/chị viết 14');
    expect(words).to.contain('Đáp án 12,5 phút Từ 12 đến 13 phút đều được.');
    expect(words).to.contain('Vì sao vậy? Vì thế.');
  });

  it('begins again empty', async () => {
    const {element, kept} = await asked([fillIn]);
    await type(element, 'thôn');
    await send(element);
    (await button(element, 'Làm lại')).click();
    expect((await find<HTMLInputElement>(element, 'input')).value).to.equal('');
    await type(element, 'phường');
    await send(element);
    expect(verdictOf(element)).to.contain('Đúng rồi.');
    expect((await kept()).length).to.equal(2);
  });

  for (const [name, question] of Object.entries({numeric, 'fill-in': fillIn}))
    it(`is accessible before and after the answer (${name})`, async () => {
      const {element} = await asked([question]);
      await expect(element).to.be.accessible();
      await type(element, '7');
      await send(element);
      await expect(element).to.be.accessible();
    });
});
