import type {ReadTransaction} from './database.js';
import type {Layout} from './database-layout.js';
import {type Held, heldIn, nameOf} from './packs.js';
import type {MemberCode} from './reckoning/member.js';
import type {LearnerKey} from './reckoning/record.js';
import {isLater, type Registered} from './reckoning/register.js';
import type {PackRow} from './roster-contract.js';

/** An edge between a learner and a member, or the key of an invitation that somebody says was theirs. */
export type LinkedKey = Layout['memberLinks']['key'];

const keyLength = 16;

/** A claim stands among the links, under the key that was invited: codes of members have seven letters. */
export const isClaim = ([, end]: LinkedKey): boolean => end.length === keyLength;

/** Which learner is which member. */
export interface HeldLinks {
  /** What is said here and in packs, and what follows from claims as long as their invitation is known. */
  readonly links: Held<'memberLinks'>;
  /** Who says to have been invited with which key that is nobody's here. */
  readonly waiting: ReadonlyMap<LearnerKey, LearnerKey>;
}

/**
 * The links there are. What a claim amounts to is reckoned each time and never written: it comes with the roster that
 * knows the invitation, whatever came first, and goes with it.
 */
export async function linksIn(
  tx: ReadTransaction<'memberLinks'>,
  packs: readonly PackRow[],
): Promise<HeldLinks> {
  const held = await heldIn(tx, 'memberLinks', packs);
  const claims = [...held.values()].filter(({key}) => isClaim(key));
  const waiting = new Map<LearnerKey, LearnerKey>();
  if (claims.length === 0) return {links: held, waiting};

  const links: Held<'memberLinks'> = new Map([...held].filter(([, {key}]) => !isClaim(key)));
  const linked = new Set<LearnerKey>();
  const invited = new Map<LearnerKey, readonly [MemberCode, Registered<true>]>();
  for (const {
    key: [learner, member],
    row,
  } of links.values()) {
    if (!row.value) continue;
    linked.add(learner);
    if (isLater(row, invited.get(learner)?.[1])) invited.set(learner, [member, row]);
  }
  for (const {
    key: [learner, key],
    row: {value, by},
  } of claims) {
    if (!value) continue;
    // Whom a trainer linked stays whose they are.
    if (linked.has(learner)) continue;
    const member = invited.get(key)?.[0];
    if (member === undefined) {
      waiting.set(learner, key);
      continue;
    }
    const edge: LinkedKey = [learner, member];
    // And who was separated stays apart.
    if (!links.has(nameOf(edge))) {
      links.set(nameOf(edge), {key: edge, row: {value: true, counter: 1, by}});
    }
  }
  return {links, waiting};
}
