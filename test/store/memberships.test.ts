import {openChanges} from '../../src/store/changes.js';
import {openClaims} from '../../src/store/claims.js';
import {memoryDatabase} from '../../src/store/memory-database.js';
import {expect} from '@open-wc/testing';
import type {Course} from '../../src/curriculum/course.js';
import type {Lesson} from '../../src/curriculum/lesson.js';
import {packOf} from '../../src/exchange/roster/pack-file.js';
import type {Membership} from '../../src/store/learner.js';
import type {Pack} from '../../src/store/roster-contract.js';
import type {Store} from '../../src/store/store.js';
import {classroom, newName, stores} from './classroom.js';

const {open, clear} = stores();
afterEach(clear);

const membership: Membership = {
  learner: '0123456789ABCDEF',
  member: 'K7M2QX4',
  unit: 'Tổ 1 Lô Lô Chải',
};

let course: Course;
let lesson: Lesson;
let store: Store;

beforeEach(async () => {
  const room = await classroom();
  ({course} = room);
  lesson = room.lessons[0]!;
  store = open({name: newName()});
});

const people = async () =>
  (await store.learners()).map(({key, name, inUse, membership: is}) => ({
    key,
    name,
    inUse: inUse ?? false,
    ...(is && {is}),
  }));

const answered = async () => {
  const study = await store.study(course);
  await study.answer(lesson, lesson.questions[0]!, 'dung');
  return study;
};

describe('an invitation on a device', () => {
  it('makes whoever has learned nothing yet the learner it names, with what they had chosen', async () => {
    const guest = await store.currentLearner();
    await store.changeLearner(guest.key, {picture: 'trau'});
    const exchange = await store.exchange();
    expect(await exchange.hasLearned(guest.key)).to.equal(false);
    await exchange.accept(membership, 'same', ' Hùng ');
    expect(await people()).to.deep.equal([
      {key: membership.learner, name: 'Hùng', inUse: true, is: membership},
    ]);
    expect((await store.learners())[0]).to.include({picture: 'trau', instead: guest.key});
    const study = await answered();
    expect(study.learner).to.equal(membership.learner);
    // The same link once more, and after answers.
    await exchange.accept(membership, 'same');
    expect(await people()).to.have.length(1);
    expect((await exchange.recordsOf(membership.learner))[0]!.texts).to.have.length.above(0);
  });

  it('lets whoever has learned go on as they were, and remembers the member', async () => {
    const study = await answered();
    const exchange = await store.exchange();
    await exchange.accept(membership, 'same');
    expect(await people()).to.deep.equal([
      {key: study.learner, name: '', inUse: true, is: membership},
    ]);
    expect((await store.study(course)).snapshot.standing).to.deep.equal(study.snapshot.standing);
  });

  it('opens a book of its own for somebody else, and leaves the other one alone', async () => {
    const study = await answered();
    const exchange = await store.exchange();
    await exchange.accept(membership, 'other', 'Mỷ');
    expect(await people()).to.deep.equal([
      {key: study.learner, name: '', inUse: false},
      {key: membership.learner, name: 'Mỷ', inUse: true, is: membership},
    ]);
    expect((await exchange.recordsOf(study.learner))[0]!.texts).to.have.length.above(0);
  });

  it('asks for the PIN of whom it would let in', async () => {
    const exchange = await store.exchange();
    await exchange.accept(membership, 'other', 'Mỷ');
    await store.setPin(membership.learner, '4826');
    await store.addLearner('Hùng');
    const refused = await exchange.accept(membership, 'other').then(
      () => 'let in',
      (error: {code: string}) => error.code,
    );
    expect(refused).to.equal('pin-needed');
    expect((await people()).find(({inUse}) => inUse)?.name).to.equal('Hùng');
  });
});

