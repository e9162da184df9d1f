import {type Member, type MemberCode, memberRoles} from '../../store/reckoning/member.js';
import type {LearnerKey} from '../../store/reckoning/record.js';
import type {Registered} from '../../store/reckoning/register.js';
import {type Unit, type UnitKey, unitLevels} from '../../store/reckoning/unit.js';
import type {RosterRegisters} from '../../store/roster-contract.js';
import {seal, type SealFlaw, unseal} from '../../store/sealing.js';
import {deflate, inflate} from '../deflate.js';

/** What a trainer keeps: who belongs where, what learners are called, and what was received of them. */
export interface RosterFile {
  readonly registers: RosterRegisters;
  readonly names: ReadonlyMap<LearnerKey, string>;
  /** A progress file of everything that was received. */
  readonly progress: string;
}

const mostBytes = 80_000_000;

/** Everything a trainer keeps as one file that only these words open; nothing where the browser cannot seal. */
export async function sealedRoster(
  {registers: {units, members, links}, names, progress}: RosterFile,
  words: string,
): Promise<Uint8Array | undefined> {
  const content = {
    v: 1,
    units: [...units],
    members: [...members],
    links,
    names: [...names],
    progress,
  };
  const text = new TextEncoder().encode(JSON.stringify(content));
  const deflated = deflate(text);
  const bytes = new Uint8Array(4 + deflated.length);
  new DataView(bytes.buffer).setUint32(0, text.length);
  bytes.set(deflated, 4);
  return seal(bytes, words);
}

/** What a file of a trainer holds, or why it does not open. Never throws. */
export async function openedRoster(
  file: Uint8Array,
  words: string,
): Promise<RosterFile | SealFlaw | 'newer'> {
  if (file.length > mostBytes) return 'no-seal';
  const bytes = await unseal(file, words);
  if (typeof bytes === 'string') return bytes;
  const size = bytes.length > 4 ? new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) : 0;
  const text = size > 0 && size <= mostBytes ? inflate(bytes.subarray(4), size) : undefined;
  if (!text) return 'no-seal';
  try {
    const content: unknown = JSON.parse(new TextDecoder().decode(text));
    if (!isObject(content)) return 'no-seal';
    if (content['v'] !== 1) return 'newer';
    return fileOf(content) ?? 'no-seal';
  } catch {
    return 'no-seal';
  }
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.length < 500;
const isMaybe = (value: unknown, kind: 'number' | 'string') =>
  value === undefined || typeof value === kind;
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const isUnit = (value: unknown): value is Unit =>
  isObject(value) &&
  isText(value['id']) &&
  isMaybe(value['parent'], 'string') &&
  unitLevels.some((level) => level === value['level']) &&
  isList(value['names']) &&
  value['names'].length > 0 &&
  value['names'].every(
    (name) => isObject(name) && isText(name['name']) && isMaybe(name['from'], 'number'),
  ) &&
  isMaybe(value['until'], 'number') &&
  isMaybe(value['households'], 'number');

const isMember = (value: unknown): value is Member =>
  isObject(value) &&
  isText(value['code']) &&
  isText(value['name']) &&
  isList(value['posts']) &&
  value['posts'].length > 0 &&
  value['posts'].every(
    (post) =>
      isObject(post) &&
      isText(post['unit']) &&
      memberRoles.some((role) => role === post['role']) &&
      isMaybe(post['from'], 'number') &&
      isMaybe(post['until'], 'number'),
  ) &&
  isMaybe(value['phoneTail'], 'string') &&
  isMaybe(value['birthYear'], 'number');

/** A register of what `is` accepts, and whose key is its own. */
function registerOf<T>(
  value: unknown,
  is: (value: unknown) => value is T,
): Registered<T> | undefined {
  if (!isObject(value) || !isText(value['by'])) return undefined;
  const {counter, by, value: held} = value;
  if (!Number.isSafeInteger(counter) || (counter as number) < 1) return undefined;
  if (held === undefined) return {counter: counter as number, by};
  return is(held) ? {value: held, counter: counter as number, by} : undefined;
}

/** All entries, or nothing where one of them is none. */
function entriesOf<T>(list: unknown, read: (key: string, value: unknown) => T | undefined) {
  if (!isList(list)) return undefined;
  const entries = new Map<string, T>();
  for (const entry of list) {
    if (!isList(entry) || !isText(entry[0])) return undefined;
    const value = read(entry[0], entry[1]);
    if (value === undefined) return undefined;
    entries.set(entry[0], value);
  }
  return entries;
}

function fileOf(content: Fields): RosterFile | undefined {
  const units: Map<UnitKey, Registered<Unit>> | undefined = entriesOf(
    content['units'],
    (id, row) => {
      const register = registerOf(row, isUnit);
      return register?.value && register.value.id !== id ? undefined : register;
    },
  );
  const members: Map<MemberCode, Registered<Member>> | undefined = entriesOf(
    content['members'],
    (code, row) => {
      const register = registerOf(row, isMember);
      return register?.value && register.value.code !== code ? undefined : register;
    },
  );
  const names = entriesOf(content['names'], (_, name) => (isText(name) ? name : undefined));
  const {links, progress} = content;
  if (!units || !members || !names || !isList(links) || typeof progress !== 'string')
    return undefined;
  const edges: RosterRegisters['links'][number][] = [];
  for (const link of links) {
    if (!isObject(link) || !isText(link['member']) || !isText(link['learner'])) return undefined;
    const register = registerOf(link['register'], (value): value is true => value === true);
    if (!register) return undefined;
    edges.push({member: link['member'], learner: link['learner'], register});
  }
  return {registers: {units, members, links: edges}, names, progress};
}
