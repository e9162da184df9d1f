import type {ReadTransaction} from './database.js';
import {type HeldLinks, linksIn} from './member-links.js';
import {countingPacks, membersIn} from './packs.js';
import type {Member, MemberCode} from './reckoning/member.js';
import type {LearnerKey} from './reckoning/record.js';
import {isLater, type Registered} from './reckoning/register.js';

/** What `namesIn` reads. */
export const namingStores = ['names', 'learners', 'members', 'memberLinks', 'packs'] as const;

/** Members and links of a transaction, for whoever needs them as well. */
export interface KnownMembers {
  readonly members: ReadonlyMap<MemberCode, Member>;
  readonly held: HeldLinks;
}

type Reading = ReadTransaction<(typeof namingStores)[number]>;

/**
 * What learners are called here: what the trainer wrote; else the name of the member they are linked to, of several the
 * one linked last; else what who studies on this device has said themselves. Empty is no name.
 */
export const namesIn = async (tx: Reading): Promise<Map<LearnerKey, string>> =>
  (await calledIn(tx)).names;

/** The same, and who says to have been invited by somebody whose list has not come. */
export async function calledIn(
  tx: Reading,
  known?: Promise<KnownMembers>,
): Promise<{names: Map<LearnerKey, string>; waiting: HeldLinks['waiting']}> {
  const packs = known ? [] : await countingPacks(tx);
  const [keys, rows, learners, {links, waiting}] = await Promise.all([
    tx.keys('names'),
    tx.all('names'),
    tx.all('learners'),
    known?.then(({held}) => held) ?? linksIn(tx, packs),
  ]);
  const names = new Map(learners.map(({key, name}) => [key, name]));
  for (const [index, learner] of keys.entries()) names.set(learner, rows[index]?.name ?? '');
  if (links.size === 0) return {names, waiting};

  const written = new Set(keys.filter((_, index) => rows[index]?.name));
  const members = (await known)?.members ?? (await membersIn(tx, packs));
  const newest = new Map<LearnerKey, Registered<true>>();
  for (const {key, row: link} of links.values()) {
    const [learner, member] = key;
    const value = members.get(member);
    if (!link.value || !value || written.has(learner)) continue;
    if (!isLater(link, newest.get(learner))) continue;
    newest.set(learner, link);
    // Whom a commune sent without a name is known by the code.
    names.set(learner, value.name || value.code);
  }
  return {names, waiting};
}
