import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {csvOf} from '../../../src/exchange/csv.js';
import {rosterRows} from '../../../src/exchange/roster/roster-export.js';
import {type PlanOptions, rosterPlan} from '../../../src/exchange/roster/roster-plan.js';
import {writeSpreadsheet} from '../../../src/exchange/spreadsheet.js';
import {withCheck} from '../../../src/store/reckoning/member-code.js';
import type {Member} from '../../../src/store/reckoning/member.js';
import type {RosterView} from '../../../src/store/reckoning/roster-view.js';
import type {Unit} from '../../../src/store/reckoning/unit.js';
import type {RosterChange} from '../../../src/store/roster-contract.js';
import {rosterIds} from '../../../src/store/roster-ids.js';
import {runs} from '../../runs.js';
import {listIn} from './lists.js';
import {waitingDuring} from './waiting-during.js';

const today = 2500;
const none: RosterView = {
  units: new Map(),
  members: new Map(),
  learnersOf: new Map(),
  contested: new Map(),
};

const words = {
  code: 'Mã thành viên',
  name: 'Họ và tên',
  role: 'Vai trò',
  phoneTail: 'Điện thoại (3 số cuối)',
  birth: 'Năm sinh',
  levels: {
    nation: 'Nước',
    province: 'Tỉnh/thành phố',
    district: 'Huyện',
    commune: 'Xã/phường',
    village: 'Thôn/tổ dân phố',
    team: 'Tổ công nghệ số',
  },
  roles: {head: 'Tổ trưởng', deputy: 'Tổ phó', member: 'Thành viên'},
};

/** The roster after a change. */
function after(view: RosterView, {units, members}: RosterChange): RosterView {
  const merged = <T>(
    one: ReadonlyMap<string, T>,
    other: ReadonlyMap<string, T | undefined> = new Map(),
  ) => new Map([...one, ...other].filter((entry): entry is [string, T] => entry[1] !== undefined));
  return {...view, units: merged(view.units, units), members: merged(view.members, members)};
}

const planned = async (
  text: string | Uint8Array,
  view: RosterView,
  options: Partial<PlanOptions> = {},
) =>
  rosterPlan(await listIn(text), view, {
    day: today,
    ids: rosterIds(view.units, view.members),
    ...options,
  });

const imported = async (text: string, view = none, options: Partial<PlanOptions> = {}) =>
  after(view, (await planned(text, view, options)).change);

const wrong = async (text: string, view: RosterView, options: Partial<PlanOptions> = {}) =>
  (await planned(text, view, options)).rows.map(({outcome, flaws}) =>
    [outcome, ...flaws].join(' '),
  );

const list =
  'Họ và tên;Chức vụ;Xã;Tổ;Điện thoại;Năm sinh\nVàng Mí Hùng;Tổ trưởng;Lũng Cú;1;0912345678;1968\nLù Thị Mỷ;;Lũng Cú;1;;\nLù Thị Mỷ;;Lũng Cú;2;;1971\n';

