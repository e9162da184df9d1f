import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {encodeDigest} from '../../src/exchange/digest.js';
import {type KeyValues, secondCopy} from '../../src/exchange/second-copy.js';
import {textCodeOf} from '../../src/exchange/text-code.js';
import {type Standing, unknownDay} from '../../src/store/reckoning/standing.js';
import type {Witness} from '../../src/store/store.js';
import {noStanding} from './departures.js';
import {sampleCourse} from './sample-course.js';

const course = sampleCourse({lessons: 4, questions: 8});
const other = {...course, id: 'lop-khac', key: '35182019'};
const lan = '0123456789ABCDEF';
const hung = 'FEDCBA9876543210';
const device = 'GHJKMNPQRSTVWXYZ';
const slots = ['kynangso/witness/a', 'kynangso/witness/b'] as const;

const done = (...lessons: string[]): Standing => ({
  ...noStanding,
  lessons: Object.fromEntries(
    lessons.map((id) => [`${id}@1`, {reach: 5, day: 2500, run: 0, practised: false}]),
  ),
});

const witness: Witness = {
  incarnation: 'first',
  device,
  streams: {[`${device}/${lan}/lop-mau`]: [12, 'beef']},
  learners: [{key: lan, name: 'Lan', addedAt: 1}],
  standings: [
    {
      learner: lan,
      course: 'lop-mau',
      standing: {...done('b01'), covered: {[`${device}/${lan}/lop-mau`]: [[1, 12]]}},
    },
  ],
};

/** Storage that has no room for another letter. */
const full: KeyValues = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
  removeItem: () => undefined,
};

/** What a sandboxed frame has: every touch throws. */
const forbidden = new Proxy({} as KeyValues, {
  get: () => {
    throw new DOMException('sandboxed', 'SecurityError');
  },
});

