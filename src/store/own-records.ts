import type {ReadTransaction} from './database.js';
import type {Frozen} from './own-standing.js';
import {type DeviceKey, type LearnerKey, readRecord} from './reckoning/record.js';
import type {Backup} from './store-contract.js';

/** What one device name wrote here for one learner × course, in the order of its numbers. */
export interface OwnRecords {
  readonly course: string;
  readonly device: DeviceKey;
  readonly records: readonly Frozen[];
}

/**
 * Everything written on this device by a learner, in one course or in all, a stream each and the one begun first in
 * front: the rows of the database, and what is held beside it for want of room.
 */
export async function ownRecordsOf(
  tx: ReadTransaction<'records'>,
  backup: Backup | undefined,
  learner: LearnerKey,
  course?: string,
): Promise<readonly OwnRecords[]> {
  const prefix = course === undefined ? [learner] : [learner, course];
  const streams = new Map<string, {course: string; device: DeviceKey; records: Frozen[]}>();
  const seen = new Set<string>();
  for (const text of [...(await tx.all('records', prefix)), ...(backup?.held() ?? [])]) {
    const record = readRecord(text);
    if (record?.learner !== learner || seen.has(text)) continue;
    if (course !== undefined && record.course !== course) continue;
    seen.add(text);
    const key = `${record.course}/${record.device}`;
    const stream = streams.get(key) ?? {
      course: record.course,
      device: record.device,
      records: [],
    };
    stream.records.push({record, text});
    streams.set(key, stream);
  }
  for (const {records} of streams.values()) records.sort((a, b) => a.record.seq - b.record.seq);
  return [...streams.values()];
}
