import {createHash} from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {injectManifest} from 'workbox-build';
import {buildScript} from './bundles.mjs';
import {root} from './root.mjs';

const source = join(root, 'demo');
/** Built aside and swapped in whole, so that a page asked for meanwhile is never half new. */
const built = join(root, 'dist/demo.new');

const hash8 = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 8);

/** Puts a style sheet that a page links into the page's own folder, without comments, under a name that changes with it. */
function placeStyle(page, href) {
  const text = readFileSync(join(source, dirname(page), href), 'utf8');
  const bytes = text.replace(/\/\*[^]*?\*\//g, '').replace(/\s+/g, ' ');
  const name = `${basename(href, '.css')}-${hash8(bytes)}.css`;
  writeFileSync(join(built, dirname(page), name), bytes);
  return name;
}

/** Copies a portal's own classic script as it stands: it is what a stranger wrote. */
function placeClassic(page, src) {
  cpSync(join(source, dirname(page), src), join(built, dirname(page), src));
}

/** Builds the script a page names by its source (`./app.ts`), alone and with its lazy chunks. */
const placeScript = (page, src) =>
  buildScript(join(source, dirname(page), src), basename(src, '.ts'), join(built, dirname(page)), {
    hashed: true,
    licences: 'THIRD-PARTY-LICENSES.md',
  });

async function placePage(page) {
  let html = readFileSync(join(source, page), 'utf8');
  for (const [link, href] of html.matchAll(/<link rel="stylesheet" href="([^"]+)" \/>/g)) {
    html = html.replace(link, `<link rel="stylesheet" href="${placeStyle(page, href)}" />`);
  }
  for (const [, src] of html.matchAll(/<script src="([\w-]+\.js)"/g)) placeClassic(page, src);
  for (const [tag, src] of html.matchAll(
    /<script type="module" src="(\.\/[^"]+\.ts)"><\/script>/g,
  )) {
    const name = await placeScript(page, src);
    html = html.replace(
      tag,
      `<link rel="modulepreload" href="${name}" />\n    <script type="module" src="${name}"></script>`,
    );
  }
  writeFileSync(join(built, page), html);
}

/** The worker of an app: the common source with the app's own files as its shell. */
async function placeWorker(app) {
  const folder = join(built, app);
  const {warnings} = await injectManifest({
    swSrc: join(root, 'dist/sw.js'),
    swDest: join(folder, 'sw.js'),
    globDirectory: folder,
    // The icons in PNG are for the phone's home screen, which fetches them itself.
    globPatterns: ['**/*.{html,js,css,svg,webmanifest}'],
    globIgnores: ['sw.js'],
    dontCacheBustURLsMatching: /-[\w-]{8}\.(js|css)$/,
  });
  if (warnings.length > 0) throw new Error(warnings.join('\n'));
}

const apps = ['pwa', 'trainer'];

/** Every page of demo/, by its path below it. */
export const pagesOf = () =>
  readdirSync(source, {recursive: true})
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html'))
    .sort();

/** dist/demo: the pages, the script and the course side by side, all by relative addresses. */
export async function buildPages() {
  rmSync(built, {recursive: true, force: true});
  for (const page of pagesOf()) mkdirSync(join(built, dirname(page)), {recursive: true});
  cpSync(join(root, 'dist/cdn'), join(built, 'cdn'), {recursive: true});
  cpSync(join(root, 'dist/courses'), join(built, 'courses'), {recursive: true});
  // A portal with two copies of the library serves the older one from a folder of its own.
  cpSync(join(root, 'test/fixtures/older-build/cdn'), join(built, 'portal/older/cdn'), {
    recursive: true,
  });
  for (const app of apps) {
    cpSync(join(source, app, 'icons'), join(built, app, 'icons'), {recursive: true});
    cpSync(join(source, app, 'manifest.webmanifest'), join(built, app, 'manifest.webmanifest'));
  }
  for (const page of pagesOf()) await placePage(page);
  for (const app of apps) await placeWorker(app);
  const place = join(root, 'dist/demo');
  rmSync(place, {recursive: true, force: true});
  renameSync(built, place);
}
