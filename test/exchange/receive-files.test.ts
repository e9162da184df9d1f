import {expect} from '@open-wc/testing';
import {toBase64} from '../../src/exchange/base64.js';
import {crc32Of} from '../../src/exchange/crc32.js';
import {encodeDigest} from '../../src/exchange/digest.js';
import {deflate} from '../../src/exchange/deflate.js';
import {mostInFile} from '../../src/exchange/pieces.js';
import {progressFileOf} from '../../src/exchange/progress-file.js';
import {receiptCodeOf} from '../../src/exchange/receipt-code.js';
import {receive, receiveAgain} from '../../src/exchange/receive.js';
import {recordsIn} from '../../src/exchange/section.js';
import {textCodeOf} from '../../src/exchange/text-code.js';
import type {LearningRecord} from '../../src/store/reckoning/record.js';
import {fold} from '../../src/store/reckoning/standing.js';
import type {Store} from '../../src/store/store.js';
import {classroom, morning, newName, stores} from '../store/classroom.js';
import {sampleCourse} from './sample-course.js';
import {
  course,
  exchangeOf,
  hung,
  lan,
  newPhone,
  type Phone,
  recordAt,
  sectionOf,
  textsOf,
} from './streams.js';

const sample = sampleCourse({lessons: 4, questions: 8});
const courses = [sample];
const {open, clear} = stores();
const unsigned = (device: string): Phone => ({device, sign: () => Promise.resolve(undefined)});

const fileOf = async (phone: Phone, learner: string, texts: readonly string[]) =>
  (
    await progressFileOf(exchangeOf(phone, [{learner, device: phone.device, texts}]), {
      learners: [learner],
      courses,
      now: () => morning,
      timezone: () => 420,
    })
  ).text;

/** A file of these sections, as somebody may have made it. */
function fileTextOf(sections: readonly Uint8Array[]): string {
  const body = sections.map(toBase64).join('\n');
  return `KNSF1.${sections.length}.${crc32Of(body).toString(16).padStart(8, '0')}\n${body}`;
}

const asFile = (text: BlobPart, name: string) => new File([text], name, {type: 'text/plain'});

/** Who was received, with what they amount to and under which bytes, without the times. */
const lasting = async (store: Pick<Store, 'received'>, of = course) =>
  (await store.received(of))
    .map(({learner, standing, packets}) => ({
      learner,
      standing,
      hashes: packets.map(({hash, admitted, signer}) => `${hash} ${admitted} ${signer}`).sort(),
    }))
    .sort((a, b) => (a.learner < b.learner ? -1 : 1));

