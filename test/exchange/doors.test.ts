import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {decodeDigest, encodeDigest} from '../../src/exchange/digest.js';
import {receive} from '../../src/exchange/receive.js';
import {decodeClaim} from '../../src/exchange/claim-code.js';
import {codeIn, linkOf} from '../../src/exchange/code-link.js';
import {framesOf, sequenceReader} from '../../src/exchange/qr-sequence.js';
import {decodeInvitation} from '../../src/exchange/invitation.js';
import {decodeReceipt, encodeReceipt, receiptCodeOf} from '../../src/exchange/receipt-code.js';
import {findTextCodes, textCodeOf} from '../../src/exchange/text-code.js';
import type {Receipted} from '../../src/store/exchange-contract.js';
import {openChanges} from '../../src/store/changes.js';
import {memoryDatabase} from '../../src/store/memory-database.js';
import {ownStandings} from '../../src/store/own-standing.js';
import {openPackets} from '../../src/store/packets.js';
import type {Packet} from '../../src/store/reckoning/packet.js';
import {byteDamage, resealed, textDamage} from '../damage.js';
import {mutations} from '../runs.js';
import {departureOf, learnerKey, noStanding, streamHead} from './departures.js';
import {sampleCourse} from './sample-course.js';

// What comes from outside was damaged on its way, or made to do harm. Each door refuses it with a reason, or takes
// exactly what was sent: never something else, and it never throws or hangs.

const course = sampleCourse({lessons: 5, questions: 17});
const courses = [course];

const receipted: fc.Arbitrary<Receipted> = fc
  .record({
    learner: learnerKey,
    receivedOn: fc.integer({min: 0, max: 0xffff}),
    streams: fc.array(streamHead, {maxLength: 16}),
    held: fc.boolean(),
  })
  .map(({streams, held, ...rest}) => ({
    ...rest,
    course: course.id,
    receiver: 'c0ffee01',
    streams: streams.map(({device, through, beyond, tail}) => ({
      device,
      through,
      beyond,
      tail,
      held,
    })),
  }));

/** A receipt of nothing is as long as a claim, and only its prefix tells them apart; nobody is sent one. */
const telling = receipted.filter(({streams}) => streams.length > 0);

/** What is asked to read the bytes of a code, by its prefix. */
const decoders = {
  progress: (bytes: Uint8Array) => decodeDigest(bytes, courses),
  receipt: (bytes: Uint8Array) => decodeReceipt(bytes, courses),
  invitation: (bytes: Uint8Array) => decodeInvitation(bytes, courses),
  claim: decodeClaim,
};

/** Everything a door may say of what it does not take. */
const reasons = [
  'nothing-found',
  'code-damaged',
  'code-cut',
  'newer-format',
  'course-unknown',
  'ledger-mismatch',
];

const often = {numRuns: mutations, includeErrorInReport: true};
const tried = <T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>) =>
  fc.assert(property, often);

const same = (one: Uint8Array, other: Uint8Array) =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

/** What a reader of these very bytes would write: there is one way to say a thing. */
function writtenAgain(packet: Packet): Uint8Array {
  const [major, minor] = packet.courseVersion;
  const [lessons, questions] = packet.slots;
  return encodeDigest({
    ...packet,
    course: {
      ...course,
      version: `${major}.${minor}.0`,
      slots: {
        lessons: course.slots.lessons.slice(0, lessons),
        questions: course.slots.questions.slice(0, questions),
      },
    },
  });
}

