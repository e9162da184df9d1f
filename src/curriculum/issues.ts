import type {Issue} from '../errors.js';

interface SchemaIssue {
  readonly path: readonly PropertyKey[];
  readonly code?: string | undefined;
}

/** A schema's complaints as paths and codes, without its English sentences. */
export const issuesOf = (error: {readonly issues: readonly SchemaIssue[]}): Issue[] =>
  error.issues.map(({path, code}) => ({
    path: path.map((step) => (typeof step === 'number' ? step : String(step))),
    code: code ?? 'custom',
  }));
