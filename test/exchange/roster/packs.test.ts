import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {crc32} from '../../../src/exchange/crc32.js';
import {toBase64} from '../../../src/exchange/base64.js';
import {deflate} from '../../../src/exchange/deflate.js';
import {
  openedPack,
  packBytes,
  type PackFile,
  packOf,
  sealedPack,
} from '../../../src/exchange/roster/pack-file.js';
import {
  admitPack,
  knownHere,
  packName,
  previewOf,
  takePack,
  takePacks,
} from '../../../src/exchange/roster/pack-intake.js';
import {receive} from '../../../src/exchange/receive.js';
import {withCheck} from '../../../src/store/reckoning/member-code.js';
import {
  joinedMember,
  type MemberRegister,
  withoutName,
} from '../../../src/store/reckoning/member-register.js';
import type {Member, Unit} from '../../../src/store/roster-contract.js';
import type {Store} from '../../../src/store/store.js';
import {byteDamage, jsonDamage} from '../../damage.js';
import {mutations, runs} from '../../runs.js';
import {newName, stores} from '../../store/classroom.js';
import {finishedCodeOf} from '../finished-code.js';
import {chanceOf} from '../chance.js';
import {sampleCourse} from '../sample-course.js';

const {open, clear} = stores();
const course = sampleCourse({lessons: 2, questions: 4});
const courses = [course];
const today = 2517;
const words = 'bốn từ không liên quan';

const codeOf = (at: number) => withCheck(`K${String(at).padStart(5, '0')}`);
const learnerOf = (at: number) => String(at).padStart(16, '0');
const unitOf = (id: string, name: string, parent?: string): Unit => ({
  id,
  ...(parent !== undefined && {parent}),
  level: parent === undefined ? 'commune' : 'team',
  names: [{name}],
});
const memberOf = (at: number, unit: string, more: Partial<Member> = {}): Member => ({
  code: codeOf(at),
  name: `Nguyễn Thị ${at}`,
  posts: [{unit, role: 'member', from: 100}],
  birthYear: 1960 + (at % 30),
  phoneTail: '678',
  ...more,
});

/** A commune of two teams, numbered: four people, the first two with progress. */
async function commune(at: number): Promise<Store> {
  const store = open({name: newName(), now: () => 1_795_000_000_000});
  const [top, one, two] = [`XA000${at}`, `T1000${at}`, `T2000${at}`] as const;
  const people = [0, 1, 2, 3].map((n) => memberOf(at * 10 + n, n < 2 ? one : two));
  const roster = await store.roster();
  await roster.change({
    units: new Map(
      [unitOf(top, `Xã ${at}`), unitOf(one, 'Tổ 1', top), unitOf(two, 'Tổ 2', top)].map((unit) => [
        unit.id,
        unit,
      ]),
    ),
    members: new Map(people.map((member) => [member.code, member])),
    links: people.map(({code}, n) => ({member: code, learner: learnerOf(at * 10 + n), on: true})),
  });
  const codes = [0, 1].map((n) => finishedCodeOf(course, {learner: learnerOf(at * 10 + n)}));
  await receive(store, codes.join('\n'), {courses});
  return store;
}

async function packed(store: Store, unit: string, named = false, on = today): Promise<PackFile> {
  const [roster, exchange] = await Promise.all([store.roster(), store.exchange()]);
  return packOf(await roster.read(), await roster.registers(), await exchange.packetsOf(), {
    unit,
    named,
    on,
    by: await exchange.device(),
  }).pack;
}

const province = () => open({name: newName()});

/** Everything a screen can see of a store. */
async function seen(store: Store) {
  const roster = await store.roster();
  const received = await store.received(course.id);
  return {
    ...(await roster.read()),
    registers: await roster.registers(),
    learners: received
      .map(({learner, name, standing}) => ({learner, name, standing}))
      .sort((one, other) => (one.learner < other.learner ? -1 : 1)),
  };
}

