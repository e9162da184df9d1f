import type {Fact} from '../../curriculum/facts.js';
import type {FlawCode} from '../flaw.js';
import type {CourseRule} from './rule.js';

/** Why a fact's fallback is shown on a day; nothing when its value is. */
function doubtOf(fact: Fact, on: string): FlawCode | undefined {
  const {value, fallback, status, confidence, verifiedOn, validTo, reviewBy} = fact;
  if (value.trim() === '') return 'fact-without-value';
  // Where both say the same, nobody reads anything that could be wrong.
  if (value === fallback) return undefined;
  if (status === 'retired' || (validTo !== undefined && validTo < on) || reviewBy < on) {
    return 'fact-expired';
  }
  const verified = status === 'current' && confidence !== 'unverified' && verifiedOn !== undefined;
  return verified ? undefined : 'fact-unverified';
}

/** Names the facts that pages will not show, as of the day the course is released. */
export const reliableFacts: CourseRule = ({source, facts}, report) => {
  for (const {fact, place} of facts.flatMap((file) => file.facts)) {
    const doubt = doubtOf(fact, source.releasedOn);
    if (doubt) report(doubt, place, {fact: fact.id});
  }
};
