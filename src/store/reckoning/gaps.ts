import type {StreamHead} from './packet.js';
import type {Ranges, Standing} from './standing.js';

/** Numbers missing in a stream; without `to` where nobody told how many. */
export type MissingRange = readonly [from: number, to?: number];

/**
 * What is missing in one stream between what `ranges` hold and what heads say was written: a head counts all up
 * to its `through`, and with `beyond` says that more is known after at least one that its sender lacked.
 */
export function missingIn(
  ranges: Ranges,
  heads: readonly Pick<StreamHead, 'through' | 'beyond'>[],
): readonly MissingRange[] {
  const through = Math.max(0, ...heads.map((head) => head.through));
  const known = [[1, through] as const, ...ranges]
    .filter(([from, to]) => to >= from)
    .sort((a, b) => a[0] - b[0]);
  const missing: MissingRange[] = [];
  let reached = 0;
  for (const [from, to] of known) {
    if (from > reached + 1) missing.push([reached + 1, from - 1]);
    reached = Math.max(reached, to);
  }
  const isOpen = heads.some((head) => head.beyond > 0 && head.through >= reached);
  return isOpen ? [...missing, [reached + 1]] : missing;
}

/** The ranges of all standings by stream, joined. */
export function coveredIn(
  standings: readonly Pick<Standing, 'covered'>[],
): ReadonlyMap<string, Ranges> {
  const all = new Map<string, (readonly [from: number, to: number])[]>();
  for (const {covered} of standings) {
    for (const [stream, ranges] of Object.entries(covered)) {
      all.set(stream, [...(all.get(stream) ?? []), ...ranges]);
    }
  }
  return all;
}
