import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {chromiumArgs} from '../../tools/chromium.mjs';
import {audit} from './audit.mjs';
import {openBrowser, openPage, screen} from './harness.mjs';
import {click, oldestChromium, oldestChromiumArgs, shown} from './oldest-browser.mjs';
import {builtCourse} from './stage/course.mjs';
import {team} from './stage/codes.mjs';
import {cameraShowing, finishedCodeOf, framesOf, openScanStage, qrOf} from './stage/scan.mjs';

const open = 'Quét bằng camera';
const pick = 'Chọn ảnh có mã QR';

const codes = team(builtCourse(), 3).members.map(({code}) => code);

describe('a trainer who reads codes with a camera', () => {
  let server;
  let camera;
  let browser;

  before(async () => {
    server = await startServer();
  });
  after(() => server?.close());
  afterEach(async () => {
    await browser?.dispose();
    camera?.dispose();
    browser = camera = undefined;
  });

  async function openStage(tag = '<scan-stage></scan-stage>', {headers, ...options} = {}) {
    browser = await openBrowser(options);
    const opened = await openPage(browser.context);
    await opened.page.goto(await openScanStage(browser.context, server.url, tag, headers));
    // Not by a locator: the oldest browser does not know what locators ask.
    await opened.page.waitForFunction(
      () => document.querySelector('scan-stage, show-stage')?.shadowRoot,
    );
    return opened;
  }

  const openCamera = async (texts, options) => {
    camera = cameraShowing(texts);
    const opened = await openStage(undefined, {args: camera.args, ...options});
    await opened.page.getByRole('button', {name: open}).click();
    return opened;
  };

  const found = (page) => page.evaluate(() => document.querySelector('scan-stage').found);
  const isFilming = (page) =>
    page.evaluate(() => {
      const video = document.querySelector('scan-stage').shadowRoot.querySelector('video');
      return video?.srcObject?.active ?? false;
    });

  async function assertQuiet({errors, violations}, expected = []) {
    assert.deepEqual(await violations(), []);
    assert.deepEqual(errors, expected);
  }

  it('finds the codes of a team, and of whoever finished the whole handbook, small enough for a cheap camera', () => {
    for (const code of [...codes, finishedCodeOf(builtCourse())]) {
      const {version} = qrOf(code);
      assert.ok(version <= 11, `version ${version}`);
    }
  });

  it('is not asked for the camera before a tap, and gets a code once, however long it is held there', async () => {
    const opened = await openCamera([codes[0]]);
    const {page} = opened;
    await page.getByText('Đã đọc được 1 mã').waitFor();
    await page.waitForFunction(
      () => document.querySelector('scan-stage').shadowRoot.querySelector('video').currentTime > 2,
    );
    assert.deepEqual(await found(page), [codes[0]]);
    await screen(page, 'scan-camera');
    assert.deepEqual(await audit(page), []);
    await page.getByRole('button', {name: 'Tắt camera'}).click();
    await page.getByRole('button', {name: open}).waitFor();
    assert.equal(await isFilming(page), false);
    await assertQuiet(opened);
  });

  it('gets one code after another without touching the screen', async () => {
    const shown = codes.flatMap((code) => [...Array(6).fill(code), undefined, undefined]);
    const opened = await openCamera(shown);
    await opened.page.getByText('Đã đọc được 3 mã').waitFor();
    assert.deepEqual([...(await found(opened.page))].sort(), [...codes].sort());
    await assertQuiet(opened);
  });

  it('gets a row of running codes whole though three of ten are missed, and sees how far it is', async () => {
    const bytes = Uint8Array.from({length: 4000}, (_, at) => (at * at) % 251);
    const frames = framesOf(bytes);
    const caught = [];
    for (let number = 0; caught.length < 20; number++) {
      const frame = frames.next().value;
      if (number % 10 > 2) caught.push(frame);
    }
    const opened = await openCamera(caught);
    const {page} = opened;
    await page.getByText(/Đã nhận \d+ trên 12 mảnh/).waitFor();
    await screen(page, 'scan-pieces');
    await page.getByText('Đã nhận đủ các mảnh').waitFor({timeout: 60_000});
    assert.deepEqual(await found(page), [[...bytes].join()]);
    await screen(page, 'scan-whole');
    await assertQuiet(opened);
  });

  for (const [how, {wide = 360, large = '100%', ...options}] of Object.entries({
    'on a narrow phone with text twice as large': {wide: 320, large: '200%'},
    'in the dark': {colorScheme: 'dark'},
    'in colours of one’s own': {forcedColors: 'active'},
    'on a phone held sideways': {wide: 740, viewport: {width: 740, height: 360}},
  })) {
    it(`can read and reach everything ${how}`, async () => {
      const opened = await openCamera([codes[0]], options);
      const {page} = opened;
      await page.setViewportSize({width: wide, height: options.viewport?.height ?? 740});
      await page.evaluate((size) => (document.documentElement.style.fontSize = size), large);
      await page.getByText('Đã đọc được 1 mã').waitFor();
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(beyond <= 0, `${beyond} px too wide`);
      await screen(page, `scan-camera-${how.replace(/ /g, '-')}`, {
        fullPage: true,
      });
      assert.deepEqual(await audit(page), []);
      for (const name of ['Tắt camera', 'Tiếng báo', pick]) {
        const box = await page.getByRole('button', {name}).boundingBox();
        assert.ok(box.width >= 44 && box.height >= 44, `${name}: ${box.width} × ${box.height}`);
      }
      await assertQuiet(opened);
    });
  }

  it('can open the camera, silence it and turn it off by keyboard, and is never lost meanwhile', async () => {
    camera = cameraShowing([codes[0]]);
    const opened = await openStage(undefined, {args: camera.args});
    const {page} = opened;
    const focused = () =>
      page.evaluate(() =>
        document.querySelector('scan-stage').shadowRoot.activeElement?.textContent.trim(),
      );
    await page.keyboard.press('Tab');
    assert.equal(await focused(), open);
    await page.keyboard.press('Enter');
    await page.getByText('Đã đọc được 1 mã').waitFor();
    assert.equal(await focused(), 'Tắt camera');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.getByRole('button', {name: 'Tiếng báo', pressed: false}).waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('button', {name: open}).waitFor();
    assert.equal(await focused(), open);
    await assertQuiet(opened);
  });

  it('is told when a QR code is none of the handbook’s, and nothing is received', async () => {
    const opened = await openCamera(['HTTPS://EXAMPLE.ORG/THUC-DON']);
    await opened.page.getByText('không phải mã của Sổ tay').waitFor();
    assert.deepEqual(await found(opened.page), []);
    await assertQuiet(opened);
  });

  it('is filmed no longer once the page is left or the part is gone', async () => {
    const opened = await openCamera([undefined]);
    const {page} = opened;
    await page.locator('video').waitFor();
    await page.waitForFunction(
      () => document.querySelector('scan-stage').shadowRoot.querySelector('video').currentTime > 0,
    );
    await page.evaluate(() => {
      const video = document.querySelector('scan-stage').shadowRoot.querySelector('video');
      globalThis.filmed = video.srcObject;
      Object.defineProperty(document, 'visibilityState', {value: 'hidden', configurable: true});
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await page.getByText('Camera đã tắt khi anh/chị rời trang').waitFor();
    assert.equal(await page.evaluate(() => globalThis.filmed.active), false);
    await page.evaluate(() => delete document.visibilityState);
    await page.getByRole('button', {name: open}).click();
    await page.locator('video').waitFor();
    await page.evaluate(() => {
      const stage = document.querySelector('scan-stage');
      globalThis.filmed = stage.shadowRoot.querySelector('video').srcObject;
      stage.remove();
    });
    await page.waitForFunction(() => !globalThis.filmed.active);
    await assertQuiet(opened);
  });

  it('is told what to do when the device has no camera', async () => {
    const opened = await openStage();
    const {page} = opened;
    const failed = page.evaluate(
      () =>
        new Promise((resolve) =>
          document.addEventListener('kns-failed', ({code}) => resolve(code), {once: true}),
        ),
    );
    await page.getByRole('button', {name: open}).click();
    await page.getByText('Không thấy camera trên máy này').waitFor();
    assert.equal(await failed, 'camera-missing');
    await screen(page, 'scan-missing');
    assert.deepEqual(await audit(page), []);
    await assertQuiet(opened);
  });

  it('is told what to do when the camera is not allowed', async () => {
    const args = [...chromiumArgs, '--use-fake-device-for-media-stream'];
    const opened = await openStage(undefined, {args});
    const {page} = opened;
    await page.getByRole('button', {name: open}).click();
    await page
      .getByText(/Trang chưa được phép dùng camera|Trang này đang bị chặn camera/)
      .waitFor();
    await screen(page, 'scan-refused');
    await assertQuiet(opened);
  });

  it('is told so when the page around does not allow the camera', async () => {
    camera = cameraShowing([undefined]);
    const opened = await openStage(undefined, {
      args: camera.args,
      headers: {'permissions-policy': 'camera=()'},
    });
    await opened.page.getByRole('button', {name: open}).click();
    await opened.page.getByText('Trang bên ngoài không cho dùng camera').waitFor();
    await assertQuiet(opened);
  });

  /** JPEG files of drawings, as a phone keeps them; a drawing without a code is a picture of something else. */
  const photographed = (page, drawings) =>
    page.evaluate(
      async (drawings) =>
        Promise.all(
          drawings.map(async ({path, size, wide, high, share, x, y}) => {
            const canvas = document.createElement('canvas');
            Object.assign(canvas, {width: wide, height: high});
            const pen = canvas.getContext('2d');
            pen.fillStyle = '#9a8f7c';
            pen.fillRect(0, 0, wide, high);
            if (path) {
              pen.translate(x * wide, y * high);
              pen.rotate(0.05);
              const scale = (share * Math.min(wide, high)) / size;
              pen.scale(scale, scale);
              pen.fillStyle = '#fff';
              pen.fillRect(-4, -4, size + 8, size + 8);
              pen.fillStyle = '#000';
              pen.fill(new Path2D(path));
            }
            const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.7));
            return [...new Uint8Array(await blob.arrayBuffer())];
          }),
        ),
      drawings,
    );

  const choose = async (page, files) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', {name: pick}).click();
    await (await chooser).setFiles(files);
  };

  const pictureFile = (bytes, name) => ({
    name,
    mimeType: 'image/jpeg',
    buffer: Buffer.from(bytes),
  });

  it('reads codes from pictures, large and small, and hears in which there was none', async () => {
    const opened = await openStage();
    const {page} = opened;
    const pictures = await photographed(page, [
      // A screenshot, a photograph of twelve million pixels with the code in a corner, and one of a dog.
      {...qrOf(codes[0]), wide: 720, high: 1600, share: 0.8, x: 0.1, y: 0.2},
      {...qrOf(codes[1]), wide: 4000, high: 3000, share: 0.3, x: 0.6, y: 0.1},
      {wide: 1200, high: 900},
    ]);
    const names = ['man-hinh.jpg', 'chup-xa.jpg', 'con-cho.jpg'];
    await choose(page, [
      ...pictures.map((bytes, at) => pictureFile(bytes, names[at])),
      {name: 'khong-phai-anh.png', mimeType: 'image/png', buffer: Buffer.from('chào')},
    ]);
    await page.getByText('Không thấy mã của Sổ tay trong 2 ảnh').waitFor({timeout: 60_000});
    await page.getByText('con-cho.jpg, khong-phai-anh.png').waitFor();
    await page.getByText('Đã đọc được 2 mã từ ảnh').waitFor();
    assert.deepEqual(await found(page), codes.slice(0, 2));
    await screen(page, 'scan-pictures');
    assert.deepEqual(await audit(page), []);
    await assertQuiet(opened);
  });

  it('hears how much of a running row of codes was in the pictures, and has it whole with the rest', async () => {
    const opened = await openStage();
    const {page} = opened;
    const bytes = Uint8Array.from({length: 1000}, (_, at) => (at * at) % 251);
    const frames = framesOf(bytes);
    const drawings = Array.from({length: 3}, () => ({
      ...qrOf(frames.next().value),
      ...{wide: 720, high: 1280, share: 0.85, x: 0.1, y: 0.2},
    }));
    const [first, ...others] = await photographed(page, drawings);
    await choose(page, [pictureFile(first, 'manh-1.jpg')]);
    await page.getByText('mới có 1 trên 3 mảnh').waitFor({timeout: 60_000});
    await screen(page, 'scan-picture-of-a-row');
    assert.deepEqual(await audit(page), []);
    await choose(page, [pictureFile(first, 'manh-1.jpg')]);
    await page.getByText('Mã này vừa đọc rồi').waitFor({timeout: 60_000});
    await choose(
      page,
      others.map((one, at) => pictureFile(one, `manh-${at + 2}.jpg`)),
    );
    await page.getByText('Đã đọc được 1 mã từ ảnh').waitFor({timeout: 60_000});
    assert.equal(await page.getByText('mảnh', {exact: false}).count(), 0);
    assert.deepEqual(await found(page), [[...bytes].join()]);
    await assertQuiet(opened);
  });

  it('is shown a code that stays dark on white in the dark', async () => {
    const opened = await openStage(`<show-stage text="${codes[0]}"></show-stage>`, {
      colorScheme: 'dark',
    });
    const {page} = opened;
    await page.getByRole('img', {name: 'Mã QR của mã tiến độ'}).waitFor();
    await screen(page, 'shown-code-dark');
    assert.deepEqual(await audit(page), []);
    await assertQuiet(opened);
  });

  it('sees a running code change until it is stopped, and no more after that', async () => {
    const opened = await openStage('<show-stage></show-stage>');
    const {page} = opened;
    const piece = page.getByText(/Mảnh \d+ · cần bắt được khoảng 6 mảnh/);
    await piece.filter({hasText: /Mảnh \d\d/}).waitFor();
    await screen(page, 'running-code');
    await page.getByRole('button', {name: 'Dừng lại'}).click();
    await page.getByRole('button', {name: 'Chạy tiếp'}).waitFor();
    const [path] = [page.locator('.qr path')];
    const still = await path.getAttribute('d');
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          let frames = 0;
          const on = () => (frames++ < 30 ? requestAnimationFrame(on) : resolve());
          on();
        }),
    );
    assert.equal(await path.getAttribute('d'), still);
    assert.deepEqual(await audit(page), []);
    await page.getByRole('button', {name: 'Chạy tiếp'}).click();
    await page.waitForFunction(
      (before) =>
        document
          .querySelector('show-stage')
          .shadowRoot.querySelector('.qr path')
          .getAttribute('d') !== before,
      still,
    );
    await assertQuiet(opened);
  });

  it('gets a row of running codes whole in a browser that was last updated five years ago', async () => {
    const bytes = Uint8Array.from({length: 1500}, (_, at) => at);
    const frames = framesOf(bytes);
    camera = cameraShowing(Array.from({length: 24}, () => frames.next().value));
    const {page, errors} = await openStage(undefined, {
      executablePath: oldestChromium(),
      args: [...oldestChromiumArgs, ...camera.args.filter((one) => !chromiumArgs.includes(one))],
    });
    await shown(page, 'button', open);
    await click(page, 'button', open);
    await page.waitForFunction(() => document.querySelector('scan-stage').found.length > 0);
    assert.deepEqual(await found(page), [[...bytes].join()]);
    assert.deepEqual(errors, []);
  });
});
