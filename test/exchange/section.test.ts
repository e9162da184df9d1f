import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {crc32} from '../../src/exchange/crc32.js';
import {deflate} from '../../src/exchange/deflate.js';
import {decodeSection, encodeSection, portionsOf, recordsIn} from '../../src/exchange/section.js';
import {mostInflated} from '../../src/exchange/unfolding.js';
import type {Packet} from '../../src/store/reckoning/packet.js';
import {freezeRecord, readRecord} from '../../src/store/reckoning/record.js';
import {fold} from '../../src/store/reckoning/standing.js';
import {runs} from '../runs.js';
import {histories} from '../store/histories.js';
import {course, hung, lan, newPhone, type Phone, recordAt, sectionOf, textsOf} from './streams.js';

async function read(bytes: Uint8Array): Promise<Packet> {
  const packet = await decodeSection(bytes);
  if ('reason' in packet) throw new Error(packet.reason);
  return packet;
}

const reasonOf = async (bytes: Uint8Array) => {
  const packet = await decodeSection(bytes);
  return 'reason' in packet ? packet.reason : 'none';
};

const changed = (bytes: Uint8Array, at: number, by: number) => {
  const copy = bytes.slice();
  copy[at]! ^= by;
  return copy;
};

/** The check sum of an unsigned section made right again, as somebody would who changes it on purpose. */
function repaired(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const end = copy.length - 4;
  new DataView(copy.buffer).setUint32(end, crc32(copy.subarray(0, end)));
  return copy;
}

