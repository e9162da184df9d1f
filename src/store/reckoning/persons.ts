import type {LearnerKey} from './record.js';

/** An edge between two learners who are one person. */
export type Edge = readonly [one: LearnerKey, other: LearnerKey];

/**
 * The persons that edges make of learners: whoever is joined to somebody, by however many steps, is one with
 * them. Keys and persons stand in order, the smallest key first; the order of the edges does not matter.
 */
export function personsOf(edges: readonly Edge[]): readonly (readonly LearnerKey[])[] {
  const leaders = new Map<LearnerKey, LearnerKey>();
  const leaderOf = (learner: LearnerKey): LearnerKey => {
    let leader = learner;
    for (;;) {
      const next = leaders.get(leader) ?? leader;
      if (next === leader) break;
      leader = next;
    }
    leaders.set(learner, leader);
    return leader;
  };
  for (const [one, other] of edges) {
    const [a, b] = [leaderOf(one), leaderOf(other)];
    // The smallest key leads, whichever edge came first.
    if (a < b) leaders.set(b, a);
    else if (b < a) leaders.set(a, b);
  }
  const persons = new Map<LearnerKey, LearnerKey[]>();
  for (const learner of [...leaders.keys()].sort()) {
    const leader = leaderOf(learner);
    persons.set(leader, [...(persons.get(leader) ?? []), learner]);
  }
  return [...persons.values()].filter(({length}) => length > 1);
}
