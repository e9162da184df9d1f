import {type Member, memberRoles} from '../../store/reckoning/member.js';
import type {MemberRegister, Stamp} from '../../store/reckoning/member-register.js';
import type {Registered} from '../../store/reckoning/register.js';
import {type Unit, unitLevels} from '../../store/reckoning/unit.js';
import type {RosterRegisters} from '../../store/roster-contract.js';
import {type EntryFlaw, type LeftOut, sift, type Sifted} from './left-out.js';

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

/** Above it a counter is nobody's count of changes, and would hold over every honest one. */
const mostChanges = 1_000_000_000;

const isCounter = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= mostChanges;

function stampOf(value: unknown): Stamp | undefined {
  if (!isObject(value)) return undefined;
  const {counter, by} = value;
  return isCounter(counter) && isText(by) ? {counter, by} : undefined;
}

/** A member's register may say apart when their name was said. */
function memberRegisterOf(value: unknown): MemberRegister | EntryFlaw {
  const register = registerOf(value, isMember);
  if (typeof register === 'string' || !isObject(value) || value['named'] === undefined) {
    return register;
  }
  const named = stampOf(value['named']);
  return named ? {...register, named} : 'unreadable';
}

/** A register of what `is` accepts, or why it is none. */
export function registerOf<T>(
  value: unknown,
  is: (value: unknown) => value is T,
): Registered<T> | EntryFlaw {
  if (!isObject(value) || !isText(value['by'])) return 'unreadable';
  const {counter, by, value: held} = value;
  if (!isCounter(counter) || counter < 1) return 'counter';
  if (held === undefined) return {counter, by};
  return is(held) ? {value: held, counter, by} : 'unreadable';
}

/** Reads an entry that is a key and what stands under it. */
export const paired =
  <T extends object>(
    read: (row: unknown) => T | EntryFlaw,
    ownKey?: (value: T) => string | undefined,
  ) =>
  (entry: unknown): Sifted<T> => {
    if (!Array.isArray(entry) || !isText(entry[0])) return 'unreadable';
    const key = entry[0];
    const value = read(entry[1]);
    if (typeof value === 'string') return value;
    return (ownKey?.(value) ?? key) === key ? [key, value] : 'other-key';
  };

const isTrue = (value: unknown): value is true => value === true;

function linkOf(entry: unknown): Sifted<RosterRegisters['links'][number]> {
  if (!isObject(entry)) return 'unreadable';
  const {member, learner} = entry;
  if (!isText(member) || !isText(learner)) return 'unreadable';
  const register = registerOf(entry['register'], isTrue);
  return typeof register === 'string'
    ? register
    : [`${learner}/${member}`, {member, learner, register}];
}

/** Units, members and links as `JSON.parse` gives them; what is none is added to `leftOut`. */
export function registersIn({units, members, links}: Fields, leftOut: LeftOut[]): RosterRegisters {
  return {
    units: sift(
      'units',
      units,
      paired(
        (row) => registerOf(row, isUnit),
        ({value}) => value?.id,
      ),
      leftOut,
    ),
    members: sift(
      'members',
      members,
      paired(memberRegisterOf, ({value}) => value?.code),
      leftOut,
    ),
    links: [...sift('links', links, linkOf, leftOut).values()],
  };
}
