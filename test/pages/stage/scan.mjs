import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {build} from 'esbuild';
import {defaultPolicy} from '../../../demo/server.mjs';
import {chromiumArgs} from '../../../tools/chromium.mjs';
import {root} from '../harness.mjs';

const bundled = async (contents, options) =>
  (
    await build({
      stdin: {contents, resolveDir: root, loader: 'ts'},
      bundle: true,
      write: false,
      format: 'esm',
      tsconfig: join(root, 'tsconfig.json'),
      ...options,
    })
  ).outputFiles[0];

const {contents} = await bundled(
  `
    export {qrOf} from './src/exchange/qr.js';
    export {framesOf} from './src/exchange/qr-sequence.js';
    export {parseCourse} from './src/curriculum/course.js';
    export {finishedCodeOf as finished} from './test/exchange/finished-code.js';
  `,
  {platform: 'node'},
);
const {qrOf, framesOf, parseCourse, finished} = await import(
  `data:text/javascript;base64,${Buffer.from(contents).toString('base64')}`
);

export {framesOf, qrOf};

/** The text code of somebody who has done everything there is in a course as it was built. */
export const finishedCodeOf = (built) => finished(parseCourse(built).value);

/** An element that holds nothing but what reads codes, or what shows them. */
const element = await bundled(
  `
    import {LitElement, html} from 'lit';
    import {Scan} from './src/components/scan/scan.js';
    import {RunningCode, ShownCode} from './src/components/scan/shown-code.js';
    import {base} from './src/components/styles/base.js';
    import {tokens} from './src/components/styles/tokens.js';

    customElements.define('scan-stage', class extends LitElement {
      static styles = [tokens, base];
      found = [];
      scan = new Scan(this, {taken: (found) => this.found.push(
        typeof found === 'string' ? found : [...found].join(),
      )});
      render() {
        return html\`<div class="card">\${this.scan.render()}</div>\`;
      }
    });

    customElements.define('show-stage', class extends LitElement {
      static styles = [tokens, base];
      text = this.getAttribute('text');
      shown = this.text
        ? new ShownCode(this, this.text, 'Mã QR của mã tiến độ')
        : new RunningCode(this, Uint8Array.from({length: 2000}, (_, at) => at * at));
      render() {
        return html\`<div class="card">\${this.shown.render()}</div>\`;
      }
    });
  `,
  {target: 'es2021', define: {'process.env.NODE_ENV': '"production"'}},
);

/** Serves a page of a context with the element, under the policy of all our pages. */
export async function openScanStage(context, url, tag, headers = {}) {
  await context.route('**/scan-stage.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: {'content-security-policy': defaultPolicy, ...headers},
      body: `<!doctype html><html lang="vi"><meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Quét mã</title><link rel="icon" href="pwa/icons/icon.svg" />
        <script type="module" src="scan-stage.js"></script><main>${tag}</main></html>`,
    }),
  );
  await context.route('**/scan-stage.js', (route) =>
    route.fulfill({contentType: 'text/javascript; charset=utf-8', body: element.text}),
  );
  return new URL('scan-stage.html', url).href;
}

const [width, height] = [640, 480];

/** One picture of a camera as Y4M has it: the code in the middle, dark on light, on a grey table. */
function y4mFrame(text) {
  const bright = Buffer.alloc(width * height, 90);
  const colour = Buffer.alloc((width * height) / 2, 128);
  if (text !== undefined) {
    const {size, path} = qrOf(text);
    const scale = Math.floor((0.85 * height) / (size + 8));
    const [left, above] = [width, height].map((side) => Math.floor((side - size * scale) / 2));
    const fill = (x, y, wide, high, value) => {
      for (let row = 0; row < high * scale; row++) {
        const from = (above + y * scale + row) * width + left + x * scale;
        bright.fill(value, from, from + wide * scale);
      }
    };
    fill(-4, -4, size + 8, size + 8, 220);
    for (const [, x, y, wide] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
      fill(Number(x), Number(y), Number(wide), 1, 35);
  }
  return Buffer.concat([Buffer.from('FRAME\n'), bright, colour]);
}

/** What a browser must be opened with so that its camera shows these texts over and over, ten a second. */
export function cameraShowing(texts) {
  const folder = mkdtempSync(join(tmpdir(), 'kynangso-camera-'));
  const file = join(folder, 'camera.y4m');
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip C420\n`);
  writeFileSync(file, Buffer.concat([head, ...texts.map(y4mFrame)]));
  return {
    args: [
      ...chromiumArgs,
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${file}`,
    ],
    dispose: () => rmSync(folder, {recursive: true, force: true}),
  };
}
