import type {ReceivedLearner} from './packet.js';
import type {LearnerKey} from './record.js';
import {draftOf, emptyStanding, joinInto} from './standing.js';

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

/** A person as a trainer sees them: what was received of all learners they are, joined for the view alone. */
export interface ReceivedPerson extends ReceivedLearner {
  /** The other learners who are the same person, smallest key first. */
  readonly others?: readonly LearnerKey[];
}

/**
 * One row a person, in the order in which the first of their learners came. The row bears the key and the name of
 * the first learner with a name, else of the first. Nothing is stored: without the edge each row is what it was.
 */
export function joinPersons(
  received: readonly ReceivedLearner[],
  persons: readonly (readonly LearnerKey[])[],
): readonly ReceivedPerson[] {
  const personOf = new Map(persons.flatMap((keys) => keys.map((key) => [key, keys] as const)));
  const rows = new Map<LearnerKey | readonly LearnerKey[], ReceivedLearner[]>();
  for (const one of received) {
    const person = personOf.get(one.learner) ?? one.learner;
    const there = rows.get(person);
    if (there) there.push(one);
    else rows.set(person, [one]);
  }
  return [...rows].map(([person, learners]): ReceivedPerson => {
    const [first] = learners;
    if (typeof person === 'string' || !first) return first!;
    const {learner, name} = learners.find((one) => one.name) ?? first;
    const standing = draftOf(emptyStanding);
    for (const one of learners) joinInto(standing, one.standing);
    const packets = learners
      .flatMap((one) => one.packets)
      .sort((a, b) => a.firstReceivedAt - b.firstReceivedAt);
    return {
      learner,
      ...(name !== undefined && {name}),
      standing,
      packets,
      others: person.filter((key) => key !== learner),
    };
  });
}
