import type {FactPack} from '../../curriculum/fact-pack.js';
import {resolveFact} from '../../curriculum/fact-table.js';
import type {Fact} from '../../curriculum/facts.js';
import type {Output} from '../output.js';
import type {Choice, Doubt, ShownFact} from './state.js';

/** The first reason why a value is not shown on a day, and the day it is about. */
function doubtOf(fact: Fact, on: string): readonly [Doubt, string?] | undefined {
  if (fact.value.trim() === '') return ['no-value'];
  if (fact.status !== 'current') return ['not-current'];
  if (fact.confidence === 'unverified' || fact.verifiedOn === undefined) return ['unverified'];
  if (fact.validFrom !== undefined && on < fact.validFrom) return ['not-yet', fact.validFrom];
  if (fact.validTo !== undefined && fact.validTo < on) return ['over', fact.validTo];
  return fact.reviewBy < on ? ['review-due', fact.reviewBy] : undefined;
}

/** Every token of a lesson with its fallback, in the order a reader meets them. */
function tokensIn(part: unknown, found = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(part)) for (const one of part) tokensIn(one, found);
  else if (typeof part === 'object' && part !== null) {
    const {fact, fallback} = part as {fact?: unknown; fallback?: unknown};
    if (typeof fact === 'string' && typeof fallback === 'string') {
      if (!found.has(fact)) found.set(fact, fallback);
    } else for (const one of Object.values(part)) tokensIn(one, found);
  }
  return found;
}

/** What each dated fact of a lesson says on a day and in a province, to a learner. */
export function shownFacts(
  {course, files}: Output,
  lesson: string,
  {day, province}: Pick<Choice, 'day' | 'province'>,
): ShownFact[] {
  const json = (file: string | undefined): unknown =>
    file === undefined ? undefined : JSON.parse(files.get(file) ?? 'null');
  const entry = course.modules.flatMap(({lessons}) => lessons).find(({id}) => id === lesson);
  const facts = course.facts.flatMap(({file}) => (json(file) as FactPack).facts);
  return [...tokensIn(json(entry?.file))].map(([id, fallback]): ShownFact => {
    const {text, fact} = resolveFact(facts, id, {province, on: day}, fallback);
    if (!fact) return {id, text, value: '', scope: '', doubt: 'unknown'};
    const [doubt, since] = doubtOf(fact, day) ?? [];
    const {value, scope} = fact;
    return {id, text, value, scope, ...(doubt && {doubt}), ...(since !== undefined && {since})};
  });
}
