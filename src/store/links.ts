import type {Changes} from './changes.js';
import type {Database} from './database.js';
import type {Exchange} from './exchange-contract.js';
import {personsOf} from './reckoning/persons.js';
import type {DeviceKey} from './reckoning/record.js';

type LinkMethods = Pick<Exchange, 'link' | 'persons' | 'apart'>;

/** Which learners are one person. An edge is a register: whoever changes it counts one further. */
export function openLinks(
  database: Database,
  changes: Changes,
  device: () => Promise<DeviceKey>,
): LinkMethods {
  const edges = (on: boolean) =>
    database.read(['links'], async (tx) => {
      const keys = await tx.keys('links');
      const rows = await tx.all('links');
      return keys.filter((_, index) => rows[index]?.on === on);
    });

  return {
    async link(one, other, on) {
      if (one === other) return;
      const by = await device();
      const key: [string, string] = one < other ? [one, other] : [other, one];
      await database.write(['links'], async (tx) => {
        const row = await tx.get('links', key);
        if (row?.on === on) return;
        tx.put('links', key, {on, counter: (row?.counter ?? 0) + 1, by});
      });
      changes.announce(['received']);
    },

    persons: async () => personsOf(await edges(true)),

    apart: () => edges(false),
  };
}
