import type {Course} from '../../curriculum/course.js';
import {dayOf} from './calendar.js';
import type {PacketRow} from './packet.js';
import type {CivilDay} from './record.js';

/** Fewer people may all have phones that are ahead. */
const fewest = 3;

/**
 * Whether the clock of this device cannot be right: its `today` lies before the course was released, or before most of
 * what came was made.
 */
export function isOwnClockBehind(
  received: readonly {readonly packets: readonly PacketRow[]}[],
  {builtOn}: Pick<Course, 'builtOn'>,
  today: CivilDay,
): boolean {
  // Where the day begins, a release may be of tomorrow.
  if (today < dayOf(builtOn) - 1) return true;
  // In one go over a nation's people: nothing is made on the way.
  let [heard, ahead] = [0, 0];
  for (const {packets} of received) {
    let newest = -Infinity;
    for (const {admitted, madeOn} of packets) if (admitted && madeOn > newest) newest = madeOn;
    if (newest === -Infinity) continue;
    heard++;
    if (newest > today) ahead++;
  }
  return ahead >= fewest && ahead * 2 > heard;
}
