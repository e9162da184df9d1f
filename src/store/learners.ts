import {KnsError} from '../errors.js';
import type {Changes} from './changes.js';
import {chunk} from './chunk.js';
import type {Database} from './database.js';
import {newKey} from './ids.js';
import type {Learner, LearnerRow} from './learner.js';
import type {OwnStandings} from './own-standing.js';
import {type LearnerKey, readRecord} from './reckoning/record.js';
import type {Backup, Store} from './store-contract.js';

type LearnerMethods = Pick<
  Store,
  'learners' | 'currentLearner' | 'addLearner' | 'changeLearner' | 'setPin' | 'useLearner'
>;

export interface Learners extends LearnerMethods {
  /** The page goes out of sight: from now on whoever has a PIN is away. Waits for nothing. */
  leave: () => void;
  /** The page is in sight again. */
  comeBack: () => void;
}

/** Who has a PIN is asked for it again when the handbook was out of sight for longer, in ms. */
const absence = 10 * 60_000;

const byAge = (a: LearnerRow, b: LearnerRow) => a.addedAt - b.addedAt;

const shown = ({pin, ...row}: LearnerRow, current: LearnerKey | undefined): Learner => ({
  ...row,
  ...(pin && {hasPin: true}),
  ...(current === row.key && {inUse: true}),
});

/** The people of this device. Their names never leave it. `isDurable`: what is written outlives the page. */
export function openLearners(
  database: Database,
  changes: Changes,
  backup: Backup | undefined,
  now: () => number,
  own: OwnStandings,
  isDurable: () => boolean,
): Learners {
  /** Stands in while there is no room to write a learner down. */
  let guest: LearnerRow | undefined;
  /** The PIN was asked for, or needed not to be, and this page was in sight ever since. */
  let present = false;
  let inSight = true;

  const heldLearners = (): ReadonlySet<LearnerKey | undefined> =>
    new Set(backup?.held().map((text) => readRecord(text)?.learner));

  async function keep(learner: LearnerRow, use: 'always' | 'if-none'): Promise<Learner> {
    const kept = backup?.guest();
    const {used, isChanged} = await database.write(['meta', 'learners'], async (tx) => {
      const meta = await tx.get('meta', 'store');
      const known = (await tx.all('learners')).sort(byAge);
      const current = known.find(({key}) => key === meta?.current);
      // Nobody is led to a book they would need another's PIN for.
      const there = use === 'if-none' ? (current ?? known.find(({pin}) => !pin)) : undefined;
      // Whoever comes later stands later in the list, also when the clock was set back in between.
      const last = known.at(-1)?.addedAt ?? 0;
      const next = there ?? {...learner, addedAt: Math.max(learner.addedAt, last + 1)};
      if (!there) tx.put('learners', next.key, next);
      // Answers that found no room belong to somebody who is to be found again.
      const isOrphan = kept && kept.key !== next.key && known.every(({key}) => key !== kept.key);
      const isAdopted = isOrphan === true && heldLearners().has(kept.key);
      if (isAdopted) tx.put('learners', kept.key, {...kept, addedAt: next.addedAt + 1});
      if (meta && meta.current !== next.key) tx.put('meta', 'store', {...meta, current: next.key});
      return {used: next, isChanged: !there || isAdopted};
    });
    // The row speaks for itself now: once removed, nobody is to be born with its key again.
    guest = undefined;
    if (isDurable()) backup?.keepGuest(undefined);
    else if (!kept || !heldLearners().has(kept.key)) backup?.keepGuest(learner);
    if (isChanged) changes.announce(['learners']);
    return shown(used, used.key);
  }

  const changing = async () =>
    (await chunk(import('./learner-changes.js'))).openLearnerChanges({
      database,
      changes,
      own,
      now,
      arrive: () => (present = true),
    });

  return {
    async learners() {
      const {rows, meta} = await database.read(['meta', 'learners'], async (tx) => ({
        rows: await tx.all('learners'),
        meta: await tx.get('meta', 'store'),
      }));
      return rows.sort(byAge).map((row) => shown(row, meta?.current));
    },

    async currentLearner() {
      const {meta, found} = await database.read(['meta', 'learners'], async (tx) => {
        const meta = await tx.get('meta', 'store');
        const found = meta?.current && (await tx.get('learners', meta.current));
        return {meta, found};
      });
      if (found) {
        // A clock set back counts as a long absence: the PIN itself always opens.
        const away = now() - (meta?.seen ?? -Infinity);
        const isKnown = !found.pin || present || (away >= 0 && away <= absence);
        present = isKnown && inSight;
        if (!isKnown) throw new KnsError('pin-needed', 'Was away.');
        // Somebody whose answers found no room is still to be written down.
        if (isDurable() && backup?.guest()) await keep(found, 'if-none').catch(() => undefined);
        return shown(found, found.key);
      }
      if (!guest) {
        guest = backup?.guest() ?? {key: newKey(), name: '', addedAt: now()};
        backup?.keepGuest(guest);
      }
      try {
        return await keep(guest, 'if-none');
      } catch (error) {
        if (!(error instanceof KnsError)) throw error;
        return guest;
      }
    },

    addLearner: (name, picture) =>
      keep({key: newKey(), name: name.trim(), addedAt: now(), ...(picture && {picture})}, 'always'),

    changeLearner: async (...given) => (await changing()).changeLearner(...given),
    setPin: async (...given) => (await changing()).setPin(...given),
    useLearner: async (...given) => (await changing()).useLearner(...given),

    comeBack() {
      inSight = true;
    },

    leave() {
      inSight = false;
      if (!present) return;
      present = false;
      const seen = now();
      void database
        .write(
          ['meta', 'learners'],
          async (tx) => {
            const meta = await tx.get('meta', 'store');
            const row = meta?.current && (await tx.get('learners', meta.current));
            if (meta && row && row.pin) tx.put('meta', 'store', {...meta, seen});
          },
          'relaxed',
        )
        .catch(() => undefined);
    },
  };
}
