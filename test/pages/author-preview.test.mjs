import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {createRequire} from 'node:module';
import {request} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {openBrowser, openPage, root, screen} from './harness.mjs';

const command = join(root, 'dist/cli/kynangso.js');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const source = (title) =>
  `  sources:\n    - {title: ${title}, url: "https://vi.du/so", retrieved: 2026-11-01}\n`;
const hotline = (scope, value, span) =>
  `- id: duong_day_nong\n  value: ${value}\n  fallback: hỏi Công an xã\n  scope: ${scope}\n${span}  verifiedOn: 2026-11-01\n  reviewBy: 2027-05-22\n  confidence: official\n  status: current\n${source('Báo')}`;

/** A course on the author's disk, with a hotline that changes at the turn of the year and one of Đà Nẵng. */
function courseOnDisk() {
  const folder = mkdtempSync(join(tmpdir(), 'kynangso-'));
  cpSync(join(root, 'test/fixtures/courses/sound'), folder, {recursive: true});
  const path = (file) => join(folder, file);
  const write = (file, text) => writeFileSync(path(file), text);
  const read = (file) => readFileSync(path(file), 'utf8');
  write(
    'facts/vn.yaml',
    hotline('VN', 'số máy năm nay', '  validTo: 2026-12-31\n') +
      hotline('VN', 'số máy sang năm', '  validFrom: 2027-01-01\n'),
  );
  write('facts/vn-48.yaml', hotline('VN-48', 'số máy Đà Nẵng', ''));
  const provinces =
    'provinces:\n  - id: VN-48\n    name: Đà Nẵng\n    aliases: [{name: Quảng Nam, until: 2025-06-30}]\n';
  write('course.yaml', `${read('course.yaml')}${provinces}`);
  return {
    folder,
    path,
    read,
    edit(file, from, to) {
      const text = read(file);
      assert.ok(text.includes(from), from);
      write(
        file,
        text.replace(from, () => to),
      );
    },
    /** As most editors save: a new file takes the place of the old one. */
    editByRename(file, from, to) {
      writeFileSync(
        path(`${file}~`),
        read(file).replace(from, () => to),
      );
      renameSync(path(`${file}~`), path(file));
    },
    remove: () => rmSync(folder, {recursive: true, force: true}),
  };
}

/** The command as an author runs it; resolves when it has said where the page is. */
async function startPreview(folder) {
  const child = spawn(process.execPath, [command, 'preview', folder, '--port', '0']);
  let said = '';
  const url = await new Promise((resolve, reject) => {
    child.stdout.on('data', (data) => {
      said += data;
      const [found] = /http:\S+/.exec(said) ?? [];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(`The command ended: ${said}`)));
  });
  return {
    url,
    end: () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGINT');
      }),
  };
}

/** A request as it is written here: no browser tidies its path. */
const ask = (url, path, headers = {}) =>
  new Promise((resolve, reject) => {
    const {port} = new URL(url);
    request({host: '127.0.0.1', port, path, headers}, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (data) => (text += data));
      response.on('end', () =>
        resolve({status: response.statusCode, headers: response.headers, text}),
      );
    })
      .on('error', reject)
      .end();
  });

