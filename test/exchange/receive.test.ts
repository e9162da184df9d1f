import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {encodeDigest} from '../../src/exchange/digest.js';
import {receive} from '../../src/exchange/receive.js';
import {textCodeOf} from '../../src/exchange/text-code.js';
import {openChanges} from '../../src/store/changes.js';
import {type OpenDatabase, openDatabase} from '../../src/store/database.js';
import {memoryDatabase} from '../../src/store/memory-database.js';
import {ownStandings} from '../../src/store/own-standing.js';
import {openPackets} from '../../src/store/packets.js';
import {runs} from '../runs.js';
import {departureOf, noStanding} from './departures.js';
import {sampleCourse} from './sample-course.js';

const course = sampleCourse({lessons: 4, questions: 8});
const courses = [course];
const lan = '0123456789ABCDEF';
const hung = 'FEDCBA9876543210';

const codeOf = (learner: string, lesson = 'b01') =>
  textCodeOf(
    encodeDigest({
      course,
      learner,
      standing: {
        ...noStanding,
        lessons: {[`${lesson}@1`]: {reach: 5, day: 2500, run: 0, practised: false}},
      },
      streams: [{device: '0a1b2c3d', through: 10, beyond: 0, tail: 'beef'}],
      moreStreams: false,
      madeOn: 2517,
    }),
  );

describe('receiving', function () {
  // Thousands of transactions, on a machine that may be busy with the other tests.
  this.timeout(Math.max(60_000, runs * 60));

  let count = 0;
  const ends: (() => void)[] = [];

  function roomOver(database: OpenDatabase, name: string) {
    const changes = openChanges(name);
    const nobody = ownStandings(
      () => 'DEVDEVDEVDEVDEV0',
      () => undefined,
    );
    const store = openPackets(database, changes, () => Date.UTC(2026, 10, 22, 5), nobody);
    return {store, end: () => (changes.close(), database.close())};
  }

  async function trainer() {
    const name = `receive-${Date.now()}-${count++}`;
    const {store, end} = roomOver(await openDatabase(name), name);
    ends.push(() => (end(), indexedDB.deleteDatabase(name)));
    return store;
  }

  afterEach(() => {
    for (const end of ends.splice(0)) end();
  });

  it('takes in every code of a chat and names each flawed one with its reason', async () => {
    const store = await trainer();
    const good = codeOf(lan);
    const damaged = `${codeOf(hung).slice(0, 50)}ZZZ${codeOf(hung).slice(53)}`;
    const foreign = textCodeOf(
      encodeDigest({
        course: {...course, key: '35182019'},
        learner: hung,
        standing: noStanding,
        streams: [],
        moreStreams: false,
        madeOn: 2517,
      }),
    );
    const chat = `[10:29 22/11/2026] Lan: ${good} ạ
[10:30 22/11/2026] Hùng: ${damaged}
[10:31 22/11/2026] Tâm: ${good.slice(0, 40)}
[10:32 22/11/2026] Mai: ${foreign}`;

    const receipt = await receive(store, chat, {courses});

    expect(receipt.admissions.map(({learner, outcome}) => [learner, outcome])).to.deep.equal([
      [lan, 'new'],
    ]);
    expect(receipt.refused.map(({reason}) => reason)).to.deep.equal([
      'code-damaged',
      'code-cut',
      'course-unknown',
    ]);
    expect(receipt.refused[0]!.found).to.equal(damaged.slice(0, 24));
    expect(receipt.refused[2]!.facts).to.deep.equal({key: '35182019'});
    expect(await store.received('lop-mau')).to.have.length(1);
  });

  it('asks for a learner once, and not again after the trainer has said the name', async () => {
    const store = await trainer();
    const paste = [codeOf(lan), codeOf(hung), codeOf(lan, 'b02')].join('\n');
    expect((await receive(store, paste, {courses})).unknown).to.deep.equal([lan, hung]);
    await store.nameLearner(lan, 'Lan');
    expect((await receive(store, paste, {courses})).unknown).to.deep.equal([hung]);
  });

  it('says that there was no code in what was pasted', async () => {
    const store = await trainer();
    for (const input of ['Chào cả lớp', '', 42, undefined, null, {}]) {
      expect(await receive(store, input, {courses})).to.deep.equal({
        admissions: [],
        refused: [{found: '', reason: 'nothing-found', facts: {}}],
        unknown: [],
        receipts: [],
        invitations: [],
        claims: [],
      });
    }
  });

  it('ends the same however a chat is pasted: twice, backwards, or piece by piece', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(departureOf(course), {minLength: 1, maxLength: 4}),
        fc.nat(4),
        async (sent, cut) => {
          const codes = sent.map((departure, at) =>
            textCodeOf(encodeDigest({...departure, learner: at % 2 ? lan : hung})),
          );
          const [once, often] = [0, 1].map(() =>
            roomOver(memoryDatabase(), `receive-memory-${count++}`),
          );
          await receive(once!.store, codes.join('\n'), {courses});
          await receive(often!.store, codes.slice(cut).join(' ạ '), {courses});
          await receive(often!.store, codes.toReversed().join('\n'), {courses});
          await receive(often!.store, codes.slice(0, cut).join(' '), {courses});
          const lasting = async ({store}: NonNullable<typeof once>) =>
            (await store.received('lop-mau'))
              .map(({learner, standing, packets}) => ({
                learner,
                standing,
                hashes: packets.map(({hash, admitted}) => `${hash} ${admitted}`).sort(),
              }))
              .sort((left, right) => (left.learner < right.learner ? -1 : 1));
          expect(await lasting(often!)).to.deep.equal(await lasting(once!));
          once!.end();
          often!.end();
        },
      ),
      {numRuns: runs},
    );
  });

  it('can be cancelled, and says what was kept until then', async () => {
    const store = await trainer();
    const stop = new AbortController();
    const receipt = await receive(store, `${codeOf(lan)} ${codeOf(hung)}`, {
      courses,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(receipt.admissions).to.have.length(1);
    expect(await store.received('lop-mau')).to.have.length(1);
  });
});
