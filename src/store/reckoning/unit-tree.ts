import type {Member, Post} from './member.js';
import type {CivilDay} from './record.js';
import {type Unit, type UnitKey, unitLevels} from './unit.js';

/** A unit in its place. */
export interface UnitNode {
  readonly unit: Unit;
  readonly parent?: UnitNode;
  /** Larger levels first, then by name, as numbers count: Tổ 2 before Tổ 10. */
  readonly children: readonly UnitNode[];
  /** 0 at the top. */
  readonly depth: number;
}

export interface UnitTree {
  readonly roots: readonly UnitNode[];
  /** Every unit, each before those below it. */
  readonly all: readonly UnitNode[];
  readonly at: ReadonlyMap<UnitKey, UnitNode>;
}

const collator = new Intl.Collator('vi', {numeric: true});

/** The name that was in force on a day; before the first of them began, the first. */
export function nameOn({names}: Pick<Unit, 'names'>, day: CivilDay): string {
  let name = names[0];
  for (const each of names) if ((each.from ?? -Infinity) <= day) name = each;
  return name.name;
}

/** What it is called now. */
export const presentName = ({names}: Pick<Unit, 'names'>): string => nameOn({names}, Infinity);

/** Whether there still was such a unit on a day. */
export const wasThere = ({until}: Unit, day: CivilDay): boolean =>
  until === undefined || day < until;

/**
 * The tree of units. Whatever stands below nothing that is known, or below itself, as when two trainers moved one under
 * the other, stands at the top: no unit is ever missing.
 */
export function unitTree(units: ReadonlyMap<UnitKey, Unit>): UnitTree {
  const below = new Map<UnitKey | undefined, Unit[]>();
  for (const unit of units.values()) {
    const parent = parentIn(units, unit);
    below.set(parent, [...(below.get(parent) ?? []), unit]);
  }
  const all: UnitNode[] = [];
  const at = new Map<UnitKey, UnitNode>();
  const grow = (of: UnitKey | undefined, parent: UnitNode | undefined): UnitNode[] =>
    (below.get(of) ?? []).sort(inOrder).map((unit) => {
      const children: UnitNode[] = [];
      const node = {unit, ...(parent && {parent}), children, depth: parent ? parent.depth + 1 : 0};
      all.push(node);
      at.set(unit.id, node);
      children.push(...grow(unit.id, node));
      return node;
    });
  return {roots: grow(undefined, undefined), all, at};
}

const inOrder = (one: Unit, other: Unit) =>
  unitLevels.indexOf(one.level) - unitLevels.indexOf(other.level) ||
  collator.compare(presentName(one), presentName(other)) ||
  (one.id < other.id ? -1 : 1);

/** Nothing at the top. Of a ring of units the one with the smallest key is cut loose. */
function parentIn(units: ReadonlyMap<UnitKey, Unit>, unit: Unit): UnitKey | undefined {
  if (unit.parent === undefined || !units.has(unit.parent)) return undefined;
  const passed = new Set<UnitKey>();
  let key: UnitKey | undefined = unit.parent;
  let smallest = unit.id;
  while (key !== undefined && !passed.has(key)) {
    if (key === unit.id) return smallest === unit.id ? undefined : unit.parent;
    if (key < smallest) smallest = key;
    passed.add(key);
    key = units.get(key)?.parent;
  }
  return unit.parent;
}

/** On a day, the name of the unit below which all stand; nothing where several stand beside each other. */
export function topName(units: ReadonlyMap<UnitKey, Unit>, day: CivilDay): string | undefined {
  const [top, ...others] = unitTree(units).roots.filter(({unit}) => wasThere(unit, day));
  return top && others.length === 0 ? nameOn(top.unit, day) : undefined;
}

/** A unit and all above it, the top first. */
export function wayTo(node: UnitNode): readonly UnitNode[] {
  const way: UnitNode[] = [];
  for (let each: UnitNode | undefined = node; each; each = each.parent) way.unshift(each);
  return way;
}

/** A unit and all below it. */
export const within = (node: UnitNode): readonly UnitNode[] => [
  node,
  ...node.children.flatMap(within),
];

/** Where a member was on a day; nothing for who had not come yet, or had left. */
export const postOn = ({posts}: Member, day: CivilDay): Post | undefined =>
  [...posts]
    .reverse()
    .find(({from, until}) => (from ?? -Infinity) <= day && day < (until ?? Infinity));

/** Whatever still lasted ends on the day on which the next begins. A post that began that very day never was. */
export const movedTo = (
  posts: Member['posts'],
  next: Post & {readonly from: CivilDay},
): Member['posts'] => {
  const before = posts
    .filter(({from}) => from === undefined || from < next.from)
    .map((post) => ({...post, until: Math.min(post.until ?? Infinity, next.from)}));
  return [...before, next] as unknown as Member['posts'];
};

/** Where a member is to be counted on a day. */
export interface MemberPlace {
  readonly post: Post;
  /** Nothing where no unit of theirs is known. */
  readonly node?: UnitNode;
  /** Their unit had been dissolved by then: they stand with the nearest above that was still there. */
  readonly displaced: boolean;
}

/** The place of a member on a day; nothing for who had not come yet, or had left. */
export function placeOn(member: Member, tree: UnitTree, day: CivilDay): MemberPlace | undefined {
  const post = postOn(member, day);
  if (!post) return undefined;
  const home = tree.at.get(post.unit);
  let node = home;
  while (node?.parent && !wasThere(node.unit, day)) node = node.parent;
  return {post, ...(node && {node}), displaced: node !== home};
}
