import {fromBase32} from './base32.js';
import type {StreamHead} from './packet.js';
import {type DeviceKey, type LearnerKey, type Quarter, streamKey} from './record.js';
import type {Standing} from './standing.js';

/** A stream this device wrote: its device id, the last number, and the tail of the id there. */
export type StreamEnd = readonly [device: DeviceKey, seq: number, tail: string];

const most = 3;

/** What a digest says of one's own streams, newest first; those without a record are left out. */
export function streamHeads(
  learner: LearnerKey,
  course: string,
  ends: readonly StreamEnd[],
  standing: Standing,
): {readonly streams: readonly StreamHead[]; readonly moreStreams: boolean} {
  const written = ends.filter(([, seq]) => seq > 0);
  const streams = written.slice(0, most).map(([device, seq, tail]): StreamHead => {
    const stream = streamKey(device, learner, course);
    const ranges = standing.covered[stream] ?? [];
    const [first, ...rest] = ranges[0]?.[0] === 1 ? ranges : [[1, 0] as const, ...ranges];
    const through = first?.[1] ?? 0;
    const diary = newestTotals(standing, `${stream}|`);
    return {
      device: hexOf(device),
      through,
      beyond: rest.reduce((sum, [from, to]) => sum + to - from + 1, 0),
      // Only the end of the stream has its tail at hand.
      tail: through === seq ? tail : '0000',
      ...(diary && {diary}),
    };
  });
  return {streams, moreStreams: written.length > most};
}

/** How heads and receipts name a device: the first 4 bytes of its key, 8 hex digits. */
export const hexOf = (device: DeviceKey): string =>
  Array.from(fromBase32(device)?.subarray(0, 4) ?? [], (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/** The newest running totals of a stream, whose entries begin with `prefix`. */
export function newestTotals(standing: Standing, prefix: string): StreamHead['diary'] {
  let newest: StreamHead['diary'];
  for (const [key, [seq, totals]] of Object.entries(standing.totals)) {
    if (!key.startsWith(prefix) || (newest && newest[1] >= seq)) continue;
    const quarter: Quarter = Number(key.slice(prefix.length));
    newest = [quarter, seq, totals];
  }
  return newest;
}