describe("the author's preview", () => {
  let course;
  let preview;
  let browser;
  let page;
  let errors;
  let violations;
  const lesson = () => page.frameLocator('#frame').locator('kns-course');
  const says = (words) => lesson().getByText(words).first().waitFor();
  const status = () => page.getByRole('status');
  const views = () => page.getByRole('combobox', {name: /^Điều hay thay đổi/});

  before(async () => {
    course = courseOnDisk();
    preview = await startPreview(course.folder);
    browser = await openBrowser({viewport: {width: 1280, height: 900}});
    ({page, errors, violations} = await openPage(browser.context));
    await page.goto(`${preview.url}?day=2026-11-22`);
  });
  after(async () => {
    await browser?.dispose();
    await preview?.end();
    course?.remove();
  });

  it('shows the manuscript beside the lesson as a phone draws it', async () => {
    await says('Bài một');
    await page.getByRole('heading', {name: 'm01/b01.md'}).waitFor();
    await page.locator('#text').getByText('title: Bài một').waitFor();
    const {width, height} = await page.locator('#frame').boundingBox();
    assert.deepEqual([width, height], [360, 740]);
    await status().getByText('Không có lỗi.').waitFor();
    await screen(page, 'author-preview');
  });

  it('draws a saved change at once, and stays at the lesson and the place', async () => {
    await page.getByLabel('Bài hoặc tệp').selectOption({label: 'Bài hai'});
    await says('Bài hai');
    const frame = page.frames().find((one) => one.url().includes('/frame.html'));
    await frame.waitForFunction(() => document.documentElement.scrollHeight > innerHeight + 300);
    await frame.evaluate(() => scrollTo(0, 250));
    course.edit('m01/b02.md', 'title: Bài hai', 'title: Bài thứ hai');
    await says('Bài thứ hai');
    await page.locator('#text').getByText('title: Bài thứ hai').waitFor();
    await frame.waitForFunction(() => Math.abs(scrollY - 250) < 2);
    course.editByRename('m01/b02.md', 'title: Bài thứ hai', 'title: Bài số hai');
    await says('Bài số hai');
    course.editByRename('m01/b02.md', 'title: Bài số hai', 'title: Bài hai lần ba');
    await says('Bài hai lần ba');
    assert.equal(await page.getByLabel('Bài hoặc tệp').inputValue(), 'm01/b02.md');
  });

  it('names a flaw at its line and keeps the last good lesson in the frame', async () => {
    course.edit('m01/b02.md', 'title: Bài hai lần ba', 'title: Bài hỏng {{khong_co}}\nlạ: 1');
    await status().getByText('Khung điện thoại đang giữ bản tốt gần nhất.').waitFor();
    const line = page.locator('#text > li').filter({hasText: 'lạ: 1'});
    await line.getByText('Không có trường tên “lạ”').waitFor();
    await says('Bài hai lần ba');
    await line.scrollIntoViewIfNeeded();
    await screen(page, 'author-preview-broken');

    // From another file, the flaw is one step away.
    await page.getByLabel('Bài hoặc tệp').selectOption('m01/b01.md');
    const step = page.getByRole('button', {name: /^m01\/b02\.md, dòng \d+$/}).first();
    await step.focus();
    await page.keyboard.press('Enter');
    await line.getByText('Không có trường tên “lạ”').waitFor();
    course.edit('m01/b02.md', 'title: Bài hỏng {{khong_co}}\nlạ: 1', 'title: Bài hai lành lại');
    await status().getByText('Không có lỗi.').waitFor();
    await says('Bài hai lành lại');
  });

  it('draws a lesson that is only begun, and names what is still to be written', async () => {
    const {status: code, stderr} = spawnSync(
      process.execPath,
      [command, 'new', 'lesson', course.folder, 'm01-b09', '--module', 'm01'],
      {encoding: 'utf8'},
    );
    assert.equal(code, 0, stderr);
    await page.getByLabel('Bài hoặc tệp').selectOption('m01/b09.md');
    await page.locator('#text').getByText('Chỗ có dấu ✎ còn phải viết').first().waitFor();
    await lesson().getByText('✎').first().waitFor();
    rmSync(course.path('m01/b09.md'));
    course.edit('course.yaml', ', m01-b09', '');
    await page.getByLabel('Bài hoặc tệp').selectOption('m01/b01.md');
    await status().getByText('Không có lỗi.').waitFor();
  });

  it('says the fact in force on the chosen day, in the chosen province', async () => {
    await page.getByLabel('Bài hoặc tệp').selectOption('m01/b01.md');
    await says('số máy năm nay');
    const dated = page.getByRole('region', {name: 'Điều hay thay đổi trong bài'});
    await dated.getByText('Có hiệu lực vào ngày 22/11/2026, cả nước.').waitFor();
    await page.getByLabel('Vào ngày').fill('2027-01-01');
    await says('số máy sang năm');
    await page.getByLabel('Ở tỉnh, thành phố').selectOption({label: 'Đà Nẵng (gồm Quảng Nam cũ)'});
    await says('số máy Đà Nẵng');
    await dated.getByText('Có hiệu lực vào ngày 01/01/2027, Đà Nẵng (gồm Quảng Nam cũ).').waitFor();
    await dated.scrollIntoViewIfNeeded();
    await screen(page, 'author-preview-fact');
    await page.getByLabel('Vào ngày').fill('2027-06-01');
    await says('hỏi Công an xã');
    await dated.getByText('quá ngày phải xem lại (22/05/2027)').waitFor();
    await views().selectOption('value');
    await says('số máy Đà Nẵng');
    await views().selectOption('fallback');
    await page.getByLabel('Vào ngày').fill('2026-11-22');
    await says('hỏi Công an xã');

    // A facts file beside the lesson it changes, and the choice outlives a reload.
    await views().selectOption('learner');
    await page.getByLabel('Bài hoặc tệp').selectOption('facts/vn-48.yaml');
    course.edit('facts/vn-48.yaml', 'số máy Đà Nẵng', 'số máy mới của Đà Nẵng');
    await says('số máy mới của Đà Nẵng');
    await page.reload();
    await says('số máy mới của Đà Nẵng');
    await page.getByLabel('Bài hoặc tệp').selectOption('m01/b01.md');
    await page.reload();
    await says('số máy mới của Đà Nẵng');
    assert.equal(await page.getByLabel('Bài hoặc tệp').inputValue(), 'm01/b01.md');
    assert.equal(await page.getByLabel('Vào ngày').inputValue(), '2026-11-22');
  });

  it('can be used by keyboard and by screen readers, by night and on a narrow screen', async () => {
    await page.evaluate(axe);
    const found = await page.evaluate(() =>
      globalThis.axe.run(document, {iframes: false}).then(({violations: list}) => list),
    );
    assert.deepEqual(
      found.map(({id, nodes}) => `${id} ${nodes[0]?.html}`),
      [],
    );
    await page.emulateMedia({colorScheme: 'dark'});
    await screen(page, 'author-preview-night');
    await page.setViewportSize({width: 390, height: 800});
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await screen(page, 'author-preview-narrow', {fullPage: true});
    await page.emulateMedia({colorScheme: 'light'});
    await page.setViewportSize({width: 1280, height: 900});
  });

  it('gives a frame that is still being drawn the lesson it began with', async () => {
    const folder = '/course/2026-11-22/learner';
    const read = async () => JSON.parse((await ask(preview.url, `${folder}/course.json`)).text);
    const lessonIn = ({modules}) => modules[0].lessons[0].file;
    const former = lessonIn(await read());
    course.edit('m01/b01.md', 'title: Bài một', 'title: Bài một mới');
    await says('Bài một mới');
    assert.notEqual(lessonIn(await read()), former);
    const {status: code, text} = await ask(preview.url, `${folder}/${former}`);
    assert.equal(code, 200);
    assert.equal(JSON.parse(text).title, 'Bài một');
    course.edit('m01/b01.md', 'title: Bài một mới', 'title: Bài một');
    await says('Bài một');
  });

  it('runs under a strict policy that nothing on its pages offends', async () => {
    const [page_, frame] = [await ask(preview.url, '/'), await ask(preview.url, '/frame.html')];
    for (const {headers, text} of [page_, frame]) {
      assert.doesNotMatch(headers['content-security-policy'], /unsafe|\*|data:|blob:/);
      assert.match(headers['content-security-policy'], /default-src '(none|self)'/);
      assert.match(headers['content-security-policy'], /require-trusted-types-for 'script'/);
      assert.doesNotMatch(text, /<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/);
    }
    assert.deepEqual(await violations(), []);
    assert.deepEqual(errors, []);
  });

  it('gives nobody a file that it did not mean to give', async () => {
    symlinkSync(join(root, 'package.json'), course.path('m01/b03.md'));
    for (const path of [
      '/../package.json',
      '/cdn/../../package.json',
      '/cdn/..%2f..%2fpackage.json',
      '/cdn/%2e%2e/%2e%2e/package.json',
      '/course/2026-11-22/learner/..%2f..%2fcourse.yaml',
      '/course/2026-11-22/learner/package.json',
      '/preview/server.js',
      '//etc/passwd',
    ]) {
      const {status: code, text} = await ask(preview.url, path);
      assert.equal(code, 404, path);
      assert.equal(text, '', path);
    }
    for (const file of ['../package.json', '/etc/passwd', 'm01/b03.md', 'slots.json']) {
      const {text} = await ask(preview.url, `/state.json?file=${encodeURIComponent(file)}`);
      assert.doesNotMatch(text, /"dependencies"|root:x|seal/, file);
    }
    const foreign = await ask(preview.url, '/state.json', {host: 'xa-la.vi.du'});
    assert.deepEqual([foreign.status, foreign.text], [403, '']);
    rmSync(course.path('m01/b03.md'));
  });

  it('says so when the command has ended, and goes on when it runs again', async () => {
    const {port} = new URL(preview.url);
    await preview.end();
    await status().getByText('Lệnh xem trước đã dừng.').waitFor();
    const child = spawn(process.execPath, [command, 'preview', course.folder, '--port', port]);
    preview.end = () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGINT');
      });
    await status().getByText('Không có lỗi.').waitFor();
    const {status: code, stderr} = spawnSync(
      process.execPath,
      [command, 'preview', course.folder, '--port', port],
      {encoding: 'utf8'},
    );
    assert.equal(code, 2);
    assert.match(stderr, new RegExp(`Cổng ${port} đang có chương trình khác dùng.*--port`));
  });
});

describe('the preview of a course that never was sound', () => {
  it('lists what is wrong, and shows the lesson as soon as it is mended', async () => {
    const course = courseOnDisk();
    course.edit('course.yaml', 'lang: vi', 'lang:');
    const preview = await startPreview(course.folder);
    const browser = await openBrowser({viewport: {width: 1280, height: 900}});
    try {
      const {page, errors} = await openPage(browser.context);
      await page.goto(preview.url);
      await page.getByText('Chưa có bản nào để xem.').waitFor();
      await page.locator('#text').getByText('Thiếu trường “lang”').waitFor();
      await screen(page, 'author-preview-never-sound');
      course.edit('course.yaml', 'lang:', 'lang: vi');
      await page.frameLocator('#frame').getByText('Bài một').first().waitFor();
      assert.deepEqual(errors, []);
    } finally {
      await browser.dispose();
      await preview.end();
      course.remove();
    }
  });
});
