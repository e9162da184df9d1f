import type {Member} from '../../store/reckoning/member.js';
import type {CivilDay} from '../../store/reckoning/record.js';
import type {RosterView} from '../../store/reckoning/roster-view.js';
import {type UnitLevel, unitLevels} from '../../store/reckoning/unit.js';
import {
  nameOn,
  placeOn,
  type UnitNode,
  unitTree,
  within,
  wayTo,
} from '../../store/reckoning/unit-tree.js';
import {compareNames} from '../../store/roster.js';
import type {CellToWrite} from '../spreadsheet.js';

/** The words at the head of a list, which `columnOf` reads again. */
export interface ExportWords {
  readonly code: string;
  readonly name: string;
  readonly role: string;
  readonly phoneTail: string;
  readonly birth: string;
  readonly levels: Readonly<Record<UnitLevel, string>>;
  readonly roles: Readonly<Record<'head' | 'deputy' | 'member', string>>;
}

/**
 * Everybody who is in a unit, or in the whole roster, on a day, as rows of a list with its head: unit by unit, and in
 * each by name. Read in again, it changes nothing.
 */
export function rosterRows(
  view: RosterView,
  words: ExportWords,
  {day, below}: {readonly day: CivilDay; readonly below?: UnitNode},
): CellToWrite[][] {
  const tree = unitTree(view.units);
  const wanted = below && new Set(within(below).map(({unit}) => unit.id));
  const order = new Map(tree.all.map((node, at) => [node.unit.id, at]));
  const listed = [...view.members.values()]
    .flatMap((member) => {
      const place = placeOn(member, tree, day);
      const home = place && tree.at.get(place.post.unit);
      return place && (!wanted || wanted.has(place.post.unit)) ? [{member, place, home}] : [];
    })
    .sort(
      (one, other) =>
        (order.get(one.place.post.unit) ?? -1) - (order.get(other.place.post.unit) ?? -1) ||
        compareNames(one.member.name, other.member.name) ||
        (one.member.code < other.member.code ? -1 : 1),
    );
  const levels = unitLevels.filter(
    (level) =>
      level !== 'nation' &&
      listed.some(({home}) => home && wayTo(home).some(({unit}) => unit.level === level)),
  );
  const unitAt = (home: UnitNode | undefined, level: UnitLevel) => {
    const node = home && wayTo(home).find(({unit}) => unit.level === level);
    return node ? nameOn(node.unit, day) : '';
  };
  const cells = (member: Member) => [member.phoneTail ?? '', member.birthYear ?? ''];
  return [
    [
      words.code,
      words.name,
      words.role,
      ...levels.map((level) => words.levels[level]),
      words.phoneTail,
      words.birth,
    ],
    ...listed.map(({member, place, home}) => [
      member.code,
      member.name,
      words.roles[place.post.role],
      ...levels.map((level) => unitAt(home, level)),
      ...cells(member),
    ]),
  ];
}
