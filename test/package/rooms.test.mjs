import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {filesBelow, importsOf, packageOf, sourceOf, sources, textOf} from './sources.mjs';

/** The arrow: a room may import from its own row and from the rows above it. */
const rooms = [
  /^src\/errors\.ts$/,
  /^src\/curriculum\//,
  /^src\/store\/reckoning\//,
  /^src\/store\//,
  /^src\/exchange\//,
  /^src\/components\//,
  /^src\/[\w-]+\.ts$/,
];

/** At the edge: what each of these may import from, besides itself. */
const edges = [
  [/^src\/pwa\//, []],
  [
    /^src\/cli\//,
    [/^src\/errors\.ts$/, /^src\/curriculum\//, /^src\/cli\//, /^src\/exchange\/spreadsheet\.ts$/],
  ],
];

/** Each outside package has owners, so that replacing it touches them only. */
const owners = {
  zod: /^src\/curriculum\/(?!courses)[\w-]+\.ts$|^src\/store\/reckoning\/record-schema\.ts$/,
  idb: /^src\/store\/database\.ts$/,
  '@noble/hashes': /^src\/store\/(keys|stretched)\.ts$/,
  lit: /^src\/(components\/|define)/,
  '@lit/context': /^src\/(components\/|define)/,
  'workbox-core': /^src\/pwa\//,
  'workbox-precaching': /^src\/pwa\//,
  'workbox-routing': /^src\/pwa\//,
  'workbox-window': /^src\/pwa\//,
  'read-excel-file': /^src\/exchange\/spreadsheet\.ts$/,
  'write-excel-file': /^src\/exchange\/spreadsheet\.ts$/,
  fflate: /^src\/exchange\/(spreadsheet|deflate|roster\/workbook-rows)\.ts$/,
  'lean-qr': /^src\/exchange\/qr\.ts$/,
  qr: /^src\/exchange\/qr-reading\.ts$/,
  '@rgrove/parse-xml': /^src\/cli\//,
  'mdast-util-directive': /^src\/cli\//,
  'mdast-util-from-markdown': /^src\/cli\//,
  'micromark-extension-directive': /^src\/cli\//,
  mdast: /^src\/cli\//,
  yaml: /^src\/cli\//,
};

const rowOf = (path) => rooms.findIndex((room) => room.test(path));

describe('the rooms', () => {
  it('send data one way: errors, curriculum, reckoning, store, exchange, components, define', () => {
    const wrong = [];
    for (const path of sources) {
      const edge = edges.find(([room]) => room.test(path));
      for (const {from} of importsOf(path)) {
        const target = sourceOf(path, from);
        if (target === undefined) continue;
        const fine = edge
          ? edge[0].test(target) || edge[1].some((room) => room.test(target))
          : rowOf(target) >= 0 &&
            rowOf(target) <= rowOf(path) &&
            !edges.some(([room]) => room.test(target));
        if (!fine) wrong.push(`${path} imports ${target}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('leave each package to its owners', () => {
    const wrong = [];
    for (const path of sources) {
      for (const {from} of importsOf(path)) {
        if (from.startsWith('.')) continue;
        if (from.startsWith('node:')) {
          if (!path.startsWith('src/cli/')) wrong.push(`${path} imports ${from}`);
        } else if (!owners[packageOf(from)]?.test(path)) wrong.push(`${path} imports ${from}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('stand on the packages that the house was asked to stand on', () => {
    const used = new Set(
      sources.flatMap((path) =>
        importsOf(path)
          .filter(({onlyTypes}) => !onlyTypes)
          .map(({from}) => packageOf(from)),
      ),
    );
    assert.deepEqual(
      ['lit', '@lit/context', 'idb', 'workbox-window', 'zod'].filter((name) => !used.has(name)),
      [],
    );
  });

  it('ask zod only for its small face, and never change its settings for others', () => {
    const wrong = [];
    for (const path of sources) {
      for (const {from} of importsOf(path)) {
        if (packageOf(from) === 'zod' && from !== 'zod/mini') wrong.push(`${path}: ${from}`);
      }
      if (/\bz\.config\(/.test(textOf(path))) wrong.push(`${path}: z.config`);
    }
    assert.deepEqual(wrong, []);
  });

  it('keep crypto.subtle in one file', () => {
    const users = sources.filter((path) => /\bsubtle\b\s*[.?!)]/.test(textOf(path)));
    assert.deepEqual(
      users.filter((path) => path !== 'src/store/keys.ts'),
      [],
    );
  });

  it('import in no circle', () => {
    const graph = new Map(
      sources.map((path) => [
        path,
        importsOf(path)
          // What is erased and what is asked for later cannot leave a module half made.
          .filter(({onlyTypes, later}) => !onlyTypes && !later)
          .map(({from}) => sourceOf(path, from))
          .filter((target) => target !== undefined),
      ]),
    );
    const done = new Set();
    const circles = [];
    const visit = (path, trail) => {
      if (trail.includes(path)) {
        circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
        return;
      }
      if (done.has(path)) return;
      for (const target of graph.get(path) ?? []) visit(target, [...trail, path]);
      done.add(path);
    };
    for (const path of sources) visit(path, []);
    assert.deepEqual(circles, []);
  });

  it('name only sources that exist', () => {
    const known = new Set(sources);
    const wrong = sources.flatMap((path) =>
      importsOf(path)
        .map(({from}) => sourceOf(path, from))
        .filter((target) => target !== undefined && !known.has(target))
        .map((target) => `${path} imports ${target}`),
    );
    assert.deepEqual(wrong, []);
  });
});

describe('what a page may never do', () => {
  /** The reason beside each: what a portal's policy drops, or what breaks a portal's one big form. */
  const forbidden = [
    ['innerHTML', /\b(inner|outer)HTML\b|insertAdjacentHTML|unsafeHTML/],
    ['a style attribute', /\sstyle="|styleMap\b|setAttribute\(\s*'style'/],
    ['a form', /<form\b/],
    ['eval', /\beval\(|new Function\(/],
    [
      'a look at the address',
      /\blocation\.(href|hash|assign|replace)\b|\bhistory\.(push|replace)State/,
    ],
    ['a wish about the console', /\bconsole\.log\(/],
  ];
  const pages = [...sources.filter((path) => !path.startsWith('src/cli/'))];
  // The one page written as a stranger wrote it, with one big form around everything.
  const demo = [...filesBelow('demo', '.ts'), ...filesBelow('demo', '.html')].filter(
    (path) => path !== 'demo/portal/legacy.html',
  );

  for (const [what, pattern] of forbidden) {
    it(`no source holds ${what}`, () => {
      // Pages of our own have an address; a portal's belongs to the portal.
      const ownPages =
        what === 'a look at the address'
          ? pages.filter((path) => !path.startsWith('src/pwa/'))
          : [...pages, ...demo];
      assert.deepEqual(
        ownPages.filter((path) => pattern.test(textOf(path))),
        [],
      );
    });
  }

  it('no page of ours has an inline script', () => {
    assert.deepEqual(
      filesBelow('demo', '.html').filter((path) => /<script(?![^>]*\bsrc=)/.test(textOf(path))),
      [],
    );
  });
});
