import type {Changes} from './changes.js';
import type {Database} from './database.js';
import type {Exchange} from './exchange-contract.js';
import {dayInVietnam} from './reckoning/calendar.js';

/** Rows written in one go; then the page may draw before the next. */
const breath = 250;

/** When packets came first, as another device of the trainer knows. */
export const openReceivedBefore = (
  database: Database,
  changes: Changes,
): Pick<Exchange, 'receivedBefore'> => ({
  async receivedBefore(days) {
    const changed = await database.write(['packets'], async (tx) => {
      let sum = 0;
      for (const key of await tx.keys('packets')) {
        const at = days.get(key[2]);
        const row = at === undefined ? undefined : await tx.get('packets', key);
        if (!row || at === undefined || at >= row.firstReceivedAt) continue;
        const {cameAt = row.firstReceivedAt} = row;
        const before = {firstReceivedAt: at, firstReceivedOn: dayInVietnam(at), cameAt};
        tx.put('packets', key, {...row, ...before});
        if (++sum % breath === 0) await tx.get('packets', key);
      }
      return sum;
    });
    if (changed > 0) changes.announce(['received']);
  },
});
