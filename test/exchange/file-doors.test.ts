import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {deflate} from '../../src/exchange/deflate.js';
import {progressFileOf} from '../../src/exchange/progress-file.js';
import {receive} from '../../src/exchange/receive.js';
import {decodeSection, encodeSection, recordsIn} from '../../src/exchange/section.js';
import {openChanges} from '../../src/store/changes.js';
import {memoryDatabase} from '../../src/store/memory-database.js';
import {ownStandings} from '../../src/store/own-standing.js';
import {openPackets} from '../../src/store/packets.js';
import {readRecord} from '../../src/store/reckoning/record.js';
import {byteDamage, bytesJoined, resealed, textDamage} from '../damage.js';
import {mutations} from '../runs.js';
import {replay} from '../store/naive-replay.js';
import {sampleCourse} from './sample-course.js';
import {
  course,
  exchangeOf,
  hung,
  lan,
  newPhone,
  type Phone,
  sectionOf,
  textsOf,
} from './streams.js';

// The doors for records: sections, the files that carry them, and whatever else is dropped there.

const reasons = [
  'nothing-found',
  'file-unreadable',
  'file-damaged',
  'newer-format',
  'too-big',
  'signer-wrong',
  'signature-wrong',
  'record-invalid',
  'code-damaged',
  'code-cut',
  'course-unknown',
  'ledger-mismatch',
];

const often = {numRuns: mutations, includeErrorInReport: true};

const same = (one: Uint8Array, other: Uint8Array) =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

const crcLength = 4;
const proofLength = 64 + 65;

/** What somebody makes of a signed section who wants it believed without its signature. */
function unsigned(bytes: Uint8Array): Uint8Array {
  const core = bytes.slice(0, -proofLength);
  core[3]! &= ~1;
  return resealed(core);
}

function trainer() {
  const changes = openChanges('file-doors');
  const nobody = ownStandings(
    () => 'EEEEEEEEEEEEEEEE',
    () => undefined,
  );
  const store = openPackets(memoryDatabase(), changes, () => Date.UTC(2026, 10, 22), nobody);
  return {...store, end: () => changes.close()};
}

describe('every door for records, tried with what was damaged or made up', function () {
  this.timeout(Math.max(120_000, mutations * 60));
  const courses = [sampleCourse()];
  let phone: Phone;
  let texts: string[];
  let signed: Uint8Array;

  before(async () => {
    phone = await newPhone();
    texts = textsOf(lan, phone.device, 12);
    signed = await sectionOf(phone, lan, texts);
  });

  it('of a signed section refuses it when anything was changed', async () => {
    await fc.assert(
      fc.asyncProperty(byteDamage, async (damage) => {
        const bytes = damage(signed);
        const read = await decodeSection(bytes);
        if ('reason' in read) expect(reasons).to.include(read.reason);
        else expect(same(bytes, signed)).to.equal(true);
      }),
      often,
    );
  });

  it('of a section that is called unsigned believes no signature, and nothing but whole records of its stream', async () => {
    const whole = unsigned(signed);
    const plain = await decodeSection(whole);
    expect(plain).to.not.have.property('signer');
    expect(plain).to.not.have.property('reason');
    await fc.assert(
      fc.asyncProperty(byteDamage, async (damage) => {
        const bytes = resealed(damage(whole));
        const read = await decodeSection(bytes);
        if ('reason' in read) {
          expect(reasons).to.include(read.reason);
          return;
        }
        expect(read).to.not.have.property('signer');
        const records = recordsIn(bytes).map((text) => readRecord(text));
        for (const record of records) {
          expect(record?.learner).to.equal(read.learner);
          expect(record?.course).to.equal(read.course);
        }
        expect(read.standing).to.deep.equal(replay(records.map((record) => record!)));
      }),
      often,
    );
  });

  it('of a section finds the damage also within the records, when everything around them is right', async () => {
    await fc.assert(
      fc.asyncProperty(textDamage, async (damage) => {
        const damaged = damage(texts.join('\n')).split('\n');
        const head = {learner: lan, course, device: phone.device, madeOn: 2517} as const;
        const bytes = await encodeSection({
          ...head,
          courseVersion: [1, 0],
          slots: [4, 8],
          texts: damaged,
        });
        const read = await decodeSection(bytes);
        const records = recordsIn(bytes).map((text) => readRecord(text));
        if ('reason' in read) expect(read.reason).to.be.oneOf(['record-invalid', 'too-big']);
        else expect(read.standing).to.deep.equal(replay(records.map((record) => record!)));
      }),
      often,
    );
  });

  it('of a file takes its sections unchanged or not at all, and whatever lies beside a damaged one', async () => {
    const others = textsOf(hung, phone.device, 5);
    const file = await progressFileOf(
      exchangeOf(phone, [
        {learner: lan, device: phone.device, texts},
        {learner: hung, device: phone.device, texts: others},
      ]),
      {learners: [lan, hung], courses, now: () => Date.UTC(2026, 10, 22), timezone: () => 420},
    );
    const store = trainer();
    await receive(store, file.text, {courses});
    const sound = (await store.received(course)).flatMap(({packets}) => packets);
    expect(sound).to.have.length(2);
    store.end();
    await fc.assert(
      fc.asyncProperty(textDamage, fc.nat(2), async (damage, how) => {
        const text = damage(file.text);
        const door = trainer();
        const sent = [text, new TextEncoder().encode(text), new Blob([text])][how];
        const {refused, admissions} = await receive(door, sent, {courses});
        for (const {reason} of refused) expect(reasons).to.include(reason);
        expect(refused.length + admissions.length).to.be.above(0);
        for (const {packets} of await door.received(course)) {
          for (const {bytes} of packets) {
            expect(sound.some((row) => same(row.bytes, bytes))).to.equal(true);
          }
        }
        door.end();
      }),
      often,
    );
  });

  it('of anything at all refuses it with a reason', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({maxLength: 300}),
          fc.uint8Array({maxLength: 300}).map((bytes) => bytesJoined(signed.subarray(0, 4), bytes)),
          fc.string({unit: 'binary', maxLength: 200}),
          fc.string({maxLength: 200}).map((text) => `KNSF1.3.00000000\n${text}`),
          fc.anything(),
        ),
        async (thing) => {
          const door = trainer();
          const {refused, admissions} = await receive(door, thing, {courses});
          expect(admissions).to.deep.equal([]);
          for (const {reason} of refused) expect(reasons).to.include(reason);
          door.end();
        },
      ),
      often,
    );
  });

  it('of a section unpacks no bomb, whether it tells its size or lies about it', async () => {
    // A hundred megabytes of nothing in a hundred kilobytes, again and again: unpacked wholly, this test has no end.
    const bomb = deflate(new Uint8Array(100_000_000));
    expect(bomb.length).to.be.below(110_000);
    const plain = unsigned(signed);
    const headLength = 39 + course.length;
    for (const told of Array<number[]>(100)
      .fill([100_000_000, 0xffffffff, 4_000_000, 1, 0])
      .flat()) {
      const head = plain.slice(0, headLength);
      new DataView(head.buffer).setUint32(34, told);
      const bytes = resealed(bytesJoined(head, bomb, new Uint8Array(crcLength)));
      const read = await decodeSection(bytes);
      expect(read).to.have.property('reason').that.is.oneOf(['too-big', 'record-invalid']);
    }
  });
});
