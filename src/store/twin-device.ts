import type {Database} from './database.js';
import {isForeign, ownEndsIn} from './receipts.js';
import {hexOf} from './reckoning/heads.js';
import type {Packet} from './reckoning/packet.js';
import type {DeviceKey} from './reckoning/record.js';
import type {Backup} from './store-contract.js';

/**
 * Whether packets tell of another phone that writes under this device's name: a backup put back on two, a clone
 * (data.md C4). Rows are read only where a packet names this device.
 */
export async function tellsOfTwin(
  packets: readonly Pick<Packet, 'learner' | 'course' | 'streams'>[],
  database: Database,
  backup: Backup | undefined,
  device: DeviceKey,
): Promise<boolean> {
  const name = hexOf(device);
  for (const {learner, course, streams} of packets) {
    const heads = streams.filter((head) => head.device === name);
    if (heads.length === 0) continue;
    const {ends} = await database.read(['records', 'standings'], (tx) =>
      ownEndsIn(tx, backup, learner, course, device),
    );
    const own = ends.find((end) => end.device === device);
    if (own && heads.some((head) => isForeign(head, own))) return true;
  }
  return false;
}
