import type {MemberCode, Member} from '../../store/reckoning/member.js';
import type {CivilDay} from '../../store/reckoning/record.js';
import type {RosterView} from '../../store/reckoning/roster-view.js';
import {type Unit, type UnitKey, unitLevels} from '../../store/reckoning/unit.js';
import {nameOn, unitTree, type UnitNode, wasThere, wayTo} from '../../store/reckoning/unit-tree.js';
import type {RosterIds} from '../../store/roster-ids.js';
import {foldName} from '../../store/roster.js';
import type {WrittenUnit} from './written-unit.js';
import {sameName} from './same-name.js';

const kindWords = /^(?:tinh|thanh pho|tp|xa|phuong|dac khu|thi tran|huyen|quan|thi xa)\.? /;

interface ComparedUnit {
  readonly kind: string;
  readonly rest: string;
}

const compared = new Map<string, ComparedUnit>();

/** How a unit is compared: what kind it is counts only where both say so. A bare number is a team called by it. */
function unitName(name: string): ComparedUnit {
  const there = compared.get(name);
  if (there) return there;
  const kind = kindWords.exec(foldName(name))?.[0].trim() ?? '';
  const rest = sameName(
    name
      .trim()
      .split(/\s+/u)
      .slice(kind === '' ? 0 : kind.split(' ').length)
      .join(' ')
      .replace(/[.,]/g, ' ')
      .replace(/(?:^|\s)số\s+(?=\d)/giu, ' '),
  );
  const unit = {
    kind: kind === 'tp' ? 'thanh pho' : kind,
    rest: /^\d+$/.test(rest) ? sameName(`tổ ${rest}`) : rest,
  };
  // One import's worth: names of a nation are not kept for ever.
  if (compared.size > 20_000) compared.clear();
  compared.set(name, unit);
  return unit;
}

/** Whether two names are those of one unit: “Lũng Cú” and “xã LŨNG CÚ” are, “phường Tân An” and “xã Tân An” are not. */
export const isSameUnit = (one: string, other: string): boolean => {
  const [a, b] = [unitName(one), unitName(other)];
  return a.rest === b.rest && (a.kind === '' || b.kind === '' || a.kind === b.kind);
};

/** Instead of the one unit that was looked for. */
export const several = Symbol('several');

/** What the list names of units, from where on it is to be looked for, and the way there. */
function wayOf(
  written: readonly WrittenUnit[],
  base: readonly Unit[],
  titled: WrittenUnit | undefined,
) {
  // Districts went on 1/7/2025; what is below them stayed, and is told apart by them where it must be.
  const named = written.filter(({level}) => level !== 'district');
  const [top] = named;
  const above = top ? base.filter(({level}) => isAbove(level, top.level)) : [];
  const isTitled = top && above.length === 0 && titled && isAbove(titled.level, top.level);
  return {named, from: above.at(-1)?.id, way: isTitled ? [titled, ...named] : named};
}

/** Finds the units that rows name, and makes those that are not there. */
export class Units {
  readonly used = new Set<UnitKey>();
  readonly #view: RosterView;
  readonly #ids: RosterIds;
  readonly #day: CivilDay;
  readonly #below = new Map<UnitKey | undefined, Unit[]>();
  readonly #made = new Map<UnitKey, Unit>();
  readonly #nodes: ReadonlyMap<UnitKey, UnitNode>;
  readonly #found = new Map<string, UnitKey | typeof several>();

  constructor(view: RosterView, ids: RosterIds, day: CivilDay) {
    this.#view = view;
    this.#ids = ids;
    this.#day = day;
    const tree = unitTree(view.units);
    this.#nodes = tree.at;
    for (const {unit, parent} of tree.all) {
      const key = parent?.unit.id;
      this.#below.set(key, [...(this.#below.get(key) ?? []), unit]);
    }
  }

  chainOf(key: UnitKey): readonly Unit[] {
    const node = this.#nodes.get(key);
    return node ? wayTo(node).map(({unit}) => unit) : [];
  }

