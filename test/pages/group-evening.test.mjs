import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {chromium} from 'playwright-core';
import {startServer} from '../../demo/server.mjs';
import {chromiumArgs, needChromium} from '../../tools/chromium.mjs';
import {fromSource} from './stage/from-source.mjs';
import {writeRoster} from './stage/roster.mjs';
import {openStage} from './stage/stage.mjs';

const room = '<kns-trainer><kns-session></kns-session></kns-trainer>';
const {readSpreadsheet} = await fromSource("export * from './src/exchange/spreadsheet.ts';");

describe('a trainer who holds an evening for a group', () => {
  let browser;
  let server;
  let stage;
  let page;

  const slide = () => page.locator('.slide');
  const count = () => page.locator('.count').innerText();

  before(async () => {
    server = await startServer();
    browser = await chromium.launch({executablePath: needChromium(), args: chromiumArgs});
    stage = await openStage(browser, server);
    page = await stage.show(room, 'trainer');
    await page.getByText('Chưa có buổi nào').waitFor();
    await stage.behind(writeRoster, ['Lê Thị Hoa', 'Trần Văn Bình', 'Nguyễn Thị Lan']);
    await page.reload();
  });
  after(async () => {
    await stage?.dispose();
    await browser?.close();
    await server?.close();
  });

  it('finds what was prepared after the page was closed', async () => {
    await page.getByRole('button', {name: 'Soạn một buổi'}).click();
    await page.getByRole('textbox', {name: 'Nơi học'}).fill('=Nhà văn hóa');
    await page.locator('summary').first().click();
    const lessons = page.locator('details').first().getByRole('checkbox');
    await lessons.nth(1).check();
    await lessons.nth(0).check();
    await page.getByText('Đã lưu trên máy này').waitFor();
    await page.reload();
    await page.getByRole('button', {name: '=Nhà văn hóa'}).click();
    await page.locator('.plan tbody tr').first().waitFor();
    const planned = await page.locator('.plan tbody tr').allInnerTexts();
    assert.equal(planned.length, 4);
    // In the order they are taught, whichever was ticked first.
    assert.match(planned[1], /là ai, làm gì/);
    assert.match(planned[2], /Rõ người/);
    assert.match(planned[0], /^19:30/);
  });

  it('shows the lessons with a pointer’s keys, counts hands and tells what is right', async () => {
    await page.getByRole('button', {name: 'Chiếu cho cả tổ xem'}).click();
    await slide().getByRole('heading').first().waitFor();
    assert.match(await count(), /^1\//);
    await page.keyboard.press('PageDown');
    assert.match(await count(), /^2\//);
    await page.keyboard.press('PageUp');
    assert.match(await count(), /^1\//);
    while (!(await page.locator('.slide.question').count())) await page.keyboard.press('PageDown');
    await page.getByRole('button', {name: 'Thêm một người chọn B'}).click();
    await page.getByRole('button', {name: 'Thêm một người chọn B'}).click();
    await page.getByRole('button', {name: 'Bớt một người chọn B'}).click();
    assert.deepEqual((await page.locator('.hands output').allInnerTexts()).slice(0, 2), ['0', '1']);
    assert.equal(await page.locator('.choices .right').count(), 0);
    await page.getByRole('button', {name: 'Xem câu trả lời'}).click();
    assert.equal(await page.locator('.choices .right').count(), 1);
    await page.keyboard.press('End');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({state: 'detached'});
  });

  it('notes who came, and takes nobody’s coming for learning', async () => {
    await page.getByRole('button', {name: 'Ghi là đã dạy'}).click();
    await page.getByText('Anh/chị ghi số người đến trước').waitFor();
    await page.getByLabel('Điểm danh theo sổ tổ viên').check();
    await page.getByLabel('Nguyễn Thị Lan').check();
    await page.getByLabel('Lê Thị Hoa').check();
    await page.getByText('2/3 người có mặt').waitFor();
    await page.getByText('Đã lưu trên máy này').waitFor();
    await page.getByRole('button', {name: 'Ghi là đã dạy'}).click();
    await page.getByText('Buổi này đã ghi là đã dạy').waitFor();
    const received = await stage.behind(async () => {
      const database = await new Promise((resolve) => {
        indexedDB.open('kynangso').onsuccess = ({target}) => resolve(target.result);
      });
      const names = ['received', 'packets', 'records'];
      const counts = names.map(
        (name) =>
          new Promise((resolve) => {
            const request = database.transaction(name).objectStore(name).count();
            request.onsuccess = () => resolve(request.result);
          }),
      );
      return Promise.all(counts);
    });
    assert.deepEqual(received, [0, 0, 0]);
  });

  it('downloads the evenings held as a sheet that computes nothing', async () => {
    await page.getByRole('button', {name: 'Các buổi học'}).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', {name: 'Tải bảng các buổi đã dạy'}).click();
    const download = await downloading;
    assert.match(download.suggestedFilename(), /^buoi-hoc-nhom-[a-z0-9-]+-\d{4}-\d\d-\d\d\.xlsx$/);
    const reading = await readSpreadsheet(new Uint8Array(readFileSync(await download.path())));
    assert.ok(reading.ok);
    const [head, row] = reading.sheets[0].rows;
    assert.equal(head[0], 'Ngày');
    assert.equal(row[0].kind, 'day');
    assert.deepEqual(row[2], {kind: 'number', text: '60'});
    assert.equal(row[3], '=Nhà văn hóa');
    assert.deepEqual(row[5], {kind: 'number', text: '2'});
    assert.equal(row[6], 'Nguyễn Thị Lan; Lê Thị Hoa');
  });

  it('drops an evening for good only after asking', async () => {
    await page.getByRole('button', {name: '=Nhà văn hóa'}).click();
    await page.getByRole('button', {name: 'Xóa buổi này'}).click();
    await page.getByRole('button', {name: 'Giữ lại'}).click();
    await page.getByRole('button', {name: 'Xóa buổi này'}).click();
    await page.getByRole('button', {name: 'Xóa', exact: true}).click();
    await page.getByText('Chưa có buổi nào').waitFor();
    await page.reload();
    await page.getByText('Chưa có buổi nào').waitFor();
  });
});
