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

/**
 * True when a tag is ours to write in a template: its class bears our brand, or is yet to come.
 * A foreign one is left out, with one warning.
 */
export function isOurs(tag: string): boolean {
  const found = customElements.get(tag) as Branded | undefined;
  if (!found || found[brand]) return true;
  warnOnce(tag, 'belongs to another library; that part is left out.');
  return false;
}

/** A tag table: each tag with its class. */
type Tags = Readonly<Record<string, CustomElementConstructor>>;

/** Defines what is not taken. */
export function defineFreeTags(table: Tags): void {
  for (const [tag, element] of Object.entries(table)) {
    if (!customElements.get(tag)) {
      Object.defineProperty(element, brand, {value: true});
      customElements.define(tag, element);
    } else isOurs(tag);
  }
}

let fetchLater: (() => Promise<Tags>) | undefined;

/** Says how to fetch the tags that are of no use before a study begins. */
export function expectLaterTags(fetch: () => Promise<Tags>): void {
  fetchLater = fetch;
}

/** Called whenever a study begins: defines what was expected, once it can be had. */
export function defineLaterTags(): void {
  const fetch = fetchLater;
  fetchLater = undefined;
  fetch?.().then(defineFreeTags, () => {
    // Nothing is lost without them; the next study asks again.
    fetchLater = fetch;
  });
}

/**
 * Defines a tag table in its order: providers stand first, since defining a tag wakes the ones on the page,
 * and a consumer that wakes before its provider finds nobody to ask.
 * Where the first tag is taken, another copy is at work: nothing is defined.
 * `before` runs first, for what the elements need of the page. Does nothing on a server.
 */
export function defineTags(table: Tags, before: () => void): void {
  if (!('customElements' in globalThis) || !('document' in globalThis)) return;
  const [lead = ''] = Object.keys(table);
  if (customElements.get(lead)) {
    warnOnce(lead, 'is defined already; this copy of the library stands back.');
    return;
  }
  before();
  defineFreeTags(table);
}
