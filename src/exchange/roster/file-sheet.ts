/** A cell as text; numbers without thousands, days as `2026-11-22`. */
export type Cells = readonly string[];

/** Cells of a column that are merged over several rows, by the indexes of the first and the last of these. */
export interface MergedCells {
  readonly column: number;
  readonly first: number;
  readonly last: number;
}

/** A sheet: `rows[4]` is what people call row 5. */
export interface FileSheet {
  readonly name: string;
  readonly rows: readonly Cells[];
  /** Rows with something in them that a filter or somebody's hand has hidden, as people count them. */
  readonly hidden?: ReadonlySet<number>;
  /** What stands in the first of the rows stands for all of them. */
  readonly merged?: readonly MergedCells[];
}

export type FileFlaw =
  /** Word, a picture, a PDF, or nothing at all. */
  | 'not-a-table'
  /** Excel before 2007, to be saved as .xlsx. */
  | 'old-workbook'
  | 'damaged'
  | 'locked'
  | 'too-large'
  | 'too-many-rows';

/** More people than this come in parts: ten provinces of members. */
export const mostRows = 60_000;

/** Lets the page draw. */
export const breathe = () => new Promise<void>((resolve) => setTimeout(resolve));
