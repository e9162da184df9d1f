import type {Member} from '../../../store/reckoning/member.js';
import {nameOn, postOn} from '../../../store/reckoning/unit-tree.js';
import type {RosterStand} from './stand.js';

/** Where a member is, and what tells them from a namesake. */
export function memberPlace({messages, tree, today}: RosterStand, member: Member): string {
  const unit = (postOn(member, today) ?? member.posts.at(-1))?.unit;
  const node = unit === undefined ? undefined : tree.at.get(unit);
  const facts = [
    node ? nameOn(node.unit, today) : messages.whole,
    ...(member.birthYear === undefined ? [] : [messages.born(member.birthYear)]),
    ...(member.phoneTail === undefined ? [] : [messages.tail(member.phoneTail)]),
  ];
  return facts.join(', ');
}
