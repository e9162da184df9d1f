import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {Member} from '../../src/store/reckoning/member.js';
import type {Unit, UnitLevel} from '../../src/store/reckoning/unit.js';
import {
  nameOn,
  placeOn,
  postOn,
  presentName,
  unitTree,
  wayTo,
  within,
} from '../../src/store/reckoning/unit-tree.js';
import {runs} from '../runs.js';

const unit = (id: string, level: UnitLevel, name: string, parent?: string): Unit => ({
  id,
  level,
  names: [{name}],
  ...(parent && {parent}),
});
const mapOf = (units: readonly Unit[]) => new Map(units.map((each) => [each.id, each]));

const province = unit('P', 'province', 'Tỉnh Tuyên Quang');
const commune = unit('X', 'commune', 'Xã Lũng Cú', 'P');
const teams = [10, 2, 1].map((n) => unit(`T${n}`, 'team', `Tổ ${n}`, 'X'));

describe('the tree of units', () => {
  it('counts Tổ 2 before Tổ 10, and what is larger before what is smaller', () => {
    const village = unit('V', 'village', 'Thôn Lô Lô Chải', 'X');
    const tree = unitTree(mapOf([...teams, village, commune, province]));
    expect(tree.all.map((node) => presentName(node.unit))).to.deep.equal([
      'Tỉnh Tuyên Quang',
      'Xã Lũng Cú',
      'Thôn Lô Lô Chải',
      'Tổ 1',
      'Tổ 2',
      'Tổ 10',
    ]);
    expect(wayTo(tree.at.get('T2')!).map((node) => node.unit.id)).to.deep.equal(['P', 'X', 'T2']);
    expect(within(tree.at.get('X')!)).to.have.length(5);
  });

  it('has every unit exactly once, whatever stands below what', () => {
    const key = fc.constantFrom('A', 'B', 'C', 'D', 'E');
    fc.assert(
      fc.property(fc.dictionary(key, fc.option(key, {nil: undefined})), (parents) => {
        const units = Object.entries(parents).map(([id, parent]) => unit(id, 'team', id, parent));
        const tree = unitTree(mapOf(units));
        expect(tree.all.map((node) => node.unit.id).sort()).to.deep.equal(
          Object.keys(parents).sort(),
        );
        expect(tree.roots.flatMap(within)).to.have.length(units.length);
        for (const node of tree.all) {
          if (node.parent) expect(node.unit.parent).to.equal(node.parent.unit.id);
        }
      }),
      {numRuns: runs},
    );
  });

  it('calls a unit by the name it bore on the day', () => {
    const renamed: Unit = {
      ...commune,
      names: [{name: 'Xã Lũng Táo'}, {name: 'Xã Lũng Cú', from: 2008}],
    };
    expect([2007, 2008, 3000].map((day) => nameOn(renamed, day))).to.deep.equal([
      'Xã Lũng Táo',
      'Xã Lũng Cú',
      'Xã Lũng Cú',
    ]);
    expect(nameOn({names: [{name: 'Tổ 1', from: 10}]}, 5)).to.equal('Tổ 1');
  });
});

describe('a member', () => {
  const moved: Member = {
    code: 'K',
    name: 'Lan',
    posts: [
      {unit: 'T1', role: 'member', until: 100},
      {unit: 'T2', role: 'head', from: 100, until: 200},
    ],
  };

  it('who moved is on each day in one team, and in none after leaving', () => {
    expect([99, 100, 199, 200].map((day) => postOn(moved, day)?.unit)).to.deep.equal([
      'T1',
      'T2',
      'T2',
      undefined,
    ]);
  });

  it('whose team was dissolved stands with the commune from that day on', () => {
    const [, t2, t1] = teams as [Unit, Unit, Unit];
    const tree = unitTree(mapOf([province, commune, t1, {...t2, until: 150}]));
    const place = (day: number) => {
      const {node, displaced} = placeOn(moved, tree, day)!;
      return [node?.unit.id, displaced];
    };
    expect([place(99), place(149), place(150)]).to.deep.equal([
      ['T1', false],
      ['T2', false],
      ['X', true],
    ]);
    expect(placeOn(moved, tree, 200)).to.equal(undefined);
  });

  it('of a team that nobody knows is not lost', () => {
    const place = placeOn(moved, unitTree(new Map()), 50);
    expect(place).to.deep.equal({post: moved.posts[0], displaced: false});
  });
});
