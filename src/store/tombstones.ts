import type {Database} from './database.js';
import type {TombstoneRow} from './database-layout.js';
import {sha256Hex} from './keys.js';
import type {LearnerKey} from './reckoning/record.js';

/** The marks of this device by their names. */
export type Tombstones = ReadonlyMap<string, TombstoneRow>;

export const tombstoneOf = (salt: string, learner: LearnerKey): Promise<string> =>
  sha256Hex(new TextEncoder().encode(`kynangso/tombstone/1\n${salt}\n${learner}`));

export const tombstonesIn = (database: Database): Promise<Tombstones> =>
  database.read(['tombstones'], async (tx) => {
    const rows = await tx.all('tombstones');
    return new Map(
      (await tx.keys('tombstones')).flatMap((key, at) => {
        const row = rows[at];
        return row ? [[key, row] as const] : [];
      }),
    );
  });

/** Which of these learners the marks keep out. Nothing is computed where there is no mark. */
export async function forgottenAmong(
  tombstones: Tombstones,
  learners: Iterable<LearnerKey>,
): Promise<ReadonlySet<LearnerKey>> {
  const forgotten = new Set<LearnerKey>();
  const salts = new Set(
    [...tombstones.values()].filter((row) => !row.welcome).map(({salt}) => salt),
  );
  if (salts.size === 0) return forgotten;
  for (const learner of new Set(learners)) {
    for (const salt of salts) {
      const row = tombstones.get(await tombstoneOf(salt, learner));
      if (row && !row.welcome) forgotten.add(learner);
    }
  }
  return forgotten;
}
