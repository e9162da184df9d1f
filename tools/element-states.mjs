/** Reads `@shows state - what the learner sees` from the docs of a class into its declaration, as `states`. */
export const elementStates = {
  name: 'element-states',
  analyzePhase({ts, node, moduleDoc}) {
    if (!ts.isClassDeclaration(node) || !node.name) return;
    const declaration = moduleDoc.declarations?.find(({name}) => name === node.name.text);
    const states = ts
      .getJSDocTags(node)
      .filter(({tagName}) => tagName.text === 'shows')
      .map(({comment}) => {
        const [, name, description] = /^([\w-]+)\s+-\s+(.+)$/s.exec(
          ts.getTextOfJSDocComment(comment) ?? '',
        ) ?? [undefined, '?', ''];
        return {name, description: description.replace(/\s+/g, ' ').trim()};
      });
    if (declaration && states.length > 0) declaration.states = states;
  },
};
