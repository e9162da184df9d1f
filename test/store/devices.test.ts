import {expect} from '@open-wc/testing';
import type {Course} from '../../src/curriculum/course.js';
import type {Lesson} from '../../src/curriculum/lesson.js';
import {hexOf} from '../../src/store/reckoning/heads.js';
import type {Packet} from '../../src/store/reckoning/packet.js';
import {readRecord} from '../../src/store/reckoning/record.js';
import {emptyStanding, fold} from '../../src/store/reckoning/standing.js';
import type {Store} from '../../src/store/store.js';
import type {Study} from '../../src/store/study.js';
import {classroom, newName, stores} from './classroom.js';

const {open, clear} = stores();
afterEach(clear);

const line = '\n';
/** Records of one stream as this test sends them: their texts, one a line. */
const recordsIn = () =>
  Promise.resolve((bytes: Uint8Array) => new TextDecoder().decode(bytes).split(line));

let course: Course;
let first: Lesson;
let second: Lesson;

beforeEach(async () => {
  const room = await classroom();
  course = room.course;
  [first, second] = room.lessons as [Lesson, Lesson];
});

const phone = () => open({name: newName(), recordsIn});

/** Everything a phone wrote of a learner, as packets. */
async function sentBy(store: Store, learner: string): Promise<Packet[]> {
  const streams = await (await store.exchange()).recordsOf(learner);
  return streams.map(({texts, device}) => {
    const records = texts.map((text) => readRecord(text)!);
    return {
      kind: 'records',
      signer: device,
      learner,
      course: course.id,
      bytes: new TextEncoder().encode(texts.join(line)),
      standing: fold(records, emptyStanding),
      courseVersion: [1, 0],
      madeOn: 2517,
      epoch: 0,
      streams: [
        {
          device: hexOf(device),
          through: records.length,
          beyond: 0,
          tail: records.at(-1)!.id.slice(-4),
        },
      ],
      moreStreams: false,
      slots: [5, 3],
      partial: false,
    };
  });
}

const answer = (study: Study, lesson: Lesson, question = 0) =>
  study.answer(lesson, lesson.questions[question]!, 'dung');

/** Goes on as the learner of another phone, with what that phone wrote. */
async function movedTo(store: Store, from: Store, learner: string): Promise<Study> {
  await store.admit(await sentBy(from, learner));
  await store.useLearner(learner);
  return store.study(course, learner);
}