describe('receiving files', function () {
  // A thousand files, on a machine that may be busy with the other tests.
  this.timeout(120_000);
  let phone: Phone;

  before(async () => {
    phone = await newPhone();
  });

  afterEach(clear);

  const trainer = () => open({name: newName()});

  it('takes in what a learner shared, and says whose key signed it', async () => {
    const store = trainer();
    const texts = textsOf(lan, phone.device, 40);
    const {admissions, refused, unknown} = await receive(
      store,
      asFile(await fileOf(phone, lan, texts), 'kynangso-2026-11-22.txt'),
      {courses},
    );
    expect(admissions.map(({learner, outcome}) => [learner, outcome])).to.deep.equal([
      [lan, 'new'],
    ]);
    expect(refused).to.deep.equal([]);
    expect(unknown).to.deep.equal([lan]);
    const [received] = await store.received(course);
    expect(received!.packets[0]).to.deep.include({kind: 'records', signer: phone.device});
    expect(recordsIn(received!.packets[0]!.bytes)).to.deep.equal(texts);
  });

  it('takes the same file as text, pasted in a chat, as bytes and as file, and counts it once', async () => {
    const store = trainer();
    const text = await fileOf(phone, lan, textsOf(lan, phone.device, 5));
    const ways = [
      text,
      `Chị ơi:\r\n${text.replaceAll('\n', '\r\n')}\r\nạ`,
      new TextEncoder().encode(text),
      asFile(text, 'a.txt'),
      asFile(`\ufeff${text}`, 'b.txt'),
      new Uint8Array(new Uint16Array([...`\ufeff${text}`].map((one) => one.charCodeAt(0))).buffer),
      new Set([text]),
    ];
    for (const way of ways) {
      expect((await receive(store, way, {courses})).refused).to.deep.equal([]);
    }
    const [received] = await store.received(course);
    expect(received!.packets).to.have.length(1);
    expect(received!.packets[0]!.times).to.equal(ways.length);
  });

  it('takes a section as the camera brings it', async () => {
    const store = trainer();
    const bytes = await sectionOf(phone, lan, textsOf(lan, phone.device, 9));
    const inLarger = new Uint8Array(bytes.length + 100);
    inLarger.set(bytes, 50);
    await receive(store, inLarger.subarray(50, 50 + bytes.length), {courses});
    const [received] = await store.received(course);
    expect(received!.packets[0]!.bytes).to.deep.equal(bytes);
    expect(received!.packets[0]!.bytes.buffer.byteLength).to.equal(bytes.length);
  });

  it('knows nothing more from a code once the file came, whichever came first', async () => {
    const texts = textsOf(lan, phone.device, 60);
    const records = texts.map((text) => JSON.parse(text) as LearningRecord);
    const code = textCodeOf(
      encodeDigest({
        course: sample,
        learner: lan,
        standing: fold(records),
        streams: [],
        moreStreams: false,
        madeOn: 2517,
      }),
    );
    const file = await fileOf(phone, lan, texts);
    const [first, second, alone] = [trainer(), trainer(), trainer()];
    await receive(first, code, {courses});
    await receive(first, file, {courses});
    await receive(second, [file, code], {courses});
    await receive(alone, file, {courses});
    const standing = async (store: Store) => (await store.received(course))[0]!.standing;
    expect(await standing(first)).to.deep.equal(await standing(alone));
    expect(await standing(second)).to.deep.equal(await standing(alone));
  });

  it('takes a thousand files at once, with a bar that moves by files, and tells whoever watches in the end', async () => {
    const store = trainer();
    const files = await Promise.all(
      Array.from({length: 1000}, async (_, nth) => {
        const learner = nth.toString().padStart(16, '0');
        return asFile(
          await fileOf(phone, learner, textsOf(learner, phone.device, 3)),
          `${nth}.txt`,
        );
      }),
    );
    const seen: (readonly [number, number])[] = [];
    const told: unknown[] = [];
    store.watchReceived(() => told.push(seen.at(-1)));
    const {admissions, refused} = await receive(store, files, {
      courses,
      onProgress: (done, total) => seen.push([done, total]),
    });
    expect(told).to.deep.equal([[1000, 1000]]);
    expect(admissions).to.have.length(1000);
    expect(refused).to.deep.equal([]);
    expect(seen.at(-1)).to.deep.equal([1000, 1000]);
    expect(seen.length).to.be.above(10);
    expect(
      seen.every(([done, total], at) => total === 1000 && done >= (seen[at - 1]?.[0] ?? 0)),
    ).to.equal(true);
    expect(await store.received(course)).to.have.length(1000);
    const imports = new Set((await store.received(course)).map(({packets}) => packets[0]!.import));
    expect(imports.size).to.equal(1);
  });

  it('stops where the trainer cancels, with whole packets only', async () => {
    const store = trainer();
    const files = await Promise.all(
      Array.from({length: 200}, async (_, nth) => {
        const learner = nth.toString().padStart(16, '0');
        return asFile(
          await fileOf(phone, learner, textsOf(learner, phone.device, 3)),
          `${nth}.txt`,
        );
      }),
    );
    const stop = new AbortController();
    async function* chosen() {
      for (const file of files) yield await Promise.resolve(file);
    }
    const {admissions} = await receive(store, chosen(), {
      courses,
      signal: stop.signal,
      onProgress: (done) => done >= 32 && stop.abort(),
    });
    expect(admissions.length).to.be.within(1, 199);
    const received = await store.received(course);
    expect(received.map(({learner}) => learner).sort()).to.deep.equal(
      admissions.map(({learner}) => learner).sort(),
    );
    for (const {standing, packets} of received) {
      const texts = recordsIn(packets[0]!.bytes);
      expect(standing).to.deep.equal(fold(texts.map((text) => JSON.parse(text) as LearningRecord)));
    }
  });

  it('changes nothing when a file is played again', async () => {
    const store = trainer();
    const file = await fileOf(phone, lan, textsOf(lan, phone.device, 12));
    await receive(store, file, {courses});
    const before = await lasting(store);
    const {admissions} = await receive(store, [file, file], {courses});
    expect(admissions.map(({outcome, changed}) => [outcome, changed])).to.deep.equal([
      ['again', false],
      ['again', false],
    ]);
    expect(await lasting(store)).to.deep.equal(before);
  });

  it('never believes a changed byte of a file, and says that the file is damaged', async () => {
    const text = await fileOf(phone, lan, textsOf(lan, phone.device, 2));
    const bytes = new TextEncoder().encode(text);
    let whole = '';
    const look = {
      admit: (packets: readonly {readonly bytes: Uint8Array}[]) => {
        whole += packets.map(({bytes: one}) => [...one].join()).join();
        return Promise.resolve([]);
      },
      received: () => Promise.resolve([]),
    };
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = bytes.slice();
      changed[at]! ^= at % 2 ? 0x01 : 0x04;
      whole = '';
      const {refused} = await receive(look, changed, {courses});
      expect(refused, `byte ${at}`).not.to.deep.equal([]);
      // The one line is the whole file, so that only damage to the line before it leaves it intact.
      if (at > text.indexOf('\n')) expect(whole, `byte ${at}`).to.equal('');
    }
  });

  it('names what is no file of ours by its first bytes, and opens nothing that is too large', async () => {
    const store = trainer();
    const head = (...bytes: readonly number[]) =>
      new Uint8Array([...bytes, ...Array<number>(60).fill(0)]);
    const large = new Blob([new Uint8Array(mostInFile + 1)]);
    let opened = 0;
    large.slice = (...args) => ((opened += 1), Blob.prototype.slice.apply(large, args));
    const {refused} = await receive(
      store,
      [
        asFile(head(0x50, 0x4b, 3, 4), 'Danh sách.xlsx'),
        asFile(head(0x50, 0x4b, 3, 4), 'anh.zip'),
        asFile(head(0xff, 0xd8, 0xff, 0xe0), 'IMG_2.jpg'),
        asFile('%PDF-1.7', 'giay.pdf'),
        asFile(head(1, 2, 3, 0), 'la.bin'),
        asFile(new Uint8Array([0xc3, 0x28]), 'hong.txt'),
        asFile('Chào cả lớp', 'thu.txt'),
        large,
      ],
      {courses},
    );
    expect(refused.map(({reason, facts, file}) => [file, reason, facts['what']])).to.deep.equal([
      ['Danh sách.xlsx', 'file-unreadable', 'spreadsheet'],
      ['anh.zip', 'file-unreadable', 'zip'],
      ['IMG_2.jpg', 'file-unreadable', 'picture'],
      ['giay.pdf', 'file-unreadable', 'document'],
      ['la.bin', 'file-unreadable', 'binary'],
      ['hong.txt', 'file-unreadable', 'binary'],
      ['thu.txt', 'nothing-found', undefined],
      [undefined, 'too-big', undefined],
    ]);
    expect(opened).to.equal(0);
    expect(await (await store.exchange()).quarantined()).to.deep.equal([]);
  });

  it('keeps what cannot be taken in yet, with its reason and its file, until it can be', async () => {
    const store = trainer();
    const former = sampleCourse({lessons: 4, questions: 8});
    const other = {...former, key: '35182019'};
    const code = textCodeOf(
      encodeDigest({
        course: other,
        learner: lan,
        standing: fold([recordAt(1, {learner: lan, device: phone.device})]),
        streams: [],
        moreStreams: false,
        madeOn: 2517,
      }),
    );
    const forged = await sectionOf(phone, hung, textsOf(hung, phone.device, 2));
    forged[forged.length - 70]! ^= 1;
    const first = await receive(store, [asFile(`Em gửi ${code} ạ`, 'chat.txt'), forged], {courses});
    expect(first.refused.map(({reason, file}) => [reason, file])).to.deep.equal([
      ['course-unknown', 'chat.txt'],
      ['signature-wrong', undefined],
    ]);
    const exchange = await store.exchange();
    const rows = await exchange.quarantined();
    const byReason = new Map(rows.map((row) => [row.reason, row]));
    expect(byReason.get('course-unknown')).to.deep.include({
      found: code,
      file: 'chat.txt',
      learner: lan,
    });
    expect(byReason.get('signature-wrong')).to.deep.include({found: forged, learner: hung});

    const again = await receiveAgain(store, rows, {courses: [sample, other]});
    expect(again.admissions.map(({learner, outcome}) => [learner, outcome])).to.deep.equal([
      [lan, 'new'],
    ]);
    expect(again.refused.map(({reason}) => reason)).to.deep.equal(['signature-wrong']);
    expect((await exchange.quarantined()).map(({reason}) => reason)).to.deep.equal([
      'signature-wrong',
    ]);
  });

  it('keeps nothing of a learner who was forgotten here, and says so', async () => {
    const store = trainer();
    const file = await fileOf(phone, lan, textsOf(lan, phone.device, 4));
    await receive(store, file, {courses});
    const exchange = await store.exchange();
    await exchange.forget(lan);
    const {admissions, refused, unknown} = await receive(store, asFile(file, 'lan.txt'), {courses});
    expect(admissions).to.deep.equal([]);
    expect(unknown).to.deep.equal([]);
    expect(refused).to.deep.equal([
      {found: 'KNSF1', reason: 'learner-forgotten', facts: {}, file: 'lan.txt', learner: lan},
    ]);
    expect(await exchange.quarantined()).to.deep.equal([]);
    expect(await store.received(course)).to.deep.equal([]);
    await exchange.welcome(lan);
    expect((await receive(store, file, {courses})).admissions).to.have.length(1);
  });

  it('ends where the quarantine is full, and says so last', async () => {
    const store = trainer();
    const broken = await Promise.all(
      Array.from({length: 1200}, async (_, nth) => {
        const learner = nth.toString().padStart(16, '0');
        const bytes = await sectionOf(
          unsigned(phone.device),
          learner,
          textsOf(learner, phone.device, 1),
        );
        bytes[bytes.length - 1]! ^= 1;
        return bytes;
      }),
    );
    const {refused} = await receive(store, broken, {courses});
    expect(refused.at(-1)!.reason).to.equal('quarantine-full');
    expect((await (await store.exchange()).quarantined()).length).to.be.within(900, 1000);
  });

  it('refuses a bomb within a file by its size', async () => {
    const store = trainer();
    const honest = await sectionOf(unsigned(phone.device), lan, textsOf(lan, phone.device, 1));
    const bodyAt = 39 + course.length;
    const bomb = deflate(new Uint8Array(3_900_000));
    const bytes = new Uint8Array(bodyAt + bomb.length + 4);
    bytes.set(honest.subarray(0, bodyAt));
    bytes.set(bomb, bodyAt);
    new DataView(bytes.buffer).setUint32(34, 0xfffffff0);
    const {refused} = await receive(store, bytes, {courses});
    expect(refused.map(({reason}) => reason)).to.deep.equal(['too-big']);
    expect(await (await store.exchange()).quarantined()).to.deep.equal([]);
  });

  it('unfolds a few at a time of sections that each come to four million bytes', async () => {
    const store = trainer();
    const much = {response: 'dung', correct: 1, hinted: false, activeMs: 4000} as const;
    const sections = await Promise.all(
      Array.from({length: 16}, (_, nth) => {
        const owner = {learner: nth.toString().padStart(16, '0'), device: phone.device};
        const result = {...much, simpleResponse: 'x'.repeat(3_990_000)};
        return sectionOf(phone, owner.learner, [
          JSON.stringify(recordAt(1, {...owner, verb: 'answered', result})),
        ]);
      }),
    );
    expect(Math.max(...sections.map(({length}) => length))).to.be.below(6000);

    let read = 0;
    let admitted = 0;
    const ahead: number[] = [];
    const {subtle} = crypto;
    Object.defineProperty(subtle, 'verify', {
      configurable: true,
      value(...given: Parameters<SubtleCrypto['verify']>) {
        read++;
        return SubtleCrypto.prototype.verify.apply(subtle, given);
      },
    });
    try {
      const {admissions, refused} = await receive(
        {
          received: (of) => store.received(of),
          admit(packets, more) {
            ahead.push(read - admitted);
            admitted += packets.length;
            return store.admit(packets, more);
          },
        },
        fileTextOf(sections),
        {courses},
      );
      expect(refused).to.deep.equal([]);
      expect(admissions).to.have.length(16);
    } finally {
      Reflect.deleteProperty(subtle, 'verify');
    }
    expect(Math.max(...ahead)).to.be.within(1, 4);
  });

  it('hands a receipt to the learner it is for', async () => {
    const room = await classroom();
    const store = trainer();
    const study = await store.study(room.course);
    await study.answer(room.lessons[0]!, room.lessons[0]!.questions[0]!, 'dung');
    const exchange = await store.exchange();
    const [stream] = await exchange.recordsOf(study.learner);
    const newest = JSON.parse(stream!.texts.at(-1)!) as LearningRecord;
    const head = {
      device: 'a0a0a0a0',
      through: newest.seq,
      beyond: 0,
      tail: newest.id.slice(-4),
      held: true,
    };
    const code = receiptCodeOf(
      {
        learner: study.learner,
        course: room.course.id,
        receiver: '0a0b0c0d',
        receivedOn: 2517,
        streams: [head],
      },
      room.course,
    );
    const {receipts, refused, admissions} = await receive(store, `Xã đã nhận: ${code}`, {
      courses: [room.course],
    });
    expect([admissions, refused]).to.deep.equal([[], []]);
    expect(receipts.map(({outcome, receivedOn}) => [outcome, receivedOn])).to.deep.equal([
      ['new', 2517],
    ]);
    expect(await exchange.receiptsOf(study.learner, room.course.id)).to.have.length(1);
  });
});
