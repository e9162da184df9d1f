import {KnsError, type ErrorCode, type Facts, type Issue} from '../errors.js';

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

/** A part of the library that is fetched when needed; throws `chunk-missing` where the network fails. */
export const chunk = <T>(fetching: Promise<T>): Promise<T> =>
  fetching.catch((cause: unknown) => {
    throw new KnsError('chunk-missing', 'A part of the library could not be fetched.', {cause});
  });
