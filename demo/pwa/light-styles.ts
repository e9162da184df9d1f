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

/** The palette of the page's own style sheet under the names that elements use for the same colours. */
const palette = ['paper', 'sheet', 'ink', 'faded', 'rule', 'edge', 'accent'];
const names: Readonly<Record<string, string>> = {card: 'sheet', quiet: 'faded', spine: 'accent'};

/**
 * The rules of elements' own style sheets that `html` needs outside of a shadow root, below `.first`. A rule that names
 * a tag or a class which `html` has not is left out, and so is whatever belongs to a host. Colours are the page's:
 * a test holds them equal to the elements' own.
 */
export function stylesFor(html: string, css: string): string {
  const known = new Set(['label']);
  for (const [, tag = ''] of html.matchAll(/<(\w+)/g)) known.add(tag);
  for (const [, list = ''] of html.matchAll(/class="([^"]+)"/g))
    for (const name of list.split(' ')) known.add(`.${name}`);

  const isNeeded = (selector: string) =>
    /^[.a-z]/.test(selector) &&
    !/\[|:hover|-of-type/.test(selector) &&
    [...selector.replace(/::?[\w-]+(\([^)]*\))?/g, '').matchAll(/\.?[a-z][\w-]*/g)].every(
      ([name]) => known.has(name),
    );

  const take = (text: string): string =>
    rulesIn(text)
      .map(({head, body}) => {
        if (/^@(media|supports)/.test(head)) {
          const inside = take(body);
          return inside && `${head}{${inside}}`;
        }
        const needed = listIn(head).filter(isNeeded);
        return needed.length > 0
          ? `${needed.map((selector) => `.first ${selector}`).join()}{${body}}`
          : '';
      })
      .join('');

  return take(css.replace(/\/\*[^]*?\*\//g, ''))
    .replace(/var\(--_(\w+)\)/g, (whole, name: string) => {
      const page = names[name] ?? name;
      return palette.includes(page) ? `var(--${page})` : whole;
    })
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;\}/g, '}');
}
