import {type Member, memberRoles} from '../../store/reckoning/member.js';
import type {MemberRegister, Stamp} from '../../store/reckoning/member-register.js';
import type {Registered} from '../../store/reckoning/register.js';
import {type Unit, unitLevels} from '../../store/reckoning/unit.js';
import type {RosterRegisters} from '../../store/roster-contract.js';

export type Fields = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length < 500;
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

function stampOf(value: unknown): Stamp | undefined {
  if (!isObject(value)) return undefined;
  const {counter, by} = value;
  const isCounter = Number.isSafeInteger(counter) && (counter as number) >= 0;
  return isCounter && isText(by) ? {counter: counter as number, by} : undefined;
}

/** A member's register may say apart when their name was said. */
function memberRegisterOf(value: unknown): MemberRegister | undefined {
  const register = registerOf(value, isMember);
  if (!register || !isObject(value) || value['named'] === undefined) return register;
  const named = stampOf(value['named']);
  return named && {...register, named};
}

/** A register of what `is` accepts, and whose key is its own. */
export function registerOf<T>(
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
export function entriesOf<T>(list: unknown, read: (key: string, value: unknown) => T | undefined) {
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

/** Units, members and links as `JSON.parse` gives them; nothing where one of them is none. */
export function registersIn({units, members, links}: Fields): RosterRegisters | undefined {
  const read = {
    units: entriesOf(units, (id, row) => {
      const register = registerOf(row, isUnit);
      return register?.value && register.value.id !== id ? undefined : register;
    }),
    members: entriesOf(members, (code, row) => {
      const register = memberRegisterOf(row);
      return register?.value && register.value.code !== code ? undefined : register;
    }),
  };
  if (!read.units || !read.members || !isList(links)) return undefined;
  const edges: RosterRegisters['links'][number][] = [];
  for (const link of links) {
    if (!isObject(link) || !isText(link['member']) || !isText(link['learner'])) return undefined;
    const register = registerOf(link['register'], (value): value is true => value === true);
    if (!register) return undefined;
    edges.push({member: link['member'], learner: link['learner'], register});
  }
  return {units: read.units, members: read.members, links: edges};
}
