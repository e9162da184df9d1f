import {expect} from '@open-wc/testing';
import {findFiles} from '../../src/exchange/found-files.js';
import {encodeDigest} from '../../src/exchange/digest.js';
import {progressFileOf, type ProgressFileOptions} from '../../src/exchange/progress-file.js';
import {decodeSection, recordsIn} from '../../src/exchange/section.js';
import {textCodeOf} from '../../src/exchange/text-code.js';
import type {PacketRow} from '../../src/store/reckoning/packet.js';
import {noStanding} from './departures.js';
import {sampleCourse} from './sample-course.js';
import {exchangeOf, hung, lan, newPhone, type Phone, sectionOf, textsOf} from './streams.js';

const sample = sampleCourse({lessons: 4, questions: 8, version: '2.3.1'});
const morning = Date.UTC(2026, 10, 22, 3);
const options = (learners: readonly string[], more: Partial<ProgressFileOptions> = {}) => ({
  learners,
  courses: [sample],
  now: () => morning,
  timezone: () => 420,
  ...more,
});

async function rowOf(bytes: Uint8Array, more: Partial<PacketRow> = {}): Promise<PacketRow> {
  const packet = await decodeSection(bytes);
  if ('reason' in packet) throw new Error(packet.reason);
  const row: PacketRow & {standing?: unknown} = {
    ...packet,
    hash: Array.from(bytes.slice(-16), (byte) => byte.toString(16).padStart(2, '0')).join(''),
    firstReceivedOn: 2517,
    firstReceivedAt: morning,
    times: 1,
    import: 'x',
    admitted: true,
    ...more,
  };
  delete row.standing;
  return row;
}

const digest = (learner: string) =>
  encodeDigest({
    course: sample,
    learner,
    standing: noStanding,
    streams: [],
    moreStreams: false,
    madeOn: 2517,
  });

const codeRow = async (learner: string, section: Uint8Array): Promise<PacketRow> => ({
  ...(await rowOf(section)),
  kind: 'code',
  learner,
  bytes: digest(learner),
});

const sectionsIn = (text: string): Uint8Array[] =>
  findFiles(text).flatMap(({lines}) => lines.filter((line) => typeof line !== 'string'));

