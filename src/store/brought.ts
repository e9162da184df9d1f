import type {PacketRow} from './reckoning/packet.js';
import {isPackImport} from './reckoning/pack-import.js';

/** What tells which imports brought a packet, and whether it counts. */
export type Brought = Pick<PacketRow, 'times' | 'import' | 'again' | 'undone' | 'out' | 'admitted'>;

/** Of more imports than these a row forgets those in between: undoing one of them then leaves it as it is. */
const mostImports = 16;

/** Who came with packs only that were taken back is nobody of ours, until something else brings them. */
export const leftWithPack = ({
  admitted,
  import: first,
  again = [],
}: Pick<Brought, 'admitted' | 'import' | 'again'>): boolean =>
  !admitted && [first, ...again].every(isPackImport);

/** The same after it came once more. */
export function broughtAgain<Row extends Brought>(row: Row, batch: string): Row {
  const {import: first, again = []} = row;
  const times = row.times + 1;
  if (first === batch || again.includes(batch)) return {...row, times};
  const admitted = row.admitted || (leftWithPack(row) && row.out === undefined);
  return {...row, times, again: [...again, batch].slice(-mostImports), admitted};
}

/**
 * A packet after an import was undone, or let in again: it counts as long as one of those that brought it is not undone.
 * Nothing where that changes nothing.
 */
export function decided<Row extends Brought>(
  row: Row,
  batch: string,
  admitted: boolean,
): Row | undefined {
  const {undone: former = []} = row;
  const brought = [row.import, ...(row.again ?? [])];
  if (!brought.includes(batch)) return undefined;
  if (former.includes(batch) === !admitted && row.admitted === admitted) return undefined;
  const undone = [...former.filter((one) => one !== batch), ...(admitted ? [] : [batch])];
  const counts = admitted || (row.admitted && brought.some((one) => !undone.includes(one)));
  const next: Row & {undone?: readonly string[]} = {...row, undone, admitted: counts};
  if (undone.length === 0) delete next.undone;
  return next;
}

/** A packet after it was taken back by itself, or let count again. */
export function setOut<Row extends Brought>(row: Row, admitted: boolean): Row {
  const kept: Row & {out?: true} = {...row, admitted};
  if (admitted) delete kept.out;
  else kept.out = true;
  return kept;
}
