import {linksTo, type MemberLink} from '../../store/reckoning/links-to.js';
import type {Member, MemberCode, Post} from '../../store/reckoning/member.js';
import type {CivilDay} from '../../store/reckoning/record.js';
import type {RosterView} from '../../store/reckoning/roster-view.js';
import type {Unit, UnitKey} from '../../store/reckoning/unit.js';
import {postOn, presentName, type UnitNode, wasThere} from '../../store/reckoning/unit-tree.js';
import type {RosterChange} from '../../store/roster-contract.js';
import {isSameUnit} from './roster-units.js';
import {sameName} from './same-name.js';
import {contradicts} from './told-apart.js';

/** What becomes of two units that are one. */
export interface JoinedUnits {
  readonly change: RosterChange;
  /** People who stood in both and are one now. */
  readonly joined: number;
  /** People who stood in the one that goes, and only there. */
  readonly moved: number;
  /** Names that several people bear on one side: whether any two are one is for people to say. */
  readonly unclear: readonly string[];
}

/** Members who may be this one once more: of the same name, and nothing tells them apart. */
export const doublesOf = ({members}: RosterView, member: Member): readonly Member[] =>
  member.name === ''
    ? []
    : [...members.values()].filter(
        (other) =>
          other.code !== member.code &&
          sameName(other.name) === sameName(member.name) &&
          !contradicts(other, member),
      );

/** Units beside each other, two by two, that are of one level and one name on a day. */
export function twinsAmong(
  nodes: readonly UnitNode[],
  day: CivilDay,
): readonly (readonly [UnitNode, UnitNode])[] {
  const there = nodes.filter(({unit}) => wasThere(unit, day));
  return there.flatMap((one, at) => {
    const other = there.slice(at + 1).find((node) => isTwin(one, node));
    return other ? [[one, other] as const] : [];
  });
}

const isTwin = ({unit: one}: UnitNode, {unit: other}: UnitNode) =>
  one.level === other.level && isSameUnit(presentName(one), presentName(other));

/** The smaller key stays: two trainers who join the same two, each alone, keep the same one. */
const inOrder = <T>(one: T, other: T, keyOf: (each: T) => string): readonly [kept: T, gone: T] =>
  keyOf(one) < keyOf(other) ? [one, other] : [other, one];

/** Two members who are one person: what either knows and every learner of both go to one code; the first says where they are. */
export function oneMember(
  view: RosterView,
  one: Member,
  other: Member,
  day: CivilDay,
): {readonly kept: Member; readonly change: RosterChange} {
  const [{code}, {code: gone}] = inOrder(one, other, (member) => member.code);
  const phoneTail = one.phoneTail ?? other.phoneTail;
  const birthYear = one.birthYear ?? other.birthYear;
  const kept: Member = {
    code,
    name: one.name || other.name,
    posts: unitedPosts(one, other, day),
    ...(phoneTail !== undefined && {phoneTail}),
    ...(birthYear !== undefined && {birthYear}),
  };
  const members = new Map([
    [code, kept],
    [gone, undefined],
  ]);
  return {kept, change: {members, links: handedOver(view, gone, code)}};
}

/** Where the first is, or was before the other came; whoever leads a unit was written down so on purpose. */
function unitedPosts(one: Member, other: Member, day: CivilDay): Member['posts'] {
  const [here, there] = [postOn(one, day), postOn(other, day)];
  if (!here && there) {
    const left = Math.max(...one.posts.map(({until}) => until ?? -Infinity));
    const later = other.posts
      .filter(({until = Infinity}) => until > left)
      .map((post) => ({...post, from: Math.max(post.from ?? -Infinity, left)}));
    return [...one.posts, ...later] as unknown as Member['posts'];
  }
  if (here?.role !== 'member' || here.unit !== there?.unit) return one.posts;
  const {role} = there;
  return changedPosts(one.posts, (post) => (post === here ? {...post, role} : post));
}

const changedPosts = (posts: Member['posts'], change: (post: Post) => Post) =>
  posts.map(change) as unknown as Member['posts'];

