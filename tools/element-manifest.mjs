import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {cli} from '@custom-elements-manifest/analyzer/cli.js';
import {root} from './root.mjs';

/** The sources of each tag table: what is defined at once, and what later. */
const tables = {
  './define.js': ['src/define.ts', 'src/define-later.ts', 'src/define-page.ts'],
  './define-trainer.js': ['src/define-trainer.ts'],
};

/** Tag → class, read from the sources of the table that a module defines. */
export function tagTable(definition) {
  const sources = tables[definition].map((file) => readFileSync(join(root, file), 'utf8'));
  return new Map(
    [...sources.join('').matchAll(/'(kns-[a-z-]+)':\s*(Kns\w+)/g)].map(([, tag, name]) => [
      tag,
      name,
    ]),
  );
}

const isPublic = ({name, privacy}) =>
  privacy !== 'private' && privacy !== 'protected' && !name?.startsWith('#');

/**
 * dist/custom-elements.json: what the analyzer finds, kept to the elements of the two tag tables.
 * The analyzer cannot see registration by table, so tag and definition are added here.
 */
export async function buildElementManifest() {
  const found = await cli({
    argv: ['analyze', '--config', 'tools/element-manifest.config.mjs'],
    cwd: root,
    noWrite: true,
  });
  const modules = [];
  for (const definition of Object.keys(tables)) {
    for (const [tag, name] of tagTable(definition)) {
      const module = found.modules.find(({declarations}) =>
        declarations.some((declaration) => declaration.name === name),
      );
      if (!module)
        throw new Error(`${definition} names ${name}, which src/components does not declare.`);
      const declaration = module.declarations.find((one) => one.name === name);
      const path = module.path.replace(/^src\//, 'dist/esm/').replace(/\.ts$/, '.js');
      modules.push({
        kind: 'javascript-module',
        path,
        declarations: [
          {
            ...declaration,
            tagName: tag,
            customElement: true,
            members: declaration.members?.filter(isPublic),
          },
        ],
        exports: [
          {kind: 'js', name, declaration: {name, module: path}},
          {
            kind: 'custom-element-definition',
            name: tag,
            declaration: {name, module: path},
            definedIn: definition,
          },
        ],
      });
    }
  }
  const manifest = {schemaVersion: '1.0.0', readme: 'README.md', modules};
  writeFileSync(join(root, 'dist/custom-elements.json'), JSON.stringify(manifest, null, 2) + '\n');
}
