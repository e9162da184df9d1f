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
import {buildForNode, buildScript} from './bundles.mjs';
import {root} from './root.mjs';

const source = join(root, 'demo');
/** Built aside and swapped in whole, so that a page asked for meanwhile is never half new. */
const built = join(root, 'dist/demo.new');

const hash8 = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 8);

/** Puts the style sheets of a page into its own folder as one, without comments, under a name that changes with it. */
function placeStyle(page, hrefs, more) {
  const text = hrefs
    .map((href) => readFileSync(join(source, dirname(page), href), 'utf8'))
    .join('');
  const bytes =
    text
      .replace(/\/\*[^]*?\*\//g, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,]) ?/g, '$1')
      .replace(/: /g, ':')
      .replace(/;\}/g, '}')
      .replace(/ > /g, '>')
      .trim() + more;
  const name = `${basename(hrefs.at(-1), '.css')}-${hash8(bytes)}.css`;
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
    ...(page.startsWith('pwa/') && {lessons: 'demo/pwa/lessons.ts'}),
  });

/** Where a page carries the beginning of the handbook's first lesson. */
const lessonPlace = '<!-- first lesson -->';

let writing;
/** The first lesson as the page of the app carries it, written by the elements' own templates. */
const firstLesson = () => (writing ??= writeFirstLesson());

async function writeFirstLesson() {
  const {firstLesson} = await buildForNode('demo/pwa/first-lesson.ts', 'var/pages');
  const course = JSON.parse(
    readFileSync(join(root, 'dist/courses/so-tay-ky-nang-so/course.json'), 'utf8'),
  );
  const {lesson} = course.first;
  const entries = course.modules.flatMap(({lessons}) => lessons);
  return firstLesson(
    lesson,
    entries.find(({id}) => id === lesson.id),
  );
}

/** A drawing that would be a request of its own beside what the first sight waits for; its style sheet sizes it. */
const placeDrawing = (page, src) =>
  readFileSync(join(source, dirname(page), src), 'utf8')
    .replace(/ xmlns="[^"]*"|<g[^>]*>|<\/g>/g, '')
    .replace('<svg', '<svg aria-hidden="true"')
    .trim();

async function placePage(page) {
  let html = readFileSync(join(source, page), 'utf8');
  const {html: lesson, css} = await firstLesson();
  const carries = html.includes(lessonPlace);
  if (carries) {
    // The reader's time: what only we read, the indent, and the lines between and within tags.
    html = html
      .replace(lessonPlace, () => lesson)
      .replace(/<img src="([^"]+\.svg)" alt="" [^>]*>/g, (_, src) => placeDrawing(page, src))
      .replace(/<!--[^]*?-->/g, '')
      .replace(/\s*\n\s*/g, '\n')
      .replace(/>\n</g, '><')
      .replace(/<[^>]+>/g, (tag) => tag.replaceAll('\n', ' '));
  }
  const links = [...html.matchAll(/\s*<link rel="stylesheet" href="([^"]+)" \/>/g)];
  if (links.length > 0) {
    const style = placeStyle(
      page,
      links.map(([, href]) => href),
      carries ? css : '',
    );
    for (const [link] of links.slice(1)) html = html.replace(link, '');
    html = html.replace(links[0][1], style);
  }
  for (const [, src] of html.matchAll(/<script src="([\w-]+\.js)"/g)) placeClassic(page, src);
  for (const [tag, async, src] of html.matchAll(
    /<script type="module"( async)? src="(\.\/[^"]+\.ts)"><\/script>/g,
  )) {
    const name = await placeScript(page, src);
    const script = `<script type="module"${async ?? ''} src="${name}"></script>`;
    const ahead = `<link rel="modulepreload" href="${name}" />`;
    html = html.replace(`<link rel="modulepreload" href="${src}" />`, ahead);
    html = html.replace(tag, html.includes(ahead) ? script : `${ahead}\n    ${script}`);
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
    const manifest = readFileSync(join(source, app, 'manifest.webmanifest'), 'utf8');
    writeFileSync(join(built, app, 'manifest.webmanifest'), JSON.stringify(JSON.parse(manifest)));
  }
  for (const page of pagesOf()) await placePage(page);
  for (const app of apps) await placeWorker(app);
  const place = join(root, 'dist/demo');
  rmSync(place, {recursive: true, force: true});
  renameSync(built, place);
}