/** A file of a pack around any content, its check sum right. */
function packAround(content: unknown): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(content));
  const deflated = deflate(text);
  const bytes = new Uint8Array(13 + deflated.length);
  bytes.set([0x4b, 0x4e, 0x53, 0x50, 1]);
  new DataView(bytes.buffer).setUint32(5, text.length);
  new DataView(bytes.buffer).setUint32(9, crc32(text));
  bytes.set(deflated, 13);
  return bytes;
}

const contentOf = ({
  of,
  on,
  by,
  named,
  progress,
  registers: {units, members, links},
}: PackFile) => ({
  of,
  on,
  by,
  named,
  progress,
  units: [...units],
  members: [...members],
  links,
});

interface Vectors {
  readonly packs: readonly {readonly bytes: string; readonly pack: unknown}[];
  readonly refused: readonly {readonly bytes: string; readonly reason: string}[];
}

describe('the published packs', () => {
  it('open as what they say, and those that are none by their reason', async () => {
    const answer = await fetch(new URL('../../vectors/pack.json', import.meta.url));
    const {packs, refused} = (await answer.json()) as Vectors;
    const bytesOf = (text: string) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
    for (const {bytes, pack} of packs) {
      const opened = await openedPack(bytesOf(bytes));
      if (typeof opened === 'string') throw new Error(opened);
      const {units, members, links} = opened.registers;
      const plain = {...opened, registers: {units: [...units], members: [...members], links}};
      expect(plain).to.deep.equal(pack);
    }
    for (const {bytes, reason} of refused)
      expect(await openedPack(bytesOf(bytes))).to.equal(reason);
  });
});

const stamp = fc.record({counter: fc.integer({min: 1, max: 4}), by: fc.constantFrom('D', 'E')});
const register: fc.Arbitrary<MemberRegister> = fc
  .tuple(stamp, fc.constantFrom('T1', 'T2', undefined), fc.constantFrom('Lan', 'Hoa'), fc.boolean())
  .map(([at, unit, name, isNamed]) => {
    if (unit === undefined) return at;
    const value: Member = {code: codeOf(1), name, posts: [{unit, role: 'member'}]};
    return isNamed ? {...at, value} : withoutName({...at, value});
  });

describe('the register of a member', () => {
  it('comes to the same in any order and any number of times, with names or without', () => {
    fc.assert(
      fc.property(register, register, register, (a, b, c) => {
        expect(joinedMember(a, b)).to.deep.equal(joinedMember(b, a));
        expect(joinedMember(joinedMember(a, b), c)).to.deep.equal(
          joinedMember(a, joinedMember(b, c)),
        );
        expect(joinedMember(a, a)).to.equal(a);
        const both = joinedMember(a, b);
        expect(joinedMember(a, both)).to.deep.equal(both);
      }),
      {numRuns: runs},
    );
  });

  it('keeps a name that is known when a later word comes without one', () => {
    fc.assert(
      fc.property(register, register, (a, b) => {
        fc.pre(a.value !== undefined && a.value.name !== '' && b.value !== undefined);
        const joined = joinedMember(withoutName(b), a);
        expect(joined.value?.name).to.equal(a.value?.name);
      }),
      {numRuns: runs},
    );
  });
});

