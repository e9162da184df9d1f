import type {Member} from './member.js';
import type {DeviceKey} from './record.js';
import type {Registered} from './register.js';

/** When something was said, and by whom. */
export interface Stamp {
  readonly counter: number;
  readonly by: DeviceKey;
}

/** The register of a member: two in one, so that what came without names takes no name away. */
export interface MemberRegister extends Registered<Member> {
  /** Who they are (name, phone, birth year) was said at another time than where they are; before anybody spoke, 0. */
  readonly named?: Stamp;
}

const nobodySaid: Stamp = {counter: 0, by: ''};

/** The same member by code and places only; who was taken out says nothing anyway. */
export const withoutName = ({value, counter, by}: MemberRegister): MemberRegister =>
  value
    ? {value: {code: value.code, name: '', posts: value.posts}, counter, by, named: nobodySaid}
    : {counter, by};

/** The register after a change that leaves somebody without a name: a name that anybody knows holds over it. */
export const asKnown = (register: Registered<Member>): MemberRegister =>
  register.value?.name === '' ? {...register, named: nobodySaid} : register;

const textOf = (value: unknown) => JSON.stringify(value) ?? '';

const placeText = ({value}: MemberRegister) => textOf(value && [value.code, value.posts]);

const nameText = ({value}: MemberRegister) =>
  value && value.name !== '' ? textOf([value.name, value.phoneTail, value.birthYear]) : '';

const nameStamp = ({named, counter, by}: MemberRegister): Stamp => named ?? {counter, by};

const compared = (one: Stamp, other: Stamp, texts: () => readonly [string, string]): boolean => {
  if (one.counter !== other.counter) return one.counter > other.counter;
  if (one.by !== other.by) return one.by > other.by;
  const [left, right] = texts();
  return left > right;
};

/**
 * What two say of a member: the later of their places, and the later of their names. In any order and any number of times
 * the same; `other` itself where the first adds nothing.
 */
export function joinedMember(
  one: MemberRegister,
  other: MemberRegister | undefined,
): MemberRegister {
  if (!other) return one;
  const isPlaced = compared(one, other, () => [placeText(one), placeText(other)]);
  const isNamed = compared(nameStamp(one), nameStamp(other), () => [
    nameText(one),
    nameText(other),
  ]);
  if (isPlaced === isNamed) return isPlaced ? one : other;
  const [placed, called] = isPlaced ? [one, other] : [other, one];
  const {counter, by, value} = placed;
  if (!value) return placed;
  const stamp = nameStamp(called);
  const {name = '', phoneTail, birthYear} = called.value ?? {};
  return {
    value: {
      code: value.code,
      name,
      posts: value.posts,
      ...(phoneTail !== undefined && {phoneTail}),
      ...(birthYear !== undefined && {birthYear}),
    },
    counter,
    by,
    ...((stamp.counter !== counter || stamp.by !== by) && {named: stamp}),
  };
}
