import {minify} from 'terser';
import ts from 'typescript';

/**
 * Runs once, in the first file: where the other files leave their modules and how they are fetched.
 * `f` is that of the folder the script lies in, so two versions on one page do not mix.
 */
const runtime = `
var script = document.currentScript, base = /^[^?#]*\\//.exec(script.src)[0];
var key = Symbol.for('kynangso/classic/1'), all = globalThis[key] = globalThis[key] || {};
var here = all[base] = {}, modules = {}, policy;
function source(url) {
  if (!globalThis.trustedTypes) return url;
  policy = policy || trustedTypes.createPolicy('kynangso', {createScriptURL: function (input) {
    if (input.indexOf(base) !== 0) throw new TypeError('A part comes from beside its script.');
    return input;
  }});
  return policy.createScriptURL(url);
}
function part(name) {
  return modules[name] = modules[name] || new Promise(function (resolve, reject) {
    var tag = document.createElement('script');
    tag.src = source(base + name);
    tag.onload = function () { tag.remove(); resolve(); };
    tag.onerror = function () { tag.remove(); delete modules[name]; reject(new Error(name + ' could not be fetched.')); };
    document.head.append(tag);
  }).then(function () {
    var left = here[name];
    return Promise.all(left.needs.map(part)).then(function (given) { return left.run.apply(null, [part].concat(given)); });
  });
}
`;

const quoted = (text) => JSON.stringify(text);

/** A chunk's name as the first file knows it: below the folder of the scripts. */
const classicName = (fileName) => fileName.replace(/\.js$/, '.iife.js');

/** Splits a bundled module into what it needs, what it leaves, and its body with \`part()\` for \`import()\`. */
function taken(fileName, code) {
  const tree = ts.createSourceFile(fileName, code, ts.ScriptTarget.ES2022, true);
  const cuts = [];
  const needs = [];
  const leaves = [];
  const address = (specifier) => new URL(specifier, `file:///${fileName}`).pathname.slice(1);
  const visit = (node) => {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const name = classicName(address(node.arguments[0].text));
      cuts.push([node.getStart(tree), node.getEnd(), `__part(${quoted(name)})`]);
      return;
    }
    ts.forEachChild(node, visit);
  };
  for (const statement of tree.statements) {
    if (ts.isImportDeclaration(statement)) {
      const named = statement.importClause?.namedBindings?.elements ?? [];
      needs.push({
        from: classicName(address(statement.moduleSpecifier.text)),
        names: named.map((one) => [(one.propertyName ?? one.name).text, one.name.text]),
      });
      cuts.push([statement.getStart(tree), statement.getEnd(), '']);
    } else if (ts.isExportDeclaration(statement)) {
      for (const one of statement.exportClause.elements) {
        leaves.push([one.name.text, (one.propertyName ?? one.name).text]);
      }
      cuts.push([statement.getStart(tree), statement.getEnd(), '']);
    } else visit(statement);
  }
  let body = code;
  for (const [from, to, text] of cuts.sort((a, b) => b[0] - a[0])) {
    body = body.slice(0, from) + text + body.slice(to);
  }
  const left = `{${leaves.map(([name, local]) => `${quoted(name)}: ${local}`).join(', ')}}`;
  return {needs, left, body};
}

/**
 * The files of a module build as classic scripts in the language of 2019, under their names with
 * \`.iife\`: the first runs by itself, each other leaves a function behind that is run when asked for.
 */
export async function classicFiles(first, chunks) {
  const files = new Map();
  for (const {fileName, code} of chunks) {
    const {needs, left, body} = taken(fileName, code);
    const name = classicName(fileName);
    const takes = needs
      .map(({names}, index) =>
        names.map(([theirs, local]) => `var ${local} = n${index}[${quoted(theirs)}];`).join(''),
      )
      .join('\n');
    const whole =
      fileName === first
        ? `(function () {'use strict';${runtime}\nvar __part = part;\nmodules[${quoted(name)}] = Promise.resolve((function () {${body}\nreturn ${left};})());})();`
        : `(function (src) {'use strict';
            var base = src.slice(0, src.lastIndexOf('/c/') + 1);
            globalThis[Symbol.for('kynangso/classic/1')][base][${quoted(name)}] = {
              needs: ${quoted(needs.map(({from}) => from))},
              run: function (__part${needs.map((_, index) => `, n${index}`).join('')}) {${takes}${body}\nreturn ${left};}
            };
          })(document.currentScript.src);`;
    const {code: small} = await minify(whole, {ecma: 2019, compress: {passes: 3}});
    files.set(name, small);
  }
  return files;
}
