/** Marks our classes, so that an element of another library under one of our tags is told apart. */
export const brand = Symbol.for('kynangso/element/1');

interface Branded {
  readonly [brand]?: true;
}

const warned = new Set<string>();

function warnOnce(tag: string, sentence: string) {
  if (warned.has(tag)) return;
  warned.add(tag);
  console.warn(`kynangso: tag-taken <${tag}> ${sentence}`);
}

/** True when a tag is ours to write in a template. A foreign one is left out, with one warning. */
export function isOurs(tag: string): boolean {
  const found = customElements.get(tag) as Branded | undefined;
  if (found && !found[brand]) warnOnce(tag, 'belongs to another library; that part is left out.');
  return found?.[brand] === true;
}

/**
 * Defines a tag table in its order: providers stand first, since defining a tag wakes the ones on the page,
 * and a consumer that wakes before its provider finds nobody to ask.
 * Where the first tag is taken, another copy is at work: nothing is defined.
 * `before` runs first, for what the elements need of the page. Does nothing on a server.
 */
export function defineTags(
  table: Readonly<Record<string, CustomElementConstructor>>,
  before: () => void,
): void {
  if (!('customElements' in globalThis) || !('document' in globalThis)) return;
  const tags = Object.entries(table);
  const lead = tags[0]?.[0] ?? '';
  if (customElements.get(lead)) {
    warnOnce(lead, 'is defined already; this copy of the library stands back.');
    return;
  }
  before();
  for (const [tag, element] of tags) {
    if (!customElements.get(tag)) {
      Object.defineProperty(element, brand, {value: true});
      customElements.define(tag, element);
    } else isOurs(tag);
  }
}
