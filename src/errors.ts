/**
 * Everything that can go wrong, by code. The lower rooms speak codes and facts;
 * only components and the command line turn them into sentences.
 */
export type ErrorCode =
  // a course or its files
  | 'course-unreachable'
  | 'course-invalid'
  | 'course-newer-format'
  | 'lesson-unreachable'
  | 'lesson-damaged'
  | 'lesson-invalid'
  | 'lesson-unknown'
  | 'question-unknown'
  // keeping
  | 'storage-none'
  | 'storage-full'
  | 'storage-broken'
  | 'storage-lost'
  | 'storage-newer'
  | 'answer-unsaved'
  | 'answer-held'
  | 'learner-refused'
  | 'learner-removed'
  | 'pin-needed'
  | 'pin-wrong'
  | 'pin-refused'
  // receiving
  | 'nothing-found'
  | 'code-damaged'
  | 'code-cut'
  | 'newer-format'
  | 'course-unknown'
  | 'ledger-mismatch'
  | 'file-damaged'
  | 'file-unreadable'
  | 'too-big'
  | 'signature-wrong'
  | 'signer-wrong'
  | 'record-invalid'
  | 'learner-forgotten'
  | 'quarantine-full'
  | 'learner-full'
  | 'receipt-stranger'
  | 'picture-empty'
  | 'camera-refused'
  | 'camera-missing'
  // the page
  | 'chunk-missing'
  | 'tag-taken'
  | 'unexpected';

/** Plain values a sentence is made from: names, counts, days. Never an answer, never a learner. */
export type Facts = Readonly<Record<string, string | number>>;

/** One flaw in something that came from outside. `path` leads to it, as in `['questions', 2, 'options']`. */
export interface Issue {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly facts?: Facts;
}

/** The outcome of reading something a stranger made: the value, or every flaw at once. */
export type Parsed<T> =
  {readonly ok: true; readonly value: T} | {readonly ok: false; readonly issues: readonly Issue[]};

/** The one error class. `message` is for developers; people read the sentence their page makes of `code`. */
export class KnsError extends Error {
  override readonly name = 'KnsError';
  readonly code: ErrorCode;
  readonly facts: Facts;
  readonly issues: readonly Issue[];

  constructor(
    code: ErrorCode,
    message: string,
    {
      facts = {},
      issues = [],
      cause,
    }: {facts?: Facts; issues?: readonly Issue[]; cause?: unknown} = {},
  ) {
    super(message, cause === undefined ? undefined : {cause});
    this.code = code;
    this.facts = facts;
    this.issues = issues;
  }
}
