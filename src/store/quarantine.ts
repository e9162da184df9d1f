import {KnsError} from '../errors.js';
import type {Database} from './database.js';
import type {Exchange, QuarantineRow} from './exchange-contract.js';
import {sha256Hex} from './keys.js';

const mostRows = 1000;
const mostBytes = 20_000_000;

type QuarantineMethods = Pick<Exchange, 'quarantine' | 'quarantined' | 'release'>;

const bytesOf = (found: string | Uint8Array) =>
  typeof found === 'string' ? new TextEncoder().encode(found) : found;

/** The number of bytes stands in the key, so that the whole is measured without reading a row. */
async function keyOf(found: string | Uint8Array): Promise<string> {
  const bytes = bytesOf(found);
  return `${(await sha256Hex(bytes)).slice(0, 32)}-${bytes.length}`;
}

export const sizeIn = (key: string): number => Number(key.slice(key.indexOf('-') + 1)) || 0;

/** What could not be taken in, kept as it came. */
export function openQuarantine(database: Database, now: () => number): QuarantineMethods {
  return {
    async quarantine(items, batch) {
      const keys = await Promise.all(items.map(({found}) => keyOf(found)));
      const firstReceivedAt = now();
      await database.write(['quarantine'], async (tx) => {
        const there = new Set(await tx.keys('quarantine'));
        for (const [index, item] of items.entries()) {
          const key = keys[index]!;
          const row = there.has(key) ? await tx.get('quarantine', key) : undefined;
          there.add(key);
          // What is wrong with it may have changed with the courses and the version; when it came has not.
          if (!row) tx.put('quarantine', key, {...item, firstReceivedAt, import: batch});
          else if (row.reason !== item.reason) {
            const {reason, facts} = item;
            tx.put('quarantine', key, {...row, reason, facts});
          }
        }
        const bytes = [...there].reduce((sum, key) => sum + sizeIn(key), 0);
        if (there.size > mostRows || bytes > mostBytes) {
          throw new KnsError('quarantine-full', 'Too much waits that could not be taken in.', {
            facts: {rows: there.size, bytes},
          });
        }
      });
      return keys;
    },

    async quarantined() {
      const {keys, rows} = await database.read(['quarantine'], async (tx) => ({
        keys: await tx.keys('quarantine'),
        rows: await tx.all('quarantine'),
      }));
      return keys
        .flatMap((key, index): (QuarantineRow & {readonly key: string})[] => {
          const row = rows[index];
          return row ? [{...row, key}] : [];
        })
        .sort((a, b) => a.firstReceivedAt - b.firstReceivedAt);
    },

    release: (keys) =>
      database.write(['quarantine'], (tx) => {
        for (const key of keys) tx.delete('quarantine', key);
        return Promise.resolve();
      }),
  };
}
