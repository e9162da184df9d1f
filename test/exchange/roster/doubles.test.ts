import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {doublesOf, oneMember, oneUnit, twinsAmong} from '../../../src/exchange/roster/doubles.js';
import {rosterPlan} from '../../../src/exchange/roster/roster-plan.js';
import type {Member} from '../../../src/store/reckoning/member.js';
import {presentName, unitTree} from '../../../src/store/reckoning/unit-tree.js';
import {rosterIds} from '../../../src/store/roster-ids.js';
import type {Roster, RosterView, Unit} from '../../../src/store/roster-contract.js';
import {runs} from '../../runs.js';
import {newName, stores} from '../../store/classroom.js';
import {listIn} from './lists.js';

const {open, clear} = stores();
const today = 2517;

const twinsIn = ({units}: RosterView) => twinsAmong(unitTree(units).roots, today);

/** Brings in a list as a trainer does: units and people get keys of this device's own. */
async function bring(roster: Roster, list: string) {
  const view = await roster.read();
  const {change} = await rosterPlan(await listIn(list), view, {
    day: today,
    ids: rosterIds(view.units, view.members),
  });
  await roster.change(change);
}

/** Unit › name, birth year and how many learners, as anybody would write it down. */
const written = ({units, members, learnersOf}: RosterView) =>
  [...members.values()]
    .map(({code, name, posts, birthYear}) => {
      const {unit, role} = posts[posts.length - 1]!;
      const told = [presentName(units.get(unit)!), name, role, birthYear];
      return `${told.filter(Boolean).join(' › ')} (${learnersOf.get(code)?.length ?? 0})`;
    })
    .sort();

const codeOf = ({members}: RosterView, name: string) =>
  [...members.values()].find((member) => member.name === name)!.code;

describe('two lists of one commune', () => {
  afterEach(clear);

  it('that two trainers wrote each for themselves become one: every person once, with all their learners', async () => {
    const [a, b] = (await Promise.all(
      [newName(), newName()].map((name) => open({name}).roster()),
    )) as [Roster, Roster];
    const head = 'Họ và tên;Chức vụ;Năm sinh;Xã;Tổ\n';
    await bring(
      a,
      `${head}Vàng Mí Hùng;Tổ trưởng;1968;Lũng Cú;1\nLù Thị Mỷ;;1970;Lũng Cú;1\nMa Văn Tài;;;Lũng Cú;2\nLò Én;;1980;Lũng Cú;2`,
    );
    await bring(
      b,
      `${head}Vàng Mí Hùng;;;Xã Lũng Cú;Tổ 1\nLù Thị Mỷ;;1970;Xã Lũng Cú;Tổ 1\nSùng A Páo;;;Xã Lũng Cú;Tổ 3\nLò Én;;1991;Xã Lũng Cú;Tổ 2`,
    );
    await a.change({
      links: [{member: codeOf(await a.read(), 'Lù Thị Mỷ'), learner: 'AAAAAAAAAAAAAAAA', on: true}],
    });
    await b.change({
      links: [{member: codeOf(await b.read(), 'Lù Thị Mỷ'), learner: 'BBBBBBBBBBBBBBBB', on: true}],
    });
    const [ofA, ofB] = [await a.registers(), await b.registers()];
    await a.join(ofB);
    await b.join(ofA);

    const before = await a.read();
    const [pair, ...others] = twinsIn(before);
    expect(others).to.deep.equal([]);
    const {change, joined, moved, unclear} = oneUnit(before, pair!, today);
    expect({joined, unclear}).to.deep.equal({joined: 2, unclear: []});
    const undo = await a.change(change);
    const after = await a.read();
    expect(written(after)).to.deep.equal([
      'Tổ 1 › Lù Thị Mỷ › member › 1970 (2)',
      'Tổ 1 › Vàng Mí Hùng › head › 1968 (0)',
      'Tổ 2 › Lò Én › member › 1980 (0)',
      'Tổ 2 › Lò Én › member › 1991 (0)',
      'Tổ 2 › Ma Văn Tài › member (0)',
      'Tổ 3 › Sùng A Páo › member (0)',
    ]);
    expect(moved).to.be.within(1, 4);
    const teams = [...after.units.values()].filter(({level}) => level === 'team');
    expect(teams.map(presentName).sort()).to.deep.equal(['Tổ 1', 'Tổ 2', 'Tổ 3']);
    expect(after.units.size).to.equal(4);

    // The other did the same meanwhile, and named the two in the other order.
    const view = await b.read();
    const [one, other] = twinsIn(view)[0]!;
    await b.change(oneUnit(view, [other, one], today).change);
    await a.join(await b.registers());
    expect(written(await a.read())).to.deep.equal(written(after));
    await b.join(await a.registers());
    expect(await b.read()).to.deep.equal(await a.read());

    await a.change(undo);
    expect(written(await a.read())).to.deep.equal(written(before));
  });

  it('lose nobody and no learner whatever stands in them, and whichever of two units is named first', () => {
    const names = ['Vàng Mí Hùng', 'Lù Thị Mỷ', 'Sùng A Páo'];
    const side = fc.array(
      fc.record({
        team: fc.constantFrom('Tổ 1', 'Tổ 2', 'Thôn Đông'),
        name: fc.constantFrom(...names, ''),
        birthYear: fc.option(fc.constantFrom(1968, 1970), {nil: undefined}),
        left: fc.boolean(),
        linked: fc.boolean(),
        role: fc.constantFrom('member' as const, 'head' as const),
      }),
      {maxLength: 8},
    );
    fc.assert(
      fc.property(side, side, (left, right) => {
        const units = new Map<string, Unit>();
        const members = new Map<string, Member>();
        const learnersOf = new Map<string, string[]>();
        [left, right].forEach((people, at) => {
          const commune = `${at}XA000`;
          units.set(commune, {id: commune, level: 'commune', names: [{name: 'Xã Lũng Cú'}]});
          people.forEach(({team, name, birthYear, left: hasLeft, linked, role}, nth) => {
            const key = `${(at + nth) % 2}T${team}`.replace(/^./, String(at));
            units.set(key, {id: key, parent: commune, level: 'team', names: [{name: team}]});
            const code = `${(at + nth) % 2}${at}${nth}`;
            members.set(code, {
              code,
              name,
              posts: [{unit: key, role, ...(hasLeft && {until: today - 1})}],
              ...(birthYear !== undefined && {birthYear}),
            });
            if (linked) learnersOf.set(code, [`L${code}`]);
          });
        });
        const view: RosterView = {units, members, learnersOf, contested: new Map()};
        const [one, other] = twinsIn(view)[0]!;
        const {change, joined, unclear} = oneUnit(view, [one, other], today);
        expect(oneUnit(view, [other, one], today).change.units).to.deep.equal(change.units);

        const unitsAfter = new Map([...units, ...change.units!]);
        const membersAfter = new Map([...members, ...change.members!]);
        const present = [...membersAfter.values()].filter((member) => member !== undefined);
        expect(present.length).to.equal(members.size - joined);
        for (const {posts} of present)
          for (const {unit} of posts) expect(unitsAfter.get(unit)).not.to.equal(undefined);
        for (const unit of unitsAfter.values())
          if (unit?.parent !== undefined)
            expect(unitsAfter.get(unit.parent)).not.to.equal(undefined);
        const holders = new Map(
          [...learnersOf].flatMap(([code, learners]) => learners.map((learner) => [learner, code])),
        );
        for (const {learner, member, on} of change.links!) if (on) holders.set(learner, member);
        for (const code of holders.values()) expect(membersAfter.get(code)).not.to.equal(undefined);
        expect(holders.size).to.equal([...learnersOf].length);
        // Whoever is still there twice is told apart, stood twice on one side, or is named.
        for (const name of unclear) expect(names).to.include(name);
      }),
      {numRuns: runs},
    );
  });
});

