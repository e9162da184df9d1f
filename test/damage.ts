import fc from 'fast-check';
import {crc32} from '../src/exchange/crc32.js';

/** What a bad cable, a full disk, a chat program or a stranger does to something on its way. */
export type Damage<T> = (whole: T) => T;

/** Anywhere in something of any length. */
const place = fc.nat(0xffff);
const stretch = fc.integer({min: 1, max: 60});

const several = <T>(one: fc.Arbitrary<Damage<T>>): fc.Arbitrary<Damage<T>> =>
  fc
    .array(one, {minLength: 1, maxLength: 3})
    .map((hits) => (whole) => hits.reduce((before, hit) => hit(before), whole));

interface Pieces<T> {
  readonly length: number;
  slice(from: number, to?: number): T;
}

/** Lost, doubled, swapped, cut off, with something strange in it: the same for bytes and for letters. */
function misplaced<T extends Pieces<T>>(
  joined: (...parts: readonly T[]) => T,
  strange: fc.Arbitrary<T>,
): fc.Arbitrary<Damage<T>> {
  const at = (whole: T, where: number) => where % (whole.length + 1);
  return fc.oneof(
    place.map((where) => (whole: T) => whole.slice(0, at(whole, where))),
    place.map((where) => (whole: T) => whole.slice(at(whole, where))),
    fc.tuple(place, stretch).map(([where, many]) => (whole: T) => {
      const from = at(whole, where);
      return joined(whole.slice(0, from), whole.slice(from + many));
    }),
    fc.tuple(place, stretch).map(([where, many]) => (whole: T) => {
      const from = at(whole, where);
      return joined(whole.slice(0, from + many), whole.slice(from));
    }),
    fc.tuple(place, stretch).map(([where, many]) => (whole: T) => {
      const from = at(whole, where);
      return joined(
        whole.slice(0, from),
        whole.slice(from + many, from + 2 * many),
        whole.slice(from, from + many),
        whole.slice(from + 2 * many),
      );
    }),
    fc.tuple(place, strange).map(([where, piece]) => (whole: T) => {
      const from = at(whole, where);
      return joined(whole.slice(0, from), piece, whole.slice(from));
    }),
    fc.tuple(place, strange).map(([where, piece]) => (whole: T) => {
      const from = at(whole, where);
      return joined(whole.slice(0, from), piece, whole.slice(from + piece.length));
    }),
  );
}

export function bytesJoined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, {length}) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const strangeBytes = fc.oneof(
  fc.uint8Array({minLength: 1, maxLength: 12}),
  fc
    .constantFrom(0, 0x7f, 0x80, 0xff)
    .chain((byte) => fc.integer({min: 1, max: 64}).map((many) => new Uint8Array(many).fill(byte))),
);

const turned = fc
  .array(fc.nat(0xffffff), {minLength: 1, maxLength: 4})
  .map((bits): Damage<Uint8Array> => (whole) => {
    const bytes = whole.slice();
    for (const bit of bits) {
      const at = bit % Math.max(8, bytes.length * 8);
      if (bytes.length > 0) bytes[at >> 3]! ^= 0x80 >> (at % 8);
    }
    return bytes;
  });

export const byteDamage: fc.Arbitrary<Damage<Uint8Array>> = several(
  fc.oneof(
    {weight: 3, arbitrary: turned},
    {weight: 4, arbitrary: misplaced(bytesJoined, strangeBytes)},
  ),
);

/** What stands in chats, addresses and files beside what is looked for. */
const strangeText = fc.oneof(
  fc.string({unit: 'binary', minLength: 1, maxLength: 8}),
  fc.constantFrom(
    '\n',
    '\r\n> ',
    '\u200b',
    '\ufeff',
    '\u0301',
    '\ud83d',
    '🙏🏽',
    '%',
    '%20',
    '"}',
    '[[[[[[[[',
    'KNS1.',
    'KNSR1.',
    'KNSI1.',
    'knsa1.0000',
    'kns1.0000',
    'KNS1.ZZZZ',
    '__proto__',
    '-1e999',
    'gặp sau nhé',
    '0',
    'ZZZZ',
  ),
);

export const textDamage: fc.Arbitrary<Damage<string>> = several(
  fc.oneof(
    {weight: 6, arbitrary: misplaced((...parts: readonly string[]) => parts.join(''), strangeText)},
    {
      weight: 1,
      arbitrary: fc.constantFrom<Damage<string>>(
        (text) => text.toLowerCase(),
        (text) => text.normalize('NFD'),
        (text) => text.replace(/(.{40})/g, '$1\n'),
        (text) => encodeURIComponent(text.replace(/[\ud800-\udfff]/g, '')),
        (text) => [...text].reverse().join(''),
      ),
    },
  ),
);

type Step = string | number;
type Holder = Record<Step, unknown>;

const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

/** Every place in a value that JSON can say. */
function placesIn(value: unknown): [holder: Holder, step: Step][] {
  if (!isHolder(value)) return [];
  return Object.keys(value).flatMap((name): [Holder, Step][] => {
    const step = Array.isArray(value) ? Number(name) : name;
    return [[value, step], ...placesIn(value[step])];
  });
}

const deep = (levels: number): unknown => {
  let value: unknown = 0;
  for (let level = 0; level < levels; level++) value = [value];
  return value;
};

const strangeValue = fc.oneof(
  fc.jsonValue({maxDepth: 2}),
  fc.constantFrom<unknown>(
    null,
    '',
    -1,
    0,
    1e308,
    2 ** 53,
    0.5,
    '../course.json',
    'javascript:alert(1)',
    '0'.repeat(5000),
    [],
    {},
    deep(200),
    {['__proto__']: {ours: true}},
    JSON.parse('{"__proto__": {"spoiled": true}}'),
  ),
);

/** Does not touch what it is given. */
export const jsonDamage: fc.Arbitrary<Damage<unknown>> = several(
  fc
    .tuple(
      place,
      strangeValue,
      fc.constantFrom('put', 'put', 'drop', 'add', 'again', 'moved'),
      place,
    )
    .map(([where, strange, how, other]): Damage<unknown> => (whole) => {
      const copy = structuredClone({whole});
      const places = placesIn(copy);
      const [holder, step] = places[where % places.length]!;
      const [from, name] = places[other % places.length]!;
      if (how === 'put') holder[step] = structuredClone(strange);
      else if (how === 'moved') holder[step] = structuredClone(from[name]);
      else if (Array.isArray(holder)) {
        const at = Number(step);
        if (how === 'drop') holder.splice(at, 1);
        else holder.splice(at, 0, structuredClone(how === 'again' ? holder[at] : strange));
      } else if (how === 'drop') delete holder[step];
      else holder[how === 'again' ? `${step}2` : '__proto__x'] = structuredClone(strange);
      return copy.whole;
    }),
);

/** The same with these bits turned, counted from the first one of the first byte. */
export function flipped(bytes: Uint8Array, ...bits: readonly number[]): Uint8Array {
  const copy = bytes.slice();
  for (const bit of bits) copy[bit >> 3]! ^= 0x80 >> (bit % 8);
  return copy;
}

/** The same under a right check sum at the end, as a program with a mistake, or a forger, would send it. */
export function resealed(bytes: Uint8Array): Uint8Array {
  if (bytes.length < 4) return bytes;
  const copy = bytes.slice();
  new DataView(copy.buffer).setUint32(copy.length - 4, crc32(copy.subarray(0, -4)));
  return copy;
}
