import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {answer, lessonFile} from './answering.mjs';
import {courseShown, openBrowser, openPage, questionAt, screen} from './harness.mjs';

const lesson = lessonFile('m07-b02');
const wide = {width: 1280, height: 800};
const phone = {width: 360, height: 740};

const chip = (page) => page.locator('kns-learner button.chip');
const shows = (page, name, options) => chip(page).getByText(name, {exact: true}).waitFor(options);
const tap = (page, name) =>
  page.locator('kns-learner').getByRole('button', {name, exact: false}).last().click();

/** Two pictures of what is on show, as a phone and as a desk has it. */
async function picture(page, name) {
  await screen(page, `learner-${name}`);
  await page.setViewportSize(wide);
  await screen(page, `learner-${name}-wide`);
  await page.setViewportSize(phone);
}

async function pick(page, name) {
  await chip(page).click();
  await tap(page, name);
}

async function add(page, name, image) {
  await chip(page).click();
  await tap(page, 'Thêm người học');
  await page.getByLabel('Tên gọi trong nhà, trong Tổ').fill(name);
  await page.getByRole('radio', {name: image}).check();
  await picture(page, 'add');
  await tap(page, 'Thêm và bắt đầu học');
  await shows(page, name);
}

async function enterPin(page, digits) {
  await page.getByLabel('Mã PIN', {exact: true}).fill(digits);
  await tap(page, 'Vào học');
}

const open = async (page, url) => {
  await page.goto(url);
  await courseShown(page);
  await chip(page).waitFor();
};

/** The first question of a lesson is answered right, and kept. */
async function learn(page, server) {
  await page.goto(`${server.url}pwa/#/${lesson.id}`);
  await questionAt(page).waitFor();
  await answer(questionAt(page), lesson.questions[0]);
  await page.goto(`${server.url}pwa/#/`);
  await courseShown(page);
}

const currentKey = (page) =>
  page.evaluate(async () => (await globalThis[Symbol.for('kynangso/page/1')].currentLearner()).key);

/** Everything this origin keeps, as one text; course files go by their names only. */
const kept = (page) =>
  page.evaluate(async () => {
    const settled = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const found = {local: {...localStorage}, session: {...sessionStorage}, caches: [], rows: {}};
    for (const name of await caches.keys()) {
      for (const {url} of await (await caches.open(name)).keys()) found.caches.push(url);
    }
    for (const {name} of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        if (store === 'files' || store === 'courses') continue;
        const rows = database.transaction(store).objectStore(store);
        found.rows[`${name}/${store}`] = [
          await settled(rows.getAllKeys()),
          await settled(rows.getAll()),
        ];
      }
      database.close();
    }
    return JSON.stringify(found, (_key, value) =>
      value instanceof CryptoKey ? 'key' : value instanceof Uint8Array ? [...value].join() : value,
    );
  });

