import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import ts from 'typescript';
import {filesBelow, textOf} from './sources.mjs';

/** Names that no engine of the README's floor (Chromium 92, Firefox 101, Safari 16.4) knows, by the Chromium that brought them. */
const tooNew = {
  hasOwn: 93,
  findLast: 97,
  findLastIndex: 97,
  structuredClone: 98,
  throwIfAborted: 100,
  checkVisibility: 105,
  toReversed: 110,
  toSorted: 110,
  toSpliced: 110,
  isWellFormed: 111,
  groupBy: 117,
  withResolvers: 119,
  canParse: 120,
  fromAsync: 121,
  fromBase64: 140,
  toBase64: 140,
};

/** What a script calls or how it writes that the oldest engine cannot follow. */
function beyond(path) {
  const tree = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    if (ts.isClassStaticBlockDeclaration(node)) found.push('a static block: 94');
    if (ts.isCallExpression(node)) {
      const {expression} = node;
      const name = ts.isPropertyAccessExpression(expression)
        ? expression.name.text
        : ts.isIdentifier(expression)
          ? expression.text
          : '';
      if (Object.hasOwn(tooNew, name)) found.push(`${name}(): ${tooNew[name]}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found.map((what) => `${path}: ${what}`);
}

describe('the scripts for pages', () => {
  const scripts = filesBelow('dist/cdn', '.js');

  it('speak no newer language than the oldest browser that the README promises to a member', () => {
    assert.ok(scripts.length > 4);
    assert.deepEqual(scripts.flatMap(beyond), []);
  });
});
