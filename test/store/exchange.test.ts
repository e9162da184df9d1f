import {expect} from '@open-wc/testing';
import type {Course} from '../../src/curriculum/course.js';
import type {Lesson} from '../../src/curriculum/lesson.js';
import {KnsError} from '../../src/errors.js';
import type {Exchange, Receipted} from '../../src/store/exchange-contract.js';
import {sha256} from '../../src/store/keys.js';
import {toBase32} from '../../src/store/reckoning/base32.js';
import {hexOf} from '../../src/store/reckoning/heads.js';
import {type LearningRecord, readRecord} from '../../src/store/reckoning/record.js';
import type {Store, StoreOptions} from '../../src/store/store.js';
import type {Study} from '../../src/store/study.js';
import {
  backupOver,
  classroom,
  morning,
  newName,
  packetFrom,
  pageStorage,
  rowsIn,
  stores,
} from './classroom.js';

const {open, clear} = stores();
afterEach(clear);

let course: Course;
let first: Lesson;
let second: Lesson;
let name: string;

beforeEach(async () => {
  const room = await classroom();
  course = room.course;
  [first, second] = room.lessons as [Lesson, Lesson];
  name = newName();
});

const opened = (options: Partial<StoreOptions> = {}) => open({name, ...options});

const right = (study: Study, lesson: Lesson, question = 0) =>
  study.answer(lesson, lesson.questions[question]!, 'dung');

const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'kept',
    (error: unknown) => (error instanceof KnsError ? error.code : String(error)),
  );

/** Two answers of the learner in use, with what hands them over. */
async function afterTwoAnswers(options: Partial<StoreOptions> = {}) {
  const store = opened(options);
  const study = await store.study(course);
  await right(study, first);
  await right(study, first, 1);
  const exchange = await store.exchange();
  const [stream] = await exchange.recordsOf(study.learner);
  const records = stream!.texts.map((text) => readRecord(text)!);
  return {store, study, exchange, records};
}

const tail = ({id}: LearningRecord) => id.slice(-4);

const receipt = (
  study: Study,
  streams: Receipted['streams'],
  {receiver = 'aaaa0000', receivedOn = 2517}: Partial<Receipted> = {},
): Receipted => ({learner: study.learner, course: course.id, receiver, receivedOn, streams});

/** What a trainer's phone says to hold of the first stream, up to a record. */
const held = (record: LearningRecord, isHeld = true): Receipted['streams'][number] => ({
  device: hexOf(record.device),
  through: record.seq,
  beyond: 0,
  tail: tail(record),
  held: isHeld,
});

describe('names of whoever sends something', () => {
  it('are those a trainer gave and those people said here; the others are asked for once each', async () => {
    const store = opened();
    const hung = await store.addLearner('Hùng');
    const [lan, mai, stranger] = ['A', 'B', 'C'].map((letter) => letter.repeat(16)) as [
      string,
      string,
      string,
    ];
    await store.nameLearner(lan, 'Lan');
    await store.nameLearner(mai, '');
    const exchange = await store.exchange();
    const asked = [stranger, lan, mai, hung.key, stranger];
    expect(await exchange.nameless(asked)).to.deep.equal([stranger, mai]);
  });

  it('need no asking where the roster has them, until they are separated again', async () => {
    const store = opened();
    const [stranger, lan] = ['A'.repeat(16), 'B'.repeat(16)] as const;
    await store.nameLearner(lan, 'Chị Lan');
    const member = {
      code: 'KAAAAA0',
      name: 'Vàng Mí Hùng',
      posts: [{unit: 'TO0001', role: 'member'}],
    } as const;
    const exchange = await store.exchange();
    const roster = await store.roster();
    let told = 0;
    const unwatch = store.watchReceived(() => told++);
    const link = (learner: string, on: boolean) => ({member: member.code, learner, on});
    await roster.change({
      members: new Map([[member.code, member]]),
      links: [link(stranger, true), link(lan, true)],
    });
    expect(told).to.be.above(0);
    expect(await exchange.nameless([stranger, lan])).to.deep.equal([]);
    await roster.change({links: [link(stranger, false)]});
    expect(await exchange.nameless([stranger, lan])).to.deep.equal([stranger]);
    unwatch();
  });
});

describe('what leaves this device', () => {
  it('is every record as it was frozen, a stream for each learner and course', async () => {
    const {store, study, exchange} = await afterTwoAnswers();
    const texts = (await rowsIn(name, 'records')) as string[];
    await store.addLearner('Hùng');
    await right(await store.study(course), second);

    const streams = await exchange.recordsOf(study.learner);

    expect(streams).to.have.length(1);
    expect(streams[0]).to.include({learner: study.learner, course: course.id});
    expect(streams[0]!.device).to.equal(await exchange.device());
    expect([...streams[0]!.texts].sort()).to.deep.equal([...texts].sort());
    const numbers = streams[0]!.texts.map((text) => readRecord(text)!.seq);
    expect(numbers).to.deep.equal(numbers.map((_, index) => index + 1));
  });

  it('counts an answer that found no room in the database', async () => {
    const storage = pageStorage();
    const {store, study, exchange} = await afterTwoAnswers({backup: backupOver(storage)});
    const [stream] = await exchange.recordsOf(study.learner);
    await store.close();
    const other = open({name: newName(), backup: backupOver(storage)});
    backupOver(storage).hold(stream!.texts[0]!);
    const brought = await (await other.exchange()).recordsOf(study.learner);
    expect(brought.map(({texts}) => texts)).to.deep.equal([[stream!.texts[0]]]);
  });

  it('is signed by the key whose hash is the name of the device', async () => {
    const {exchange} = await afterTwoAnswers();
    const bytes = new TextEncoder().encode('bản ghi');
    const {publicKey, signature} = (await exchange.sign(bytes, await exchange.device()))!;

    expect(toBase32((await sha256(publicKey)).subarray(0, 10))).to.equal(await exchange.device());
    const key = await crypto.subtle.importKey(
      'raw',
      publicKey as BufferSource,
      {name: 'ECDSA', namedCurve: 'P-256'},
      false,
      ['verify'],
    );
    const how = {name: 'ECDSA', hash: 'SHA-256'};
    const isGenuine = (said: Uint8Array) =>
      crypto.subtle.verify(how, key, signature as BufferSource, said as BufferSource);
    expect(await isGenuine(bytes)).to.equal(true);
    bytes[0]! ^= 1;
    expect(await isGenuine(bytes)).to.equal(false);
  });

  it('is noted with the day and the way', async () => {
    const {study, exchange} = await afterTwoAnswers();
    expect(await exchange.unsent(study.learner, course.id)).to.not.have.property('departed');
    await exchange.departed(study.learner, course.id, 'shared');
    const {departed} = await exchange.unsent(study.learner, course.id);
    expect(departed).to.deep.equal({at: morning, way: 'shared'});
  });
});

