import {toBase32} from '../../store/reckoning/base32.js';
import type {MemberCode} from '../../store/reckoning/member.js';
import type {LearnerKey} from '../../store/reckoning/record.js';
import {crc32Of} from '../crc32.js';

/** Characters of a learner key that are drawn; the four after them are reckoned. */
const drawn = 12;

/** Tells among all learners of a member the one made for an invitation, without a word written about it anywhere. */
function sealOf(member: MemberCode, head: string): string {
  const sum = crc32Of(`kynangso/invitation/1\n${member}\n${head}`);
  return toBase32(Uint8Array.of(sum >>> 24, sum >>> 16, sum >>> 8)).slice(0, 4);
}

/** A learner key for the invitation of a member, out of 8 random bytes. */
export function newInvitedKey(member: MemberCode, random: Uint8Array): LearnerKey {
  const head = toBase32(random).slice(0, drawn);
  return head + sealOf(member, head);
}

/**
 * The key that was made for the invitation of a member, among the learners who are linked to them. Of several, which
 * two trainers made apart, everybody takes the same.
 */
export const invitedKeyOf = (
  member: MemberCode,
  learners: readonly LearnerKey[],
): LearnerKey | undefined =>
  learners
    .filter((learner) => learner.slice(drawn) === sealOf(member, learner.slice(0, drawn)))
    .sort()[0];
