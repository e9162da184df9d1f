import {expect} from '@open-wc/testing';
import type {QuestionKey} from '../../src/curriculum/ids.js';
import type {Lesson} from '../../src/curriculum/lesson.js';
import {decodeDigest} from '../../src/exchange/digest.js';
import {findFiles} from '../../src/exchange/found-files.js';
import {packSection} from '../../src/exchange/packed-section.js';
import {progressCodeOf} from '../../src/exchange/progress-code.js';
import {ownSections, progressFileOf} from '../../src/exchange/progress-file.js';
import {receiptCodeOf} from '../../src/exchange/receipt-code.js';
import {type Door, receive} from '../../src/exchange/receive.js';
import {recordsIn} from '../../src/exchange/section.js';
import {findTextCodes} from '../../src/exchange/text-code.js';
import type {Exchange} from '../../src/store/exchange-contract.js';
import {joinPersons} from '../../src/store/reckoning/persons.js';
import {type LearningRecord, readRecord} from '../../src/store/reckoning/record.js';
import type {Standing} from '../../src/store/reckoning/standing.js';
import type {Store, StoreOptions} from '../../src/store/store.js';
import {type Classroom, copyDatabase, morning, newName} from '../store/classroom.js';
import {naiveJoin, replay} from '../store/naive-replay.js';

// Real stores, and beside each what it must know: frozen texts and packets, read by the slow replay. What a store
// says is never asked to find out what it ought to say.

export const deeds = [
  'answer',
  'answer',
  'answer',
  'study',
  'restart',
  'code',
  'file',
  'packed',
  'everything',
  'receipt',
  'receive',
  'receive',
  'receive',
  'adopt',
  'clone',
  'retire',
  'remove',
  'undo',
  'redo',
  'take back',
  'forget',
  'welcome',
  'link',
  'separate',
  'reopen',
] as const;

/** Numbers are taken modulo what there is, so that every row of deeds can be played. */
export interface Deed {
  readonly what: (typeof deeds)[number];
  readonly where: number;
  readonly who: number;
  readonly how: number;
}

/** What one packet says. */
interface Content {
  readonly learner: string;
  readonly says: Standing;
  /** The frozen texts, when it holds them. */
  readonly texts: readonly string[];
}

/** A packet a device was given, and what was decided about it there. */
interface Given extends Content {
  readonly imports: Set<string>;
  readonly undone: Set<string>;
  counts: boolean;
}

/** Something that lies in a chat: what is in it, by the hash of its bytes. */
interface Letter {
  readonly input: string | Uint8Array;
  readonly packets: ReadonlyMap<string, Content>;
}

interface Device {
  readonly name: string;
  store: Store;
  exchange: Exchange;
  /** By learner, what was written here. */
  own: Map<string, Set<string>>;
  given: Map<string, Given>;
  forgotten: Set<string>;
  links: Map<string, readonly [string, string]>;
  imports: string[];
  /** The id under every number this device ever gave away, whoever was taken off it since. */
  numbers: Map<string, string>;
}

/** Two records of a clone and its origin bear the same last two bytes: once in 65,536 times nothing tells them apart. */
export class Indistinguishable extends Error {}

const hashOf = async (bytes: Uint8Array) =>
  Array.from(
    new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice())).subarray(0, 16),
    (byte) => byte.toString(16).padStart(2, '0'),
  ).join('');

const recordOf = (text: string): LearningRecord => readRecord(text)!;
const atRandom = <T>(list: readonly T[], nth: number): T | undefined => list[nth % list.length];
const timezone = () => 420;

/** What a device received, without what was learned on it. */
const withoutOwn = (device: Device): Device => ({...device, own: new Map()});

/** What is right by each way a lesson can come to be done: all there is, or what one device did since "học lại". */
function runsOf(texts: Iterable<string>, {epoch, questions}: Standing) {
  if (epoch === 0) return [(key: QuestionKey) => questions[key]?.right === true];
  const byDevice = new Map<string, Set<string>>();
  for (const record of [...texts].map(recordOf)) {
    if (record.epoch !== epoch || record.result?.correct !== 1) continue;
    const right = byDevice.get(record.device) ?? new Set();
    byDevice.set(record.device, right.add(record.question!));
  }
  return [...byDevice.values()].map((right) => (key: QuestionKey) => right.has(key));
}

