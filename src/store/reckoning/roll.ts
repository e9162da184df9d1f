import type {Member, MemberCode, Post} from './member.js';
import {orderOfNames} from './names.js';
import type {ReceivedLearner} from './packet.js';
import type {CivilDay, LearnerKey} from './record.js';
import type {RosterView} from './roster-view.js';
import type {Unit, UnitKey} from './unit.js';

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

/** The post somebody holds on a day; of several the last. */
export function postOn({posts}: Member, today: CivilDay): Post | undefined {
  let held: Post | undefined;
  for (const post of posts) {
    const {from = -Infinity, until = Infinity} = post;
    if (from <= today && today < until) held = post;
  }
  return held;
}

/** The name of a unit on a day; the first one before it had any. */
export function unitNameOn({names}: Unit, today: CivilDay): string {
  let name = names[0].name;
  for (const dated of names) if ((dated.from ?? -Infinity) <= today) name = dated.name;
  return name;
}

const collator = new Intl.Collator('vi', {numeric: true});

/** The tree in order. Units whose parent is missing stand at the top, and so does one of each ring. */
function treeOf(view: RosterView, today: CivilDay): RollUnit[] {
  const below = new Map<UnitKey | undefined, Unit[]>();
  const names = new Map<Unit, string>();
  for (const unit of view.units.values()) {
    names.set(unit, unitNameOn(unit, today));
    const parent =
      unit.parent !== undefined && view.units.has(unit.parent) ? unit.parent : undefined;
    const siblings = below.get(parent);
    if (siblings) siblings.push(unit);
    else below.set(parent, [unit]);
  }
  for (const siblings of below.values()) {
    siblings.sort(
      (a, b) => collator.compare(names.get(a)!, names.get(b)!) || (a.id < b.id ? -1 : 1),
    );
  }
  const seen = new Set<Unit>();
  const lines: {-readonly [K in keyof RollUnit]: RollUnit[K]}[] = [];
  const place = (unit: Unit, depth: number, parent: number): void => {
    if (seen.has(unit)) return;
    seen.add(unit);
    const at = lines.length;
    const gone = unit.until !== undefined && unit.until <= today;
    lines.push({unit, name: names.get(unit)!, depth, parent, end: at + 1, gone});
    for (const child of below.get(unit.id) ?? []) place(child, depth + 1, at);
    lines[at]!.end = lines.length;
  };
  for (const unit of below.get(undefined) ?? []) place(unit, 0, -1);
  for (const unit of view.units.values()) place(unit, 0, -1);
  return lines;
}

/**
 * The roll on a day. `persons` are the learners who are known to be one person: whoever stands with a member brings the
 * others along, unless those are linked to a member themselves.
 */
export function rollOf(
  view: RosterView,
  received: readonly ReceivedLearner[],
  persons: readonly (readonly LearnerKey[])[],
  today: CivilDay,
): Roll {
  const units = treeOf(view, today);
  const placeOf = new Map(units.map(({unit}, index) => [unit.id, index]));
  const heardOf = new Map(received.map((one) => [one.learner, one]));
  const memberOf = new Map<LearnerKey, MemberCode>();
  for (const [code, learners] of view.learnersOf) {
    if (view.members.has(code)) for (const learner of learners) memberOf.set(learner, code);
  }
  for (const person of persons) {
    const code = person
      .map((learner) => memberOf.get(learner))
      .find((found) => found !== undefined);
    if (code === undefined) continue;
    for (const learner of person) if (!memberOf.has(learner)) memberOf.set(learner, code);
  }
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

  const found: (RollPerson & {readonly at: number})[] = [];
  const left: Member[] = [];
  for (const member of view.members.values()) {
    const post = postOn(member, today);
    if (!post) {
      left.push(member);
      continue;
    }
    found.push({
      member,
      post,
      name: member.name,
      heard: heardBy.get(member.code) ?? [],
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

  // Whoever has no name yet comes after those who have.
  const named = found.flatMap(({name}, index) => (name === undefined ? [] : [index]));
  const nameless = found.flatMap(({name}, index) => (name === undefined ? [index] : []));
  const order = orderOfNames(named.map((index) => found[index]!.name!));
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
