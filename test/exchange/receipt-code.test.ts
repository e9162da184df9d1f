import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {decodeReceipt, encodeReceipt, receiptCodeOf} from '../../src/exchange/receipt-code.js';
import {findTextCodes, textCodeOf} from '../../src/exchange/text-code.js';
import type {Receipted} from '../../src/store/exchange-contract.js';
import {flipped, resealed} from '../damage.js';
import {runs} from '../runs.js';
import {learnerKey, streamHead} from './departures.js';
import {sampleCourse} from './sample-course.js';

const course = sampleCourse();

const receipted: fc.Arbitrary<Receipted> = fc
  .record({
    learner: learnerKey,
    receiver: fc.integer({min: 0, max: 0xffffffff}),
    receivedOn: fc.integer({min: 0, max: 0xffff}),
    streams: fc.array(fc.tuple(streamHead, fc.boolean()), {maxLength: 16}),
  })
  .map(({receiver, streams, ...rest}) => ({
    ...rest,
    course: course.id,
    receiver: receiver.toString(16).padStart(8, '0'),
    streams: streams.map(([{device, through, beyond, tail}, held]) => ({
      device,
      through,
      beyond,
      tail,
      held,
    })),
  }));

const forLan: Receipted = {
  learner: '0123456789ABCDEF',
  course: course.id,
  receiver: 'c0ffee01',
  receivedOn: 2517,
  streams: [{device: '0a1b2c3d', through: 118, beyond: 0, tail: 'beef', held: true}],
};

const reasonOf = (bytes: Uint8Array, courses = [course]) => {
  const read = decodeReceipt(bytes, courses);
  return 'reason' in read ? read.reason : undefined;
};

describe('a receipt code', () => {
  it('tells the learner what the trainer said, whatever it was', () => {
    fc.assert(
      fc.property(receipted, (said) => {
        const found = findTextCodes(`Chị nhận rồi nhé ${receiptCodeOf(said, course)} cảm ơn em`);
        expect(found.map(({kind}) => kind)).to.deep.equal(['receipt']);
        const [code] = found;
        if (!code || !('bytes' in code)) throw new Error('no code');
        expect(decodeReceipt(code.bytes, [course])).to.deep.equal(said);
      }),
      {numRuns: runs},
    );
  });

  it('is short enough for a message beside words', () => {
    expect(receiptCodeOf(forLan, course)).to.have.length.at.most(64);
  });

  it('travels with the others of a group, in the order they stand', () => {
    const forHung = {...forLan, learner: 'FEDCBA9876543210'};
    const message = `Xã đã nhận:
Lan ${receiptCodeOf(forLan, course).toLowerCase()}
Hùng “${receiptCodeOf(forHung, course)}”👍`.normalize('NFD');
    const read = findTextCodes(message).map((code) => {
      const receipt = 'bytes' in code ? decodeReceipt(code.bytes, [course]) : code;
      return 'reason' in receipt ? receipt.reason : receipt.learner;
    });
    expect(read).to.deep.equal([forLan.learner, forHung.learner]);
  });

  it('is told apart from a progress code, and from a part of a row of QR codes', () => {
    const bytes = encodeReceipt(forLan, course);
    const text = `KNSQ1.0123456789ABCDEFGHJKMNPQRSTVWXYZ ${textCodeOf(bytes, 'receipt')} ${textCodeOf(bytes)}`;
    expect(findTextCodes(text).map(({kind}) => kind)).to.deep.equal([
      'frame',
      'receipt',
      'progress',
    ]);
  });

  it('that was cut or changed by a letter says so', () => {
    const code = receiptCodeOf(forLan, course);
    const reasons = (text: string) =>
      findTextCodes(text).map((found) => 'reason' in found && found.reason);
    expect(reasons(code.slice(0, -3))).to.deep.equal(['code-cut']);
    const wrong = `${code.slice(0, 30)}${code[30] === 'A' ? 'B' : 'A'}${code.slice(31)}`;
    expect(reasons(wrong)).to.deep.equal(['code-damaged']);
  });

  it('is refused when any bit of it was turned on the way', () => {
    const bytes = encodeReceipt(forLan, course);
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      expect(reasonOf(flipped(bytes, bit))).to.equal('code-damaged');
    }
    expect(reasonOf(new Uint8Array(0))).to.equal('code-damaged');
    expect(reasonOf(bytes.slice(0, -1))).to.equal('code-damaged');
  });

  it('of any bytes is refused, or is the one way to write what it says', () => {
    const taken = {count: 0};
    fc.assert(
      fc.property(
        receipted,
        fc.array(fc.nat(8 * 400), {minLength: 1, maxLength: 3}),
        (said, bits) => {
          const bytes = encodeReceipt(said, course);
          const odd = resealed(flipped(bytes, ...bits.map((bit) => bit % (bytes.length * 8))));
          const read = decodeReceipt(odd, [course]);
          if ('reason' in read) return;
          taken.count++;
          expect(encodeReceipt(read, course)).to.deep.equal(odd);
        },
      ),
      {numRuns: 2 * runs},
    );
    expect(taken.count).to.be.above(0);
  });

  it('of a later layout, or signed, waits for an update', () => {
    const bytes = encodeReceipt(forLan, course);
    expect(reasonOf(resealed(flipped(bytes, 2)))).to.equal('newer-format');
    expect(reasonOf(resealed(flipped(bytes, 4)))).to.equal('newer-format');
    const signed = new Uint8Array(bytes.length + 68);
    signed.set(resealed(flipped(bytes, 7)));
    expect(reasonOf(signed)).to.equal('newer-format');
  });

  it('of a course this device has never seen is named', () => {
    expect(decodeReceipt(encodeReceipt(forLan, course), [])).to.deep.equal({
      reason: 'course-unknown',
      facts: {key: course.key},
    });
  });

  it('names the sixteen newest streams where a learner had more phones', () => {
    const [stream] = forLan.streams;
    const streams = Array.from({length: 20}, (_, nth) => ({...stream!, through: 20 - nth}));
    const read = decodeReceipt(encodeReceipt({...forLan, streams}, course), [course]);
    expect(read).to.deep.equal({...forLan, streams: streams.slice(0, 16)});
  });
});