type Open = (options: StoreOptions & {name: string}) => Store;

export class SeveralPhones {
  readonly #room: Classroom;
  readonly #open: Open;
  readonly #devices: Device[] = [];
  readonly #learners: string[] = [];
  readonly #letters: Letter[] = [];
  /** Texts that lay in anything that was taken in anywhere. */
  readonly #delivered = new Set<string>();
  readonly #tails = new Map<string, string>();
  #deeds = 0;

  private constructor(room: Classroom, open: Open) {
    this.#room = room;
    this.#open = open;
  }

  /** Phones with a learner each, and a trainer's on which nobody studies. */
  static async at(room: Classroom, open: Open, phones: number): Promise<SeveralPhones> {
    const all = new SeveralPhones(room, open);
    for (let nth = 0; nth < phones; nth += 1) {
      const device = await all.#newDevice();
      const {key} = await device.store.addLearner(`Người thứ ${nth + 1}`);
      device.own.set(key, new Set());
      await device.store.study(room.course, key);
      all.#learners.push(key);
    }
    await all.#newDevice();
    return all;
  }

  async play({what, where, who, how}: Deed): Promise<void> {
    this.#deeds += 1;
    const device = atRandom(this.#devices, where)!;
    const learner = atRandom(this.#learners, who)!;
    await this.#do(what, device, learner, how);
    await this.#look(device);
  }

  /** Everybody hands over everything: nothing that is on any device may be missing where it arrives. */
  async end(): Promise<void> {
    for (const device of this.#devices) await this.#look(device);
    const commune = await this.#newDevice();
    for (const device of this.#devices.slice(0, -1).reverse()) {
      await this.#send(device, [...device.own.keys()], true);
    }
    await this.#receive(commune, this.#letters.slice(1 - this.#devices.length));
    const received = await commune.store.received(this.#room.course.id);
    for (const learner of this.#learners) {
      const told = this.#devices
        .slice(0, -1)
        .flatMap(({own, given}) => [
          replay([...(own.get(learner) ?? [])].map(recordOf)),
          ...[...given.values()]
            .filter((one) => one.counts && one.learner === learner)
            .map(({says}) => says),
        ]);
      const there = received.find((one) => one.learner === learner);
      expect(there?.standing ?? replay([]), 'all of all phones').to.deep.equal(naiveJoin(told));
    }
  }

  readonly #now = () => morning + this.#deeds * 600_000;
  readonly #lessonOf = (_: unknown, id: string) =>
    Promise.resolve(this.#room.lessons.find((lesson) => lesson.id === id));

  async #newDevice(): Promise<Device> {
    const name = newName();
    const store = this.#open({name, now: this.#now});
    const device: Device = {
      name,
      store,
      exchange: await store.exchange(),
      own: new Map(),
      given: new Map(),
      forgotten: new Set(),
      links: new Map(),
      imports: [],
      numbers: new Map(),
    };
    this.#devices.push(device);
    return device;
  }

  async #do(what: Deed['what'], device: Device, learner: string, how: number): Promise<void> {
    const {store, exchange, own} = device;
    const {course, lessons} = this.#room;
    const study = own.has(learner) ? await store.study(course, learner) : undefined;
    switch (what) {
      case 'answer':
        if (study) await this.#answer(device, learner, lessons[how % 2]!, how >> 1);
        return;
      case 'study':
        if (how % 2) await study?.practise(lessons[how % 3]!);
        else await study?.open(lessons[how % 3]!);
        await this.#wrote(device, learner, ({verb}) => verb === 'practised' || verb === 'opened');
        return;
      case 'restart':
        await study?.restart();
        await this.#wrote(device, learner, ({verb}) => verb === 'restarted');
        return;
      case 'code':
        if (study) await this.#write(device, progressCodeOf(study, {now: this.#now, timezone}));
        return;
      case 'file':
      case 'everything':
        return this.#send(device, [learner], what === 'everything');
      case 'packed':
        return this.#pack(device, learner);
      case 'receipt': {
        const receipted = await exchange.receiptFor(learner, course.id);
        if (receipted) await this.#write(device, receiptCodeOf(receipted, course));
        return;
      }
      case 'receive': {
        const letter = atRandom(this.#letters, how);
        const last = this.#letters.slice(-2);
        if (letter) await this.#receive(device, how % 3 ? last : [letter, letter]);
        return;
      }
      case 'adopt': {
        const isKnown = [...device.given.values()].some(
          (one) => one.counts && one.learner === learner,
        );
        // Else a portal says who it is: nobody of the phone's own people.
        if (study || (!isKnown && how % 3 !== 0)) return;
        if (isKnown) await store.useLearner(learner);
        own.set(learner, new Set());
        await this.#wrote(device, learner);
        return;
      }
      case 'clone':
        return this.#clone(device, atRandom(this.#devices, how)!);
      case 'retire': {
        const streams = Object.keys(study?.snapshot.standing.covered ?? {});
        const stream = atRandom(streams, how);
        if (!stream) return;
        await exchange.retire(learner, course.id, stream.slice(0, stream.indexOf('/')));
        await this.#wrote(device, learner, ({verb}) => verb === 'retired');
        return;
      }
      case 'remove':
        await store.removeLearner(learner);
        return this.#gone(device, learner);
      case 'forget':
        await exchange.forget(learner);
        device.forgotten.add(learner);
        return this.#gone(device, learner);
      case 'welcome':
        await exchange.welcome(learner);
        device.forgotten.delete(learner);
        return;
      case 'undo':
      case 'redo':
        return this.#decide(device, atRandom(device.imports, how), what === 'redo');
      case 'take back': {
        const [hash, one] = atRandom([...device.given], how) ?? [];
        if (!hash || !one) return;
        one.counts = !one.counts;
        await store.setAdmitted(one.learner, course.id, hash, one.counts);
        return this.#wroteEverywhere(device);
      }
      case 'link':
      case 'separate': {
        const other = atRandom(this.#learners, how)!;
        if (other === learner) return;
        const edge = [learner, other].sort() as [string, string];
        await exchange.link(learner, other, what === 'link');
        if (what === 'link') device.links.set(edge.join('+'), edge);
        else device.links.delete(edge.join('+'));
        return;
      }
      case 'reopen':
        await store.settled();
        await store.close();
        return this.#reopen(device);
    }
  }

  async #answer(device: Device, learner: string, lesson: Lesson, how: number): Promise<void> {
    const question = atRandom(lesson.questions, how)!;
    const response = how % 5 === 0 ? 'sai' : 'dung';
    const study = await device.store.study(this.#room.course, learner);
    const {correct} = await study.answer(lesson, question, response);
    const isIt = ({verb, question: asked, result}: LearningRecord) =>
      verb === 'answered' &&
      asked === `${lesson.id}#${question.id}@1` &&
      result?.response === response &&
      result.correct === correct;
    const written = await this.#wrote(device, learner, isIt);
    expect(written, 'an answer is one record').to.equal(1);
  }

  /** A progress code, or a receipt, which holds no packet. */
  async #write(device: Device, input: string): Promise<void> {
    const [code] = findTextCodes(input);
    if (!code || !('bytes' in code)) throw new Error('No code was made.');
    if (code.kind === 'receipt') {
      this.#letters.push({input, packets: new Map()});
      return;
    }
    const content = this.#contentOf(code.bytes);
    const known = this.#knownOf(device, content.learner);
    expect(naiveJoin([known, content.says]), 'a code claims nothing').to.deep.equal(known);
    this.#letters.push({input, packets: new Map([[await hashOf(code.bytes), content]])});
  }

  #contentOf(bytes: Uint8Array): Content {
    const packet = decodeDigest(bytes, [this.#room.course]);
    if ('reason' in packet) throw new Error(packet.reason);
    return {learner: packet.learner, says: packet.standing, texts: []};
  }

  readonly #sectionOf = (bytes: Uint8Array): Content => {
    const texts = recordsIn(bytes);
    const records = texts.map(recordOf);
    return {learner: records[0]!.learner, says: replay(records), texts};
  };

  async #send(device: Device, learners: readonly string[], carried: boolean): Promise<void> {
    const {course} = this.#room;
    const given = {learners, courses: [course], carried, now: this.#now, timezone};
    const {text: input} = await progressFileOf(device.exchange, given);
    const packets = new Map<string, Content>();
    for (const line of findFiles(input)[0]?.lines ?? []) {
      const bytes = typeof line === 'string' ? undefined : line;
      const [code] = bytes ? [] : findTextCodes(String(line));
      if (code && 'bytes' in code)
        packets.set(await hashOf(code.bytes), this.#contentOf(code.bytes));
      if (bytes) packets.set(await hashOf(bytes), this.#sectionOf(bytes));
    }
    const others = carried ? [...device.given.values()].map(({learner}) => learner) : [];
    for (const learner of new Set([...learners, ...others])) {
      const told = [...packets.values()].filter((one) => one.learner === learner);
      // Of whom it was not asked for only what was received of them is carried on.
      const asked = learners.includes(learner) ? device : withoutOwn(device);
      expect(naiveJoin(told.map(({says}) => says)), 'a file leaves nothing out').to.deep.equal(
        this.#knownOf(asked, learner),
      );
    }
    this.#letters.push({input, packets});
  }

  async #pack(device: Device, learner: string): Promise<void> {
    const {course} = this.#room;
    const given = {learners: [learner], courses: [course], madeOn: 2517};
    for (const {bytes} of await ownSections(device.exchange, given)) {
      const input = await packSection(bytes, course, this.#lessonOf);
      const packets = new Map([[await hashOf(bytes), this.#sectionOf(bytes)]]);
      this.#letters.push({input, packets});
    }
  }

  async #receive(device: Device, letters: readonly Letter[]): Promise<void> {
    let batch = '';
    const {store, exchange} = device;
    const door: Door = {
      received: (course) => store.received(course),
      exchange: () => Promise.resolve(exchange),
      admit(packets, options) {
        batch = options?.batch ?? '';
        return store.admit(packets, options);
      },
    };
    const {refused} = await receive(
      door,
      letters.map(({input}) => input),
      {courses: [this.#room.course], lessonOf: this.#lessonOf},
    );
    expect(
      refused.filter(({reason}) => reason !== 'learner-forgotten' && reason !== 'nothing-found'),
      'nothing is refused',
    ).to.deep.equal([]);
    if (batch !== '') device.imports.push(batch);
    for (const {packets} of letters) {
      for (const [hash, content] of packets) {
        if (device.forgotten.has(content.learner)) continue;
        const one = device.given.get(hash);
        if (one) one.imports.add(batch);
        else {
          const decided = {imports: new Set([batch]), undone: new Set<string>(), counts: true};
          device.given.set(hash, {...content, ...decided});
        }
        for (const text of content.texts) this.#delivered.add(text);
      }
    }
    await this.#wroteEverywhere(device);
  }

  async #decide(device: Device, batch: string | undefined, counts: boolean): Promise<void> {
    if (batch === undefined) return;
    await device.exchange.admitImport(batch, counts);
    for (const one of device.given.values()) {
      if (!one.imports.has(batch)) continue;
      if (counts) one.undone.delete(batch);
      else one.undone.add(batch);
      if (counts) one.counts = true;
      else if ([...one.imports].every((brought) => one.undone.has(brought))) one.counts = false;
    }
    await this.#wroteEverywhere(device);
  }

  /** A backup of one phone is put back on another, which loses what it had. */
  async #clone(from: Device, to: Device): Promise<void> {
    if (from === to) return;
    for (const {store} of [from, to]) {
      await store.settled();
      await store.close();
    }
    await copyDatabase(from.name, to.name);
    const {own, given, forgotten, links, imports, numbers} = from;
    to.own = new Map([...own].map(([learner, texts]) => [learner, new Set(texts)]));
    to.given = new Map(
      [...given].map(([hash, one]) => [
        hash,
        {...one, imports: new Set(one.imports), undone: new Set(one.undone)},
      ]),
    );
    to.forgotten = new Set(forgotten);
    to.links = new Map(links);
    to.imports = [...imports];
    to.numbers = new Map(numbers);
    for (const device of [from, to]) await this.#reopen(device);
  }

  async #reopen(device: Device): Promise<void> {
    device.store = this.#open({name: device.name, now: this.#now});
    device.exchange = await device.store.exchange();
    await this.#wroteEverywhere(device);
  }

  #gone(device: Device, learner: string): void {
    device.own.delete(learner);
    for (const [hash, one] of device.given) if (one.learner === learner) device.given.delete(hash);
    for (const [name, edge] of device.links) if (edge.includes(learner)) device.links.delete(name);
  }

  async #wroteEverywhere(device: Device): Promise<void> {
    for (const learner of device.own.keys()) await this.#wrote(device, learner);
  }

  /**
   * Takes in what a deed wrote: nothing that was kept is missing, and nothing is there but the deed and completions.
   * Resolves to how many records tell of the deed.
   */
  async #wrote(
    device: Device,
    learner: string,
    isDeed: (record: LearningRecord) => boolean = () => false,
  ): Promise<number> {
    const known = device.own.get(learner);
    if (!known) return 0;
    // Whatever could not be judged before is judged now.
    await this.#shown(device, learner);
    const streams = await device.exchange.recordsOf(learner);
    const texts = new Set(streams.flatMap((stream) => stream.texts));
    for (const text of known) expect(texts.has(text), 'what was kept is kept').to.equal(true);
    for (const stream of streams) {
      const numbers = stream.texts.map((text) => recordOf(text).seq);
      expect(numbers, 'numbers of a stream').to.deep.equal(numbers.map((_, at) => at + 1));
    }
    const fresh = [...texts].filter((text) => !known.has(text)).map(recordOf);
    for (const {id, device: by, seq, course} of fresh) {
      const place = [by, learner, course, seq, id.slice(-4)].join('/');
      if (this.#tails.has(place) && this.#tails.get(place) !== id) throw new Indistinguishable();
      this.#tails.set(place, id);
      const number = [by, learner, course, seq].join('/');
      expect(device.numbers.get(number), 'a number is given once').to.equal(undefined);
      device.numbers.set(number, id);
    }
    const wanted = fresh.filter(({verb}) => verb !== 'completed');
    expect(wanted.every(isDeed) && wanted.length < 2, 'one deed, one record').to.equal(true);
    device.own.set(learner, texts);
    return wanted.length;
  }

  #knownOf({own, given}: Device, learner: string): Standing {
    const packets = [...given.values()].filter((one) => one.counts && one.learner === learner);
    return naiveJoin([
      replay([...(own.get(learner) ?? [])].map(recordOf)),
      ...packets.map(({says}) => says),
    ]);
  }

  /** The standing a learner sees, once the page has heard of the last change. */
  async #shown({store, exchange}: Device, learner: string): Promise<Standing> {
    const study = await store.study(this.#room.course, learner);
    // What is read again after an announcement is read before whatever is asked for later.
    for (let round = 0; round < 3; round += 1) await exchange.receiptsOf(learner, study.course.id);
    await store.settled();
    return study.snapshot.standing;
  }

  async #look(device: Device): Promise<void> {
    const {store, exchange, own, given, links} = device;
    const {course} = this.#room;
    for (const [learner, texts] of own) {
      const known = this.#knownOf(device, learner);
      expect(await this.#shown(device, learner), 'what a learner sees').to.deep.equal(known);
      for (const {id, questions} of this.#room.lessons) {
        const keys = questions.map((question) => `${id}#${question.id}@1` as const);
        const isDone = runsOf(texts, known).some((right) => keys.every((key) => right(key)));
        const reach = known.lessons[`${id}@1`]?.reach ?? 0;
        if (keys.length > 0 && isDone) expect(reach, 'all right is done').to.equal(5);
      }
      const {records} = await exchange.unsent(learner, course.id);
      const alone = [...texts].filter((text) => !this.#delivered.has(text));
      expect(records, 'nothing is called received that nobody has').to.be.at.least(alone.length);
    }
    const received = await store.received(course.id);
    const senders = new Set([...given.values()].map(({learner}) => learner));
    expect(received.map(({learner}) => learner)).to.have.members([...senders]);
    const without = withoutOwn(device);
    for (const {learner, standing} of received) {
      expect(standing, 'what a trainer sees').to.deep.equal(this.#knownOf(without, learner));
    }
    const persons = await exchange.persons();
    for (const person of persons) {
      const [first] = person;
      const reached = new Set([first!]);
      for (let before = 0; before < reached.size;) {
        before = reached.size;
        for (const edge of links.values()) {
          if (edge.some((key) => reached.has(key))) for (const key of edge) reached.add(key);
        }
      }
      expect([...person], 'one person').to.deep.equal([...reached].sort());
    }
    expect(persons.flat().length).to.equal(new Set([...links.values()].flat()).size);
    for (const {learner, standing, others = []} of joinPersons(received, persons)) {
      const told = [learner, ...others].map((key) => this.#knownOf(without, key));
      expect(standing, 'what a person learned').to.deep.equal(naiveJoin(told));
    }
  }
}
