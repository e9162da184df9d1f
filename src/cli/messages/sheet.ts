import type {Facts} from '../../errors.js';
import type {FlawCode} from '../flaw.js';

/** Everything that can be wrong with a sheet of facts. */
export type SheetFlawCode = Extract<FlawCode, `sheet-${string}`>;
export type SheetFlaws = Readonly<Record<SheetFlawCode, (facts: Facts) => string>>;

/** What `kynangso spreadsheet` says besides flaws. */
export interface SheetMessages {
  /** The options one of which has to be there, as they are written. */
  readonly scope: string;
  readonly direction: string;
  takenOut(facts: number, out: string): string;
  changed(one: {file: string; fact: string; column: string; cell: string}): string;
  readonly unchanged: string;
}
