import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {cli} from '@custom-elements-manifest/analyzer/cli.js';
import {root} from './root.mjs';

/** Tag → class, read from a tag table's source. */
export function tagTable(file) {
  const source = readFileSync(join(root, file), 'utf8');
  return new Map(
    [...source.matchAll(/'(kns-[a-z-]+)':\s*(Kns\w+)/g)].map(([, tag, name]) => [tag, name]),
  );
}

const tables = {
  './define.js': 'src/define.ts',
  './define-trainer.js': 'src/define-trainer.ts',
};

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
  for (const [definition, table] of Object.entries(tables)) {
    for (const [tag, name] of tagTable(table)) {
      const module = found.modules.find(({declarations}) =>
        declarations.some((declaration) => declaration.name === name),
      );
      if (!module)
        throw new Error(`${table} names ${name}, which src/components does not declare.`);
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