describe('a person who was written down twice', () => {
  const unit = (id: string, name: string): Unit => ({id, level: 'team', names: [{name}]});
  const member = (code: string, more: Partial<Member> = {}): Member => ({
    code,
    name: 'Lù Thị Mỷ',
    posts: [{unit: 'T00001', role: 'member'}],
    ...more,
  });
  const viewOf = (...members: readonly Member[]): RosterView => ({
    units: new Map([
      ['T00001', unit('T00001', 'Tổ 1')],
      ['T00002', unit('T00002', 'Tổ 2')],
    ]),
    members: new Map(members.map((one) => [one.code, one])),
    learnersOf: new Map([
      ['B', ['LB']],
      ['C', ['LC']],
    ]),
    contested: new Map([['LX', ['B', 'D']]]),
  });

  it('is found by the name, unless a year of birth or a number says it is another', () => {
    const one = member('A', {birthYear: 1970});
    const view = viewOf(
      one,
      member('B', {name: 'LÙ THỊ MỶ', posts: [{unit: 'T00002', role: 'member'}]}),
      member('C', {birthYear: 1971}),
      member('D', {name: 'Lù Thị My'}),
    );
    expect(doublesOf(view, one).map(({code}) => code)).to.deep.equal(['B']);
    const nameless = member('E', {name: ''});
    expect(doublesOf(viewOf(nameless, member('F', {name: ''})), nameless)).to.deep.equal([]);
  });

  it('has one code, what either list knew, a place where they are today, and nobody else’s learners', () => {
    const left = member('C', {posts: [{unit: 'T00001', role: 'head', until: today - 30}]});
    const came = member('B', {phoneTail: '678', posts: [{unit: 'T00002', role: 'member'}]});
    const {kept, change} = oneMember(viewOf(left, came), left, came, today);
    expect(kept).to.deep.equal({
      code: 'B',
      name: 'Lù Thị Mỷ',
      phoneTail: '678',
      posts: [
        {unit: 'T00001', role: 'head', until: today - 30},
        {unit: 'T00002', role: 'member', from: today - 30},
      ],
    });
    expect(change.links).to.deep.equal([
      {learner: 'LC', member: 'C', on: false},
      {learner: 'LC', member: 'B', on: true},
    ]);
    expect(oneMember(viewOf(left, came), came, left, today).kept.posts).to.deep.equal(came.posts);
    const contested = oneMember(viewOf(member('A'), came), member('A'), came, today).change.links!;
    expect(contested).to.deep.include({learner: 'LX', member: 'B', on: false});
  });
});
