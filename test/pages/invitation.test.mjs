import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {
  answerQuestion,
  openBrowser,
  openFirstLesson,
  openPage,
  questionAt,
  screen,
} from './harness.mjs';

const list = [
  'DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG XÃ LŨNG CÚ',
  'STT;Họ và tên;Chức vụ;Thôn;Tổ',
  '1;Vàng Mí Hùng;Tổ trưởng;Lô Lô Chải;1',
  '2;Lù Thị Mỷ;Thành viên;Lô Lô Chải;1',
].join('\n');

const tap = (page, name, exact = false) => page.getByRole('button', {name, exact}).first().click();
const reads = (page, words) => page.getByText(words).first().waitFor();

async function aPage(open = []) {
  const browser = await openBrowser();
  open.push(browser);
  return openPage(browser.context);
}

/** What a learner sends who goes from a lesson to handing over. */
async function sent(page) {
  await tap(page, 'Gửi tiến độ cho Tổ trưởng');
  await reads(page, 'Mã tiến độ của anh/chị');
  await page.waitForFunction(() => {
    const share = document.querySelector('kns-course').shadowRoot.querySelector('kns-share');
    return share.shadowRoot.querySelector('#code')?.value.includes(', mã ');
  });
  return page.getByLabel('Mã tiến độ của anh/chị').inputValue();
}

async function answersOne(page) {
  await openFirstLesson(page);
  await answerQuestion(questionAt(page));
  await tap(page, 'Danh sách bài học');
  await reads(page, 'Chưa gửi');
}