describe('one phone for Lan, Hùng and whoever comes', () => {
  let server;
  let browser;
  let page;
  let errors;
  let login = '';

  before(async () => {
    server = await startServer({
      change: (path, bytes) =>
        path === '/portal/strict-csp.html' && login
          ? Buffer.from(bytes.toString().replace('<kns-course', `<kns-course learner="${login}"`))
          : undefined,
    });
    browser = await openBrowser({permissions: ['clipboard-read', 'clipboard-write']});
    ({page, errors} = await openPage(browser.context));
    await page.clock.install();
    await open(page, `${server.url}pwa/`);
  });
  after(async () => {
    await browser?.dispose();
    await server?.close();
  });

  it('gives the learner who was alone a name, and keeps what they had learned', async () => {
    await shows(page, 'Chưa đặt tên');
    await picture(page, 'alone');
    await learn(page, server);
    await chip(page).click();
    await page.getByText('Ai đang học trên máy này?').waitFor();
    await picture(page, 'list-alone');
    await tap(page, 'Đặt tên, chọn hình');
    await page.getByLabel('Tên gọi trong nhà, trong Tổ').fill('Lan');
    await page.getByRole('radio', {name: 'Hoa sen'}).check();
    await tap(page, 'Lưu');
    await shows(page, 'Lan');
    await page.locator('kns-outline').getByText('Đang học').first().waitFor();
    await picture(page, 'named');
  });

  it('shows Hùng none of Lan’s learning, and Lan hers again after two taps', async () => {
    await add(page, 'Hùng', 'Chiếc thuyền');
    await page.locator('kns-outline').getByText('Đang học').first().waitFor({state: 'detached'});
    await chip(page).click();
    await page.getByText('Ai đang học trên máy này?').waitFor();
    await picture(page, 'list');
    await tap(page, 'Lan');
    await shows(page, 'Lan');
    await page.locator('kns-outline').getByText('Đang học').first().waitFor();
  });

  it('lets another tab see within a second who studies and what they are called', async () => {
    const other = await openPage(browser.context);
    await open(other.page, `${server.url}pwa/`);
    await shows(other.page, 'Lan');
    await pick(page, 'Hùng');
    await shows(other.page, 'Hùng', {timeout: 1000});
    await other.page
      .locator('kns-outline')
      .getByText('Đang học')
      .first()
      .waitFor({state: 'detached', timeout: 1000});
    await chip(page).click();
    await tap(page, 'Đổi tên, đổi hình');
    await page.getByLabel('Tên gọi trong nhà, trong Tổ').fill('Anh Hùng');
    await tap(page, 'Lưu');
    await shows(other.page, 'Anh Hùng', {timeout: 1000});
    await other.page.close();
    assert.deepEqual(other.errors, []);
  });

  it('asks for Lan’s PIN, and makes wait after three wrong ones, over a reload too', async () => {
    await pick(page, 'Lan');
    await shows(page, 'Lan');
    await chip(page).click();
    await tap(page, 'Đặt mã PIN');
    await page.getByLabel('Mã PIN mới').fill('280956');
    await picture(page, 'set-pin');
    await tap(page, 'Lưu mã PIN');
    await page.getByRole('button', {name: 'Đổi hoặc bỏ mã PIN'}).waitFor();
    await page.keyboard.press('Escape');
    await pick(page, 'Anh Hùng');
    await shows(page, 'Anh Hùng');
    await pick(page, 'Lan');
    await page.getByText('Nhập mã PIN của Lan').waitFor();
    await picture(page, 'pin');
    await page.getByText('Quên mã PIN?').click();
    await screen(page, 'learner-pin-forgotten', {fullPage: true});
    await enterPin(page, '0000');
    await page.getByText('còn nhập được 2 lần').waitFor();
    await enterPin(page, '0000');
    await page.getByText('còn nhập được 1 lần').waitFor();
    await enterPin(page, '0000');
    await page.getByText(/chờ 0:\d\d nữa/).waitFor();
    await picture(page, 'pin-pause');

    await page.reload();
    await shows(page, 'Anh Hùng');
    await pick(page, 'Lan');
    await page.getByText(/chờ 0:\d\d nữa/).waitFor();
    await page.clock.fastForward('00:31');
    await page.getByText('Giờ anh/chị nhập lại được rồi.').waitFor();
    await enterPin(page, '280956');
    await shows(page, 'Lan');
    await page.locator('kns-outline').getByText('Đang học').first().waitFor();
    assert.ok(!(await kept(page)).includes('280956'));
  });

  it('opens for Lan after a short while, and asks after a long one', async () => {
    await page.reload();
    await shows(page, 'Lan');
    await page.locator('kns-outline').getByText('Đang học').first().waitFor();
    await page.goto('about:blank');
    await page.clock.fastForward('11:00');
    await page.goto(`${server.url}pwa/`);
    await page.getByText('Nhập mã PIN của Lan').waitFor();
    assert.equal(await page.locator('kns-outline').getByText('Đang học').count(), 0);
    await picture(page, 'away');
    await page.goto(`${server.url}pwa/#/${lesson.id}`);
    await page.locator('kns-lesson').waitFor();
    await screen(page, 'learner-away-lesson');
    await page.goto(`${server.url}pwa/#/`);
    await enterPin(page, '280956');
    await page.locator('kns-outline').getByText('Đang học').first().waitFor();
  });

  it('keeps the portal’s learner whatever is chosen on the phone', async () => {
    login = 'tk-7781';
    const portal = await openPage(browser.context);
    await portal.page.goto(`${server.url}portal/strict-csp.html`);
    const ruled = portal.page.getByText('Học viên theo tài khoản của cổng thông tin này');
    await ruled.waitFor();
    await screen(portal.page, 'learner-ruled');
    await questionAt(portal.page).or(portal.page.locator('kns-outline')).first().waitFor();
    const heard = portal.page.evaluate(
      () =>
        new Promise((resolve) => {
          const seen = [];
          document.addEventListener('kns-learner-changed', () => seen.push('changed'));
          globalThis[Symbol.for('kynangso/page/1')].watchState(() =>
            queueMicrotask(() => resolve(seen)),
          );
        }),
    );
    await pick(page, 'Anh Hùng');
    await shows(page, 'Anh Hùng');
    assert.deepEqual(await heard, []);
    await ruled.waitFor();
    assert.equal(await portal.page.locator('kns-learner button').count(), 0);
    assert.deepEqual(await portal.violations(), []);
    await portal.page.close();
    login = '';
  });

  it('keeps nothing at all of whoever uses it as a shared machine', async () => {
    const before = await kept(page);
    await chip(page).click();
    await tap(page, 'Máy dùng chung');
    await picture(page, 'shared-about');
    await tap(page, 'Bắt đầu, không lưu lại gì');
    const banner = page.getByText('Máy dùng chung: không lưu lại gì');
    await banner.waitFor();
    await picture(page, 'shared');
    const guest = await currentKey(page);
    await page.goto(`${server.url}pwa/#/${lesson.id}`);
    const question = questionAt(page);
    await question.waitFor();
    await banner.waitFor();
    await question.locator('input, button[aria-pressed]').first().click({force: true});
    await question.getByRole('button', {name: 'Trả lời'}).click();
    await question.getByText('đóng trang là mất').waitFor();
    await screen(page, 'learner-shared-answered');
    await tap(page, 'Xong, xóa hết');
    await page.getByText('chép mã này mang về đã').waitFor();
    await picture(page, 'shared-end');
    const code = await page.locator('kns-learner textarea').inputValue();
    assert.match(code, /^KNS1\./);
    await tap(page, 'Xong, xóa hết');
    await shows(page, 'Anh Hùng');
    await page.goto(`${server.url}pwa/#/`);
    const afterwards = await kept(page);
    assert.ok(!afterwards.includes(guest));
    assert.ok(!afterwards.includes(code));
    const rows = (text) => JSON.parse(text).rows;
    assert.deepEqual(rows(afterwards), rows(before));
    assert.deepEqual(JSON.parse(afterwards).session, {});
  });

  it('ends a shared machine when the tab is closed or loaded anew', async () => {
    await chip(page).click();
    await tap(page, 'Máy dùng chung');
    await tap(page, 'Bắt đầu, không lưu lại gì');
    await page.getByText('Máy dùng chung: không lưu lại gì').waitFor();
    const guest = await currentKey(page);
    await page.reload();
    await shows(page, 'Anh Hùng');
    assert.ok(!(await kept(page)).includes(guest));
  });

  it('removes a learner with everything, while another tab has their lesson open', async () => {
    await page.goto(`${server.url}pwa/#/`);
    const hung = await currentKey(page);
    await learn(page, server);
    const other = await openPage(browser.context);
    await other.page.goto(`${server.url}pwa/#/${lesson.id}`);
    await questionAt(other.page).waitFor();
    await shows(other.page, 'Anh Hùng');

    await chip(page).click();
    await tap(page, 'Xóa khỏi máy này');
    await page.getByText('1 câu đã làm đúng').waitFor();
    await picture(page, 'remove');
    await tap(page, 'Lấy mã tiến độ trước');
    await page.locator('kns-learner textarea').waitFor();
    await screen(page, 'learner-remove-code', {fullPage: true});
    const saving = page.waitForEvent('download');
    await tap(page, 'Tải tệp về trước khi gỡ');
    const file = readFileSync(await (await saving).path(), 'utf8');
    assert.match(file, /^KNSF1\.1\.[0-9a-f]{8}\n/);
    await tap(page, 'Xóa Anh Hùng và mọi bài đã học');
    await screen(page, 'learner-remove-sure', {fullPage: true});
    await tap(page, 'Bấm lần nữa để xóa hẳn');
    await page.getByText('Đã xóa Anh Hùng khỏi máy này.').waitFor();
    await picture(page, 'removed');

    await other.page.getByText('vừa được xóa khỏi máy này ở một cửa sổ khác').waitFor();
    await screen(other.page, 'learner-removed-elsewhere');
    await answer(questionAt(other.page), lesson.questions[0]);
    await other.page.close();
    const rest = await kept(page);
    assert.ok(!rest.includes(hung));
    assert.ok(!rest.includes('Anh Hùng'));
    await pick(page, 'Lan');
    await enterPin(page, '280956');
    await page.locator('kns-outline').getByText('Đang học').first().waitFor();
    assert.deepEqual(errors, []);
  });
});
