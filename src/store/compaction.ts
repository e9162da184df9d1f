import type {Changes} from './changes.js';
import {drop, weighed} from './covered.js';
import type {Database} from './database.js';
import type {KeptPacket, Layout} from './database-layout.js';
import type {Exchange} from './exchange-contract.js';
import {rebuild} from './received-cache.js';
import {crowdedStreams, isYoung, needlessAmong} from './reckoning/needless.js';

/** Of a learner × course with no more packets than these nothing is weighed. */
const few = 8;
/** So many old packets of one stream stay, besides the newest of each quarter; then no other code of it is taken in. */
const mostOfStream = 8;

/** Two tabs would only do the same; what each does is whole by itself. */
async function alone(work: () => Promise<void>): Promise<void> {
  let locks: LockManager | undefined;
  try {
    ({locks} = navigator);
  } catch {
    // A sandboxed frame has none, and no other tab on the same rows.
  }
  if (!locks) return work();
  await locks.request('kynangso/compaction', work);
}

/** Resolves when the page has nothing better to do. */
const idle = () =>
  new Promise<void>((resolve) => {
    const {requestIdleCallback} = globalThis as {
      requestIdleCallback?: (callback: () => void, options: {timeout: number}) => void;
    };
    if (requestIdleCallback) requestIdleCallback(() => resolve(), {timeout: 5000});
    else setTimeout(resolve);
  });

/** Lets packets go of which others say all. */
export const openCompaction = (
  database: Database,
  changes: Changes,
  now: () => number,
): Pick<Exchange, 'compact'> => ({
  async compact(whom, {recordsIn, signal} = {}) {
    let dropped = 0;
    await alone(async () => {
      for (const key of await crowdsAmong(database, whom)) {
        await idle();
        if (signal?.aborted) break;
        dropped += await compactOne(database, key, now(), recordsIn);
      }
    });
    if (dropped > 0) changes.announce(['received']);
    return dropped;
  },
});

type Whose = Layout['received']['key'];

/** Those of whom there is much, each once. */
async function crowdsAmong(
  database: Database,
  whom: Parameters<Exchange['compact']>[0],
): Promise<readonly Whose[]> {
  const keys = new Map<string, Whose>();
  for (const {learner, course} of whom) keys.set(`${learner}/${course}`, [learner, course]);
  if (keys.size === 0) return [];
  const counts = new Map<string, number>();
  for (const [learner, course] of await database.read(['packets'], (tx) => tx.keys('packets'))) {
    const name = `${learner}/${course}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...keys].flatMap(([name, key]) => ((counts.get(name) ?? 0) > few ? [key] : []));
}

/** Resolves to how many went. Whatever comes, goes or is taken back meanwhile is weighed as it then is. */
async function compactOne(
  database: Database,
  key: Whose,
  at: number,
  recordsIn: NonNullable<Parameters<Exchange['compact']>[1]>['recordsIn'],
): Promise<number> {
  const {rows, cache} = await database.read(['packets', 'received'], async (tx) => ({
    rows: await tx.all('packets', key),
    cache: await tx.get('received', key),
  }));
  const isOld = (row: KeptPacket) => row.admitted && !isYoung(row, at);
  // One that goes, and two that say the same; but what crowded a stream may have been taken back since.
  if (rows.filter(isOld).length <= 2 && !cache?.crowded) return 0;
  const sections = rows.filter((row) => row.kind === 'records' && isOld(row));
  const read = sections.length > 2 ? await recordsIn?.() : undefined;
  const texts = new Map(
    read && sections.map(({hash, bytes}) => [hash, new Set(read(bytes))] as const),
  );
  return database.write(
    ['packets', 'received'],
    async (tx) => {
      const there = await tx.all('packets', key);
      const under = needlessAmong(
        weighed(there, ({hash}) => texts.get(hash)),
        at,
      );
      drop(tx, key, there, under);
      const left = there.filter(({hash}) => !under.has(hash));
      const crowded = crowdedStreams(left, at, mostOfStream);
      const former = await tx.get('received', key);
      const isSame = String(former?.crowded ?? []) === String(crowded);
      if (under.size > 0 || !isSame) await rebuild(tx, ...key, crowded);
      return under.size;
    },
    // What is lost of it is only done again.
    'relaxed',
  );
}