describe('a pack for the level above', function () {
  this.timeout(30_000);
  let lungCu: Store;
  let sealed: Uint8Array;
  let named: PackFile;
  let bare: PackFile;

  before(async () => {
    lungCu = await commune(1);
    named = await packed(lungCu, 'XA0001', true);
    bare = await packed(lungCu, 'XA0001');
    sealed = (await sealedPack(named, words))!;
  });

  after(clear);

  it('holds nothing of a person but code, posts and progress where names were left out', () => {
    const text = JSON.stringify(contentOf(bare));
    for (const one of ['Nguyễn', '678', 'birthYear', 'phoneTail', '1971'])
      expect(text).not.to.contain(one);
    expect(bare.packets).to.equal(2);
    expect([...bare.registers.members.keys()]).to.deep.equal([10, 11, 12, 13].map(codeOf));
    expect(bare.registers.links.length).to.equal(4);
    expect(JSON.stringify(contentOf(named))).to.contain('Nguyễn Thị 10');
  });

  it('is the same file whenever the same is packed, and opens as what it was', async () => {
    const again = await packed(lungCu, 'XA0001');
    expect(packBytes(again)).to.deep.equal(packBytes(bare));
    expect(await openedPack(packBytes(bare))).to.deep.equal(bare);
    expect(await openedPack(sealed, words)).to.deep.equal(named);
  });

  it('takes only who is or was below the unit, with only their progress', async () => {
    const team = await packed(lungCu, 'T20001');
    expect([...team.registers.members.keys()]).to.deep.equal([codeOf(12), codeOf(13)]);
    expect(team.packets).to.equal(0);
    expect([...team.registers.units.keys()]).to.deep.equal(['T20001']);
    expect(typeof (await openedPack(packBytes(team)))).to.equal('object');
  });

  it('says of every other file why it is none', async () => {
    const bytes = packBytes(bare);
    const newer = bytes.slice();
    newer[4] = 2;
    const damaged = bytes.slice();
    damaged[40]! ^= 1;
    const vast = bytes.slice();
    new DataView(vast.buffer).setUint32(5, 0xffffffff);
    expect(await openedPack(new Uint8Array())).to.equal('not-a-pack');
    expect(await openedPack(new TextEncoder().encode('xin chào'))).to.equal('not-a-pack');
    expect(await openedPack(newer)).to.equal('newer');
    expect(await openedPack(damaged)).to.equal('damaged');
    expect(await openedPack(bytes.slice(0, 60))).to.equal('damaged');
    expect(await openedPack(vast)).to.equal('too-big');
    expect(await openedPack(sealed)).to.equal('locked');
    expect(await openedPack(sealed, 'cụm từ khác hẳn')).to.equal('wrong-words');
  });

  it('of a large unit opens as what it was, and unfolds to no more than its size allows', async () => {
    const random = Array.from({length: 200}, () => crypto.getRandomValues(new Uint8Array(36_000)));
    const lines = random.map((bytes) => toBase64(bytes));
    const sum = crc32(new TextEncoder().encode(lines.join('\n')))
      .toString(16)
      .padStart(8, '0');
    const progress = `KNSF1.${lines.length}.${sum}\n${lines.join('\n')}`;
    const large = packBytes({...bare, progress, packets: lines.length});
    expect(await openedPack(large)).to.deep.equal({...bare, progress, packets: lines.length});
    const damaged = large.slice();
    damaged[damaged.length >> 1]! ^= 1;
    expect(await openedPack(damaged)).to.equal('damaged');

    // The same letters where they would be read as a roster.
    const roster = {...contentOf(bare), progress: ''};
    expect(await openedPack(packAround({more: progress, ...roster}))).to.equal('too-big');
    const blanks = {...contentOf(bare), more: ' '.repeat(10_000_000)};
    expect(await openedPack(packAround(blanks))).to.equal('too-big');
  });

  it('is not taken with a name where none was promised, a foreign unit, or a counter nobody counted to', async () => {
    const content = contentOf(bare);
    const [[code, member]] = content.members as [[string, MemberRegister]];
    const odd: readonly unknown[] = [
      {...content, members: [[code, {...member, value: {...member.value, name: 'Lan'}}]]},
      {...content, members: [[code, {...member, value: {...member.value, birthYear: 1970}}]]},
      {...content, members: [['KAAAAAA', {...member, value: {...member.value, code: 'KAAAAAA'}}]]},
      {...content, members: [[code, {...member, counter: 2e9}]]},
      {...content, units: content.units.slice(1)},
      {
        ...content,
        units: [
          ...content.units,
          ['ZZZZZ1', {counter: 1, by: 'D', value: unitOf('ZZZZZ1', 'Xã lạ')}],
        ],
      },
      {...content, links: [{...content.links[0], member: codeOf(99)}]},
      {...content, progress: `${content.progress}\nKNS1.000`},
      {...content, on: '2026'},
    ];
    expect(typeof (await openedPack(packAround(content)))).to.equal('object');
    for (const one of odd) expect(await openedPack(packAround(one))).to.equal('damaged');
  });

  it('is told from anything else however it was damaged, and never throws', async () => {
    const bytes = packBytes(bare);
    await fc.assert(
      fc.asyncProperty(byteDamage, async (damage) => {
        const hurt = damage(bytes);
        const found = await openedPack(hurt);
        if (typeof found !== 'string') expect(found).to.deep.equal(bare);
      }),
      {numRuns: mutations / 4},
    );
    await fc.assert(
      fc.asyncProperty(jsonDamage, async (damage) => {
        await openedPack(packAround(damage(contentOf(bare))));
      }),
      {numRuns: mutations / 4},
    );
  });
});

