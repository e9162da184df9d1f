import type {Member, MemberCode, MemberRole, Post} from '../../store/reckoning/member.js';
import type {CivilDay} from '../../store/reckoning/record.js';
import type {RosterView} from '../../store/reckoning/roster-view.js';
import type {Unit, UnitKey} from '../../store/reckoning/unit.js';
import {movedTo, postOn} from '../../store/reckoning/unit-tree.js';
import type {RosterChange} from '../../store/roster-contract.js';
import type {RosterIds} from '../../store/roster-ids.js';
import {breathe} from './file-sheet.js';
import {several, Units} from './roster-units.js';
import type {RosterSheet, SheetFlaw, SheetPerson} from './roster-sheet.js';
import {sameName} from './same-name.js';
import {contradicts, tellsApart} from './told-apart.js';
import type {WrittenUnit} from './written-unit.js';

/** Why a row cannot be taken, or what is to be known about it. */
export type PlanFlaw =
  | SheetFlaw
  /** No member of the roster has this code. */
  | 'code-unknown'
  /** Two rows have the same code. */
  | 'code-twice'
  /** Two rows without a code say the same person. */
  | 'twice'
  /** Several members of the unit have this name: only a code tells which. */
  | 'ambiguous'
  /** Nobody says which unit. */
  | 'unit-missing'
  /** Several units have this name, and the list does not say below which. */
  | 'unit-twice'
  /** The member with this code has another name. */
  | 'renamed'
  /** Known by name and unit, without a code. */
  | 'matched'
  /** Somebody of this name is in another unit. */
  | 'elsewhere'
  /** Somebody of this name is in the same unit, born in another year or with another number. */
  | 'namesake';

/** With one of these a row is left out. */
export const refusing: ReadonlySet<PlanFlaw> = new Set<PlanFlaw>([
  'name-missing',
  'name-odd',
  'code-wrong',
  'code-unknown',
  'code-twice',
  'twice',
  'ambiguous',
  'unit-missing',
  'unit-twice',
]);

/** What becomes of a row. */
export type Outcome = 'new' | 'same' | 'changed' | 'moved' | 'refused' | 'skipped';

export interface PlannedRow {
  readonly person: SheetPerson;
  readonly outcome: Outcome;
  readonly flaws: readonly PlanFlaw[];
  /** The member it is, unless new or refused. */
  readonly member?: Member;
  /** Members of this name it might be, for `ambiguous`, `namesake` and `elsewhere`. */
  readonly candidates?: readonly Member[];
}

/** What the trainer put right in a row, by its number. */
export interface Correction {
  readonly name?: string;
  /** A member they chose. */
  readonly code?: MemberCode;
  /** Somebody new, whatever the list and the roster say. */
  readonly isNew?: true;
  /** A unit of the roster they chose. */
  readonly unit?: UnitKey;
  readonly skip?: boolean;
}

export interface RosterPlan {
  readonly rows: readonly PlannedRow[];
  readonly change: RosterChange;
  readonly newUnits: readonly Unit[];
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Members of the units the list names, of whom it says nothing. They stay. */
  readonly absent: readonly Member[];
}

export interface PlanOptions {
  readonly day: CivilDay;
  readonly ids: RosterIds;
  readonly corrections?: ReadonlyMap<number, Correction>;
  /** Where the list belongs if it does not say: a unit of the roster, or one to be made. */
  readonly under?: UnitKey | WrittenUnit;
}

