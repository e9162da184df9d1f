import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {chromium} from 'playwright-core';
import {startServer} from '../../demo/server.mjs';
import {chromiumArgs, needChromium} from '../../tools/chromium.mjs';
import {placeOf} from './stage/codes.mjs';
import {builtCourse} from './stage/course.mjs';
import {screen} from './harness.mjs';
import {openStage} from './stage/stage.mjs';
import {writeRoster} from './stage/team.mjs';

const pin = '4821';
const {roster} = placeOf(builtCourse(), 'team', 5);
const [, {name}] = roster.members[0];

const inRoom = ['inbox', 'matrix', 'roster', 'items', 'report', 'session'].map(
  (name) => `kns-${name}`,
);

/** In a page: notes if ever, from its first frame on, a name stood on it. */
const lookOut = (name) => {
  const has = (node) =>
    (node.nodeType === Node.TEXT_NODE && node.data.includes(name)) ||
    [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes].some(has);
  const look = () => {
    if (document.body && has(document.body)) window.seen = true;
    else requestAnimationFrame(look);
  };
  look();
};

/** In a page: everything it has in it, shadow trees and all. */
const everything = () => {
  const words = [];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) words.push(node.data);
    for (const child of node.shadowRoot?.childNodes ?? []) walk(child);
    for (const child of node.childNodes) walk(child);
  };
  walk(document.body);
  return words.join(' ');
};

describe('a trainer at a shared computer', () => {
  let browser;
  let server;
  let stage;
  let page;

  const open = () => stage.show('<kns-trainer></kns-trainer>', 'trainer');
  const isShown = () => page.locator('kns-matrix').getByText(name).first().waitFor();
  const isLocked = (at = page) => at.getByText('Phòng này đang khóa').waitFor();
  const enter = async (digits) => {
    await page.getByLabel('Mã PIN của phòng').fill(digits);
    await page.getByRole('button', {name: 'Mở phòng', exact: true}).click();
  };

  before(async () => {
    server = await startServer();
    browser = await chromium.launch({executablePath: needChromium(), args: chromiumArgs});
    stage = await openStage(browser, server);
    page = await open();
    await page.getByText('Sổ chưa có ai').waitFor();
    await page.evaluate(writeRoster, roster);
    await page.clock.install();
    await page.reload();
    await isShown();
  });
  after(async () => {
    await stage?.dispose();
    await browser?.close();
    await server?.close();
  });

  it('locks the room in every tab, and nothing of it is left on the page', async () => {
    const other = await open();
    await other.locator('kns-matrix').getByText(name).first().waitFor();
    await page.getByRole('button', {name: 'Khóa phòng này'}).click();
    await page.getByLabel('Mã PIN mới').fill(pin);
    await page.getByLabel('Nhập lại mã PIN').fill('4822');
    await page.getByRole('button', {name: 'Đặt mã và khóa'}).click();
    await page.getByText('Hai lần nhập chưa giống nhau').waitFor();
    await page.getByLabel('Mã PIN mới').fill(pin);
    await page.getByLabel('Nhập lại mã PIN').fill(pin);
    await page.keyboard.press('Enter');
    for (const tab of [page, other]) {
      await isLocked(tab);
      assert.ok(!(await tab.evaluate(everything)).includes(name));
    }
    await other.close();
    await enter(pin);
    await isShown();
  });

  it('finds it locked after ten minutes without a touch, and when it is opened again', async () => {
    await page.clock.fastForward('10:01');
    await isLocked();
    await enter(pin);
    await isShown();
    await page.reload();
    await isLocked();
    assert.ok(!(await page.evaluate(everything)).includes(name));
  });

  it('finds one door before all elements of the room that a page placed without the room, and never a name before it', async () => {
    const tags = inRoom.map((tag) => `<${tag}></${tag}>`).join('');
    const alone = await stage.show(
      `<script type="module" src="cdn/kynangso-trainer.js"></script><kns-course>${tags}</kns-course>`,
    );
    const doors = async (at = alone) => {
      for (const tag of inRoom) await at.locator(tag).getByText('Phòng này đang khóa').waitFor();
      await at.locator('kns-inbox').getByLabel('Mã PIN của phòng').waitFor();
      assert.equal(await at.getByLabel('Mã PIN của phòng').count(), 1);
      assert.ok(!(await at.evaluate(everything)).includes(name));
    };
    await alone.addInitScript(lookOut, name);
    await alone.reload();
    await doors();
    await screen(alone, 'room-lock-alone', {fullPage: true});
    await page.clock.runFor(100);
    assert.equal(await alone.evaluate(() => window.seen), undefined);

    // The door comes where it is asked for; whoever opens it has opened all of the page.
    await alone.locator('kns-report').getByRole('button', {name: 'Nhập mã PIN ở đây'}).click();
    await alone.locator('kns-report').getByLabel('Mã PIN của phòng').waitFor();
    assert.equal(await alone.getByLabel('Mã PIN của phòng').count(), 1);
    await alone.locator('kns-report').getByLabel('Mã PIN của phòng').fill(pin);
    await alone.keyboard.press('Enter');
    await alone.locator('kns-matrix').getByText(name).first().waitFor();
    await alone.locator('kns-roster').getByText('Danh sách tổ và thành viên').waitFor();
    assert.equal(await alone.getByText('Phòng này đang khóa').count(), 0);
    await alone.waitForFunction(() => window.seen);

    await page.clock.fastForward('10:01');
    await doors();
    await alone.close();
  });

  it('lets who guesses wait, also over a reload, and opens to who knows', async () => {
    for (const [digits, words] of [
      ['1111', 'còn nhập được 2 lần'],
      ['2222', 'còn nhập được 1 lần'],
      ['3333', 'Đã nhập sai nhiều lần'],
    ]) {
      await enter(digits);
      await page.getByText(words).waitFor();
    }
    await page.reload();
    await isLocked();
    await enter(pin);
    await page.getByText('Đã nhập sai nhiều lần').waitFor();
    await page.clock.fastForward('00:31');
    await page.getByLabel('Mã PIN của phòng').fill(pin);
    await page.getByRole('button', {name: 'Mở và bỏ mã PIN'}).click();
    await isShown();
    await page.reload();
    await isShown();
  });

  it('sees the members also where the page fetches the script of the room before that of the course around it', async () => {
    const turned = await stage.show(
      '<script type="module" src="cdn/kynangso.js"></script><kns-course><kns-matrix></kns-matrix></kns-course>',
      'trainer',
    );
    await turned.locator('kns-matrix').getByText(name).first().waitFor();
    await turned.close();
  });
});
