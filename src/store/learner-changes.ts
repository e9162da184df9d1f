import {KnsError} from '../errors.js';
import {type Changes, studyTopic} from './changes.js';
import type {Database, WriteTransaction} from './database.js';
import type {LearnerRow} from './learner.js';
import {type OwnStandings, type OwnStoreName, ownStores} from './own-standing.js';
import {enterPin, pinOf} from './pin-lock.js';
import type {LearnerKey} from './reckoning/record.js';
import type {Store} from './store-contract.js';

type Methods = Pick<Store, 'changeLearner' | 'setPin' | 'useLearner'>;

/** What changing the people of this device needs of what knows them. */
export interface LearnerChangesSurroundings {
  readonly database: Database;
  readonly changes: Changes;
  readonly own: OwnStandings;
  readonly now: () => number;
  /** Called when whoever is in use has shown to be there. */
  readonly arrive: () => void;
}

/** The paths of a learner after one was chosen, or left. */
function withPath(
  {paths}: LearnerRow,
  [course, milestone]: readonly [course: string, milestone: string | undefined],
): Readonly<Record<string, string>> {
  const others = Object.entries(paths ?? {}).filter(([id]) => id !== course);
  return Object.fromEntries(milestone === undefined ? others : [...others, [course, milestone]]);
}

/** What is done to learners who are there already; a first lesson needs none of it. */
export function openLearnerChanges({
  database,
  changes,
  own,
  now,
  arrive,
}: LearnerChangesSurroundings): Methods {
  async function change(
    key: LearnerKey,
    alter: (row: LearnerRow) => LearnerRow | undefined,
  ): Promise<void> {
    await database.write(['learners'], async (tx) => {
      const row = await tx.get('learners', key);
      const next = row && alter(row);
      if (next) tx.put('learners', key, next);
    });
    changes.announce(['learners']);
  }

  return {
    changeLearner: (key, {name, picture, path}) =>
      change(key, (row) => ({
        ...row,
        ...(name !== undefined && {name: name.trim()}),
        ...(picture !== undefined && {picture}),
        ...(path && {paths: withPath(row, path)}),
      })),

    async setPin(key, digits, former) {
      await enterPin(database, key, former, now);
      const pin = digits === undefined ? undefined : await pinOf(digits);
      const meta = await database.read(['meta'], (tx) => tx.get('meta', 'store'));
      if (meta?.current === key) arrive();
      await change(key, (row) => {
        const next: {-readonly [Name in keyof LearnerRow]: LearnerRow[Name]} = {...row};
        delete next.pin;
        return pin ? {...next, pin} : next;
      });
    },

    async useLearner(key, digits) {
      const {row, isInUse} = await database.read(['meta', 'learners'], async (tx) => ({
        row: await tx.get('learners', key),
        isInUse: (await tx.get('meta', 'store'))?.current === key,
      }));
      if (row?.pin) await enterPin(database, key, digits, now);
      const topics = new Set(['learners']);
      const use = async (tx: WriteTransaction<'meta' | OwnStoreName>) => {
        const meta = await tx.get('meta', 'store');
        if (!meta) return false;
        const there = await tx.get('learners', key);
        // Set in another tab while this one asked for nothing.
        if (there?.pin && !row?.pin) throw new KnsError('pin-needed', 'A PIN was set meanwhile.');
        if (!there) {
          // "Đây là tôi": whoever brought their own code here may go on as themselves.
          const packets = await tx.all('packets', [key]);
          const brought = new Set(packets.flatMap((row) => (row.admitted ? row.course : [])));
          if (brought.size === 0) return false;
          tx.put('learners', key, {key, name: '', addedAt: now()});
          for (const course of brought) {
            await own.rebuild(tx, key, course);
            topics.add(studyTopic(key, course));
          }
        }
        tx.put('meta', 'store', {...meta, current: key, seen: now()});
        return true;
      };
      const isUsed = await database.write(['meta', ...ownStores], use).catch((error: unknown) => {
        // A full phone must not lock out whoever is in use and knows their PIN.
        if (isInUse && error instanceof KnsError && error.code === 'storage-full') return true;
        throw error;
      });
      if (isUsed) arrive();
      changes.announce(topics);
    },
  };
}
