import {
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  stringify,
} from 'yaml';
import type {FieldPath} from './columns.js';

/** A field of one fact and what it shall say; empty takes away a field that may be absent. */
export interface FactEdit {
  /** The fact's place in its file, from 0. */
  readonly index: number;
  readonly path: FieldPath;
  readonly text: string;
}

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

type FactMap = YAMLMap<Scalar<string>, unknown>;
type Field = Pair<Scalar<string>, unknown>;

const sourceParts = ['title', 'url', 'retrieved'] as const;
type Source = Record<(typeof sourceParts)[number], string>;

/** The order in which a missing field finds its place. */
const order = ['id', 'value', 'fallback', 'scope', 'validFrom', 'validTo', 'verifiedOn'];

const fieldOf = (map: FactMap, name: string): Field | undefined =>
  map.items.find(({key}) => key.value === name);

/** Begin and end of a node's own characters. */
function spanOf(node: unknown): readonly [number, number] {
  const range = (node as {range?: readonly [number, number, number] | null} | undefined)?.range;
  if (!range) throw new Error('A node that was read has a place.');
  return [range[0], range[1]];
}

/** One line of YAML that means the text. */
function written(text: string, like: unknown, flow: boolean): string {
  const double = JSON.stringify(text);
  const style = isScalar(like) ? like.type : undefined;
  if (style === 'QUOTE_DOUBLE') return double;
  if (style === 'QUOTE_SINGLE') return `'${text.replaceAll("'", "''")}'`;
  const plain = stringify(text, {lineWidth: 0}).trimEnd();
  return plain.includes('\n') || (flow && /[,[\]{}]/.test(plain)) ? double : plain;
}

/** The text of one facts file while its fields are changed: nothing else in it moves. */
class FactText {
  readonly #raw: string;
  readonly #eol: string;
  #splices: Splice[] = [];

  constructor(raw: string) {
    this.#raw = raw;
    this.#eol = raw.includes('\r\n') ? '\r\n' : '\n';
  }

  #lineStart(at: number): number {
    return this.#raw.lastIndexOf('\n', at - 1) + 1;
  }

  /** Where the line of a place ends, before its line break. */
  #lineEnd(at: number): number {
    const found = this.#raw.indexOf('\n', at);
    if (found === -1) return this.#raw.length;
    return this.#raw[found - 1] === '\r' ? found - 1 : found;
  }

  #nextLine(at: number): number {
    const found = this.#raw.indexOf('\n', at);
    return found === -1 ? this.#raw.length : found + 1;
  }

  /** The end of a node without the line breaks that block scalars and lists take with them. */
  #endOf(node: unknown): number {
    const [start, end] = spanOf(node);
    return start + this.#raw.slice(start, end).trimEnd().length;
  }

  #put(start: number, end: number, text: string) {
    this.#splices.push({start, end, text});
  }

  /** The spaces under which a fact's fields stand. */
  #indentOf(map: FactMap): string {
    const [start] = spanOf(map.items[0]?.key);
    return ' '.repeat(start - this.#lineStart(start));
  }

  replace(value: unknown, text: string, flow: boolean) {
    const [start, end] = [spanOf(value)[0], this.#endOf(value)];
    // `value:` with nothing behind it stands right after its colon.
    const gap = start === end && this.#raw[start - 1] === ':' ? ' ' : '';
    this.#put(start, end, gap + written(text, value, flow));
  }

  /** `gone`: fields that are being taken away, behind which nothing can be put. */
  add(map: FactMap, name: string, text: string, gone: readonly string[]) {
    const before = order
      .slice(0, order.indexOf(name))
      .filter((one) => !gone.includes(one))
      .reverse()
      .map((one) => fieldOf(map, one))
      .find((field) => field !== undefined);
    const line = `${name}: ${written(text, undefined, map.flow === true)}`;
    const end = this.#endOf(before?.value);
    if (map.flow) this.#put(end, end, `, ${line}`);
    else {
      const place = this.#lineEnd(end);
      this.#put(place, place, this.#eol + this.#indentOf(map) + line);
    }
  }

  remove(map: FactMap, name: string) {
    const at = map.items.findIndex(({key}) => key.value === name);
    const [field, next, former] = [map.items[at], map.items[at + 1], map.items[at - 1]];
    if (!field) return;
    const [start] = spanOf(field.key);
    const end = this.#endOf(field.value);
    const first = this.#raw.slice(this.#lineStart(start), start).includes('-');
    if (next && (map.flow || first)) this.#put(start, spanOf(next.key)[0], '');
    else if (map.flow) this.#put(this.#endOf(former?.value), end, '');
    else this.#put(this.#lineStart(start), this.#nextLine(end), '');
  }

  /** Gives a fact its sources: `slots` in the order of the file, then new ones; nothing where one goes. */
  setSources(map: FactMap, slots: readonly (Source | undefined)[]) {
    const field = fieldOf(map, 'sources');
    const list = isSeq(field?.value) ? (field.value as YAMLSeq<FactMap>) : undefined;
    if (!field || !list) throw new Error('A fact that was read has its sources.');
    const kept = list.items.map((_, at) => slots[at]);
    const added = slots.slice(kept.length).filter((source) => source !== undefined);

    list.items.forEach((item, at) => {
      const source = kept[at];
      for (const part of sourceParts) {
        const value = fieldOf(item, part)?.value;
        if (source && isScalar(value) && value.value !== source[part]) {
          this.replace(value, source[part], item.flow === true);
        }
      }
    });
    const stay = kept.filter((source) => source !== undefined);
    if (stay.length === kept.length && added.length === 0) return;
    if (stay.length > 0 && !list.flow && (added.length === 0 || stay.length === kept.length)) {
      list.items.forEach((item, at) => {
        if (kept[at]) return;
        this.#put(this.#lineStart(spanOf(item)[0]), this.#nextLine(this.#endOf(item)), '');
      });
      const last = list.items.at(-1);
      const place = this.#lineEnd(this.#endOf(last));
      const dash = this.#raw.lastIndexOf('-', spanOf(last)[0]);
      const indent = ' '.repeat(dash - this.#lineStart(dash));
      for (const source of added) this.#put(place, place, this.#item(source, indent));
      return;
    }
    const last = list.items.at(-1);
    if (last && list.flow && stay.length === kept.length) {
      const place = this.#endOf(last);
      const items = added.map((source) => `, ${this.#flowItem(source)}`);
      this.#put(place, place, items.join(''));
      return;
    }
    // What a mended line would have changed is in the new list as well.
    const [start] = spanOf(list);
    const end = this.#endOf(list);
    this.#splices = this.#splices.filter((one) => one.end <= start || one.start >= end);
    const all = [...stay, ...added];
    const colon = spanOf(field.key)[1];
    const indent = `${this.#indentOf(map)}  `;
    const text = map.flow
      ? ` [${all.map((source) => this.#flowItem(source)).join(', ')}]`
      : all.map((source) => this.#item(source, indent)).join('') || ' []';
    this.#put(colon + 1, end, text);
  }

  #item(source: Source, indent: string): string {
    return sourceParts
      .map((part, at) => {
        const lead = at === 0 ? '- ' : '  ';
        return `${this.#eol}${indent}${lead}${part}: ${written(source[part], undefined, false)}`;
      })
      .join('');
  }

  #flowItem(source: Source): string {
    return `{${sourceParts.map((part) => `${part}: ${written(source[part], undefined, true)}`).join(', ')}}`;
  }

  /** The file with all of it. */
  get text(): string {
    // Two additions at one place keep the order they were made in.
    const inOrder = this.#splices
      .map((splice, at) => ({...splice, at}))
      .sort((a, b) => b.start - a.start || b.at - a.at);
    return inOrder.reduce(
      (text, {start, end, text: fresh}) => text.slice(0, start) + fresh + text.slice(end),
      this.#raw,
    );
  }
}