describe('a receipt', () => {
  it('leaves only what came after it to be sent', async () => {
    const {study, exchange, records} = await afterTwoAnswers();
    expect(await exchange.unsent(study.learner, course.id)).to.deep.equal({
      records: records.length,
      since: morning,
    });

    expect(await exchange.keepReceipt(receipt(study, [held(records[0]!)]))).to.equal('new');
    expect(await exchange.unsent(study.learner, course.id)).to.deep.equal({
      records: records.length - 1,
      since: morning,
      receiptedOn: 2517,
    });
    expect(await exchange.keepReceipt(receipt(study, [held(records.at(-1)!)]))).to.equal('new');
    const after = await exchange.unsent(study.learner, course.id);
    expect(after).to.deep.equal({records: 0, receiptedOn: 2517});
  });

  it('of a code takes nothing off what is still to be sent', async () => {
    const {study, exchange, records} = await afterTwoAnswers();
    await exchange.keepReceipt(receipt(study, [held(records.at(-1)!, false)]));
    expect((await exchange.unsent(study.learner, course.id)).records).to.equal(records.length);
    const [kept] = await exchange.receiptsOf(study.learner, course.id);
    expect(kept!.streams[0]).to.include({held: false, through: records.length});
  });

  it('that comes again says so', async () => {
    const {study, exchange, records} = await afterTwoAnswers();
    const given = receipt(study, [held(records[1]!)]);
    expect(await exchange.keepReceipt(given)).to.equal('new');
    expect(await exchange.keepReceipt(given)).to.equal('again');
    expect(await exchange.keepReceipt(receipt(study, [held(records[0]!)]))).to.equal('again');
  });

  it('for somebody who never studied here is not kept', async () => {
    const {study, exchange, records} = await afterTwoAnswers();
    const strange = {...receipt(study, [held(records[0]!)]), learner: 'FEDCBA9876543210'};
    expect(await exchange.keepReceipt(strange)).to.equal('stranger');
    expect(await exchange.receiptsOf('FEDCBA9876543210', course.id)).to.deep.equal([]);
  });

  for (const [what, twist] of [
    ['numbers this phone never wrote', {through: 900}],
    ['another record at a number it holds', {tail: 'fade'}],
  ] as const) {
    it(`that quotes ${what} gives the phone a new name at once, and loses nothing`, async () => {
      const {store, study, exchange, records} = await afterTwoAnswers();
      const before = await exchange.device();
      const foreign = {...held(records[1]!), ...twist};

      expect(await exchange.keepReceipt(receipt(study, [foreign]))).to.equal('twin');

      const after = await exchange.device();
      expect(after).to.not.equal(before);
      await right(study, second);
      const streams = await exchange.recordsOf(study.learner);
      const [old, young] = [before, after].map((one) => streams.find(({device}) => device === one));
      expect(streams).to.have.length(2);
      expect(old!.texts).to.have.length(records.length);
      expect(readRecord(young!.texts[0]!)).to.include({seq: 1, device: after});
      expect(study.snapshot.standing.questions['b01#q1@1']?.right).to.equal(true);
      expect((await exchange.unsent(study.learner, course.id)).records).to.equal(
        records.length + young!.texts.length,
      );
      // What was written under the former name can still be signed by it.
      for (const name of [before, after]) {
        const {publicKey} = (await exchange.sign(new Uint8Array(1), name))!;
        expect(toBase32((await sha256(publicKey)).subarray(0, 10))).to.equal(name);
      }
      expect(await refusal(store.settled())).to.equal('kept');
    });
  }

  it('is made of what was received: of records when they came, else of codes', async () => {
    const {study, exchange, records} = await afterTwoAnswers();
    const commune: Store = open({name: newName()});
    await commune.study(course);
    const trainer: Exchange = await commune.exchange();
    expect(await trainer.receiptFor(study.learner, course.id)).to.equal(undefined);

    await commune.admit([await packetFrom(course, study)]);
    const given = (await trainer.receiptFor(study.learner, course.id))!;
    expect(given).to.deep.equal(
      receipt(study, [held(records.at(-1)!, false)], {
        receiver: hexOf(await trainer.device()),
        receivedOn: 2517,
      }),
    );
    expect(await exchange.keepReceipt(given)).to.equal('new');
  });
});
