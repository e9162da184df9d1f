import {inOneGo} from './in-one-go.js';
import type {Member, MemberCode, Post} from './member.js';
import {memberOfEach} from './members-heard.js';
import {orderOfNames} from './names.js';
import type {ReceivedLearner} from './packet.js';
import type {CivilDay, LearnerKey} from './record.js';
import type {RosterView} from './roster-view.js';
import type {Unit} from './unit.js';
import {nameOn, postOn, unitTree, wasThere, within} from './unit-tree.js';

/** A unit where it stands in the tree. */
export interface RollUnit {
  readonly unit: Unit;
  /** Its name on the day of the roll. */
  readonly name: string;
  /** 0 at the top. */
  readonly depth: number;
  /** Index of the unit above; -1 at the top. */
  readonly parent: number;
  /** Index after the last unit below it. */
  readonly end: number;
  /** Dissolved on or before the day of the roll. */
  readonly gone: boolean;
}

/** Somebody with a row of their own. */
export interface RollPerson {
  /** Absent for a learner who is no member of the roster. */
  readonly member?: Member;
  /** Where they are on the day of the roll. */
  readonly post?: Post;
  /** What the trainer calls them; absent where nobody has said. */
  readonly name?: string;
  /** Everything received of them, one for each of their learners. */
  readonly heard: readonly ReceivedLearner[];
}

/**
 * Everybody the trainer answers for, each once: the members of today in the order of the units and, within a unit, of a
 * Vietnamese class list; then members whose unit nobody knows; then learners who are not linked to a member.
 */
export interface Roll {
  /** In the order of the tree: a unit, then all below it. */
  readonly units: readonly RollUnit[];
  readonly people: readonly RollPerson[];
  /** Index into `units` for each person; `units.length` for a unit nobody knows, one more for those not linked. */
  readonly unitOf: Uint32Array;
  /** Place of each person in the order of all names. */
  readonly nameOrder: Uint32Array;
  /** Members who have left: they are counted nowhere. */
  readonly left: readonly Member[];
}

/** Indices of the units right below one that still are. */
export function* rightBelow(units: Roll['units'], above: number): Generator<number> {
  const {end} = units[above]!;
  for (let at = above + 1; at < end; at = units[at]!.end) if (!units[at]!.gone) yield at;
}

/** The tree in order. */
function unitsOf(view: RosterView, today: CivilDay): RollUnit[] {
  const {all} = unitTree(view.units);
  const at = new Map(all.map((node, index) => [node, index]));
  return all.map((node, index) => {
    const {unit, parent, depth} = node;
    return {
      unit,
      name: nameOn(unit, today),
      depth,
      parent: parent ? at.get(parent)! : -1,
      end: index + within(node).length,
      gone: !wasThere(unit, today),
    };
  });
}

/**
 * The roll on a day. `persons` are the learners who are known to be one person: whoever stands with a member brings the
 * others along, unless those are linked to a member themselves.
 */
export const rollOf = (...of: Parameters<typeof rolling>): Roll => inOneGo(rolling(...of));

/** The same in steps, so that a page can draw in between. */
export function* rolling(
  view: RosterView,
  received: readonly ReceivedLearner[],
  persons: readonly (readonly LearnerKey[])[],
  today: CivilDay,
): Generator<void, Roll> {
  const units = unitsOf(view, today);
  yield;
  const placeOf = new Map(units.map(({unit}, index) => [unit.id, index]));
  const heardOf = new Map(received.map((one) => [one.learner, one]));
  const memberOf = memberOfEach(view, persons);
  const heardBy = new Map<MemberCode, ReceivedLearner[]>();
  const gone = new Set<LearnerKey>();
  for (const one of received) {
    const code = memberOf.get(one.learner);
    if (code === undefined) continue;
    gone.add(one.learner);
    const heard = heardBy.get(code);
    if (heard) heard.push(one);
    else heardBy.set(code, [one]);
  }

  yield;

  const found: (RollPerson & {readonly at: number})[] = [];
  const left: Member[] = [];
  for (const member of view.members.values()) {
    const post = postOn(member, today);
    if (!post) {
      left.push(member);
      continue;
    }
    const heard = heardBy.get(member.code) ?? [];
    found.push({
      member,
      post,
      // Whom a commune sent without a name is known by the code.
      name: member.name || (heard.find((one) => one.name !== undefined)?.name ?? member.code),
      heard,
      at: placeOf.get(post.unit) ?? units.length,
    });
  }
  for (const person of [...persons, ...received.map(({learner}) => [learner])]) {
    const heard = person.flatMap((learner) =>
      gone.has(learner) ? [] : (heardOf.get(learner) ?? []),
    );
    for (const {learner} of heard) gone.add(learner);
    const [first] = heard;
    if (!first) continue;
    const name = heard.find((one) => one.name !== undefined)?.name;
    found.push({...(name !== undefined && {name}), heard, at: units.length + 1});
  }

  yield;

  // Whoever has no name yet comes after those who have.
  const named = found.flatMap(({name}, index) => (name === undefined ? [] : [index]));
  const nameless = found.flatMap(({name}, index) => (name === undefined ? [index] : []));
  const order = yield* orderOfNames(named.map((index) => found[index]!.name!));
  yield;

  const byName = [...Array.from(order, (at) => named[at]!), ...nameless];
  const counts = new Uint32Array(units.length + 3);
  for (const {at} of found) counts[at + 1]!++;
  for (let unit = 0; unit < units.length + 2; unit++) counts[unit + 1]! += counts[unit]!;
  const people = new Array<RollPerson>(found.length);
  const unitOf = new Uint32Array(found.length);
  const nameOrder = new Uint32Array(found.length);
  for (const [place, from] of byName.entries()) {
    const {at, ...person} = found[from]!;
    const row = counts[at]!++;
    people[row] = person;
    unitOf[row] = at;
    nameOrder[row] = place;
  }
  return {units, people, unitOf, nameOrder, left};
}
