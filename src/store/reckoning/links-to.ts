import type {MemberCode} from './member.js';
import type {LearnerKey} from './record.js';
import type {RosterView} from './roster-view.js';

/** An edge to set between a learner and a member. */
export interface MemberLink {
  readonly member: MemberCode;
  readonly learner: LearnerKey;
  readonly on: boolean;
}

/** What makes a learner this member and nobody else. */
export function linksTo(
  {learnersOf, contested}: RosterView,
  learner: LearnerKey,
  member: MemberCode,
): readonly MemberLink[] {
  const holders = contested.get(learner) ?? [
    ...[...learnersOf].flatMap(([code, learners]) => (learners.includes(learner) ? [code] : [])),
  ];
  return [
    ...holders
      .filter((code) => code !== member)
      .map((code) => ({learner, member: code, on: false})),
    {learner, member, on: true},
  ];
}
