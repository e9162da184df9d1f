import type {Course} from '../../curriculum/course.js';
import {effectiveDayOf, hasWrongClock} from '../../store/reckoning/matrix.js';
import type {PacketRow, ReceivedLearner} from '../../store/reckoning/packet.js';

/** What makes a packet doubtful without making it wrong. */
export type Doubt = 'clock' | 'gap' | 'partial';

/** What to know before trusting a packet. */
export function doubtsOf(packet: PacketRow, course: Course): readonly Doubt[] {
  const doubts: Doubt[] = [];
  if (hasWrongClock(packet, course)) doubts.push('clock');
  if (packet.streams.some(({beyond}) => beyond > 0)) doubts.push('gap');
  if (packet.partial) doubts.push('partial');
  return doubts;
}

/** The admitted packet a learner's figures are as new as; absent when none counts. */
export function newestPacket({packets}: ReceivedLearner, course: Course): PacketRow | undefined {
  const age = (packet: PacketRow): number => effectiveDayOf(packet, course) ?? -Infinity;
  return packets
    .filter(({admitted}) => admitted)
    .reduce<PacketRow | undefined>(
      (newest, packet) => (newest && age(newest) >= age(packet) ? newest : packet),
      undefined,
    );
}