describe('a learner with several phones', () => {
  it('is one learner on each of them, with one history and one standing', async () => {
    const [old, young, third] = [phone(), phone(), phone()];
    const there = await old.study(course);
    const {learner} = there;
    await answer(there, first, 0);

    const here = await movedTo(young, old, learner);
    expect(here.snapshot.standing.questions['b01#q1@1']?.right).to.equal(true);
    await answer(here, first, 1);
    // Back to the old one for an evening, which knows nothing of the day.
    await answer(there, second, 0);
    await old.admit(await sentBy(young, learner));
    await young.admit(await sentBy(old, learner));

    const last = await movedTo(third, young, learner);
    await third.admit(await sentBy(old, learner));
    for (const study of [there, here, last]) {
      const now = await study.history('b01');
      expect(now.map(({question}) => question)).to.have.members(['b01#q1@1', 'b01#q2@1']);
      expect(study.snapshot.standing.lessons['b01@1']?.reach).to.equal(5);
      expect(study.snapshot.standing.questions['b02#q1@1']?.right).to.equal(true);
    }
    expect(new Set((await last.history('b01')).map(({id}) => id)).size).to.equal(2);
  });

  it('sends a phone’s own records from that phone alone, and each once', async () => {
    const [old, young] = [phone(), phone()];
    const there = await old.study(course);
    await answer(there, first, 0);
    const here = await movedTo(young, old, there.learner);
    await answer(here, first, 1);
    const own = await (await young.exchange()).recordsOf(there.learner);
    expect(own).to.have.length(1);
    expect(own[0]!.device).to.equal(await (await young.exchange()).device());
    const [, ...again] = await young.admit([
      ...(await sentBy(old, there.learner)),
      ...(await sentBy(old, there.learner)),
    ]);
    expect(again.every(({outcome, changed}) => outcome === 'again' && !changed)).to.equal(true);
  });

  it('puts an old phone away, and it counts as in use again once it writes', async () => {
    const [old, young] = [phone(), phone()];
    const there = await old.study(course);
    await answer(there, first, 0);
    const [before] = await sentBy(old, there.learner);
    const here = await movedTo(young, old, there.learner);
    const device = await (await old.exchange()).device();

    const record = await (await young.exchange()).retire(there.learner, course.id, device);

    const {through} = before!.streams[0]!;
    expect(record).to.deep.include({verb: 'retired', retires: {device, seq: through}});
    const [own] = await (await young.exchange()).recordsOf(there.learner);
    expect(own!.texts.map((text) => readRecord(text)!.id)).to.include(record.id);
    expect(here.snapshot.standing.retired).to.deep.equal({[device]: through});
  });

  it('is told what of which phone is missing at the trainer’s, and the trainer receipts what they hold', async () => {
    const [old, commune] = [phone(), phone()];
    const there = await old.study(course);
    for (const question of [0, 1]) await answer(there, first, question);
    await answer(there, second, 0);
    const [whole] = await sentBy(old, there.learner);
    const texts = new TextDecoder().decode(whole!.bytes).split(line);
    const part = (from: number, to: number): Packet => {
      const some = texts.slice(from - 1, to);
      const records = some.map((text) => readRecord(text)!);
      const head = whole!.streams[0]!;
      return {
        ...whole!,
        bytes: new TextEncoder().encode(some.join(line)),
        standing: fold(records, emptyStanding),
        streams: [
          from === 1
            ? {...head, through: to, tail: records.at(-1)!.id.slice(-4)}
            : {...head, through: 0, beyond: some.length, tail: '0000'},
        ],
      };
    };
    const {device} = whole!.streams[0]!;
    await commune.admit([part(1, 1), part(4, texts.length)]);
    const trainer = await commune.exchange();
    expect(await trainer.gapsOf(there.learner, course.id)).to.deep.equal([
      {device, from: 2, to: 3},
    ]);
    const mine = await old.exchange();
    const given = (await trainer.receiptFor(there.learner, course.id))!;
    expect(given.streams[0]).to.include({through: 1, beyond: texts.length - 3, held: true});
    expect(await mine.keepReceipt(given)).to.equal('new');
    expect((await mine.unsent(there.learner, course.id)).records).to.equal(texts.length - 1);

    await commune.admit([part(2, 3), whole!]);
    expect(await trainer.gapsOf(there.learner, course.id)).to.deep.equal([]);
    await mine.keepReceipt((await trainer.receiptFor(there.learner, course.id))!);
    expect((await mine.unsent(there.learner, course.id)).records).to.equal(0);
  });

  it('whose phone was cloned gets a new name for it as soon as the other’s records come back', async () => {
    const [old, commune] = [phone(), phone()];
    const there = await old.study(course);
    await answer(there, first, 0);
    const [genuine] = await sentBy(old, there.learner);
    const exchange = await old.exchange();
    const before = await exchange.device();
    await old.admit([genuine!]);
    expect(await exchange.device()).to.equal(before);

    const [head] = genuine!.streams;
    await old.admit([
      {...genuine!, bytes: new Uint8Array([10]), streams: [{...head!, tail: 'dead'}]},
    ]);
    const after = await exchange.device();
    expect(after).to.not.equal(before);
    await answer(there, first, 1);
    expect((await exchange.recordsOf(there.learner)).map(({device}) => device)).to.have.members([
      before,
      after,
    ]);
    await commune.close();
  });
});
