import type {ReadTransaction} from './database.js';
import type {LearnerKey} from './reckoning/record.js';
import {isLater, type Registered} from './reckoning/register.js';

/** What `namesIn` reads. */
export const namingStores = ['names', 'learners', 'members', 'memberLinks'] as const;

/**
 * What learners are called here: what the trainer wrote; else the name of the member they are linked to, of several the
 * one linked last; else what who studies on this device has said themselves. Empty is no name.
 */
export async function namesIn(
  tx: ReadTransaction<(typeof namingStores)[number]>,
): Promise<Map<LearnerKey, string>> {
  const [keys, rows, learners, linkKeys, links] = await Promise.all([
    tx.keys('names'),
    tx.all('names'),
    tx.all('learners'),
    tx.keys('memberLinks'),
    tx.all('memberLinks'),
  ]);
  const names = new Map(learners.map(({key, name}) => [key, name]));
  for (const [index, learner] of keys.entries()) names.set(learner, rows[index]?.name ?? '');
  if (links.length === 0) return names;

  const written = new Set(keys.filter((_, index) => rows[index]?.name));
  const members = new Map(
    (await tx.all('members')).flatMap(({value}) => (value ? [[value.code, value.name]] : [])),
  );
  const newest = new Map<LearnerKey, Registered<true>>();
  for (const [index, [learner, member]] of linkKeys.entries()) {
    const link = links[index];
    const name = members.get(member);
    if (!link?.value || name === undefined || written.has(learner)) continue;
    if (!isLater(link, newest.get(learner))) continue;
    newest.set(learner, link);
    names.set(learner, name);
  }
  return names;
}
