import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {linksTo} from '../../src/store/reckoning/links-to.js';
import type {
  Member,
  Roster,
  RosterChange,
  RosterRegisters,
  Unit,
} from '../../src/store/roster-contract.js';
import type {Packet} from '../../src/store/reckoning/packet.js';
import {emptyStanding} from '../../src/store/reckoning/standing.js';
import {runs} from '../runs.js';
import {deleted, newName, settled, stores, twinStores} from './classroom.js';

const {open, clear} = stores();
afterEach(clear);

const commune: Unit = {id: 'XA0001', level: 'commune', names: [{name: 'Xã Lũng Cú'}]};
const team = (id: string, name: string): Unit => ({
  id,
  parent: commune.id,
  level: 'team',
  names: [{name}],
});
const lan: Member = {
  code: 'KAAAAA0',
  name: 'Nguyễn Thị Lan',
  posts: [{unit: 'TO0001', role: 'head'}],
  phoneTail: '678',
};
const hung: Member = {...lan, code: 'KBBBBB0', name: 'Vàng Mí Hùng'};
const [one, other] = ['A'.repeat(16), 'B'.repeat(16)] as const;

const setting = (units: readonly Unit[], members: readonly Member[] = []): RosterChange => ({
  units: new Map(units.map((unit) => [unit.id, unit])),
  members: new Map(members.map((member) => [member.code, member])),
});

const roster = async (name = newName()): Promise<Roster> => {
  const store = open({name});
  return store.roster();
};

describe('a roster', () => {
  it('keeps units, members and who of the learners they are, also for the next page', async () => {
    const name = newName();
    const first = open({name});
    await (
      await first.roster()
    ).change({
      ...setting([commune, team('TO0001', 'Tổ 1')], [lan]),
      links: [{member: lan.code, learner: one, on: true}],
    });
    await first.close();

    const view = await (await open({name}).roster()).read();

    expect([...view.units.values()]).to.deep.equal([team('TO0001', 'Tổ 1'), commune]);
    expect([...view.members.values()]).to.deep.equal([lan]);
    expect([...view.learnersOf]).to.deep.equal([[lan.code, [one]]]);
    expect(view.contested.size).to.equal(0);
  });

  it('goes back by the change that undoes it, and forth again', async () => {
    const kept = await roster();
    await kept.change(setting([commune], [lan]));
    const before = await kept.read();
    const undo = await kept.change({
      units: new Map([[commune.id, undefined]]),
      members: new Map([
        [lan.code, {...lan, name: 'Nguyễn Thị Lan Anh'}],
        [hung.code, hung],
      ]),
      links: [{member: lan.code, learner: one, on: true}],
    });
    const after = await kept.read();

    const redo = await kept.change(undo);
    expect(await kept.read()).to.deep.equal(before);
    await kept.change(redo);
    expect(await kept.read()).to.deep.equal(after);
  });

  it('writes nothing where a change says what is there already', async () => {
    const kept = await roster();
    await kept.change(setting([commune], [lan]));
    const registers = await kept.registers();

    const undo = await kept.change(
      setting([{...commune, names: [{name: ' Xã Lũng Cú '.normalize('NFD')}]}], [{...lan}]),
    );

    expect(undo).to.deep.equal({});
    expect(await kept.registers()).to.deep.equal(registers);
  });

  it('tells other tabs that it changed', async () => {
    const name = newName();
    const here = await roster(name);
    const there = await roster(name);
    const heard = new Promise<void>((resolve) => there.watch(resolve));
    await here.change(setting([commune]));
    await heard;
    expect((await there.read()).units.size).to.equal(1);
  });

  it('takes a province of five thousand members in one change, and brings it back', async () => {
    const kept = await roster();
    const members = Array.from({length: 5324}, (_, at) => ({
      ...lan,
      code: `K${String(at).padStart(6, '0')}`,
    }));
    const undo = await kept.change(setting([commune], members));
    expect((await kept.read()).members.size).to.equal(5324);
    await kept.change(undo);
    expect((await kept.read()).members.size).to.equal(0);
  });

  it('gives a learner to one member at a time', async () => {
    const kept = await roster();
    await kept.change({
      ...setting([], [lan, hung]),
      links: [{member: lan.code, learner: one, on: true}],
    });
    await kept.change({links: linksTo(await kept.read(), one, hung.code)});
    expect([...(await kept.read()).learnersOf]).to.deep.equal([[hung.code, [one]]]);
  });

  it('forgets with a learner who of the members they were, and does not take it in again', async () => {
    const name = newName();
    const store = open({name});
    const kept = await store.roster();
    await kept.change({
      ...setting([], [lan]),
      links: [one, other].map((learner) => ({member: lan.code, learner, on: true})),
    });
    const registers = await kept.registers();

    await (await store.exchange()).forget(one);

    expect([...(await kept.read()).learnersOf]).to.deep.equal([[lan.code, [other]]]);
    expect(await kept.join(registers)).to.equal(0);
  });
});