/** What imports would change, and every row that is not clear. Writes nothing; the same list again changes nothing. */
export async function rosterPlan(
  sheet: RosterSheet,
  view: RosterView,
  {day, ids, corrections = new Map(), under}: PlanOptions,
): Promise<RosterPlan> {
  const units = new Units(view, ids, day);
  const base = typeof under === 'string' ? units.chainOf(under) : [];
  const titled = typeof under === 'object' ? under : under === undefined ? sheet.titled : undefined;
  const byName = new Map<string, Member[]>();
  for (const member of view.members.values()) {
    const name = sameName(member.name);
    byName.set(name, [...(byName.get(name) ?? []), member]);
  }
  const codes = countedCodes(sheet, corrections);
  const taken = new Set<MemberCode>();
  /** New members of this list by unit and name, to find the same twice. */
  const fresh = new Map<string, Member[]>();
  const members = new Map<MemberCode, Member>();
  const planned = (written: SheetPerson): PlannedRow => {
    const correction = corrections.get(written.row);
    const person = asKnown(corrected(written, correction), view);
    if (correction?.skip) return {person, outcome: 'skipped', flaws: []};
    const isNameless =
      person.code !== undefined && view.members.get(person.code)?.name === '' && person.name === '';
    const flaws: PlanFlaw[] = person.flaws.filter(
      // Whom a pack brought without a name is handed out without one, and comes back so.
      (flaw) => flaw !== 'name-missing' || !isNameless,
    );
    const refuse = (flaw?: PlanFlaw): PlannedRow => ({
      person,
      outcome: 'refused',
      flaws: flaw ? [...flaws, flaw] : flaws,
    });
    if (flaws.some((flaw) => refusing.has(flaw))) return refuse();
    const known = person.code === undefined ? undefined : view.members.get(person.code);
    if (person.code !== undefined && !known) return refuse('code-unknown');
    if (known && (codes.get(known.code) ?? 0) > 1) return refuse('code-twice');
    const home = postOf(known, day)?.unit;
    const placed = correction?.unit;
    let unit =
      placed === undefined ? units.of(person.units, base, titled, home) : units.chosen(placed);
    let member = known;
    let candidates: readonly Member[] = [];
    if (member) {
      if (member.name !== '' && sameName(member.name) !== sameName(person.name)) {
        flaws.push('renamed');
      }
    } else {
      const named = (byName.get(sameName(person.name)) ?? []).filter(({code}) => !codes.has(code));
      const here = named.filter((one) => {
        const of = postOf(one, day)?.unit;
        if (of === undefined || placed !== undefined) return of === unit;
        return of === unit || units.isSaid(person.units, base, titled, of);
      });
      const untaken = here.filter((one) => !taken.has(one.code));
      const fitting = closest(
        person,
        untaken.filter((one) => !contradicts(person, one)),
      );
      if (correction?.isNew) member = undefined;
      else if (fitting.length > 1) return {...refuse('ambiguous'), candidates: fitting};
      else if (fitting[0]) {
        member = fitting[0];
        unit = postOf(member, day)!.unit;
        flaws.push('matched');
      } else if (here.some((one) => taken.has(one.code) && !tellsApart(person, one))) {
        return refuse('twice');
      } else if (named.length > 0) {
        candidates = here.length > 0 ? here : named;
        flaws.push(here.length > 0 ? 'namesake' : 'elsewhere');
      }
    }
    if (unit === undefined) return refuse('unit-missing');
    if (unit === several) return refuse('unit-twice');
    if (!member) {
      const key = `${unit}/${sameName(person.name)}`;
      const before = fresh.get(key) ?? [];
      const isTwice = before.some((one) => !tellsApart(person, one)) && !correction?.isNew;
      if (isTwice) return refuse('twice');
      const made = madeOf(person, ids.member(), unit);
      fresh.set(key, [...before, made]);
      members.set(made.code, made);
      return {person, outcome: 'new', flaws, ...(candidates.length > 0 && {candidates})};
    }
    taken.add(member.code);
    const {next, outcome} = changed(member, person, unit, day);
    if (next) members.set(next.code, next);
    return {person, outcome, flaws, member};
  };
  const rows: PlannedRow[] = [];
  for (const written of sheet.people) {
    rows.push(planned(written));
    if (rows.length % 250 === 0) await breathe();
  }
  const counts = {new: 0, same: 0, changed: 0, moved: 0, refused: 0, skipped: 0};
  for (const {outcome} of rows) counts[outcome] += 1;
  const named = new Set(rows.flatMap(({member}) => (member ? [member.code] : [])));
  const newUnits = units.made(members);
  return {
    rows,
    newUnits,
    counts,
    absent: absentOf(view, units.used, named, day),
    change: {
      ...(newUnits.length > 0 && {units: new Map(newUnits.map((unit) => [unit.id, unit]))}),
      ...(members.size > 0 && {members}),
    },
  };
}