describe('a list that is brought in', () => {
  it('makes units and members once, and nothing the second time, in whatever spelling', async () => {
    const view = await imported(list);
    expect([...view.units.values()].map((unit) => unit.names[0].name).sort()).to.deep.equal([
      'Lũng Cú',
      'Tổ 1',
      'Tổ 2',
    ]);
    expect(view.members.size).to.equal(3);
    const again = await planned(
      list
        .replace(/Lũng Cú;1/g, 'XÃ LŨNG CÚ;Tổ số 1')
        .replace('Lù Thị Mỷ', '  LÙ  THỊ MỶ '.normalize('NFD')),
      view,
    );
    expect(again.change).to.deep.equal({});
    expect(again.counts).to.deep.include({same: 3, new: 0, refused: 0});
  });

  it('belongs where its title or the trainer says', async () => {
    const bare = 'Họ và tên;Tổ\nA B;1\n';
    const titled = await imported(`DANH SÁCH XÃ LŨNG CÚ NĂM 2026;\n${bare}`);
    expect([...titled.units.values()].map(({level}) => level).sort()).to.deep.equal([
      'commune',
      'team',
    ]);
    const [commune] = [...titled.units.values()].filter(({level}) => level === 'commune');
    const second = await planned('Họ và tên;Chức vụ\nC D;\n', titled, {under: commune!.id});
    expect([...second.change.members!.values()][0]!.posts[0].unit).to.equal(commune!.id);
    expect(await wrong('Họ và tên;Chức vụ\nC D;\n', titled)).to.deep.equal([
      'refused unit-missing',
    ]);
  });

  it('takes a commune for the same with or without its district, and two of a name apart by their kind', async () => {
    const view = await imported(
      'Họ và tên;Tỉnh;Xã\nA B;Tuyên Quang;Xã Tân An\nC D;Tuyên Quang;Phường Tân An\n',
    );
    expect(view.units.size).to.equal(3);
    const again = await planned(
      'Họ tên;Huyện;Xã;Tỉnh\nA B;Chiêm Hóa;xã Tân An;Tuyên Quang\nC D;;phường Tân An;tỉnh Tuyên Quang\n',
      view,
    );
    expect(again.change).to.deep.equal({});
  });

  it('moves a member who has a code and another team, from today on', async () => {
    const view = await imported(list);
    const hung = [...view.members.values()].find(({name}) => name === 'Vàng Mí Hùng')!;
    const plan = await planned(`Mã;Họ và tên;Xã;Tổ\n${hung.code};Vàng Mí Hùng;Lũng Cú;2\n`, view);
    expect(plan.counts.moved).to.equal(1);
    const {posts} = plan.change.members!.get(hung.code)!;
    expect(posts.map(({role, from, until}) => [role, from, until])).to.deep.equal([
      ['head', undefined, today],
      ['head', today, undefined],
    ]);
    expect(plan.absent.map(({name}) => name)).to.deep.equal(['Lù Thị Mỷ']);
  });

  it('is refused row by row where it contradicts itself or the roster', async () => {
    const view = await imported(list);
    const [one, other] = [...view.members.values()].filter(({name}) => name === 'Lù Thị Mỷ') as [
      Member,
      Member,
    ];
    expect(
      await wrong(
        `Mã;Họ và tên;Xã;Tổ\n${one.code};Lù Thị Mỷ;Lũng Cú;1\n${one.code};Lù Thị Mỷ;Lũng Cú;2\n${withCheck('KZZZZZ')};Ai;Lũng Cú;1\n;Mới;Lũng Cú;1\n;MỚI;Lũng Cú;1\n`,
        view,
      ),
    ).to.deep.equal([
      'refused code-twice',
      'refused code-twice',
      'refused code-unknown',
      'new',
      'refused twice',
    ]);
    const together = after(view, {members: new Map([[other.code, {...other, posts: one.posts}]])});
    const bare = 'Họ và tên;Xã;Tổ\nLù Thị Mỷ;Lũng Cú;1\n';
    // One of them was born in 1971, of the other nobody knows.
    expect(await wrong(bare, together)).to.deep.equal(['refused ambiguous']);
    const chosen = new Map([[2, {code: other.code}]]);
    expect(await wrong(bare, together, {corrections: chosen})).to.deep.equal(['same']);
  });

  it('that names somebody twice is refused there the second time too', async () => {
    const twice = 'Họ và tên;Xã;Tổ;Năm sinh\nLù Thị Mỷ;Lũng Cú;1;1971\nLù Thị Mỷ;Lũng Cú;1;\n';
    const view = await imported(twice);
    expect(await wrong(twice, view)).to.deep.equal(['same matched', 'refused twice']);
    const told =
      'Họ và tên;Xã;Tổ;SĐT\nLù Thị Mỷ;Lũng Cú;1;0912345678\nLù Thị Mỷ;Lũng Cú;1;0912345679\n';
    expect(await wrong(told, await imported(told))).to.deep.equal(['same matched', 'same matched']);
  });

  it('leaves people in their team where it says only the commune, or only the team', async () => {
    const two = 'Họ và tên;Xã;Tổ\nVàng Mí Hùng;Lũng Cú;1\nLù Thị Mỷ;Ma Lé;1\n';
    const view = await imported(two);
    const codes = [...view.members.keys()];
    const coded = (head: string, ...more: readonly string[]) =>
      `Mã;Họ và tên;${head}\n${[...view.members.values()].map(({name}, at) => `${codes[at]};${name};${more[at]}\n`).join('')}`;
    for (const text of [
      coded('Xã', 'Lũng Cú', 'Ma Lé'),
      coded('Tổ', 'Tổ 1', 'Tổ 1'),
      'Họ và tên;Xã\nVàng Mí Hùng;Lũng Cú\nLù Thị Mỷ;Ma Lé\n',
    ]) {
      expect((await planned(text, view)).change).to.deep.equal({});
    }
    expect(await wrong('Họ và tên;Tổ\nMa Văn Tài;Tổ 1\n', view)).to.deep.equal([
      'refused unit-twice',
    ]);
  });

  it('takes a team for the one that has the name today, not for the one that once had it', async () => {
    const view = await imported(list);
    const team = (name: string) =>
      [...view.units.values()].find(({names}) => names[0].name === name)!;
    const swapped = [
      {...team('Tổ 2'), names: [{name: 'Tổ 2'}, {name: 'Tổ 1', from: 2400}]},
      {...team('Tổ 1'), names: [{name: 'Tổ 1'}, {name: 'Tổ 2', from: 2400}]},
    ] as unknown as Unit[];
    const now = after(view, {units: new Map(swapped.map((unit) => [unit.id, unit]))});
    const plan = await planned('Họ và tên;Xã;Tổ\nMa Văn Tài;Lũng Cú;2\n', now);
    expect([...plan.change.members!.values()][0]!.posts[0].unit).to.equal(team('Tổ 1').id);
  });

  it('says where a code and a name do not belong together, and takes no role from another office', async () => {
    const view = await imported(list);
    const hung = [...view.members.values()].find(({name}) => name === 'Vàng Mí Hùng')!;
    const text = `Mã;Họ và tên;Chức vụ;Xã;Tổ\n${hung.code};Lò Văn Nam;Trưởng thôn;Lũng Cú;1\n`;
    expect(await wrong(text, view)).to.deep.equal(['changed role-other renamed']);
    expect((await planned(text, view)).change.members!.get(hung.code)!.posts[0].role).to.equal(
      'head',
    );
  });

  it('asks whether somebody of the same name is the same, and takes the answer', async () => {
    const view = await imported(list);
    const hung = [...view.members.values()].find(({name}) => name === 'Vàng Mí Hùng')!;
    const elsewhere = 'Họ và tên;Xã;Tổ\nVàng Mí Hùng;Ma Lé;7\n';
    expect(await wrong(elsewhere, view)).to.deep.equal(['new elsewhere']);
    const same = new Map([[2, {code: hung.code}]]);
    expect(await wrong(elsewhere, view, {corrections: same})).to.deep.equal(['moved']);
    const younger = 'Họ và tên;Xã;Tổ;Năm sinh\nVàng Mí Hùng;Lũng Cú;1;1990\n';
    expect(await wrong(younger, view)).to.deep.equal(['new namesake']);
  });

  it('is put right in place: a name typed, a row left out, somebody new', async () => {
    const text = 'Mã;Họ và tên;Xã;Tổ\n;A 9;Lũng Cú;1\nKKKKKK1;B C;Lũng Cú;1\n;D E;Lũng Cú;1\n';
    expect(await wrong(text, none)).to.deep.equal([
      'refused name-odd',
      'refused code-wrong',
      'new',
    ]);
    const corrections = new Map([
      [2, {name: 'An Chín'}],
      [3, {isNew: true as const}],
      [4, {skip: true}],
    ]);
    expect(await wrong(text, none, {corrections})).to.deep.equal(['new', 'new', 'skipped']);
  });
});

