import {expect} from '@open-wc/testing';
import type {Course} from '../../src/curriculum/course.js';
import type {Lesson} from '../../src/curriculum/lesson.js';
import type {Membership} from '../../src/store/learner.js';
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
  const learner = 'FEDCBA9876543210';
  const linked = async (to = membership.member) =>
    (await (await store.roster()).read()).learnersOf.get(to) ?? [];

  beforeEach(async () => {
    await (
      await store.roster()
    ).change({
      members: new Map([
        [
          membership.member,
          {code: membership.member, name: 'Lù Thị Mỷ', posts: [{unit: 'B1NHHA', role: 'member'}]},
        ],
      ]),
      links: [{member: membership.member, learner: invited, on: true}],
    });
  });

  it('links the device to the member who was invited, once', async () => {
    const exchange = await store.exchange();
    expect(await exchange.claim({learner, invited})).to.equal('new');
    expect(await exchange.claim({learner, invited})).to.equal('again');
    expect(await linked()).to.have.members([invited, learner]);
    expect(await exchange.nameless([learner])).to.deep.equal([]);
  });

  it('changes nothing for a key nobody was given, and does not join what the trainer separated', async () => {
    const exchange = await store.exchange();
    expect(await exchange.claim({learner, invited: '000000000000000Z'})).to.equal('stranger');
    await exchange.claim({learner, invited});
    await (await store.roster()).change({links: [{member: membership.member, learner, on: false}]});
    expect(await exchange.claim({learner, invited})).to.equal('apart');
    expect(await linked()).to.deep.equal([invited]);
  });

  it('links it also where the member came in a pack from below', async () => {
    const {units, members, links} = await (await store.roster()).registers();
    const province = open({name: newName()});
    const roster = await province.roster();
    await roster.keepPack('0'.repeat(32), {
      of: 'B1NHHA',
      on: 2517,
      by: 'CCCCCCCCCCCCCCCC',
      named: true,
      registers: {units, members, links},
      packets: 0,
    });
    const exchange = await province.exchange();
    expect(await exchange.claim({learner, invited})).to.equal('new');
    expect(await exchange.claim({learner, invited})).to.equal('again');
    expect((await roster.read()).learnersOf.get(membership.member)).to.have.members([
      invited,
      learner,
    ]);
  });
});
