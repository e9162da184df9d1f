import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {dirname, join, normalize} from 'node:path';
import {describe, it} from 'node:test';
import {Linter} from 'eslint';
import {publint} from 'publint';
import {formatMessage} from 'publint/utils';
import {tagTable} from '../../tools/element-manifest.mjs';
import {root} from './sources.mjs';

const read = (path) => readFileSync(join(root, path), 'utf8');
const pkg = JSON.parse(read('package.json'));

const tags = new Map([...tagTable('./define.js'), ...tagTable('./define-trainer.js')]);

describe('the package', () => {
  it('has every file that its exports and its command name', () => {
    const named = [
      ...Object.values(pkg.exports).flatMap((target) =>
        typeof target === 'string' ? [target] : Object.values(target),
      ),
      ...Object.values(pkg.bin),
      pkg.customElements,
    ];
    assert.deepEqual(
      named.filter((path) => !existsSync(join(root, path))),
      [],
    );
  });

  it('imports cleanly in Node, where pages are rendered on a server', async () => {
    const kynangso = await import('kynangso');
    const promised = [
      'openStore',
      'parseCourse',
      'fold',
      'join',
      'judge',
      'matrixOf',
      'gradeResponse',
      'receive',
      ...tags.values(),
    ];
    assert.deepEqual(
      promised.filter((name) => typeof kynangso[name] !== 'function'),
      [],
    );
    for (const room of ['curriculum', 'store', 'exchange', 'define', 'define/trainer']) {
      await import(`kynangso/${room}`);
    }
  });

  it('keeps Lit out of the rooms that workers use', () => {
    const seen = new Set();
    const packages = new Set();
    const visit = (path) => {
      if (seen.has(path)) return;
      seen.add(path);
      const text = read(path);
      for (const [, from] of text.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)) {
        if (from.startsWith('.')) visit(normalize(join(dirname(path), from)));
        else packages.add(from);
      }
    };
    for (const room of ['curriculum', 'store', 'exchange']) visit(`dist/esm/${room}/index.js`);
    assert.deepEqual(
      [...packages].filter((name) => /lit/.test(name)),
      [],
    );
  });

  it('is well formed for bundlers and hosts', async () => {
    const {messages} = await publint({pkgDir: root, level: 'warning', pack: 'npm'});
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg)),
      [],
    );
  });

  it('describes exactly the elements of the two tag tables', () => {
    const {modules} = JSON.parse(read('dist/custom-elements.json'));
    const described = modules.flatMap(({declarations}) =>
      declarations.map(({tagName, name}) => `${tagName} ${name}`),
    );
    assert.deepEqual(described.sort(), [...tags].map(([tag, name]) => `${tag} ${name}`).sort());
  });

  it('tells whoever helps a learner the version it has', () => {
    const [, told] = /version = '([^']+)'/.exec(read('src/components/version.ts'));
    assert.equal(told, pkg.version);
  });

  it('has a command that Node can run', () => {
    const command = join(root, pkg.bin.kynangso);
    assert.match(readFileSync(command, 'utf8'), /^#!\/usr\/bin\/env node\n/);
    assert.ok(statSync(command).mode & 0o111);
  });
});

describe('the scripts for pages', () => {
  const scripts = ['kynangso', 'kynangso-trainer'];
  const versioned = ['dist/cdn', `dist/cdn/${pkg.version}`];

  for (const folder of versioned) {
    it(`lie in ${folder} with their licences`, () => {
      for (const name of scripts) {
        assert.ok(existsSync(join(root, folder, `${name}.js`)));
        assert.ok(existsSync(join(root, folder, `${name}.iife.js`)));
      }
      assert.match(read(`${folder}/THIRD-PARTY-LICENSES.md`), /BSD-3-Clause/);
    });
  }

  for (const name of scripts) {
    it(`${name}.js is one file that imports nothing by itself`, () => {
      assert.doesNotMatch(read(`dist/cdn/${name}.js`), /(^|[;}\n])import\s*["'{*\w]/);
    });

    it(`${name}.iife.js holds to the language of 2019`, () => {
      const messages = new Linter().verify(read(`dist/cdn/${name}.iife.js`), [
        {languageOptions: {ecmaVersion: 2019, sourceType: 'script'}},
      ]);
      assert.deepEqual(
        messages.filter(({fatal}) => fatal).map(({message, line}) => `${line}: ${message}`),
        [],
      );
    });

    it(`${name}.iife.js is wholly in one file`, () => {
      assert.doesNotMatch(read(`dist/cdn/${name}.iife.js`), /\bimport\(/);
    });
  }

  it('leave no source map and no stray file', () => {
    const names = readdirSync(join(root, 'dist/cdn'), {recursive: true});
    assert.deepEqual(
      names.filter((name) => /\.(map|ts)$/.test(name)),
      [],
    );
  });
});
