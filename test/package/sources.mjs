import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join, normalize} from 'node:path';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every file below a folder of the repository, by its path from the root. */
export const filesBelow = (folder, ending) =>
  readdirSync(join(root, folder), {recursive: true})
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith(ending))
    .sort();

/** Our sources, by their path from the root. */
export const sources = filesBelow('src', '.ts');

export const textOf = (path) => readFileSync(join(root, path), 'utf8');

/** What a source imports: `from`, and whether only types are meant, and whether it is asked for later. */
export function importsOf(path) {
  const tree = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.ES2022, true);
  const found = [];
  const visit = (node) => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier !== undefined
    ) {
      const clause = ts.isImportDeclaration(node) ? node.importClause : node;
      const names = clause?.namedBindings?.elements ?? clause?.exportClause?.elements;
      const onlyTypes =
        clause?.isTypeOnly === true ||
        (!clause?.name && names?.length > 0 && names.every((name) => name.isTypeOnly));
      found.push({from: node.moduleSpecifier.text, onlyTypes, later: false});
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      found.push({from: node.arguments[0].text, onlyTypes: false, later: true});
    }
    if (ts.isImportTypeNode(node)) {
      found.push({from: node.argument.literal.text, onlyTypes: true, later: false});
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** The source a relative import leads to; undefined for a package. */
export const sourceOf = (importer, from) =>
  from.startsWith('.')
    ? normalize(join(dirname(importer), from))
        .replaceAll('\\', '/')
        .replace(/\.js$/, '.ts')
    : undefined;

/** The package a bare import belongs to. */
export const packageOf = (from) =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');
