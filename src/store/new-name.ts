import type {WriteTransaction} from './database.js';
import type {DeviceRow} from './database-layout.js';
import {renamed} from './stream.js';

/**
 * From here on this device writes under another name: numbers already given away must not be given twice. Every
 * stream of it ends and begins anew; what was written stays as it is.
 */
export async function goOnAs(
  tx: WriteTransaction<'keys' | 'standings'>,
  minted: DeviceRow,
): Promise<void> {
  const former = await tx.get('keys', 'device');
  if (former?.pair) tx.put('keys', former.device, former);
  tx.put('keys', 'device', minted);
  for (const key of await tx.keys('standings')) {
    const row = await tx.get('standings', key);
    if (row) tx.put('standings', key, {...row, own: renamed(row.own, minted.device)});
  }
}