describe('every door, tried with what was damaged or made up', function () {
  this.timeout(Math.max(60_000, mutations * 30));

  it('of a code takes its bytes unchanged or not at all', () => {
    tried(
      fc.property(departureOf(course), byteDamage, (sent, damage) => {
        const whole = encodeDigest(sent);
        const bytes = damage(whole);
        const read = decodeDigest(bytes, courses);
        if ('reason' in read) expect(reasons).to.include(read.reason);
        else expect(same(bytes, whole)).to.equal(true);
      }),
    );
  });

  it('of a code that was forged with a right check sum takes only what can be said in no other way', () => {
    tried(
      fc.property(departureOf(course), byteDamage, (sent, damage) => {
        const bytes = resealed(damage(encodeDigest(sent)));
        const read = decodeDigest(bytes, courses);
        if ('reason' in read) expect(reasons).to.include(read.reason);
        else if (!read.partial) expect(writtenAgain(read)).to.deep.equal(bytes);
      }),
    );
  });

  it('of a code takes no bytes that mean nothing', () => {
    tried(
      fc.property(fc.uint8Array({maxLength: 300}), (bytes) => {
        expect(decodeDigest(bytes, courses)).to.have.property('reason');
        const forged = decodeDigest(resealed(bytes), courses);
        if (!('reason' in forged)) expect(writtenAgain(forged)).to.deep.equal(bytes);
      }),
    );
  });

  it('of a text finds the code as it was sent or says what is wrong with it', () => {
    tried(
      fc.property(departureOf(course), textDamage, (sent, damage) => {
        const whole = encodeDigest(sent);
        for (const found of findTextCodes(damage(`Lan: ${textCodeOf(whole)} ạ`))) {
          if ('bytes' in found) expect(same(found.bytes, whole)).to.equal(true);
          else expect(reasons).to.include(found.reason);
        }
      }),
    );
  });

  it('of a receipt takes what the trainer sent, or nothing; forged, only what can be said in no other way', () => {
    tried(
      fc.property(receipted, byteDamage, (said, damage) => {
        const whole = encodeReceipt(said, course);
        const bytes = damage(whole);
        const read = decodeReceipt(bytes, courses);
        if ('reason' in read) expect(reasons).to.include(read.reason);
        else expect(same(bytes, whole)).to.equal(true);
        const forged = resealed(bytes);
        const believed = decodeReceipt(forged, courses);
        if ('reason' in believed) expect(reasons).to.include(believed.reason);
        else expect(encodeReceipt(believed, course)).to.deep.equal(forged);
      }),
    );
  });

  it('of a text never takes a receipt for progress, nor progress for a receipt', () => {
    tried(
      fc.property(departureOf(course), telling, textDamage, (sent, said, damage) => {
        const [progress, receipt] = [encodeDigest(sent), encodeReceipt(said, course)];
        const text = `${textCodeOf(progress)} ạ ${receiptCodeOf(said, course)}`;
        for (const found of findTextCodes(damage(text))) {
          if (!('bytes' in found)) continue;
          if (found.kind === 'progress' && same(found.bytes, progress)) continue;
          if (found.kind === 'receipt' && same(found.bytes, receipt)) continue;
          // A prefix that was changed: then the bytes themselves must not pass. A frame's say nothing alone.
          if (found.kind === 'frame') continue;
          expect(decoders[found.kind](found.bytes)).to.have.property('reason');
        }
      }),
    );
  });

  it('of a text does not take progress for an invitation, a receipt or a claim because another prefix was put before it', () => {
    fc.assert(
      fc.property(departureOf(course), telling, (sent, said) => {
        const codes = [
          ['progress', encodeDigest(sent)],
          ['receipt', encodeReceipt(said, course)],
        ] as const;
        for (const [own, bytes] of codes) {
          for (const kind of ['progress', 'receipt', 'invitation', 'claim'] as const) {
            expect(findTextCodes(textCodeOf(bytes, kind))[0]).to.deep.include({kind, bytes});
            expect('reason' in decoders[kind](bytes), `${own} as ${kind}`).to.equal(kind !== own);
          }
        }
      }),
    );
  });

  it('of a link takes the code it was made of, or what its receiver refuses', () => {
    tried(
      fc.property(departureOf(course), textDamage, (sent, damage) => {
        const whole = encodeDigest(sent);
        const link = damage(linkOf('https://hoc.example/pwa/', textCodeOf(whole)));
        for (const found of findTextCodes(codeIn(link) ?? '')) {
          if ('bytes' in found) expect(same(found.bytes, whole)).to.equal(true);
          else expect(reasons).to.include(found.reason);
        }
      }),
    );
  });

  it('of a row of QR codes never gathers anything but what was shown, whatever is held before the camera', () => {
    tried(
      fc.property(
        fc.uint8Array({minLength: 1, maxLength: 200}),
        fc.array(fc.tuple(fc.nat(9), fc.option(textDamage, {freq: 2})), {maxLength: 12}),
        (bytes, seen) => {
          const shown = framesOf(bytes, {capacity: 40});
          const frames = Array.from({length: 10}, () => shown.next().value);
          const reader = sequenceReader();
          for (const [which, damage] of seen) {
            const frame = frames[which]!;
            const text = damage ? damage(frame) : frame;
            const {have} = reader;
            const taken = reader.take(text);
            expect(taken).to.be.oneOf(['part', 'again', 'foreign', 'damaged', 'whole']);
            if (!frames.includes(text) && text.toUpperCase() !== frame) {
              expect(taken).to.be.oneOf(['foreign', 'damaged']);
              expect(reader.have).to.equal(have);
            }
          }
          // Whatever came before, who goes on looking has it in the end.
          for (let more = 0; more < 100 && !reader.whole; more++) reader.take(shown.next().value);
          expect(reader.whole).to.deep.equal(bytes);
        },
      ),
    );
  });

  it('of a pasted chat keeps the codes beside a damaged one, and of that one nothing that was not sent', async () => {
    const people = ['0123456789ABCDEF', 'FEDCBA9876543210', 'AAAAAAAAAAAAAAAA'];
    const sent = people.map((learner, at) =>
      encodeDigest({
        course,
        learner,
        standing: {
          ...noStanding,
          lessons: {'b01@1': {reach: 5, day: 2500 + at, run: 0, practised: false}},
        },
        streams: [{device: '0a1b2c3d', through: 12, beyond: 0, tail: 'beef'}],
        moreStreams: false,
        madeOn: 2517,
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(2), textDamage, async (which, damage) => {
        const changes = openChanges('doors');
        const nobody = ownStandings(
          () => 'DEVDEVDEVDEVDEV0',
          () => undefined,
        );
        const store = openPackets(memoryDatabase(), changes, () => 1_795_000_000_000, nobody);
        const lines = sent.map((bytes, at) => `[10:2${at} 22/11/2026] Lan: ${textCodeOf(bytes)}`);
        lines[which] = damage(lines[which]!);
        const {admissions, refused} = await receive(store, lines.join('\n'), {courses});
        changes.close();

        const came = new Set(admissions.map(({learner}) => learner));
        for (const [at, learner] of people.entries()) {
          if (at !== which) expect(came.has(learner), `line ${at}`).to.equal(true);
        }
        for (const {reason} of refused) expect(reasons).to.include(reason);
        for (const {learner, packets} of await store.received(course.id)) {
          for (const {bytes} of packets) {
            expect(same(bytes, sent[people.indexOf(learner)]!)).to.equal(true);
          }
        }
      }),
      often,
    );
  });
});