describe('a section of records', function () {
  this.timeout(Math.max(120_000, runs * 120));
  let phone: Phone;

  before(async () => {
    phone = await newPhone();
  });

  it('gives back every record as it was written, and what they amount to', async () => {
    const texts = textsOf(lan, phone.device, 120);
    const bytes = await sectionOf(phone, lan, texts);
    const packet = await read(bytes);
    expect(recordsIn(bytes)).to.deep.equal(texts);
    expect(packet.standing).to.deep.equal(fold(texts.map((text) => readRecord(text)!)));
    expect(packet).to.deep.include({
      kind: 'records',
      signer: phone.device,
      learner: lan,
      course,
      courseVersion: [1, 0],
      slots: [4, 8],
      madeOn: 2517,
      epoch: 0,
      moreStreams: false,
      partial: false,
    });
    expect(packet.bytes).to.deep.equal(bytes);
    expect(packet.streams).to.have.length(1);
    expect(packet.streams[0]).to.deep.include({through: 120, beyond: 0, tail: '0078'});
    expect(packet.streams[0]!.diary).to.deep.equal([27, 120, [120, 0, 0, 0, 0, 0]]);
  });

  it('takes a seventh of the room its records take, or less', async () => {
    const texts = textsOf(lan, phone.device, 120);
    const bytes = await sectionOf(phone, lan, texts);
    expect(bytes.length).to.be.below(texts.join('\n').length / 7);
  });

  it('says where a gap is and how much is known beyond it', async () => {
    const texts = [...textsOf(lan, phone.device, 4), ...textsOf(lan, phone.device, 3, 8)];
    const {streams} = await read(await sectionOf(phone, lan, texts));
    expect(streams[0]).to.deep.include({through: 4, beyond: 3, tail: '0004'});
    const headless = await read(await sectionOf(phone, lan, textsOf(lan, phone.device, 2, 5)));
    expect(headless.streams[0]).to.deep.include({through: 0, beyond: 2, tail: '0000'});
  });

  it('carries any history, of any version, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const streams = new Map<string, typeof history>();
        for (const record of history) {
          const name = `${record.device}/${record.learner}`;
          streams.set(name, [...(streams.get(name) ?? []), record]);
        }
        for (const records of streams.values()) {
          const {learner, device} = records[0]!;
          const texts = records.map(freezeRecord);
          const bytes = await encodeSection({
            learner,
            device,
            course: 'thu',
            courseVersion: [1, 0],
            slots: [0, 0],
            madeOn: 2517,
            texts,
          });
          const packet = await read(bytes);
          expect(packet.signer).to.equal(undefined);
          expect(recordsIn(bytes)).to.deep.equal(texts);
          expect(packet.standing).to.deep.equal(fold(records));
        }
      }),
      {numRuns: runs},
    );
  });

  it('is refused with any byte changed, in any way, wherever it is', async () => {
    const bytes = await sectionOf(phone, lan, textsOf(lan, phone.device, 6));
    for (let at = 0; at < bytes.length; at += 1) {
      for (const by of [0x01, 0x80, 0xff]) {
        expect(await reasonOf(changed(bytes, at, by)), `byte ${at} by ${by}`).not.to.equal('none');
      }
    }
  });

  it('is refused however it is cut or lengthened', async () => {
    const bytes = await sectionOf(phone, lan, textsOf(lan, phone.device, 3));
    for (let length = 0; length < bytes.length; length += 1) {
      expect(await reasonOf(bytes.subarray(0, length)), `${length}`).not.to.equal('none');
    }
    const longer = new Uint8Array(bytes.length + 1);
    longer.set(bytes);
    expect(await reasonOf(longer)).not.to.equal('none');
  });

  it('is refused when somebody makes the check sum right but cannot sign', async () => {
    const bytes = await sectionOf(phone, lan, textsOf(lan, phone.device, 3));
    const coreEnd = bytes.length - 129;
    for (const at of [14, 31, 40, 60]) {
      const forged = changed(bytes, at, 1);
      const sum = crc32(forged.subarray(0, coreEnd - 4));
      new DataView(forged.buffer).setUint32(coreEnd - 4, sum);
      expect(await reasonOf(forged), `byte ${at}`).to.be.oneOf([
        'signature-wrong',
        'signer-wrong',
        'file-damaged',
      ]);
    }
  });

  it('notices the key of another phone, and a signature lent from one', async () => {
    const other = await newPhone();
    const mine = await sectionOf(phone, lan, textsOf(lan, phone.device, 3));
    const theirs = await sectionOf(other, lan, textsOf(lan, other.device, 3));
    const lent = mine.slice();
    lent.set(theirs.subarray(-129), lent.length - 129);
    expect(await reasonOf(lent)).to.equal('signer-wrong');
    const halfLent = mine.slice();
    halfLent.set(theirs.subarray(-129, -65), halfLent.length - 129);
    expect(await reasonOf(halfLent)).to.equal('signature-wrong');
  });

  it('goes without a signature where the name of the stream is a former one of the phone', async () => {
    const former = {device: 'DEVDEVDEVDEVDEV0', sign: phone.sign.bind(phone)};
    const packet = await read(await sectionOf(former, lan, textsOf(lan, former.device, 3)));
    expect(packet.signer).to.equal(undefined);
  });

  it('refuses a record of somebody else, of another course or phone, and what is none', async () => {
    const {device} = phone;
    const flawed = [
      freezeRecord(recordAt(2, {learner: hung, device})),
      freezeRecord(recordAt(2, {learner: lan, device: 'DEVDEVDEVDEVDEV0'})),
      freezeRecord(recordAt(2, {learner: lan, device, course: 'lop-khac'})),
      freezeRecord(recordAt(2, {learner: lan, device, epoch: 256})),
      '{}',
      '',
      'null',
      '\ufeff{}',
    ];
    for (const text of flawed) {
      const texts = [...textsOf(lan, device, 1), text];
      expect(await decodeSection(await sectionOf(phone, lan, texts)), text).to.deep.equal({
        reason: 'record-invalid',
        facts: {line: 2},
        learner: lan,
      });
    }
  });

  it('refuses what would unfold into more than it says, by its size', async () => {
    const bomb = deflate(new Uint8Array(30_000_000));
    const honest = await sectionOf({...phone, sign: () => Promise.resolve(undefined)}, lan, [
      ...textsOf(lan, phone.device, 1),
    ]);
    const bodyAt = 39 + course.length;
    const bombed = new Uint8Array(bodyAt + bomb.length + 4);
    bombed.set(honest.subarray(0, bodyAt));
    bombed.set(bomb, bodyAt);
    expect(await reasonOf(repaired(bombed))).to.equal('record-invalid');
    new DataView(bombed.buffer).setUint32(34, mostInflated + 1);
    expect(await reasonOf(repaired(bombed))).to.equal('too-big');
    new DataView(bombed.buffer).setUint32(34, 0xffffffff);
    expect(await reasonOf(bombed)).to.equal('too-big');
    expect(
      await reasonOf(
        new Uint8Array(mostInflated + 2000).fill(0x4b).with(1, 0x53).with(2, 1).with(3, 0),
      ),
    ).to.equal('too-big');
  });

  it('refuses numbers in more pieces, and names in greater number, than any stream has', async () => {
    const unsigned = {...phone, sign: () => Promise.resolve(undefined)};
    const owner = {learner: lan, device: phone.device};
    const inPieces = (count: number) =>
      sectionOf(
        unsigned,
        lan,
        Array.from({length: count}, (_, at) => freezeRecord(recordAt(1 + 2 * at, owner))),
      );
    expect(await reasonOf(await inPieces(64))).to.equal('none');
    expect(await reasonOf(await inPieces(65))).to.equal('too-big');

    const ofNames = (count: number) =>
      sectionOf(
        unsigned,
        lan,
        Array.from({length: count}, (_, at) =>
          freezeRecord(recordAt(1 + at, {...owner, verb: 'opened', lesson: `b${at}@1`})),
        ),
      );
    expect(await reasonOf(await ofNames(1990))).to.equal('none');
    expect(await reasonOf(await ofNames(2100))).to.equal('too-big');
  });

  it('tells a later layout from damage', async () => {
    const bytes = await sectionOf(phone, lan, textsOf(lan, phone.device, 1));
    expect(await reasonOf(bytes.with(2, 2))).to.equal('newer-format');
    expect(await reasonOf(bytes.with(3, 9))).to.equal('newer-format');
    expect(
      await reasonOf(new TextEncoder().encode('Chào chị, em gửi bài tập của tuần này nhé')),
    ).to.equal('file-unreadable');
  });

  it('spreads a stream that is too long over several, in order', () => {
    const texts = textsOf(lan, phone.device, 12_000);
    const portions = portionsOf(texts);
    expect(portions.length).to.be.above(1);
    expect(portions.flat()).to.deep.equal(texts);
    const size = (portion: readonly string[]) =>
      new TextEncoder().encode(portion.join('\n')).length;
    expect(Math.max(...portions.map(size))).to.be.below(mostInflated);
    expect(portionsOf([])).to.deep.equal([]);
  });
});
