import {cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {startServer} from '../../demo/server.mjs';
import {buildScript} from '../../tools/bundles.mjs';
import {root} from '../../tools/root.mjs';

const folder = join(root, 'var/bench');
const coursePath = 'courses/so-tay-ky-nang-so';

const page = (head, body) => `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Bài học</title>
    <link rel="icon" href="data:," />
${head}
  </head>
  <body>
${body}
  </body>
</html>
`;

/** The first question as a page without any script. */
const plain = ({title, questions: [{stem, options}]}) =>
  page(
    '',
    `<h1>${title}</h1><fieldset><legend>${stem}</legend>${options
      .map(
        ({id, text}) => `<label><input type="radio" name="option" value="${id}" />${text}</label>`,
      )
      .join('')}</fieldset><button type="button">Trả lời</button>`,
  );

/**
 * Serves the built demo beside the pages it is measured against: `bench/portal.html` (one script, one tag),
 * `bench/bare.html` (a bare element on the same libraries, built the same way), `bench/plain.html` (no script),
 * `bench/store.html` (the script alone), and `bench/open.html` (nothing, and a policy that lets others write style attributes).
 */
export async function openSite() {
  const bench = join(folder, 'bench');
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(bench, {recursive: true});
  cpSync(join(root, 'dist/demo'), folder, {recursive: true});
  await buildScript(join(root, 'test/bench/bare/bare-lesson.ts'), 'bare', bench, {
    licences: 'THIRD-PARTY-LICENSES.md',
  });

  const files = readdirSync(join(folder, coursePath));
  const {first} = JSON.parse(readFileSync(join(folder, coursePath, 'course.json'), 'utf8'));
  const file = files.find((name) => name.startsWith(`${first.lesson.id}.`));
  const ours = '<script type="module" src="../cdn/kynangso.js"></script>';
  const pages = {
    portal: page(ours, `<kns-course lesson="${first.lesson.id}"></kns-course>`),
    store: page(ours, ''),
    bare: page(
      '<script type="module" src="bare.js"></script>',
      `<bare-lesson src="../${coursePath}/${file}"></bare-lesson>`,
    ),
    plain: plain(first.lesson),
    open: page('', ''),
  };
  for (const [name, html] of Object.entries(pages))
    writeFileSync(join(bench, `${name}.html`), html);
  // Isolated pages get a clock of 5 µs; others one of 100 µs, a tenth of what an answer takes.
  const isolated = {
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  };
  const lenient = {'content-security-policy': "default-src 'self' 'unsafe-inline'"};
  const server = await startServer({
    root: folder,
    headers: {'/bench/store.html': isolated, '/bench/open.html': lenient},
  });
  return {...server, lesson: first.lesson.id};
}
