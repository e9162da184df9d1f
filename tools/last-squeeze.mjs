import {minify} from 'terser';

/**
 * A second look at what the bundler minified: terser saves another half kB of brotli, which is what a
 * small lesson weighs per question. `ecma` is the newest syntax it may write.
 */
export const lastSqueeze = (ecma) => ({
  name: 'last-squeeze',
  async generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const {code} = await minify(chunk.code, {
        module: chunk.exports.length > 0 || ecma > 2019,
        ecma,
        compress: {passes: 3},
      });
      chunk.code = code;
    }
  },
});