describe('a member who is invited', () => {
  const open = [];
  let server;
  let trainer;
  /** The address in the message for each member. */
  const links = {};

  before(async () => {
    server = await startServer();
    trainer = await aPage(open);
    const {page} = trainer;
    await page.goto(`${server.url}trainer/`);
    await tap(page, 'Danh sách tổ');
    await reads(page, 'Danh sách chưa có ai.');
    await tap(page, 'Nhập từ tệp');
    await page
      .locator('kns-roster #list-file')
      .setInputFiles({name: 'to.csv', mimeType: 'text/csv', buffer: Buffer.from(list)});
    await tap(page, 'Nhập 2 người');
    await reads(page, 'Đã nhập: 2 người mới');
    for (const name of ['Vàng Mí Hùng', 'Lù Thị Mỷ']) {
      await page.getByLabel('Tìm theo tên hoặc mã').fill(name);
      await tap(page, `Mời ${name}`);
      await page.getByRole('img', {name: 'Mã mời để quét'}).waitFor();
      const words = await page.getByLabel('Tin nhắn để gửi').inputValue();
      [links[name]] = /http\S+$/.exec(words);
      assert.ok(!words.includes(name), 'the name stays with the trainer');
      if (name === 'Vàng Mí Hùng') await screen(page, 'roster-invite', {fullPage: true});
      await tap(page, 'Xong');
    }
  });
  after(async () => {
    for (const browser of open) await browser.dispose();
    await server?.close();
  });

  const receivedOf = async (text, name) => {
    const {page} = trainer;
    await tap(page, 'Sổ theo dõi');
    await page.getByLabel('Dán cả đoạn trò chuyện Zalo vào đây').fill(text);
    await tap(page, 'Nhận', true);
    await reads(page, `Đã nhận mã của 1 người`);
    await page.locator('kns-inbox').getByText(name).first().waitFor();
    assert.equal(await page.getByText('Mã này của ai?').count(), 0);
  };

  it('is handed a printed card, with the others of the team, each with a code of their own', async () => {
    const {page} = trainer;
    await page.getByLabel('Tìm theo tên hoặc mã').fill('');
    await tap(page, 'In giấy mời');
    await tap(page, 'In', true);
    const paper = page.frameLocator('kns-roster iframe.paper');
    await paper.getByRole('heading', {name: 'Vàng Mí Hùng'}).waitFor();
    assert.equal(await paper.locator('article svg.qr').count(), 2);
    const cards = await paper.locator('article').allTextContents();
    assert.ok(cards.some((words) => words.includes('Lù Thị Mỷ') && /mã [0-9A-Z]{7}/.test(words)));
    await paper.locator('main').evaluate((main) => {
      const {style} = main.ownerDocument.defaultView.frameElement;
      style.setProperty('clip-path', 'none');
      style.setProperty('position', 'fixed');
      style.setProperty('inset', '0');
      style.setProperty('width', '190mm');
      style.setProperty('height', '277mm');
    });
    await page.setViewportSize({width: 740, height: 1060});
    await screen(page, 'roster-invitations');
    await page.setViewportSize({width: 360, height: 740});
    await paper.locator('main').evaluate((main) => {
      main.ownerDocument.defaultView.frameElement.removeAttribute('style');
    });
    await tap(page, 'Xong');
  });

  it('gets the same invitation when it is asked for again', async () => {
    const {page} = trainer;
    const name = 'Vàng Mí Hùng';
    await page.getByLabel('Tìm theo tên hoặc mã').fill(name);
    await reads(page, 'đã mời');
    await tap(page, `Mời ${name}`);
    const words = await page.getByLabel('Tin nhắn để gửi').inputValue();
    assert.ok(words.endsWith(links[name]));
    await tap(page, 'Xong');
  });

  it('opens the link on a phone where nobody has learned, and the trainer knows whose the code is', async () => {
    const {page, errors, violations} = await aPage(open);
    await page.goto(links['Vàng Mí Hùng']);
    await reads(page, 'Lời mời học');
    await reads(page, /^Tổ 1.*, mã [0-9A-Z]{7}$/);
    await screen(page, 'invited-fresh');
    await page.getByLabel('Tên của anh/chị').fill('Hùng');
    await tap(page, 'Đúng là tôi, bắt đầu học');
    await reads(page, 'Xong. Anh/chị học với mã này.');
    await screen(page, 'invited-done');
    assert.ok(!page.url().includes('KNSI1'));
    // The guest who was here without an answer is missed by nobody.
    assert.equal(await page.locator('kns-learner .said .notice').count(), 0);
    await tap(page, 'Chọn bài để học');
    await answersOne(page);
    await page.locator('kns-learner button.chip').click();
    await reads(page, /· mã [0-9A-Z]{7}/);
    await screen(page, 'invited-learner');
    await page.locator('kns-learner button.chip').click();
    const text = await sent(page);
    await tap(page, 'Mọi điều máy này biết về tôi');
    await reads(page, 'Được mời vào');
    assert.match(text, /^Tổ 1[^\n]*, mã [0-9A-Z]{7}\nKNS1\.[0-9A-Z]+$/);
    await receivedOf(text, 'Vàng Mí Hùng');
    assert.deepEqual(errors, []);
    assert.deepEqual(await violations(), []);
  });

  it('opens the link where they had learned before, keeps all of it, and is known with it', async () => {
    const {page, errors, violations} = await aPage(open);
    await page.goto(`${server.url}pwa/`);
    await answersOne(page);
    await page.goto(links['Lù Thị Mỷ']);
    await reads(page, 'Trên máy này đã có người học. Anh/chị là ai?');
    await screen(page, 'invited-choice');
    await tap(page, 'Tôi chính là người đó');
    await reads(page, 'Xong. Anh/chị học với mã này.');
    const text = await sent(page);
    assert.match(text, /\nKNS1\.[0-9A-Z]+\nKNSA1\.[0-9A-Z]+$/);
    await receivedOf(text, 'Lù Thị Mỷ');
    // Once more: nothing changes.
    await page.goto(links['Lù Thị Mỷ']);
    await reads(page, 'Anh/chị đã nhận lời mời này rồi.');
    assert.deepEqual(errors, []);
    assert.deepEqual(await violations(), []);
    assert.deepEqual(trainer.errors, []);
    assert.deepEqual(await trainer.violations(), []);
  });
});