describe('a file of progress', function () {
  this.timeout(120_000);
  let phone: Phone;
  let old: Phone;

  before(async () => {
    [phone, old] = await Promise.all([newPhone(), newPhone()]);
  });

  it('holds what was done on this phone, signed, under a name that names nobody', async () => {
    const texts = textsOf(lan, phone.device, 30);
    const exchange = exchangeOf(phone, [{learner: lan, device: phone.device, texts}]);
    const {name, text, packets} = await progressFileOf(exchange, options([lan]));
    expect(name).to.match(/^kynangso-2026-11-22-[0-9a-f]{8}\.txt$/);
    expect(text).to.match(/^KNSF1\.1\.[0-9a-f]{8}\n[\w-]+$/);
    expect(packets).to.equal(1);
    const [section] = sectionsIn(text);
    const packet = await decodeSection(section!);
    expect(packet).to.deep.include({
      signer: phone.device,
      learner: lan,
      courseVersion: [2, 3],
      slots: [4, 8],
      madeOn: 2517,
    });
    expect(recordsIn(section!)).to.deep.equal(texts);
  });

  it('is the same for the same content of the same day', async () => {
    const exchange = exchangeOf(phone, [
      {learner: lan, device: phone.device, texts: textsOf(lan, phone.device, 30)},
      {learner: hung, device: 'DEVDEVDEVDEVDEV0', texts: textsOf(hung, 'DEVDEVDEVDEVDEV0', 3)},
    ]);
    const first = await progressFileOf(exchange, options([lan, hung]));
    expect(await progressFileOf(exchange, options([hung, lan]))).to.deep.equal(first);
    const tomorrow = options([lan, hung], {now: () => morning + 86_400_000});
    expect(await progressFileOf(exchange, tomorrow)).not.to.deep.equal(first);
  });

  it('hands on what an old phone wrote, byte for byte and with its own signature', async () => {
    const theirs = await sectionOf(old, lan, textsOf(lan, old.device, 12));
    const exchange = exchangeOf(
      phone,
      [{learner: lan, device: phone.device, texts: textsOf(lan, phone.device, 5)}],
      [await rowOf(theirs), await rowOf(await sectionOf(old, hung, textsOf(hung, old.device, 4)))],
    );
    const {text} = await progressFileOf(exchange, options([lan]));
    const sections = sectionsIn(text);
    expect(sections).to.have.length(2);
    expect(sections).to.deep.include(theirs);
    const signers = await Promise.all(
      sections.map(async (section) => {
        const packet = await decodeSection(section);
        return 'reason' in packet ? packet.reason : packet.signer;
      }),
    );
    expect(signers).to.have.members([old.device, phone.device]);
  });

  it('leaves out what only repeats, and nothing that is better proven', async () => {
    const texts = textsOf(lan, old.device, 12);
    const early = await sectionOf(old, lan, texts.slice(0, 5), 2500);
    const late = await sectionOf(old, lan, texts, 2510);
    const unsigned = await sectionOf(
      {device: old.device, sign: () => Promise.resolve(undefined)},
      lan,
      texts,
      2515,
    );
    const back = await sectionOf(phone, lan, textsOf(lan, phone.device, 2), 2510);
    const rows = await Promise.all([early, late, unsigned, back].map((bytes) => rowOf(bytes)));
    const mine = {learner: lan, device: phone.device, texts: textsOf(lan, phone.device, 5)};
    const {text} = await progressFileOf(exchangeOf(phone, [mine], rows), options([lan]));
    const sections = sectionsIn(text);
    expect(sections).to.have.length(2);
    expect(sections).to.deep.include(late);
    const weak = exchangeOf(
      phone,
      [],
      await Promise.all([early, unsigned].map((one) => rowOf(one))),
    );
    const both = sectionsIn((await progressFileOf(weak, options([lan]))).text);
    expect(both).to.deep.include(early);
    expect(both).to.deep.include(unsigned);
  });

  it('leaves out what was taken back', async () => {
    const taken = await rowOf(await sectionOf(old, lan, textsOf(lan, old.device, 3)), {
      admitted: false,
    });
    const {packets, text} = await progressFileOf(exchangeOf(phone, [], [taken]), options([lan]));
    expect(packets).to.equal(0);
    expect(findFiles(text)).to.deep.include({from: 0, to: text.length, whole: true, lines: []});
  });

  it('lets a courier carry what others gave, files and codes, without a change', async () => {
    const theirs = await sectionOf(old, hung, textsOf(hung, old.device, 7));
    const rows = [await rowOf(theirs), await codeRow(hung, theirs)];
    const exchange = exchangeOf(
      phone,
      [{learner: lan, device: phone.device, texts: textsOf(lan, phone.device, 5)}],
      rows,
    );
    expect((await progressFileOf(exchange, options([lan]))).packets).to.equal(1);
    const {text} = await progressFileOf(exchange, options([lan], {carried: true}));
    const lines = findFiles(text)[0]!.lines;
    expect(lines).to.have.length(3);
    expect(lines).to.deep.include(theirs);
    expect(lines).to.include(textCodeOf(digest(hung)));
  });

  it('is known to be damaged by any byte that changed', async () => {
    const exchange = exchangeOf(
      phone,
      [{learner: lan, device: phone.device, texts: textsOf(lan, phone.device, 3)}],
      [await codeRow(lan, await sectionOf(old, lan, textsOf(lan, old.device, 1)))],
    );
    const {text} = await progressFileOf(exchange, options([lan]));
    const bytes = new TextEncoder().encode(text);
    for (let at = 0; at < bytes.length; at += 1) {
      for (const by of [0x01, 0x20, 0x80, 0x0a, 0x07]) {
        const copy = bytes.slice();
        copy[at]! ^= by;
        const files = findFiles(new TextDecoder().decode(copy));
        expect(
          files.some(({whole}) => whole),
          `byte ${at} by ${by}`,
        ).to.equal(false);
      }
    }
  });

  it('is found when it was pasted whole, between other words and by another system', async () => {
    const exchange = exchangeOf(phone, [
      {learner: lan, device: phone.device, texts: textsOf(lan, phone.device, 3)},
      {learner: hung, device: phone.device, texts: textsOf(hung, phone.device, 3)},
    ]);
    const one = (await progressFileOf(exchange, options([lan, hung]))).text;
    const two = (await progressFileOf(exchange, options([lan]))).text;
    const chat = `Em gửi chị ạ:\r\n${one.replaceAll('\n', '\r\n')}\r\nvà đây nữa\n${two}\ncảm ơn`;
    const files = findFiles(chat);
    expect(files.map(({whole, lines}) => [whole, lines.length])).to.deep.equal([
      [true, 2],
      [true, 1],
    ]);
    expect(chat.slice(files[0]!.to)).to.match(/^và đây/);
    expect(chat.slice(files[1]!.to)).to.equal('cảm ơn');
  });

  it('is not whole when a chat program cut it, and its first lines can still be read', async () => {
    const exchange = exchangeOf(phone, [
      {learner: lan, device: phone.device, texts: textsOf(lan, phone.device, 3)},
      {learner: hung, device: phone.device, texts: textsOf(hung, phone.device, 3)},
    ]);
    const {text} = await progressFileOf(exchange, options([lan, hung]));
    const [file] = findFiles(text.slice(0, -10));
    expect(file!.whole).to.equal(false);
    expect('reason' in (await decodeSection(file!.lines[0] as Uint8Array))).to.equal(false);
    expect('reason' in (await decodeSection(file!.lines[1] as Uint8Array))).to.equal(true);
  });
});
