import type {CivilDay} from './record.js';

/** Stable id of a unit, made once: 6 characters of Crockford base32. Names change, ids never do. */
export type UnitKey = string;

/** From the top to the bottom; a unit stands below any that is larger, with or without the levels between. */
export const unitLevels = ['nation', 'province', 'district', 'commune', 'village', 'team'] as const;
export type UnitLevel = (typeof unitLevels)[number];

export interface DatedName {
  readonly name: string;
  /** First day on which the name held; absent for "as long as anybody knows". */
  readonly from?: CivilDay;
}

export interface Unit {
  readonly id: UnitKey;
  /** Absent at the top of the tree. */
  readonly parent?: UnitKey;
  readonly level: UnitLevel;
  /** Never empty, oldest first: the last that began is the present name, those before are aliases. */
  readonly names: readonly [DatedName, ...DatedName[]];
  /** First day on which it no longer was: dissolved, or merged into another. */
  readonly until?: CivilDay;
  /** Households its members are to visit, for the report. */
  readonly households?: number;
}
