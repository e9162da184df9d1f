/**
 * Gives each chunk that needs the bundler's own helper a copy of it. Where two lazy chunks need it, it would be a file
 * of its own: a further trip before either can run.
 */
export const ownRuntime = {
  name: 'own-runtime',
  generateBundle(_options, bundle) {
    const runtime = Object.values(bundle).find(({name}) => name === 'rolldown-runtime');
    if (!runtime) return;
    const [, body, inner = 't'] =
      /^([^]*)export\s*\{\s*(?:([\w$]+) as )?t\s*\};?\s*$/.exec(runtime.code) ?? [];
    const file = runtime.fileName.split('/').at(-1);
    const importing = new RegExp(
      `import\\s*\\{\\s*t as ([\\w$]+)\\s*\\}\\s*from\\s*"\\./${file.replaceAll('.', '\\.')}";?`,
    );
    for (const chunk of Object.values(bundle)) {
      if (!chunk.imports?.includes(runtime.fileName)) continue;
      const code = chunk.code.replace(
        importing,
        (_, name) => `const ${name}=(()=>{${body};return ${inner}})();`,
      );
      if (!body || code === chunk.code) {
        throw new Error(`The helper of ${chunk.fileName} could not be taken into it.`);
      }
      chunk.code = code;
    }
    delete bundle[runtime.fileName];
  },
};
