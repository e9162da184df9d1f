import type {Member} from '../../store/reckoning/member.js';

type Told = Pick<Member, 'birthYear' | 'phoneTail'>;

const differ = (one: unknown, other: unknown) =>
  one !== undefined && other !== undefined && one !== other;

/** Born in another year, or with another number: another person of the same name. */
export const contradicts = (one: Told, other: Told): boolean =>
  differ(one.birthYear, other.birthYear) ||
  (differ(one.phoneTail, other.phoneTail) && one.birthYear !== other.birthYear);

/** Whether anything speaks against two being one. */
export const tellsApart = (one: Told, other: Told): boolean =>
  differ(one.birthYear, other.birthYear) || differ(one.phoneTail, other.phoneTail);