describe('a roster that was handed out', () => {
  const name = fc
    .array(fc.constantFrom('Nguyễn', 'Lù', 'Thị', 'Đặng', 'Hòa', 'Hoà', "H'Hen", 'Ứng'), {
      minLength: 2,
      maxLength: 4,
    })
    .map((parts) => parts.join(' '));
  const roster = fc
    .record({
      teams: fc.array(fc.constantFrom('Tổ 1', 'Tổ 2', 'Thôn Séo Lủng'), {
        minLength: 1,
        maxLength: 3,
      }),
      people: fc.array(
        fc.record({
          name,
          at: fc.nat(5),
          role: fc.constantFrom('head' as const, 'deputy' as const, 'member' as const),
          phoneTail: fc.option(fc.constantFrom('000', '012', '678'), {nil: undefined}),
          birthYear: fc.option(fc.integer({min: 1940, max: 2006}), {nil: undefined}),
        }),
        {minLength: 1, maxLength: 12},
      ),
    })
    .map(({teams, people}): RosterView => {
      const commune: Unit = {id: 'XA0000', level: 'commune', names: [{name: 'Xã Lũng Cú'}]};
      const units = [
        commune,
        ...[...new Set(teams)].map((team, at): Unit => ({
          id: `T${at}`,
          parent: commune.id,
          level: team.startsWith('Tổ') ? 'team' : 'village',
          names: [{name: team}],
        })),
      ];
      const members = people.map(({name: called, at, role, phoneTail, birthYear}, nth): Member => ({
        code: withCheck(`KMPX${String(nth).padStart(2, '0')}`),
        name: called,
        posts: [{unit: units[at % units.length]!.id, role}],
        ...(phoneTail !== undefined && {phoneTail}),
        ...(birthYear !== undefined && {birthYear}),
      }));
      return {
        ...none,
        units: new Map(units.map((unit) => [unit.id, unit])),
        members: new Map(members.map((member) => [member.code, member])),
      };
    });

  it('changes nothing when it comes back, as text or workbook, its rows in any order', async () => {
    let nth = 0;
    await fc.assert(
      fc.asyncProperty(roster, fc.boolean(), async (view, turned) => {
        const [head, ...rows] = rosterRows(view, words, {day: today});
        const written = [head!, ...(turned ? rows.reverse() : rows)];
        // A workbook takes longer to write.
        const file =
          (nth += 1) % 10 === 0
            ? await writeSpreadsheet([{name: 'DS', rows: written, widths: head!.map(() => 20)}])
            : csvOf(written);
        const plan = await planned(file, view);
        expect(plan.change).to.deep.equal({});
        expect(plan.counts.same).to.equal(view.members.size);
      }),
      {numRuns: Math.ceil(runs / 5)},
    );
  });

  it('comes back without a change where names were typed oddly, teams have one name or are no more', async () => {
    const unit = (id: string, level: Unit['level'], name: string, parent?: string): Unit => ({
      id,
      level,
      names: [{name}],
      ...(parent !== undefined && {parent}),
    });
    const units = [
      unit('XA0000', 'commune', 'Xã Lũng Cú'),
      {...unit('T1', 'team', 'Tổ 1', 'XA0000'), until: 2400},
      unit('T2', 'team', 'Tổ 2', 'XA0000'),
      unit('T3', 'team', 'Tổ 2', 'XA0000'),
      unit('T4', 'team', 'Nhóm A', 'T2'),
    ];
    const names = ['VÀNG A', 'lù b', 'Lù Bé 2', 'ông Lù Tá', 'Thôn Thị Bé', 'Cộng Sự'];
    const members = names.flatMap((called, at) =>
      units.map(({id}, nth): Member => ({
        code: withCheck(`KMPX${at}${nth}`),
        name: called,
        posts: [{unit: id, role: 'member'}],
      })),
    );
    const view = {
      ...none,
      units: new Map(units.map((one) => [one.id, one])),
      members: new Map(members.map((one) => [one.code, one])),
    };
    const plan = await planned(csvOf(rosterRows(view, words, {day: today})), view);
    expect(plan.rows.filter(({outcome}) => outcome !== 'same')).to.deep.equal([]);
    expect(plan.rows.length).to.equal(members.length);
  });

  it('comes back from Excel, which takes zeros off the front, and changes only what was edited', async () => {
    const view = await imported(list);
    const rows = rosterRows(view, words, {day: today});
    const edited = rows.map((row) =>
      row.map((cell) => (cell === 'Vàng Mí Hùng' ? 'Vàng Mí Hưng' : cell === '678' ? 678 : cell)),
    );
    const plan = await planned(csvOf(edited), view);
    expect(plan.counts).to.deep.include({changed: 1, same: 2});
    expect([...plan.change.members!.values()].map((member) => member!.name)).to.deep.equal([
      'Vàng Mí Hưng',
    ]);
  });

  it('of a whole province is planned while the page goes on drawing', async () => {
    const people = Array.from(
      {length: 5324},
      (_, at) =>
        `Nguyễn Văn ${'ABCDEGHIKL'[at % 10]}${'abc'[at % 3]};Xã Số ${at % 100};Tổ ${at % 996};19${50 + (at % 50)}`,
    );
    const sheet = await listIn(`Họ và tên;Xã;Tổ;Năm sinh\n${people.join('\n')}\n`);
    const ids = rosterIds(new Map(), new Map());
    const {result: plan, longest} = await waitingDuring(() =>
      rosterPlan(sheet, none, {day: today, ids}),
    );
    expect(plan.counts.new + plan.counts.refused).to.equal(5324);
    expect(longest).to.be.below(0.5);
  });
});
