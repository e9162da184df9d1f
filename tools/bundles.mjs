import {copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {basename, dirname, join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {build as vite} from 'vite';
import {classicFiles} from './classic-script.mjs';
import {lastSqueeze} from './last-squeeze.mjs';
import {ownRuntime} from './own-runtime.mjs';
import {root} from './root.mjs';
import {tightTemplates} from './tight-templates.mjs';

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
const production = {
  'process.env.NODE_ENV': '"production"',
  // A library asks for it, which Chromium 92 has not; its syntax is held by last-squeeze.mjs.
  'Object.hasOwn': 'Object.prototype.hasOwnProperty.call',
};

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
 * What must come in one trip each: what the entry imports without `import()`, what the code that keeps does, and what
 * `lessons` does, the module by which an app fetches what draws them.
 */
function trips(lessons) {
  const atOnce = new Set();
  const later = {keeping: new Set(), lessons: new Set()};
  return {
    groups: [
      // The bundler's own helpers belong to the first file too.
      {name: 'at-once', test: (id) => atOnce.has(id) || id.startsWith('\0rolldown')},
      ...Object.entries(later).map(([name, found]) => ({name, test: (id) => found.has(id)})),
    ],
    plugin: {
      name: 'trips',
      buildStart() {
        atOnce.clear();
        for (const found of Object.values(later)) found.clear();
      },
      buildEnd() {
        const visit = (id, found) => {
          if (atOnce.has(id) || found.has(id)) return;
          found.add(id);
          for (const imported of this.getModuleInfo(id)?.importedIds ?? []) visit(imported, found);
        };
        for (const id of this.getModuleIds())
          if (this.getModuleInfo(id)?.isEntry) visit(id, atOnce);
        visit(join(root, 'src/components/page-keeping.ts'), later.keeping);
        if (lessons) visit(join(root, lessons), later.lessons);
      },
    },
  };
}

/**
 * A script for pages: one ES file that imports nothing by itself, and lazy chunks in c/. Resolves to its file name.
 *
 * The bundler would put what the entry and a lazy chunk share into a third file, which costs slow lines one more trip.
 * So all that is needed at once is a group, the group is written under the script's name, and the entry, which only
 * imports it, is thrown away.
 */
export async function buildScript(
  entry,
  name,
  outDir,
  {hashed = false, lessons, licences = `THIRD-PARTY-LICENSES-${name}.md`} = {},
) {
  const {script, facade} = await bundleScript(entry, name, {
    define: production,
    plugins: [ownRuntime, lastSqueeze],
    build: {target: 'es2022', outDir, license: {fileName: licences}},
    lessons,
    script: hashed ? `${name}-[hash].js` : `${name}.js`,
  });
  rmSync(resolve(root, outDir, facade.fileName));
  return script.fileName;
}

async function bundleScript(entry, name, {define, plugins = [], build, lessons, script: fileName}) {
  const {groups, plugin} = trips(lessons);
  const [{output}] = await vite({
    ...shared,
    define,
    plugins: [tightTemplates, plugin, ...plugins],
    build: {
      emptyOutDir: false,
      minify: 'oxc',
      copyPublicDir: false,
      lib: {entry: {[name]: entry}, formats: ['es']},
      ...build,
      rolldownOptions: {
        output: {
          ...minified,
          entryFileNames: `${name}.facade.js`,
          chunkFileNames: (chunk) => (chunk.name === 'at-once' ? fileName : 'c/[name]-[hash].js'),
          codeSplitting: {groups},
        },
      },
    },
  });
  const script = output.find((one) => one.name === 'at-once');
  const facade = output.find((one) => one.fileName === `${name}.facade.js`);
  if (!script || facade?.code.trim() !== `import"./${script.fileName}";`) {
    throw new Error(`${name}.js could not be made one file: its entry does more than import it.`);
  }
  return {script, facade, chunks: output.filter((one) => one.type === 'chunk' && one !== facade)};
}

/** The same for portals whose browsers or page builders cannot do modules: see classic-script.mjs. */
export async function buildClassicScript(entry, name, outDir) {
  const {script, chunks} = await bundleScript(entry, name, {
    // A classic script has no address of its own kind; it finds itself by document.currentScript.
    define: {...production, 'import.meta.url': '""'},
    build: {target: 'es2019', write: false},
    script: `${name}.js`,
  });
  const files = await classicFiles(script.fileName, chunks);
  for (const [fileName, code] of files) {
    const path = resolve(root, outDir, fileName);
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, code);
  }
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
  await vite({
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
  await buildPreviewPage();
}

/** Builds one of our modules for this very process, and resolves to what it exports. */
export async function buildForNode(entry, outDir) {
  await vite({
    ...shared,
    build: {ssr: entry, target: 'node20', outDir, emptyOutDir: true, minify: false},
  });
  const built = resolve(root, outDir, `${basename(entry, '.ts')}.js`);
  // Built anew while a server goes on: the address must be another one.
  return import(`${pathToFileURL(built)}?${Date.now()}`);
}

/** dist/cli/page: what `kynangso preview` serves beside the scripts for pages. */
async function buildPreviewPage() {
  const [page, outDir] = ['src/cli/preview/page', 'dist/cli/page'];
  await vite({
    ...shared,
    build: {
      target: 'es2022',
      outDir,
      emptyOutDir: true,
      minify: false,
      lib: {
        entry: {preview: `${page}/preview.ts`, frame: `${page}/frame.ts`},
        formats: ['es'],
      },
    },
  });
  for (const name of readdirSync(join(root, page)).filter((file) => /\.(html|css)$/.test(file))) {
    copyFileSync(join(root, page, name), join(root, outDir, name));
  }
}

export {version};
