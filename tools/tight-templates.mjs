import ts from 'typescript';

const tags = new Set(['html', 'svg', 'css']);

/** A line break with its indent is one blank to HTML and none to CSS. */
const tighten = {
  html: (text) => text.replace(/\s*\n\s*/g, '\n'),
  svg: (text) => text.replace(/\s*\n\s*/g, '\n'),
  css: (text) =>
    text
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\s*\n\s*/g, '\n')
      .replace(/\s*([{};,])\s*/g, '$1')
      .replace(/:\s+/g, ':')
      .replace(/;\}/g, '}'),
};

/** Takes the indentation out of Lit's templates: minifiers leave strings alone, and ours are a fifteenth of a script. */
export const tightTemplates = {
  name: 'tight-templates',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/src\/components\/.*\.ts$/.test(id)) return null;
    const tree = ts.createSourceFile(id, code, ts.ScriptTarget.ES2022, true);
    const parts = [];
    const visit = (node) => {
      if (ts.isTaggedTemplateExpression(node) && tags.has(node.tag.getText(tree))) {
        const {template} = node;
        const pieces = ts.isNoSubstitutionTemplateLiteral(template)
          ? [template]
          : [template.head, ...template.templateSpans.map(({literal}) => literal)];
        for (const piece of pieces) {
          parts.push([piece.getStart(tree), piece.getEnd(), tighten[node.tag.getText(tree)]]);
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
    let tight = code;
    for (const [from, to, change] of parts.sort((a, b) => b[0] - a[0])) {
      tight = tight.slice(0, from) + change(tight.slice(from, to)) + tight.slice(to);
    }
    return {code: tight, map: null};
  },
};