describe('the second copy', () => {
  const copy = () =>
    secondCopy(localStorage, {now: () => Date.UTC(2026, 10, 22, 5), timezone: () => 420});

  beforeEach(() => localStorage.clear());
  after(() => localStorage.clear());

  it('gives back who studied, on which device, and what was learned', async () => {
    expect(await copy().read([course])).to.equal(undefined);
    expect(await copy().write(witness, [course])).to.equal(true);

    const back = await copy().read([course]);

    expect(back).to.deep.include({
      incarnation: 'first',
      device,
      streams: witness.streams,
      learners: witness.learners,
    });
    expect(back!.standings).to.have.length(1);
    expect(back!.standings[0]!.standing).to.deep.equal(done('b01'));
  });

  it('keeps standings as the code a learner would send', async () => {
    await copy().write(witness, [course]);
    const text = localStorage.getItem(slots[0])!;
    const code = textCodeOf(
      encodeDigest({
        course,
        learner: lan,
        standing: done('b01'),
        streams: [{device: '84653a56', through: 12, beyond: 0, tail: 'beef'}],
        moreStreams: false,
        madeOn: 2517,
      }),
    );
    const [[, , kept]] = (JSON.parse(text) as {codes: [[string, string, string]]}).codes;
    expect(kept).to.equal(code);
  });

  it('is written in two places in turn, so that a write cut short leaves the other', async () => {
    await copy().write(witness, [course]);
    await copy().write(
      {...witness, standings: [{...witness.standings[0]!, standing: done('b01', 'b02')}]},
      [course],
    );
    expect(slots.map((slot) => localStorage.getItem(slot) !== null)).to.deep.equal([true, true]);
    const newest = localStorage.getItem(slots[1])!;
    localStorage.setItem(slots[1], newest.slice(0, newest.length / 2));

    const back = await copy().read([course]);
    expect(Object.keys(back!.standings[0]!.standing.lessons)).to.deep.equal(['b01@1']);

    await copy().write(witness, [course]);
    expect(localStorage.getItem(slots[1])).to.not.equal(newest.slice(0, newest.length / 2));
  });

  it('survives whatever somebody else wrote into its places', async () => {
    await copy().write(witness, [course]);
    const whole = localStorage.getItem(slots[0])!;
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.nat(whole.length - 1).map((at) => whole.slice(0, at)),
          fc
            .tuple(fc.nat(whole.length - 1), fc.constantFrom('0', 'x', '"', '}'))
            .filter(([at, letter]) => whole[at] !== letter)
            .map(([at, letter]) => whole.slice(0, at) + letter + whole.slice(at + 1)),
        ),
        async (garbage) => {
          localStorage.setItem(slots[1], garbage);
          const back = await copy().read([course]);
          expect(back!.standings[0]!.standing).to.deep.equal(done('b01'));
          localStorage.setItem(slots[0], garbage);
          expect(await copy().read([course])).to.equal(undefined);
          localStorage.setItem(slots[0], whole);
        },
      ),
      {numRuns: 300},
    );
  });

  it('never drops the code of a course that is not at hand', async () => {
    const both: Witness = {
      ...witness,
      standings: [...witness.standings, {learner: lan, course: 'lop-khac', standing: done('b03')}],
    };
    await copy().write(both, [course, other]);
    await copy().write(both, [course]);
    await copy().write(witness, []);

    expect((await copy().read([course]))!.standings.map((entry) => entry.course)).to.deep.equal([
      'lop-mau',
    ]);
    const back = (await copy().read([course, other]))!.standings;
    expect(back.find((entry) => entry.course === 'lop-khac')!.standing).to.deep.equal(done('b03'));
  });

  it('keeps what a lost database held until all of it is back', async () => {
    await copy().write(witness, [course]);
    const anew: Witness = {
      ...witness,
      incarnation: 'second',
      standings: [{...witness.standings[0]!, standing: done('b02')}],
    };
    await copy().write(anew, [course]);
    const [back] = (await copy().read([course]))!.standings;
    expect(Object.keys(back!.standing.lessons)).to.deep.equal(['b01@1', 'b02@1']);
  });

  it('never passes for empty where the code that reads it cannot be fetched', async () => {
    await copy().write(witness, [course]);
    let calls = 0;
    const poor = secondCopy(localStorage, {
      fetchCoding: () =>
        calls++ === 0
          ? Promise.reject(new TypeError('offline'))
          : import('../../src/exchange/code-keeping.js'),
    });
    expect((await poor.read([]))!.undecoded).to.deep.equal([[lan, 'lop-mau']]);
    expect((await poor.read([other]))!.undecoded).to.deep.equal([[lan, 'lop-mau']]);
    expect(calls).to.equal(0);
    const failure = await poor.read([course]).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).to.include({name: 'KnsError', code: 'chunk-missing'});

    const back = await poor.read([course]);
    expect(back!.standings[0]!.standing).to.deep.equal(done('b01'));
    expect(back!.undecoded).to.deep.equal([]);
  });

  it('keeps a code that it cannot read word for word, however often it is written', async () => {
    await copy().write(witness, [course]);
    const lessons = course.slots.lessons.map((name) => `x-${name}`);
    const changed = {...course, slots: {...course.slots, lessons}};
    const anew = {...witness, incarnation: 'second'};
    for (const incarnation of ['second', 'second']) {
      await copy().write({...anew, incarnation}, [changed]);
      const back = await copy().read([changed]);
      expect(back).to.deep.include({standings: [], undecoded: [[lan, 'lop-mau']]});
    }
    expect((await copy().read([course]))!.standings[0]!.standing).to.deep.equal(done('b01'));
  });

  it('forgets everything when the learner asked for that', async () => {
    await copy().write(witness, [course]);
    await copy().write(
      {...witness, incarnation: 'second', cleared: true, learners: [], standings: [], streams: {}},
      [],
    );
    const back = await copy().read([course]);
    expect(back).to.deep.include({cleared: true, standings: [], learners: []});
  });

  it('keeps two learners of one device apart', async () => {
    await copy().write(
      {
        ...witness,
        standings: [
          ...witness.standings,
          {learner: hung, course: 'lop-mau', standing: done('b04')},
        ],
      },
      [course],
    );
    const back = (await copy().read([course]))!.standings;
    expect(
      back.map(({learner, standing}) => [learner, Object.keys(standing.lessons)]),
    ).to.deep.equal([
      [lan, ['b01@1']],
      [hung, ['b04@1']],
    ]);
  });

  it('is written before a page that goes away is gone', async () => {
    const backup = copy();
    await backup.write(witness, [course]);
    const before = localStorage.getItem(slots[1]);
    void backup.write(witness, [course]);
    expect(localStorage.getItem(slots[1])).to.not.equal(before);
  });

  it('says so when there is no room or no storage, and never throws', async () => {
    for (const storage of [full, forbidden]) {
      const backup = secondCopy(storage);
      expect(await backup.read([course])).to.equal(undefined);
      expect(await backup.write(witness, [course])).to.equal(false);
      expect(backup.hold('{"id":"x"}')).to.equal(false);
      expect(backup.held()).to.deep.equal([]);
      backup.release(['x']);
    }
  });

  it('keeps a completion without a day as one', async () => {
    const standing: Standing = {
      ...noStanding,
      lessons: {'b01@1': {reach: 4, day: unknownDay, run: 0, practised: true}},
    };
    await copy().write({...witness, standings: [{...witness.standings[0]!, standing}]}, [course]);
    expect((await copy().read([course]))!.standings[0]!.standing).to.deep.equal(standing);
  });
});

describe('the journal beside a full database', () => {
  const text = (id: string, verb = 'answered') => JSON.stringify({id, verb, odd: 'Đúng rồi'});
  const [early, late] = ['0199-a', '019a-b'];

  beforeEach(() => localStorage.clear());
  after(() => localStorage.clear());

  it('holds records word for word, oldest first, until they are in the database', () => {
    const backup = secondCopy(localStorage);
    expect(backup.hold(text(late))).to.equal(true);
    expect(backup.hold(text(early))).to.equal(true);
    localStorage.setItem('somebody-else', 'x');
    expect(secondCopy(localStorage).held()).to.deep.equal([text(early), text(late)]);
    backup.release([early, 'unknown']);
    expect(secondCopy(localStorage).held()).to.deep.equal([text(late)]);
    expect(localStorage.getItem('somebody-else')).to.equal('x');
  });

  it('takes nothing that has no id', () => {
    const backup = secondCopy(localStorage);
    expect(backup.hold('no JSON')).to.equal(false);
    expect(backup.hold('{}')).to.equal(false);
    expect(backup.held()).to.deep.equal([]);
  });
});
