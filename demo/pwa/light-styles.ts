interface Rule {
  readonly head: string;
  /** Declarations, or rules where the head is that of a group. */
  readonly body: string;
}

function rulesIn(css: string): Rule[] {
  const rules: Rule[] = [];
  let depth = 0;
  let start = 0;
  let open = 0;
  for (let at = 0; at < css.length; at++) {
    if (css[at] === '{' && depth++ === 0) open = at;
    if (css[at] !== '}' || --depth > 0) continue;
    rules.push({head: css.slice(start, open).trim(), body: css.slice(open + 1, at)});
    start = at + 1;
  }
  return rules;
}

/** Splits at commas that stand in no bracket. */
const listIn = (selectors: string) => selectors.split(/,(?![^(]*\))/).map((one) => one.trim());

/** What the page itself says for everything on it, and what only a foreign page could break. */
const isPages = (selector: string) =>
  /^(\*|::|:focus|:host\b.*hidden)|\[hidden|:hover|-of-type/.test(selector);
const resets =
  /(display|visibility|contain|float|font|color|(letter|word)-spacing|text-(align|transform|indent|shadow)|white-space|overflow-wrap|cursor):[^;}]*!important;?/g;

/**
 * The rules of elements' own style sheets that `html` needs outside of a shadow root, by what stands for the host there.
 * A rule that names a tag or a class which `html` has not is left out, and so is a custom property that
 * nothing reads.
 */
export function stylesFor(
  html: string,
  sheets: Readonly<Record<string, readonly string[]>>,
): string {
  const known = new Set<string>();
  for (const [, tag = ''] of html.matchAll(/<(\w+)/g)) known.add(tag);
  const classes = [...html.matchAll(/class="([^"]+)"/g)].map(([, list = '']) => list.split(' '));
  for (const name of classes.flat()) known.add(`.${name}`);

  const has = (tag = '', name = '') => new RegExp(`<${tag}\\b[^>]*[" ]${name}[" ]`).test(html);
  const hasWithout = (name = '', other = '') =>
    classes.some((list) => list.includes(name) && !list.includes(other));
  const isNeeded = (selector: string) =>
    !isPages(selector) &&
    [...selector.matchAll(/\.([\w-]+):not\(\.([\w-]+)\)/g)].every(([, name, other]) =>
      hasWithout(name, other),
    ) &&
    [...selector.matchAll(/\b(\w+)\.([\w-]+)/g)].every(([, tag, name]) => has(tag, name)) &&
    [
      ...selector.replace(/::?[\w-]+(\([^)]*\))?|\[[^\]]*\]/g, '').matchAll(/\.?[a-z][\w-]*/g),
    ].every(([name]) => known.has(name));
  const take = (text: string, host: string): string =>
    rulesIn(text)
      .map(({head, body}) => {
        if (/^@(media|supports)/.test(head)) {
          const inside = take(body, host);
          return inside && `${head}{${inside}}`;
        }
        const needed = listIn(head).filter(isNeeded);
        return needed.length > 0 ? `${needed.map(placed(host)).join()}{${body}}` : '';
      })
      .join('');

  const placed = (host: string) => (selector: string) =>
    selector.startsWith(':host') ? host : `${host} ${selector}`;

  let text = Object.entries(sheets)
    .map(([host, parts]) => take(parts.join('').replace(/\/\*[^]*?\*\//g, ''), host))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(resets, '')
    .replace(/;\}/g, '}');
  for (let before = ''; before !== text;) {
    before = text;
    text = text
      .replace(/(--_[\w-]+):[^;{}]+;?/g, (whole, name: string) =>
        new RegExp(`var\\(${name}[,)]`).test(text) ? whole : '',
      )
      .replace(/[^{}]+\{\}/g, '');
  }
  return text;
}
