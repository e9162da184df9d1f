/** What a preview shows of facts: what a learner sees, or always one side of it. */
export const factViews = ['learner', 'value', 'fallback'] as const;
export type FactView = (typeof factViews)[number];

/** What the page chose. An empty `file` or `day` means the first lesson and today. */
export interface Choice {
  readonly file: string;
  /** As `2026-11-22`. */
  readonly day: string;
  /** Scope of a province; empty for the country. */
  readonly province: string;
  readonly facts: FactView;
}

export interface ShownFlaw {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
}

/** Why a fact's value is not shown on a day. */
export type Doubt =
  'no-value' | 'not-current' | 'unverified' | 'not-yet' | 'over' | 'review-due' | 'unknown';

export interface ShownFact {
  readonly id: string;
  /** What the lesson says. */
  readonly text: string;
  /** The value it would say; empty where there is none. */
  readonly value: string;
  readonly scope: string;
  /** Nothing when the value is in force. */
  readonly doubt?: Doubt;
  /** The day the doubt is about. */
  readonly since?: string;
}

/** Everything the preview's page draws. */
export interface PreviewState {
  /** Counts the builds that had no error; 0 while there was none yet. */
  readonly build: number;
  /** The last save has errors: what the frame shows is older. */
  readonly broken: boolean;
  readonly title: string;
  readonly groups: readonly {
    readonly title: string;
    readonly files: readonly {readonly path: string; readonly title: string}[];
  }[];
  readonly provinces: readonly {readonly scope: string; readonly label: string}[];
  /** The choice as it was understood. */
  readonly choice: Choice;
  /** The lesson the frame shows; nothing where the chosen file is none. */
  readonly lesson?: string;
  readonly text: string;
  /** Of the chosen file, then of the others. */
  readonly flaws: readonly ShownFlaw[];
  readonly facts: readonly ShownFact[];
}