  /**
   * The unit that a row names. What the list does not say is taken from `base`, a unit of the roster, from what the
   * title says, or from where the member is already: who stands below all that the list names stays there. `several` where
   * more than one bears the name.
   */
  of(
    written: readonly WrittenUnit[],
    base: readonly Unit[],
    titled: WrittenUnit | undefined,
    home: UnitKey | undefined,
  ): UnitKey | typeof several | undefined {
    const {named, from, way} = wayOf(written, base, titled);
    if (named.length === 0) {
      return this.#use(home ?? base.at(-1)?.id ?? (titled && this.#walk(undefined, [titled])));
    }
    if (home !== undefined && this.#isBelow(home, from, way)) return this.#use(home);
    const id = JSON.stringify([from, way]);
    const key = this.#found.get(id) ?? this.#walk(from, way);
    this.#found.set(id, key);
    return this.#use(key);
  }

  /** The unit that a trainer chose for a row, unless it went since. */
  chosen(key: UnitKey): UnitKey | undefined {
    return this.#nodes.has(key) ? this.#use(key) : undefined;
  }

  /** Whether a member of this unit stands below all that the list says. */
  isSaid(
    written: readonly WrittenUnit[],
    base: readonly Unit[],
    titled: WrittenUnit | undefined,
    home: UnitKey,
  ): boolean {
    const {named, from, way} = wayOf(written, base, titled);
    if (named.length > 0) return this.#isBelow(home, from, way);
    const last = base.at(-1)?.id;
    return (last ?? titled) !== undefined && this.#isBelow(home, last, titled ? [titled] : []);
  }

  #use<Key extends UnitKey | typeof several | undefined>(key: Key): Key {
    if (key !== undefined && key !== several) this.used.add(key);
    return key;
  }

  /** Whether a unit, or those above it, are called today as the list says. */
  #isBelow(home: UnitKey, from: UnitKey | undefined, way: readonly WrittenUnit[]): boolean {
    const chain = this.chainOf(home);
    return (
      (from === undefined || chain.some(({id}) => id === from)) &&
      way.every(({level, name}) =>
        chain.some((unit) => unit.level === level && isSameUnit(nameOn(unit, this.#day), name)),
      )
    );
  }

  /** Only those that members come into, and what is above them. */
  made(members: ReadonlyMap<MemberCode, Member>): readonly Unit[] {
    const wanted = new Set<UnitKey>();
    for (const member of members.values()) {
      let key: UnitKey | undefined = member.posts.at(-1)?.unit;
      while (key !== undefined && !wanted.has(key)) {
        wanted.add(key);
        key = (this.#made.get(key) ?? this.#view.units.get(key))?.parent;
      }
    }
    return [...this.#made.values()].filter(({id}) => wanted.has(id));
  }

  #walk(from: UnitKey | undefined, way: readonly WrittenUnit[]): UnitKey | typeof several {
    let parent = from;
    for (const unit of way) {
      const found = this.#find(parent, unit);
      if (found === several) return found;
      parent = found ?? this.#make(parent, unit);
    }
    return parent!;
  }

  /**
   * Below a unit, with or without levels between; at the very top, anywhere: lists seldom name the province. Whoever bears
   * the name today goes before whoever bore it once, and what stands right below before what stands further down.
   */
  #find(
    parent: UnitKey | undefined,
    {level, name}: WrittenUnit,
  ): UnitKey | typeof several | undefined {
    const today: Unit[] = [];
    const formerly: Unit[] = [];
    const look = (key: UnitKey | undefined) => {
      for (const unit of this.#below.get(key) ?? []) {
        if (unit.level === level && wasThere(unit, this.#day)) {
          if (isSameUnit(nameOn(unit, this.#day), name)) today.push(unit);
          else if (unit.names.some((one) => isSameUnit(one.name, name))) formerly.push(unit);
        }
        if (isAbove(unit.level, level)) look(unit.id);
      }
    };
    look(parent);
    const fits = today.length > 0 ? today : formerly;
    const near = fits.filter((unit) => unit.parent === parent);
    const [only, ...others] = near.length > 0 ? near : fits;
    return others.length > 0 ? several : only?.id;
  }

  #make(parent: UnitKey | undefined, {level, name}: WrittenUnit): UnitKey {
    const id = this.#ids.unit();
    const called = /^\d+$/.test(name) ? `Tổ ${name}` : name;
    const unit: Unit = {id, ...(parent !== undefined && {parent}), level, names: [{name: called}]};
    this.#made.set(id, unit);
    this.#below.set(parent, [...(this.#below.get(parent) ?? []), unit]);
    return id;
  }
}

const isAbove = (one: Unit['level'], other: Unit['level']) =>
  unitLevels.indexOf(one) < unitLevels.indexOf(other);
