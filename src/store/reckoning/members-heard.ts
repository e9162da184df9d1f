import type {MemberCode} from './member.js';
import type {LearnerKey} from './record.js';
import type {RosterView} from './roster-view.js';

/** What says which learner is which member. */
type Links = Pick<RosterView, 'members' | 'learnersOf'>;

/**
 * The member each learner is. `persons` are the learners who are known to be one person: whoever stands with a member
 * brings the others along, unless those are linked to a member themselves.
 */
export function memberOfEach(
  {members, learnersOf}: Links,
  persons: readonly (readonly LearnerKey[])[],
): ReadonlyMap<LearnerKey, MemberCode> {
  const memberOf = new Map<LearnerKey, MemberCode>();
  for (const [code, learners] of learnersOf) {
    if (members.has(code)) for (const learner of learners) memberOf.set(learner, code);
  }
  for (const person of persons) {
    const code = person
      .map((learner) => memberOf.get(learner))
      .find((found) => found !== undefined);
    if (code === undefined) continue;
    for (const learner of person) if (!memberOf.has(learner)) memberOf.set(learner, code);
  }
  return memberOf;
}

/** The learners who are one: those of each member, and persons who are no member. */
export function personsWithMembers(
  links: Links,
  persons: readonly (readonly LearnerKey[])[],
): readonly (readonly LearnerKey[])[] {
  const memberOf = memberOfEach(links, persons);
  const learnersOf = new Map<MemberCode, LearnerKey[]>();
  for (const [learner, code] of memberOf) {
    const learners = learnersOf.get(code);
    if (learners) learners.push(learner);
    else learnersOf.set(code, [learner]);
  }
  return [
    ...learnersOf.values(),
    ...persons.map((person) => person.filter((learner) => !memberOf.has(learner))),
  ].filter(({length}) => length > 1);
}