/** Every learner of a code that goes, also where another claims the same one. */
const handedOver = (view: RosterView, gone: MemberCode, kept: MemberCode): readonly MemberLink[] =>
  [
    ...new Set([
      ...(view.learnersOf.get(gone) ?? []),
      ...[...view.contested].flatMap(([learner, codes]) => (codes.includes(gone) ? [learner] : [])),
    ]),
  ].flatMap((learner) =>
    (view.learnersOf.get(gone) ?? []).includes(learner)
      ? linksTo(view, learner, kept)
      : [{learner, member: gone, on: false}],
  );

/**
 * Two units of one name that are one, with all below them: what stands below both under one name is one as well, and so is
 * whoever stands in both and is told apart by nothing.
 */
export function oneUnit(
  view: RosterView,
  [one, other]: readonly [UnitNode, UnitNode],
  day: CivilDay,
): JoinedUnits {
  const units = new Map<UnitKey, Unit | undefined>();
  const keptFor = new Map<UnitKey, UnitKey>();
  const unite = (pair: readonly [UnitNode, UnitNode], above: UnitKey | undefined) => {
    const [kept, gone] = inOrder(...pair, ({unit}) => unit.id);
    keptFor.set(gone.unit.id, kept.unit.id).set(kept.unit.id, kept.unit.id);
    units.set(gone.unit.id, undefined).set(kept.unit.id, unitedUnit(kept.unit, gone.unit, above));
    for (const child of gone.children) {
      const same = kept.children.filter((node) => isTwin(node, child));
      const isOnly =
        same.length === 1 && gone.children.filter((node) => isTwin(node, child)).length === 1;
      if (isOnly) unite([same[0]!, child], kept.unit.id);
      else units.set(child.unit.id, {...child.unit, parent: kept.unit.id});
    }
  };
  unite([one, other], one.unit.parent ?? other.unit.parent);

  const members = new Map<MemberCode, Member | undefined>();
  let moved = 0;
  const namesakes = new Map<string, {readonly member: Member; readonly from: UnitKey}[]>();
  for (const member of view.members.values()) {
    if (!member.posts.some(({unit}) => keptFor.has(unit))) continue;
    const posts = changedPosts(member.posts, (post) => ({
      ...post,
      unit: keptFor.get(post.unit) ?? post.unit,
    }));
    const next = {...member, posts};
    if (member.posts.some(({unit}, at) => unit !== posts[at]!.unit)) members.set(member.code, next);
    const from = (postOn(member, day) ?? member.posts.at(-1)!).unit;
    const to = keptFor.get(from);
    if (to === undefined) continue;
    if (to !== from) moved += 1;
    if (member.name === '') continue;
    const key = `${to}/${sameName(member.name)}`;
    namesakes.set(key, [...(namesakes.get(key) ?? []), {member: next, from}]);
  }

  let joined = 0;
  const unclear: string[] = [];
  const links: MemberLink[] = [];
  for (const [first, second, ...more] of namesakes.values()) {
    if (!first || !second) continue;
    const sides = new Set([first, second, ...more].map(({from}) => from));
    if (sides.size < 2) continue;
    if (more.length > 0) {
      unclear.push(first.member.name);
      continue;
    }
    if (contradicts(first.member, second.member)) continue;
    const {change} = oneMember(view, first.member, second.member, day);
    for (const [code, member] of change.members!) members.set(code, member);
    links.push(...change.links!);
    joined += 1;
    moved -= 1;
  }
  return {change: {units, members, links}, joined, moved, unclear};
}

function unitedUnit(kept: Unit, gone: Unit, parent: UnitKey | undefined): Unit {
  const households = kept.households ?? gone.households;
  const isOver = kept.until !== undefined && gone.until !== undefined;
  return {
    id: kept.id,
    ...(parent !== undefined && {parent}),
    level: kept.level,
    names: kept.names,
    ...(isOver && {until: Math.max(kept.until, gone.until)}),
    ...(households !== undefined && {households}),
  };
}
