import {readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {build as vite} from 'vite';
import {root} from './root.mjs';

const {version, dependencies} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const external = Object.keys(dependencies).map((name) => new RegExp(`^${name}($|/)`));

/** Library mode throughout: the page mode wraps every import() in a preload helper of 0.9 kB. */
const shared = {
  configFile: false,
  root,
  logLevel: 'warn',
  publicDir: false,
};

const minified = {minify: true, comments: false};
const production = {'process.env.NODE_ENV': '"production"'};

/** dist/esm: our modules one by one, packages left for the host to resolve. */
export function buildModules() {
  return vite({
    ...shared,
    build: {
      target: 'es2022',
      outDir: 'dist/esm',
      emptyOutDir: false,
      minify: false,
      sourcemap: true,
      lib: {
        entry: {
          index: 'src/index.ts',
          define: 'src/define.ts',
          'define-trainer': 'src/define-trainer.ts',
          'curriculum/index': 'src/curriculum/index.ts',
          'store/index': 'src/store/index.ts',
          'exchange/index': 'src/exchange/index.ts',
          'pwa/register': 'src/pwa/register.ts',
        },
        formats: ['es'],
      },
      rolldownOptions: {
        external,
        output: {preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js'},
      },
    },
  });
}

/**
 * A script for pages: one ES file that imports nothing by itself, and lazy chunks in c/.
 * Each entry is built alone, for two entries together would share chunks and so need static imports.
 */
export function buildScript(entry, name, outDir, {fileName = '[name].js', licences = true} = {}) {
  return vite({
    ...shared,
    define: production,
    build: {
      target: 'es2022',
      outDir,
      emptyOutDir: false,
      minify: 'oxc',
      copyPublicDir: false,
      ...(licences && {license: {fileName: `THIRD-PARTY-LICENSES-${name}.md`}}),
      lib: {entry: {[name]: entry}, formats: ['es']},
      rolldownOptions: {
        // Lazy chunks take what they share from the entry; else it would go into files of its own, one more trip each.
        preserveEntrySignatures: 'allow-extension',
        output: {...minified, entryFileNames: fileName, chunkFileNames: 'c/[name]-[hash].js'},
      },
    },
  });
}

/** The classic script for portals whose browsers or page builders cannot do modules. */
export function buildClassicScript(entry, name, outDir) {
  return vite({
    ...shared,
    // A classic script has no address of its own kind; it finds itself by document.currentScript.
    define: {...production, 'import.meta.url': '""'},
    build: {
      target: 'es2019',
      outDir,
      emptyOutDir: false,
      minify: 'oxc',
      copyPublicDir: false,
      lib: {entry, formats: ['iife'], name: 'kynangso', fileName: () => `${name}.iife.js`},
      rolldownOptions: {
        output: {...minified, codeSplitting: false},
      },
    },
  });
}

/** dist/sw.js: the worker whole, with the place for the shell list left open. */
export function buildWorker() {
  return vite({
    ...shared,
    define: production,
    build: {
      target: 'es2022',
      outDir: 'dist',
      emptyOutDir: false,
      minify: 'oxc',
      lib: {entry: 'src/pwa/sw.ts', formats: ['iife'], name: 'worker', fileName: () => 'sw.js'},
      rolldownOptions: {output: {...minified, codeSplitting: false}},
    },
  });
}

/** dist/cli/kynangso.js: the authors' command, its packages resolved where it is installed. */
export async function buildCommand() {
  rmSync(join(root, 'dist/cli'), {recursive: true, force: true});
  return vite({
    ...shared,
    build: {
      ssr: 'src/cli/kynangso.ts',
      target: 'node20',
      outDir: 'dist/cli',
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        external,
        output: {
          entryFileNames: 'kynangso.js',
          chunkFileNames: 'c/[name]-[hash].js',
        },
      },
    },
  });
}

export {version};
