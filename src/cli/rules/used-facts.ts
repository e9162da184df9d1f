import type {CourseRule} from './rule.js';

/**
 * Every fact is shown by some lesson, and one that provinces have is known to the whole country,
 * so that a learner without a province reads the country's fallback and not some province's.
 */
export const usedFacts: CourseRule = ({source, facts, lessons}, report) => {
  const {provinces = []} = source;
  const placed = facts.flatMap((file) => file.facts);
  const firstOf = new Map<string, (typeof placed)[number]>();
  for (const one of placed) {
    const {id} = one.fact;
    if (!firstOf.has(id) || one.fact.scope === 'VN') firstOf.set(id, one);
  }
  for (const {fact, place} of firstOf.values()) {
    if (provinces.some((province) => province.id === fact.scope))
      report('fact-not-national', place, {fact: fact.id});
  }
  // Where a lesson could not be read, nobody knows what it shows.
  if (lessons.length < source.modules.flatMap((module) => module.lessons).length) return;
  const shown = new Set(lessons.flatMap(({tokens}) => tokens.map(({token}) => token)));
  for (const [id, {place}] of firstOf) {
    if (!shown.has(id)) report('fact-unused', place, {fact: id});
  }
};
