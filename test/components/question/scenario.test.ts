import {expect} from '@open-wc/testing';
import type {ScenarioQuestion} from '../../../src/curriculum/question.js';
import {button, says, wordsOf} from '../stage.js';
import {allOf, asked, send, verdictOf} from './asked.js';

const question: ScenarioQuestion = {
  id: 'cuoc-goi',
  rev: 1,
  type: 'scenario',
  stem: 'Có người gọi.',
  from: 'Người lạ',
  turns: [
    {
      id: 'mo',
      says: 'A lô, cháu bên bưu cục.',
      replies: [
        {id: 'vang', text: 'Vâng, cháu nói đi.', to: 'xin-ma', why: 'Họ biết mình nghe theo.'},
        {id: 'ai', text: 'Cháu tên gì?', to: 'tat', why: 'Hỏi lại thì có thời gian nghĩ.'},
      ],
    },
    {
      id: 'xin-ma',
      says: 'Bác đọc mã đi.',
      replies: [
        {id: 'doc', text: 'Ba, bảy…', to: 'mat', why: 'Có mã là họ lấy được tiền.'},
        {id: 'khoan', text: 'Khoan, nói lại xem.', to: 'mo', why: 'Nghe lại sẽ thấy chỗ lạ.'},
      ],
    },
    {id: 'mat', says: 'Cảm ơn bác.', replies: []},
    {id: 'tat', says: 'Thôi chào bác.', replies: [], good: true},
  ],
};

type Element = Awaited<ReturnType<typeof asked>>['element'];

async function say(element: Element, words: string) {
  (await button(element, words)).click();
  await element.updateComplete;
}

const log = (element: Element) => wordsOf(allOf(element, '[role=log]')[0]!);

describe('a conversation', () => {
  it('leads on after a reply, and says why only below what came of it', async () => {
    const {element} = await asked([question]);
    expect(wordsOf(element)).not.to.contain('Họ biết mình nghe theo.');
    await say(element, 'Vâng, cháu nói đi.');
    expect(log(element)).to.match(
      /Anh\/chị Vâng, cháu nói đi\. Người lạ Bác đọc mã đi\. .*Họ biết mình nghe theo\./,
    );
    expect(verdictOf(element)).to.equal('');
  });

  it('leads the focus to each new message', async () => {
    const {element} = await asked([question]);
    await say(element, 'Vâng');
    await element.updateComplete;
    expect(wordsOf(element.shadowRoot!.activeElement!)).to.equal('Người lạ Bác đọc mã đi.');
    await say(element, 'Quay lại');
    await element.updateComplete;
    expect(wordsOf(element.shadowRoot!.activeElement!)).to.contain('bên bưu cục');
  });

  it('cannot be sent before its end, and says so', async () => {
    const {element, kept} = await asked([question]);
    await say(element, 'Vâng');
    await say(element, 'Trả lời');
    await says(element, 'Câu chuyện chưa hết.');
    expect(await kept()).to.deep.equal([]);
    await say(element, 'Khoan');
    expect(wordsOf(element)).not.to.contain('Câu chuyện chưa hết.');
  });

  it('forgets a reply that was taken back', async () => {
    const {element, kept} = await asked([question]);
    await say(element, 'Vâng');
    await say(element, 'Ba, bảy…');
    expect(wordsOf(element)).to.contain('Câu chuyện kết thúc chưa ổn.');
    await say(element, 'Quay lại');
    await say(element, 'Quay lại');
    await say(element, 'Cháu tên gì?');
    expect(wordsOf(element)).to.contain('Câu chuyện kết thúc tốt.');
    await send(element);
    expect(verdictOf(element)).to.contain('Đúng rồi.');
    expect(await kept()).to.deep.equal([['ai']]);
  });

  it('keeps a way back that was talked, and charges nothing for it', async () => {
    const {element, kept} = await asked([question]);
    await say(element, 'Vâng');
    await say(element, 'Khoan');
    await say(element, 'Cháu tên gì?');
    await send(element);
    expect(verdictOf(element)).to.contain('Đúng rồi.');
    expect(await kept()).to.deep.equal([['vang', 'khoan', 'ai']]);
  });

  it('starts over', async () => {
    const {element} = await asked([question]);
    await say(element, 'Vâng');
    await say(element, 'Khoan');
    await say(element, 'Nói lại từ đầu');
    expect(log(element)).to.equal('Người lạ A lô, cháu bên bưu cục.');
    expect(allOf(element, '.reply').length).to.equal(2);
    expect(wordsOf(element)).not.to.contain('Quay lại');
  });

  it('takes only the first half of a double tap', async () => {
    const {element} = await asked([question]);
    for (const detail of [1, 2]) {
      allOf(element, '.reply')[0]!.dispatchEvent(
        new MouseEvent('click', {bubbles: true, composed: true, detail}),
      );
      await element.updateComplete;
    }
    expect(allOf(element, '.me').length).to.equal(1);
  });

  it('keeps the talk to read after a bad end was sent, and begins anew on demand', async () => {
    const {element, kept} = await asked([question]);
    await say(element, 'Vâng');
    await say(element, 'Ba, bảy…');
    await send(element);
    expect(verdictOf(element)).to.contain('Chưa đúng. Cùng xem lại.');
    expect(log(element)).to.contain('Có mã là họ lấy được tiền.').and.to.contain('chưa ổn');
    expect(allOf(element, '.reply').length).to.equal(0);
    await say(element, 'Làm lại');
    expect(log(element)).to.equal('Người lạ A lô, cháu bên bưu cục.');
    await say(element, 'Cháu tên gì?');
    await send(element);
    expect(await kept()).to.have.deep.members([['vang', 'doc'], ['ai']]);
  });

  it('is accessible at its beginning, at its end and after the answer', async () => {
    const {element} = await asked([question]);
    await expect(element).to.be.accessible();
    await say(element, 'Vâng');
    await say(element, 'Ba, bảy…');
    await expect(element).to.be.accessible();
    await send(element);
    await expect(element).to.be.accessible();
  });
});
