import {type Course, lessonsOf} from '../curriculum/course.js';
import type {Database} from './database.js';
import {dayInVietnam} from './reckoning/calendar.js';
import {packStanding, unpackStanding} from './reckoning/packed-standing.js';
import type {Packet} from './reckoning/packet.js';
import {below, emptyStanding} from './reckoning/standing.js';
import type {Backup, Store} from './store-contract.js';

export interface RescueOptions {
  readonly database: Database;
  readonly backup: Backup;
  readonly admit: Store['admit'];
  readonly now: () => number;
}

/**
 * After a loss, takes in what the second copy holds of a course, as packets of all its learners.
 * Resolves to whether anything had been missing. Codes that cannot be read wait in the copy for
 * a version that can. Rejects with KnsError when the copy cannot be read, or its packets not be kept.
 */
export async function rescue(
  course: Course,
  {database, backup, admit, now}: RescueOptions,
): Promise<boolean> {
  const witness = await backup.read([course]);
  const found = (witness?.standings ?? []).filter((one) => one.course === course.id);
  const here = await database.read(['standings'], (tx) =>
    Promise.all(found.map(({learner}) => tx.get('standings', [learner, course.id]))),
  );
  const missing = found.filter(({standing}, index) => {
    const row = here[index];
    return !below(standing, (row && unpackStanding(row.bytes)) ?? emptyStanding);
  });
  const asked = lessonsOf(course).flatMap(({questions}) => questions);
  const [major = 0, minor = 0] = course.version.split('.').map(Number);
  await admit(
    missing.map(({learner, standing, bytes}): Packet => ({
      kind: 'rescue',
      learner,
      course: course.id,
      bytes: bytes ?? packStanding(standing),
      standing,
      courseVersion: [major, minor],
      madeOn: dayInVietnam(now()),
      epoch: standing.epoch,
      streams: [],
      moreStreams: false,
      slots: [course.slots.lessons.length, asked.length],
      partial: false,
    })),
  );
  const isOver = !witness?.undecoded?.some(([, id]) => id === course.id);
  await database.write(['meta'], async (tx) => {
    const meta = await tx.get('meta', 'store');
    if (!isOver || !meta?.rescue || meta.rescue.done.includes(course.id)) return;
    tx.put('meta', 'store', {...meta, rescue: {done: [...meta.rescue.done, course.id]}});
  });
  return missing.length > 0;
}
