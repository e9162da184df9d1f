import type {Course} from '../../../curriculum/course.js';
import {decodeDigest} from '../../../exchange/digest.js';
import {findTextCodes} from '../../../exchange/text-code.js';
import type {LearnerKey} from '../../../store/reckoning/record.js';

/** `[10:29 22/11/2026] Lan:` as chat programs head a message that is copied. */
const heading = /\[[^\]\n]{4,32}\]\s*([^:\n[\]]{1,60}):/gu;

/**
 * Who seems to have sent each code of a conversation. Only a guess to be confirmed:
 * codes get passed on, so whoever sent codes of two people is not guessed for either.
 */
export function sendersIn(
  text: string,
  courses: readonly Course[],
): ReadonlyMap<LearnerKey, string> {
  const headings = [...text.matchAll(heading)];
  const learners = new Map<string, Set<LearnerKey>>();
  let next = 0;
  for (const code of findTextCodes(text)) {
    if (code.kind !== 'progress' || !('bytes' in code)) continue;
    const packet = decodeDigest(code.bytes, courses);
    if ('reason' in packet) continue;
    while ((headings[next]?.index ?? Infinity) < code.at) next++;
    const sender = headings[next - 1]?.[1]?.normalize('NFC').trim();
    if (sender) learners.set(sender, (learners.get(sender) ?? new Set()).add(packet.learner));
  }
  return new Map(
    [...learners].flatMap(([sender, [learner, ...others]]) =>
      learner && others.length === 0 ? [[learner, sender] as const] : [],
    ),
  );
}
