import type {Changes} from './changes.js';
import type {Database} from './database.js';
import type {Exchange} from './exchange-contract.js';
import type {LearnerRow, Membership} from './learner.js';
import {ownRecordsOf} from './own-records.js';
import type {LearnerKey} from './reckoning/record.js';
import type {Backup, Store} from './store-contract.js';

type Methods = Pick<Exchange, 'hasLearned' | 'accept'>;

export interface MembershipSurroundings {
  readonly database: Database;
  readonly changes: Changes;
  readonly backup: Backup | undefined;
  readonly now: () => number;
  readonly remove: (learner: LearnerKey) => Promise<void>;
  readonly use: Store['useLearner'];
}

const stores = ['meta', 'learners', 'records', 'packets'] as const;

/** Who is a member where: what a learner says yes to on their phone. */
export function openMemberships({
  database,
  changes,
  backup,
  now,
  remove,
  use,
}: MembershipSurroundings): Methods {
  const hasLearned = (learner: LearnerKey) =>
    database.read(['records', 'packets'], async (tx) => {
      if ((await tx.keys('packets', [learner])).length > 0) return true;
      return (await ownRecordsOf(tx, backup, learner)).length > 0;
    });

  async function accept(membership: Membership, how: 'same' | 'other', name = '') {
    const {learner: invited} = membership;
    // Who is here under that key already, or whose code came here, may have a PIN, and has what they learned.
    if (how === 'other') await use(invited);
    const dropped = await database.write(stores, async (tx) => {
      const meta = await tx.get('meta', 'store');
      const current = meta?.current && (await tx.get('learners', meta.current));
      const isSame = how === 'same' && current && current.key !== invited;
      if (isSame) {
        const packets = await tx.keys('packets', [current.key]);
        if (packets.length > 0 || (await ownRecordsOf(tx, backup, current.key)).length > 0) {
          tx.put('learners', current.key, {...current, ...named(current, name), membership});
          return undefined;
        }
      }
      const there = await tx.get('learners', invited);
      // Whoever comes later stands later in the list, also when the clock was set back in between.
      const last = Math.max(...(await tx.all('learners')).map(({addedAt}) => addedAt), 0);
      const fresh = {name: '', addedAt: Math.max(now(), last + 1)};
      const row = there ?? {...fresh, ...(isSame && current), key: invited};
      const former = isSame ? current : undefined;
      tx.put('learners', invited, {
        ...row,
        ...named(there ?? former ?? row, name),
        membership,
        ...(former && {instead: former.key}),
      });
      if (!meta) return undefined;
      const next = {...meta, current: invited, seen: now()};
      if (former) tx.delete('learners', former.key);
      tx.put('meta', 'store', former ? {...next, removals: (meta.removals ?? 0) + 1} : next);
      return former?.key;
    });
    changes.announce(['learners']);
    // The copies may bring back nobody who did anything.
    if (dropped) await remove(dropped).catch(() => undefined);
  }

  return {
    hasLearned,
    accept,
  };
}

const named = (row: Pick<LearnerRow, 'name'>, name: string) => ({name: name.trim() || row.name});
