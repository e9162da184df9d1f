import type {Course} from '../../../curriculum/course.js';
import {linkOf} from '../../../exchange/code-link.js';
import {invitationCodeOf} from '../../../exchange/invitation.js';
import {invitedKeyOf, newInvitedKey} from '../../../exchange/roster/invited-key.js';
import type {Member} from '../../../store/reckoning/member.js';
import type {LearnerKey} from '../../../store/reckoning/record.js';
import {nameOn, postOn} from '../../../store/reckoning/unit-tree.js';
import {inSlices} from '../ledger/slices.js';
import type {RosterStand} from './stand.js';

/** What a member is handed. */
export interface MemberInvitation {
  readonly member: Member;
  /** Of the team they are in today; may be empty. */
  readonly unit: string;
  readonly code: string;
  /** The address that opens it, where the handbook is an app of its own. */
  readonly link?: string;
}

/**
 * The invitations of these members. Who has none yet gets a learner key of their own, which is linked to them from
 * now on, all in one change that can be undone. Nothing where the course is not at hand.
 */
export async function invitationsOf(
  stand: RosterStand,
  members: readonly Member[],
  app: string | undefined,
  made: string,
): Promise<readonly MemberInvitation[] | undefined> {
  const {course, view} = stand;
  if (!course) return undefined;
  const keys = new Map(
    members.map(({code}) => [code, invitedKeyOf(code, view.learnersOf.get(code) ?? [])]),
  );
  const links = [...keys].flatMap(([member, key]) =>
    key === undefined
      ? [{member, learner: newInvitedKey(member, randomBytes()), on: true as const}]
      : [],
  );
  if (links.length > 0) {
    await stand.change({links}, made);
    for (const {member, learner} of links) keys.set(member, learner);
  }
  const invitations: MemberInvitation[] = [];
  function* writing(to: Course) {
    for (const member of members) {
      invitations.push(invitationOf(stand, member, keys.get(member.code)!, to, app));
      yield;
    }
  }
  // Of a commune at once it would hold the page up.
  await inSlices(writing(course), () => true);
  return invitations;
}

function invitationOf(
  {tree, today}: RosterStand,
  member: Member,
  learner: LearnerKey,
  course: Course,
  app: string | undefined,
): MemberInvitation {
  const post = postOn(member, today) ?? member.posts.at(-1)!;
  const home = tree.at.get(post.unit);
  const around = home?.unit.level === 'team' ? [home, home.parent] : [home];
  // "Tổ 1" alone stands in every village.
  const unit = around.flatMap((node) => (node ? nameOn(node.unit, today) : [])).join(', ');
  const code = invitationCodeOf({learner, member: member.code, unit}, course);
  return {member, unit, code, ...(app !== undefined && {link: linkOf(app, code)})};
}

const randomBytes = () => crypto.getRandomValues(new Uint8Array(8));