const sourceOf = (item: unknown): Source => {
  const value = (isMap(item) ? item.toJSON() : {}) as Partial<Source>;
  return {title: value.title ?? '', url: value.url ?? '', retrieved: value.retrieved ?? ''};
};

/**
 * A facts file with other words in some of its fields. Comments, order, quotes and line ends stay as they are, and so
 * does every line that no edit is about. The file has to be one that `readFacts` found sound.
 */
export function editedFacts(raw: string, edits: readonly FactEdit[]): string {
  const list = parseDocument(raw, {prettyErrors: false}).contents;
  const maps = isSeq(list) ? (list.items as FactMap[]) : [];
  const text = new FactText(raw);
  for (const index of new Set(edits.map((edit) => edit.index))) {
    const map = maps[index];
    if (!map) throw new Error('A fact that was read is in its file.');
    const own = edits
      .filter((edit) => edit.index === index)
      .sort((a, b) => order.indexOf(a.path[0]) - order.indexOf(b.path[0]));
    const gone = own.flatMap(({path: [name], text: words}) => (words === '' ? [name] : []));
    for (const {path, text: words} of own) {
      const [name] = path;
      if (name === 'sources') continue;
      const field = fieldOf(map, name);
      if (field && words === '' && order.indexOf(name) > 3) text.remove(map, name);
      else if (field) text.replace(field.value, words, map.flow === true);
      else if (words !== '') text.add(map, name, words, gone);
    }
    const ofSources = own.filter(({path}) => path[0] === 'sources');
    if (ofSources.length === 0) continue;
    const former = fieldOf(map, 'sources')?.value;
    const slots: Source[] = isSeq(former) ? former.items.map(sourceOf) : [];
    for (const {path, text: words} of ofSources) {
      if (path[0] !== 'sources') continue;
      while (slots.length <= path[1]) slots.push({title: '', url: '', retrieved: ''});
      const slot = slots[path[1]];
      if (slot) slot[path[2]] = words;
    }
    text.setSources(
      map,
      slots.map((slot) => (sourceParts.every((part) => slot[part] === '') ? undefined : slot)),
    );
  }
  return text.text;
}
