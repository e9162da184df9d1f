import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {chromium} from 'playwright-core';
import {startServer} from '../../demo/server.mjs';
import {chromiumArgs, needChromium} from '../../tools/chromium.mjs';
import {screen} from './harness.mjs';
import {placeOf} from './stage/codes.mjs';
import {builtCourse} from './stage/course.mjs';
import {openStage} from './stage/stage.mjs';
import {received, writeRoster} from './stage/team.mjs';

const course = builtCourse();
const size = 20;

describe('a province', () => {
  let browser;
  let server;
  const stages = [];

  /** A room on a device of its own. */
  const room = async () => {
    const stage = await openStage(browser, server);
    stages.push(stage);
    const page = await stage.show('<kns-trainer></kns-trainer>', 'trainer');
    await page.getByText('Chưa nhận mã nào').waitFor();
    return page;
  };

  /** What a commune's trainer packs, through the same buttons. */
  async function packed(seed, called) {
    const {roster, codes} = placeOf(course, 'commune', size, seed);
    // The sample has one commune, and two of one name are not taken in unasked.
    roster.units[0][1].names = [{name: called}];
    const page = await room();
    await page.evaluate(writeRoster, roster);
    await received(page, codes.join('\n'));
    await page.getByRole('button', {name: 'Danh sách tổ', exact: true}).click();
    await page.getByRole('button', {name: 'Gói gửi lên cấp trên'}).click();
    await page.getByText('KHÔNG có tên', {exact: true}).waitFor();
    await page.getByText(`${size} người, ${codes.length} người đã có kết quả học`).waitFor();
    await page.getByText(`${codes.length} phần kết quả học`).waitFor();
    await screen(page, `pack-${seed}`);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', {name: 'Lưu gói'}).click();
    const download = await saving;
    const buffer = readFileSync(await download.path());
    const names = roster.members.map(([, {name}]) => name);
    return {roster, codes, names, name: download.suggestedFilename(), buffer};
  }

  before(async () => {
    server = await startServer();
    browser = await chromium.launch({executablePath: needChromium(), args: chromiumArgs});
  });
  after(async () => {
    for (const stage of stages) await stage.dispose();
    await browser?.close();
    await server?.close();
  });

  it('takes two communes in by codes only, sees who learned what, and takes one back', async () => {
    const [one, two] = [await packed(1, 'Xã Ea Kao'), await packed(2, 'Xã Krông Năng')];
    const page = await room();
    const inbox = page.locator('kns-inbox');
    await inbox.locator('#files').setInputFiles(
      [one, two].map(({name, buffer}) => ({
        name,
        mimeType: 'application/octet-stream',
        buffer,
      })),
    );
    await inbox.getByText('Xem 2 gói trước khi nhận').waitFor();
    assert.equal(await inbox.getByText('KHÔNG có tên', {exact: true}).count(), 2);
    for (const {codes} of [one, two])
      await inbox
        .getByText(`Mới: ${size} người, ${codes.length} phần kết quả học`)
        .first()
        .waitFor();
    await screen(page, 'packs-preview');
    await inbox.getByRole('button', {name: 'Nhận 2 gói'}).click();
    await inbox
      .getByText(`Đã nhận 2 gói, ${one.codes.length + two.codes.length} phần kết quả học mới`)
      .waitFor();

    const matrix = page.locator('kns-matrix');
    await matrix.getByText(`Đang xem tất cả ${2 * size} người`).waitFor();
    const shown = await matrix.evaluate(({renderRoot}) => renderRoot.textContent);
    assert.ok(one.roster.members.some(([code]) => shown.includes(code)));
    for (const name of [...one.names, ...two.names]) assert.ok(!shown.includes(name));
    await screen(page, 'packs-matrix');

    await inbox.locator('summary', {hasText: 'Gói đã nhận (2)'}).click();
    const of = two.roster.units[0][1].names[0].name;
    await inbox
      .getByRole('button', {name: `Bỏ gói này ra: ${of}`})
      .first()
      .click();
    await inbox.getByText(`Đã bỏ gói của ${of} ra.`).waitFor();
    await matrix.getByText(`Đang xem tất cả ${size} người`).waitFor();
  });
});
