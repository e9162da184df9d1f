import type {Fact} from './facts.js';

/** Whose facts, and on which day. */
export interface FactQuery {
  /** Stable id of a province; without it only the country's facts count. */
  readonly province?: string | undefined;
  /** Today in Vietnam as `2026-11-22`. With a clock that may lag, pass the later of today and the course's `builtOn`. */
  readonly on: string;
}

/** What to show for a token. `text` is never empty. */
export interface ResolvedFact {
  readonly text: string;
  /** The fallback is shown: nothing known can be relied on today. */
  readonly stale: boolean;
  /** The fact the text comes from, or the one that could not be relied on. */
  readonly fact?: Fact;
}

/** True when the fact has a value that somebody verified and that is in force on the day. */
export const holds = (fact: Fact, on: string): boolean =>
  fact.value.trim() !== '' &&
  fact.status === 'current' &&
  fact.confidence !== 'unverified' &&
  fact.verifiedOn !== undefined &&
  (fact.validFrom === undefined || fact.validFrom <= on) &&
  (fact.validTo === undefined || on <= fact.validTo) &&
  on <= fact.reviewBy;

/**
 * The text of a `{{token}}`. A province that has the fact answers for itself, even when its
 * own value is stale: the country's hotline is not the province's. Another province's value is never shown.
 */
export function resolveFact(
  facts: readonly Fact[],
  token: string,
  {province, on}: FactQuery,
  fallback: string,
): ResolvedFact {
  const named = facts.filter(({id}) => id === token);
  const own = named.filter(({scope}) => scope === province);
  const candidates = own.length > 0 ? own : named.filter(({scope}) => scope === 'VN');

  const fact = candidates.find((candidate) => holds(candidate, on));
  if (fact) return {text: fact.value, stale: false, fact};

  const [stale] = candidates;
  const text = [stale?.fallback, fallback].find((words) => words?.trim()) ?? '…';
  return stale ? {text, stale: true, fact: stale} : {text, stale: true};
}
