import type {CivilDay} from './record.js';
import type {UnitKey} from './unit.js';

/** Short code of a member, made once: 6 characters of Crockford base32 and a check character (member-code.ts). */
export type MemberCode = string;

/** head: Tổ trưởng · deputy: Tổ phó · member: thành viên. */
export const memberRoles = ['head', 'deputy', 'member'] as const;
export type MemberRole = (typeof memberRoles)[number];

/** A time in a unit. */
export interface Post {
  readonly unit: UnitKey;
  readonly role: MemberRole;
  readonly from?: CivilDay;
  /** First day on which it was over: moved, or left. */
  readonly until?: CivilDay;
}

export interface Member {
  readonly code: MemberCode;
  /** Empty where only the code is known here. */
  readonly name: string;
  /** Never empty, oldest first; the last one without `until` is where they are now. */
  readonly posts: readonly [Post, ...Post[]];
  /** Last three digits, only to tell namesakes apart. */
  readonly phoneTail?: string;
  /** Only to tell namesakes apart. */
  readonly birthYear?: number;
}

/** The name, or the code of who came without one. */
export const called = ({name, code}: Pick<Member, 'name' | 'code'>): string => name || code;