describe('a province that takes packs in', function () {
  this.timeout(60_000);
  afterEach(clear);

  it('comes to the same in any order, and by taking one twice', async () => {
    const [one, two] = [await commune(1), await commune(2)];
    const early = await packed(one, 'XA0001');
    await (
      await one.roster()
    ).change({members: new Map([[codeOf(10), memberOf(10, 'T20001', {name: 'Trần Thị Mới'})]])});
    const packs = [
      early,
      await packed(one, 'XA0001', true, today + 1),
      await packed(one, 'XA0001', false, today + 2),
      await packed(two, 'XA0002'),
    ];
    let expected: unknown;
    const random = chanceOf(7);
    for (let round = 0; round < 5; round++) {
      const store = province();
      const order = [...packs, packs[round % 4]!].sort(() => random() - 0.5);
      for (const pack of order) await takePack(store, pack, {courses});
      const now = await seen(store);
      expected ??= now;
      expect(now).to.deep.equal(expected);
    }
    expect((expected as Awaited<ReturnType<typeof seen>>).members.get(codeOf(10))?.name).to.equal(
      'Trần Thị Mới',
    );
  });

  it('tells whoever watches once, when all packs are in or the trainer stops', async () => {
    const packs = [
      await packed(await commune(1), 'XA0001'),
      await packed(await commune(2), 'XA0002'),
      await packed(await commune(3), 'XA0003'),
    ];
    for (const wanted of [3, 2]) {
      const store = province();
      const stopping = new AbortController();
      const seenBy: number[] = [];
      const roster = await store.roster();
      store.watchReceived(() => seenBy.push(taken));
      let taken = 0;
      for await (const {outcome} of takePacks(store, packs, {courses, signal: stopping.signal})) {
        expect(outcome).to.equal('new');
        if (++taken === wanted) stopping.abort();
      }
      expect(seenBy).to.deep.equal([wanted]);
      expect((await roster.packs()).size).to.equal(wanted);
      expect((await store.received(course.id)).length).to.equal(2 * wanted);
    }
  });

  it('shows whom it knows no name of by the code, and learns the name later', async () => {
    const one = await commune(1);
    const store = province();
    await takePack(store, await packed(one, 'XA0001'), {courses});
    expect((await seen(store)).learners.map(({name}) => name)).to.deep.equal([
      codeOf(10),
      codeOf(11),
    ]);
    await takePack(store, await packed(one, 'XA0001', true), {courses});
    await takePack(store, await packed(one, 'XA0001', false, today + 1), {courses});
    expect((await seen(store)).learners[0]?.name).to.equal('Nguyễn Thị 10');
  });

  it('is what it was once a pack is taken back, and keeps what another brought as well', async () => {
    const [one, two] = [await commune(1), await commune(2)];
    const store = province();
    const first = await packed(one, 'XA0001');
    await takePack(store, first, {courses});
    const before = await seen(store);
    const second = await packed(two, 'XA0002');
    const newer = await packed(one, 'XA0001', true);
    for (const pack of [second, newer]) await takePack(store, pack, {courses});
    const all = await seen(store);

    await admitPack(store, await packName(second), false);
    await admitPack(store, await packName(newer), false);
    expect(await seen(store)).to.deep.equal(before);
    // What was taken back stays out when it comes again.
    expect((await takePack(store, second, {courses})).outcome).to.equal('back');
    expect(await seen(store)).to.deep.equal(before);

    await admitPack(store, await packName(second), true);
    await admitPack(store, await packName(newer), true);
    expect(await seen(store)).to.deep.equal(all);
  });

  it('names who moved, and what contradicts, before anything is written', async () => {
    const one = await commune(1);
    const store = province();
    await takePack(store, await packed(one, 'XA0001'), {courses});
    const roster = await one.roster();
    await roster.change({
      units: new Map([['T10001', {...unitOf('T10001', 'Tổ 1', 'T20001')}]]),
      members: new Map([
        [
          codeOf(10),
          memberOf(10, 'T10001', {posts: [{unit: 'T10001', role: 'member', until: today}]}),
        ],
        [
          codeOf(11),
          memberOf(11, 'T10001', {
            posts: [
              {unit: 'T10001', role: 'member', until: today},
              {unit: 'T20001', role: 'head', from: today},
            ],
          }),
        ],
        [codeOf(12), memberOf(12, 'XA0001')],
      ]),
    });
    const pack = await packed(one, 'XA0001', true);
    const known = await knownHere(await store.roster(), await store.exchange());
    const preview = await previewOf(pack, known, today);

    expect(preview).to.deep.include({people: 4, fresh: 0, left: 1, moved: 2, packets: 2, known: 2});
    expect(preview.contradictions).to.deep.equal([
      {what: 'other-parent', unit: 'T10001', here: 'XA0001', there: 'T20001'},
      {what: 'other-person', code: codeOf(12), here: codeOf(12), there: 'Nguyễn Thị 12'},
    ]);
    expect((await seen(store)).members.get(codeOf(12))?.name).to.equal('');
  });

  it('names what two packs that came together say of one code', async () => {
    const [one, two] = [await commune(1), await commune(2)];
    const roster = await two.roster();
    await roster.change({members: new Map([[codeOf(12), memberOf(12, 'T10002')]])});
    const [first, second] = [await packed(one, 'XA0001', true), await packed(two, 'XA0002', true)];
    const store = province();
    const known = await knownHere(await store.roster(), await store.exchange());
    expect((await previewOf(second, known, today)).contradictions).to.deep.equal([]);
    const preview = await previewOf(second, known, today, [first]);
    expect(preview).to.deep.include({people: 5, fresh: 5});
    expect(preview.contradictions.map(({what}) => what)).to.deep.equal(['other-person']);
    expect((await previewOf(first, known, today, [first])).contradictions).to.deep.equal([]);
  });

  it('says of a commune that was written down here as well that its people would count twice', async () => {
    const one = await commune(1);
    const pack = await packed(one, 'XA0001', true);
    const store = province();
    const roster = await store.roster();
    await roster.change({
      units: new Map([['ZZZZZ1', unitOf('ZZZZZ1', 'xã 1')]]),
      members: new Map([[codeOf(90), memberOf(90, 'ZZZZZ1')]]),
    });
    const exchange = await store.exchange();
    const preview = await previewOf(pack, await knownHere(roster, exchange), today);
    expect(preview.contradictions).to.deep.equal([{what: 'twin', here: 'xã 1', people: 1}]);
    await roster.change({members: new Map([[codeOf(90), undefined]])});
    const after = await previewOf(pack, await knownHere(roster, exchange), today);
    expect(after.contradictions).to.deep.equal([]);
  });

  it('lets nobody back in who was forgotten here, and forgets of a pack who they were', async () => {
    const one = await commune(1);
    const store = province();
    await takePack(store, await packed(one, 'XA0001'), {courses});
    await (await store.exchange()).forget(learnerOf(10));
    await takePack(store, await packed(one, 'XA0001', true), {courses});
    const now = await seen(store);
    expect(now.learnersOf.get(codeOf(10))).to.equal(undefined);
    expect(now.learners.map(({learner}) => learner)).to.deep.equal([learnerOf(11)]);
  });
});