/** Where a member is, else where they were last. */
const postOf = (member: Member | undefined, day: CivilDay): Post | undefined =>
  member && (postOn(member, day) ?? member.posts.at(-1));

function corrected(person: SheetPerson, correction: Correction | undefined): SheetPerson {
  if (!correction) return person;
  const {code: written, ...bare} = person;
  const name = correction.name?.normalize('NFC').trim() ?? person.name;
  const code = correction.isNew ? undefined : (correction.code ?? written);
  const isMended = (flaw: SheetFlaw) =>
    (correction.name && (flaw === 'name-missing' || flaw === 'name-odd')) ||
    ((correction.code ?? correction.isNew) && flaw === 'code-wrong');
  return {
    ...bare,
    name,
    ...(code !== undefined && {code}),
    flaws: person.flaws.filter((flaw) => !isMended(flaw)),
  };
}

function countedCodes(
  {people}: RosterSheet,
  corrections: ReadonlyMap<number, Correction>,
): ReadonlyMap<MemberCode, number> {
  const codes = new Map<MemberCode, number>();
  for (const person of people) {
    const correction = corrections.get(person.row);
    const {code} = corrected(person, correction);
    if (code !== undefined && !correction?.skip) codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  return codes;
}

/** Of several whom a row may mean, the one who was born in that year or has that number, where there is one. */
function closest({birthYear, phoneTail}: SheetPerson, members: readonly Member[]) {
  const agree = members.filter(
    (one) =>
      (birthYear !== undefined && one.birthYear === birthYear) ||
      (phoneTail !== undefined && one.phoneTail === phoneTail),
  );
  return agree.length === 1 ? agree : members;
}

/** Whoever is written as the roster has them stays so: names that were typed there are nobody's to put right. */
function asKnown(person: SheetPerson, {members}: RosterView): SheetPerson {
  const known = person.code === undefined ? undefined : members.get(person.code);
  const {written = person.name} = person;
  if (known === undefined || known.name === '' || written !== known.name) return person;
  return {...person, name: known.name, flaws: person.flaws.filter((flaw) => flaw !== 'name-odd')};
}

const madeOf = (
  {name, role = 'member', phoneTail, birthYear}: SheetPerson,
  code: MemberCode,
  unit: UnitKey,
): Member => ({
  code,
  name,
  posts: [{unit, role}],
  ...(phoneTail !== undefined && {phoneTail}),
  ...(birthYear !== undefined && {birthYear}),
});

/** The member as the list says; what it leaves empty stays as it is. */
function changed(
  member: Member,
  person: SheetPerson,
  unit: UnitKey,
  day: CivilDay,
): {readonly next?: Member; readonly outcome: 'same' | 'changed' | 'moved'} {
  const post = postOf(member, day)!;
  // Head of the village: that says nothing of what they are in the team.
  const isOther = person.flaws.includes('role-other');
  const role: MemberRole = isOther ? post.role : (person.role ?? post.role);
  const hasMoved = post.unit !== unit || (post.until ?? Infinity) <= day;
  const next: Member = {
    ...member,
    name: person.name,
    posts: hasMoved
      ? movedTo(member.posts, {unit, role, from: day})
      : role === post.role
        ? member.posts
        : replaced(member.posts, post, {...post, role}),
    ...(person.phoneTail !== undefined && {phoneTail: person.phoneTail}),
    ...(person.birthYear !== undefined && {birthYear: person.birthYear}),
  };
  if (hasMoved) return {next, outcome: 'moved'};
  const isSame =
    next.name === member.name &&
    next.posts === member.posts &&
    next.phoneTail === member.phoneTail &&
    next.birthYear === member.birthYear;
  return isSame ? {outcome: 'same'} : {next, outcome: 'changed'};
}

const replaced = (posts: Member['posts'], old: Post, post: Post): Member['posts'] =>
  posts.map((one) => (one === old ? post : one)) as unknown as Member['posts'];

function absentOf(
  view: RosterView,
  used: ReadonlySet<UnitKey>,
  named: ReadonlySet<MemberCode>,
  day: CivilDay,
): Member[] {
  return [...view.members.values()].filter((member) => {
    const post = postOn(member, day);
    return post !== undefined && used.has(post.unit) && !named.has(member.code);
  });
}
