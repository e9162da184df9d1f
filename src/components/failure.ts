import type {ErrorCode, Facts, Issue, KnsError} from '../errors.js';

export {chunk} from '../store/chunk.js';

/** What went wrong, as a page shows it. */
export interface Failure {
  readonly code: ErrorCode;
  readonly facts: Facts;
  readonly issues: readonly Issue[];
}

/**
 * Anything thrown, as a failure that has words. What nobody foresaw also goes to the console.
 * Told by name, not by class: on a page with two copies of the library an error may be the other's.
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof Error && error.name === 'KnsError') return error as KnsError;
  reportError(error);
  return {code: 'unexpected', facts: {}, issues: []};
}