describe('a claim at the trainer’s', () => {
  const invited = membership.learner;
  const {member} = membership;
  const learner = 'FEDCBA9876543210';
  const linked = async (to = member, at = store) =>
    (await (await at.roster()).read()).learnersOf.get(to) ?? [];
  const claim = async (batch = 'one', of = {learner, invited}, at = store) =>
    (await (await at.exchange()).claim([of], batch))[0];
  /** The roster with the invitation, written by hand; resolves to what undoes it. */
  const invite = async () =>
    (await store.roster()).change({
      units: new Map([['B1NHHA', {id: 'B1NHHA', level: 'team', names: [{name: 'Tổ 1'}]}]]),
      members: new Map([
        [member, {code: member, name: 'Lù Thị Mỷ', posts: [{unit: 'B1NHHA', role: 'member'}]}],
      ]),
      links: [{member, learner: invited, on: true}],
    });
  const packed = async (): Promise<Pack> => ({
    of: 'B1NHHA',
    on: 2517,
    by: 'CCCCCCCCCCCCCCCC',
    named: true,
    registers: await (await store.roster()).registers(),
    packets: 0,
  });

  it('links the device to the member who was invited, once', async () => {
    await invite();
    expect(await claim()).to.equal('new');
    expect(await claim()).to.equal('again');
    expect(await linked()).to.have.members([invited, learner]);
    expect(await (await store.exchange()).nameless([learner])).to.deep.equal([]);
  });

  it('does not join what the trainer separated, and takes nobody from another member', async () => {
    await invite();
    await claim();
    const roster = await store.roster();
    await roster.change({links: [{member, learner, on: false}]});
    expect(await claim('two')).to.equal('apart');
    expect(await linked()).to.deep.equal([invited]);
    await roster.change({links: [{member: 'HB4S7MR', learner, on: true}]});
    expect(await claim('three')).to.equal('again');
    expect(await linked('HB4S7MR')).to.deep.equal([learner]);
  });

  it('waits for the roster that knows the invitation, counts with it, and waits again when that is undone', async () => {
    const roster = await store.roster();
    expect(await claim()).to.equal('waits');
    expect(await claim('two')).to.equal('waits');
    expect(await linked()).to.deep.equal([]);
    const undo = await invite();
    expect(await linked()).to.have.members([invited, learner]);
    expect(await (await store.exchange()).nameless([learner])).to.deep.equal([]);
    await roster.change(undo);
    expect(await linked()).to.deep.equal([]);
    expect((await roster.read()).contested.size).to.equal(0);
    expect(await claim('three')).to.equal('waits');
  });

  it('waits for a pack from below or a copy of a trainer’s register, which is the same in any order', async () => {
    await invite();
    const pack = await packed();
    const [early, late, joined] = [1, 2, 3].map(() => open({name: newName()})) as [
      Store,
      Store,
      Store,
    ];
    const of = {learner, invited};
    expect(await claim('one', of, early)).to.equal('waits');
    await (await early.roster()).keepPack('0'.repeat(32), pack);
    await (await late.roster()).keepPack('0'.repeat(32), pack);
    expect(await claim('one', of, late)).to.equal('new');
    expect(await claim('one', of, joined)).to.equal('waits');
    await (await joined.roster()).join(pack.registers);
    for (const one of [early, late, joined]) {
      expect(await linked(member, one)).to.have.members([invited, learner]);
    }
    for (const one of [early, late]) {
      await (await one.roster()).admitPack('0'.repeat(32), false);
      expect(await linked(member, one)).to.deep.equal([]);
      await (await one.roster()).admitPack('0'.repeat(32), true);
      expect(await linked(member, one)).to.have.members([invited, learner]);
    }
  });

  it('goes up in a pack and along with a copy as what it amounts to', async () => {
    await invite();
    await claim();
    const roster = await store.roster();
    const [view, registers] = await Promise.all([roster.read(), roster.registers()]);
    const options = {unit: 'B1NHHA', named: true, on: 2517, by: 'CCCCCCCCCCCCCCCC'};
    const {pack} = packOf(view, registers, [], options);
    expect(pack.registers.links.map(({learner: one, member: of}) => [one, of])).to.deep.equal([
      [invited, member],
      [learner, member],
    ]);
    const second = open({name: newName()});
    await (await second.roster()).join(registers);
    expect(await linked(member, second)).to.have.members([invited, learner]);
  });

  it('goes with the import that brought it, unless another brought it as well', async () => {
    await invite();
    const exchange = await store.exchange();
    await claim('one');
    await claim('two');
    await exchange.admitImport('one', false);
    expect(await linked()).to.have.members([invited, learner]);
    await exchange.admitImport('two', false);
    expect(await linked()).to.deep.equal([invited]);
    expect(await exchange.claims()).to.deep.equal([]);
    expect(await claim('two')).to.equal('apart');
    await exchange.admitImport('one', true);
    expect(await linked()).to.have.members([invited, learner]);
  });

  it('goes with whoever is forgotten, the one who was invited or the one who says so', async () => {
    const exchange = await store.exchange();
    await claim();
    await exchange.forget(invited);
    expect(await exchange.claims()).to.deep.equal([]);
    await claim('two', {learner, invited: 'AAAAAAAAAAAAAAAA'});
    await exchange.forget(learner);
    expect(await exchange.claims()).to.deep.equal([]);
    expect(await claim('three')).to.equal('stranger');
  });

  it('is kept of nobody without end', async () => {
    const exchange = await store.exchange();
    const many = Array.from({length: 20}, (_, at) => ({
      learner,
      invited: `${'A'.repeat(14)}${at + 10}`,
    }));
    expect(await exchange.claim(many, 'one')).to.deep.equal([
      ...Array<string>(8).fill('waits'),
      ...Array<string>(12).fill('too-many'),
    ]);
    expect(await exchange.claims()).to.have.length(8);
    expect(await exchange.claim([many[0]!, many[9]!], 'two')).to.deep.equal(['waits', 'too-many']);
  });

  it('is said to be one too many where a device keeps no more, and costs nothing that is there', async () => {
    const claims = openClaims({
      database: memoryDatabase(),
      changes: openChanges(`test-claims-${crypto.randomUUID()}`),
      device: () => Promise.resolve('0'.repeat(16)),
      mostOfAll: 3,
    });
    const many = ['1', '2', '3', '4'].map((one) => ({
      learner: one.repeat(16),
      invited: `A${one.repeat(15)}`,
    }));
    const waits = ['waits', 'waits', 'waits'];
    expect(await claims.claim(many, 'one')).to.deep.equal([...waits, 'full']);
    expect(await claims.claim(many, 'two')).to.deep.equal([...waits, 'full']);
    expect(await claims.claims()).to.deep.equal(many.slice(0, 3));
  });
});
