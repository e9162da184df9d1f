import type {Changes} from './changes.js';
import type {Database} from './database.js';
import type {LinkedRow} from './database-layout.js';
import type {Exchange} from './exchange-contract.js';
import {isClaim, type LinkedKey, linksIn} from './member-links.js';
import {countingPacks, nameOf} from './packs.js';
import type {DeviceKey, LearnerKey} from './reckoning/record.js';
import {forgottenAmong, tombstonesIn} from './tombstones.js';

/** Of more imports than these a claim forgets those in between, as a packet does. */
const mostImports = 16;
/** Nobody was invited more often; a text may hold any number of claims. */
const mostOfOne = 8;

export interface ClaimSurroundings {
  readonly database: Database;
  readonly changes: Changes;
  readonly device: () => Promise<DeviceKey>;
  /** Of all learners together; by default more than a province has members. */
  readonly mostOfAll?: number;
}

interface Claims extends Pick<Exchange, 'claim' | 'claims'> {
  /** Lets the claims of an import count, or not. */
  admitImport(batch: string, admitted: boolean): Promise<void>;
}

/** Who says to be the member that was handed an invitation: kept as they came, whether or not that member is known yet. */
export function openClaims({
  database,
  changes,
  device,
  mostOfAll = 20_000,
}: ClaimSurroundings): Claims {
  return {
    async claim(claims, batch) {
      const learners = claims.map(({learner}) => learner);
      const forgotten = await forgottenAmong(await tombstonesIn(database), learners);
      const by = await device();
      const outcomes = await database.write(['memberLinks', 'packs'], async (tx) => {
        const packs = await countingPacks(tx);
        const there = new Map<LearnerKey, LearnerKey[]>();
        for (const key of await tx.keys('memberLinks')) {
          if (isClaim(key)) there.set(key[0], [...(there.get(key[0]) ?? []), key[1]]);
        }
        let kept = [...there.values()].reduce((sum, {length}) => sum + length, 0);
        const {links} = await linksIn(tx, packs);
        const membersOf = new Map<LearnerKey, string[]>();
        for (const {key, row} of links.values()) {
          if (row.value) membersOf.set(key[0], [...(membersOf.get(key[0]) ?? []), key[1]]);
        }
        const given: Awaited<ReturnType<Exchange['claim']>>[number][] = [];
        for (const {learner, invited} of claims) {
          const key: LinkedKey = [learner, invited];
          const own = there.get(learner) ?? [];
          if (forgotten.has(learner) || learner === invited) {
            given.push('stranger');
            continue;
          }
          const row = await tx.get('memberLinks', key);
          if (row) {
            const next = broughtAgain(row, batch);
            if (next !== row) tx.put('memberLinks', key, next);
            const isOut = !row.value || (!membersOf.has(learner) && membersOf.has(invited));
            given.push(isOut ? 'apart' : membersOf.has(learner) ? 'again' : 'waits');
            continue;
          }
          if (membersOf.has(learner)) {
            given.push('again');
            continue;
          }
          const [member] = membersOf.get(invited) ?? [];
          if (member !== undefined && links.has(nameOf([learner, member]))) {
            given.push('apart');
            continue;
          }
          if (own.length >= mostOfOne || kept >= mostOfAll) {
            given.push(own.length >= mostOfOne ? 'too-many' : 'full');
            continue;
          }
          kept++;
          there.set(learner, [...own, invited]);
          if (member !== undefined) membersOf.set(learner, [member]);
          tx.put('memberLinks', key, {value: true, counter: 1, by, imports: [batch]});
          given.push(member === undefined ? 'waits' : 'new');
        }
        return given;
      });
      if (outcomes.some((one) => one === 'new' || one === 'waits')) {
        changes.announce(['roster', 'received']);
      }
      return outcomes;
    },

    claims: () =>
      database.read(['memberLinks'], async (tx) => {
        const [keys, rows] = await Promise.all([tx.keys('memberLinks'), tx.all('memberLinks')]);
        return keys.flatMap((key, at) =>
          isClaim(key) && rows[at]?.value ? [{learner: key[0], invited: key[1]}] : [],
        );
      }),

    async admitImport(batch, admitted) {
      const by = await device();
      const changed = await database.write(['memberLinks'], async (tx) => {
        const [keys, rows] = await Promise.all([tx.keys('memberLinks'), tx.all('memberLinks')]);
        let sum = 0;
        for (const [at, key] of keys.entries()) {
          const row = rows[at]!;
          const next = isClaim(key) ? decided(row, batch, admitted, by) : row;
          if (next === row) continue;
          tx.put('memberLinks', key, next);
          sum++;
        }
        return sum;
      });
      if (changed > 0) changes.announce(['roster', 'received']);
    },
  };
}

function broughtAgain(row: LinkedRow, batch: string): LinkedRow {
  const {imports = []} = row;
  return imports.includes(batch) ? row : {...row, imports: [...imports, batch].slice(-mostImports)};
}

/** A claim counts as long as one of the imports that brought it is not undone; the same row where nothing changes. */
function decided(row: LinkedRow, batch: string, admitted: boolean, by: DeviceKey): LinkedRow {
  const {imports = [], undone: former = [], value, counter} = row;
  if (!imports.includes(batch) || former.includes(batch) === !admitted) return row;
  const undone = [...former.filter((one) => one !== batch), ...(admitted ? [] : [batch])];
  const counts = imports.some((one) => !undone.includes(one));
  const kept = {imports, undone};
  return counts === (value ?? false)
    ? {...row, ...kept}
    : {...(counts && {value: true as const}), counter: counter + 1, by, ...kept};
}