describe('rosters of two trainers', () => {
  const at = fc.nat(2);
  const unit = at.map((n) => team(`TO000${n}`, 'Tổ'));
  const member = fc
    .tuple(at, fc.constantFrom('Lan', 'Mai'))
    .map(([n, name]): Member => ({...lan, code: `K${n}`, name}));
  const registered = <T>(value: fc.Arbitrary<T>) =>
    fc.record(
      {value, counter: fc.integer({min: 1, max: 3}), by: fc.constantFrom('D1', 'D2')},
      {requiredKeys: ['counter', 'by']},
    );
  const mapOf = <T extends object>(value: fc.Arbitrary<T>, prefix: string) =>
    fc
      .array(fc.tuple(at, registered(value)), {maxLength: 3})
      .map((rows) => new Map(rows.map(([n, row]) => [`${prefix}${n}`, row])));
  const registersOf: fc.Arbitrary<RosterRegisters> = fc.record({
    units: mapOf(unit, 'TO000'),
    members: mapOf(member, 'K'),
    links: fc.array(
      fc.record({
        member: fc.constantFrom('K0', 'K1'),
        learner: fc.constantFrom(one, other),
        register: registered(fc.constant(true as const)),
      }),
      {maxLength: 3},
    ),
  });

  it('come to the same in any order and any number of times', async () => {
    const [left, right] = [await roster(), await roster()];
    let last: RosterRegisters = {units: new Map(), members: new Map(), links: []};
    await fc.assert(
      fc.asyncProperty(registersOf, registersOf, async (a, b) => {
        for (const registers of [a, b]) await left.join(registers);
        for (const registers of [b, a, b]) await right.join(registers);
        expect(await right.registers()).to.deep.equal(await left.registers());
        expect(await left.join(await right.registers())).to.equal(0);
        // What is there only grows: the run before is joined already.
        expect(await right.join(last)).to.equal(0);
        last = a;
      }),
      {numRuns: Math.ceil(runs / 10)},
    );
  });

  it('name a learner whom both gave to somebody, and count them once', async () => {
    const [here, there] = [await roster(), await roster()];
    await here.change({
      ...setting([], [lan, hung]),
      links: [{member: lan.code, learner: one, on: true}],
    });
    await there.change({links: [{member: hung.code, learner: one, on: true}]});

    await here.join(await there.registers());
    await there.join(await here.registers());

    const view = await here.read();
    expect([...view.contested]).to.deep.equal([[one, [lan.code, hung.code]]]);
    expect([...view.learnersOf.values()].flat()).to.deep.equal([one]);
    expect(await there.read()).to.deep.equal(view);

    await here.change({links: linksTo(view, one, hung.code)});
    expect((await here.read()).contested.size).to.equal(0);
    expect([...(await here.read()).learnersOf]).to.deep.equal([[hung.code, [one]]]);
  });
});

describe('a roster whose database was ruined', () => {
  const twins = twinStores('roster-twin');
  afterEach(twins.clear);

  it('comes back from the twin', async () => {
    const name = newName();
    const {twinPlace} = twins;
    const first = twins.open({name, twinPlace});
    await (
      await first.roster()
    ).change({
      ...setting([commune], [lan]),
      links: [{member: lan.code, learner: one, on: true}],
    });
    await first.settled();
    await first.close();
    await deleted(name);

    const second = twins.open({name, twinPlace});
    const kept = await second.roster();
    const back = new Promise<void>((resolve) => kept.watch(resolve));
    if ((await kept.read()).members.size === 0) await back;
    const view = await kept.read();

    expect([...view.units.values()]).to.deep.equal([commune]);
    expect([...view.members.values()]).to.deep.equal([lan]);
    expect([...view.learnersOf.values()]).to.deep.equal([[one]]);
  });
});

describe('a roster read together with what was received', () => {
  it('is what each of them is when read alone, names included', async () => {
    const store = open({name: newName()});
    const kept = await store.roster();
    await kept.change({
      ...setting([commune, team('TO0001', 'Tổ 1')], [lan, hung]),
      links: [{member: lan.code, learner: one, on: true}],
    });
    const packet = (learner: string, course: string): Packet => ({
      ...{kind: 'code', learner, course, bytes: new Uint8Array([1]), standing: emptyStanding},
      ...{courseVersion: [1, 0], madeOn: 2517, epoch: 0, streams: [], moreStreams: false},
      ...{slots: [1, 1], partial: false},
    });
    await store.admit([packet(one, 'mot'), packet(other, 'mot'), packet(other, 'hai')]);
    await store.nameLearner(other, 'Sùng Thị Mai');

    const both = await kept.readWith('mot');

    expect(both).to.deep.equal({roster: await kept.read(), received: await store.received('mot')});
    expect(both.received.map(({name}) => name)).to.deep.equal([lan.name, 'Sùng Thị Mai']);
    expect(
      both.received.flatMap(({packets}) => packets.map(({course}) => course)),
      'what came of another course',
    ).to.deep.equal(['mot', 'mot']);
  });
});

describe('a database of an older version', () => {
  it('gets its roster without losing what is in it', async () => {
    const name = newName();
    const first = open({name});
    await first.addLearner('Lan');
    await first.close();
    const raw = await settled(indexedDB.open(name));
    const version = raw.version + 1;
    raw.close();
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      for (const store of ['units', 'members', 'memberLinks']) {
        request.result.deleteObjectStore(store);
      }
    };
    (await settled(request)).close();

    const second = open({name});
    await (await second.roster()).change(setting([commune]));

    expect((await (await second.roster()).read()).units.size).to.equal(1);
    expect((await second.learners()).map((learner) => learner.name)).to.deep.equal(['Lan']);
  });
});
