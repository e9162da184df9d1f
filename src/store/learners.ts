import {KnsError} from '../errors.js';
import {type Changes, studyTopic} from './changes.js';
import type {Database} from './database.js';
import {newKey} from './ids.js';
import {type OwnStandings, ownStores} from './own-standing.js';
import {type LearnerKey, readRecord} from './reckoning/record.js';
import type {Learner} from './learner.js';
import type {Backup, Store} from './store-contract.js';

type LearnerMethods = Pick<Store, 'learners' | 'currentLearner' | 'addLearner' | 'useLearner'>;

const byAge = (a: Learner, b: Learner) => a.addedAt - b.addedAt;

/** The people of this device. Their names never leave it. */
export function openLearners(
  database: Database,
  changes: Changes,
  backup: Backup | undefined,
  now: () => number,
  own: OwnStandings,
): LearnerMethods {
  /** Stands in while there is no room to write a learner down. */
  let guest: Learner | undefined;

  const heldLearner = (): LearnerKey | undefined => {
    const [first] = backup?.held() ?? [];
    return first === undefined ? undefined : readRecord(first)?.learner;
  };

  async function keep(learner: Learner, use: 'always' | 'if-none'): Promise<Learner> {
    const {used, isNew} = await database.write(['meta', 'learners'], async (tx) => {
      const meta = await tx.get('meta', 'store');
      const current = meta?.current && (await tx.get('learners', meta.current));
      const known = (await tx.all('learners')).sort(byAge);
      const there = use === 'if-none' ? current || known[0] : undefined;
      // Whoever comes later stands later in the list, also when the clock was set back in between.
      const last = known.at(-1)?.addedAt ?? 0;
      const next = there ?? {...learner, addedAt: Math.max(learner.addedAt, last + 1)};
      if (!there) tx.put('learners', next.key, next);
      if (meta && meta.current !== next.key) tx.put('meta', 'store', {...meta, current: next.key});
      return {used: next, isNew: !there};
    });
    if (isNew) changes.announce(['learners']);
    return used;
  }

  return {
    learners: async () =>
      (await database.read(['learners'], (tx) => tx.all('learners'))).sort(byAge),

    async currentLearner() {
      const found = await database.read(['meta', 'learners'], async (tx) => {
        const current = (await tx.get('meta', 'store'))?.current;
        return current === undefined ? undefined : tx.get('learners', current);
      });
      if (found) return found;
      // Answers held outside a full database already belong to somebody.
      guest ??= {key: heldLearner() ?? newKey(), name: '', addedAt: now()};
      try {
        return await keep(guest, 'if-none');
      } catch (error) {
        if (!(error instanceof KnsError)) throw error;
        return guest;
      }
    },

    addLearner: (name) => keep({key: newKey(), name: name.trim(), addedAt: now()}, 'always'),

    async useLearner(key) {
      const topics = new Set(['learners']);
      await database.write(['meta', 'received', ...ownStores], async (tx) => {
        const meta = await tx.get('meta', 'store');
        if (!meta) return;
        if (!(await tx.get('learners', key))) {
          // "Đây là tôi": whoever brought their own code here may go on as themselves.
          const brought = (await tx.keys('received')).filter(([learner]) => learner === key);
          if (brought.length === 0) return;
          tx.put('learners', key, {key, name: '', addedAt: now()});
          for (const [, course] of brought) {
            await own.rebuild(tx, key, course);
            topics.add(studyTopic(key, course));
          }
        }
        tx.put('meta', 'store', {...meta, current: key});
      });
      changes.announce(topics);
    },
  };
}
