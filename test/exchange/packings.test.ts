import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {Course} from '../../src/curriculum/course.js';
import {encodeDigest} from '../../src/exchange/digest.js';
import {progressFileOf} from '../../src/exchange/progress-file.js';
import {receive} from '../../src/exchange/receive.js';
import {textCodeOf} from '../../src/exchange/text-code.js';
import {openChanges} from '../../src/store/changes.js';
import type {Exchange} from '../../src/store/exchange-contract.js';
import {memoryDatabase} from '../../src/store/memory-database.js';
import {ownStandings} from '../../src/store/own-standing.js';
import {openPackets} from '../../src/store/packets.js';
import {unpackStanding} from '../../src/store/reckoning/packed-standing.js';
import {freezeRecord, type LearningRecord} from '../../src/store/reckoning/record.js';
import {fold} from '../../src/store/reckoning/standing.js';
import {runs} from '../runs.js';
import {type History, histories} from '../store/histories.js';
import {replay} from '../store/naive-replay.js';
import {sampleCourse} from './sample-course.js';

// What people did, on phones that lie, die and are cloned, leaves those phones in codes and files of every size, comes
// twice, late and in any order. Whoever receives it must end where a slow reading of the records themselves ends.

const names = ['b0', 'b1', 'b2'].flatMap((id) => [`${id}@1`, `${id}@2`]);
const course: Course = {
  ...sampleCourse(),
  id: 'thu',
  key: '7e57c0de',
  slots: {
    lessons: [...names, 'loi@1'],
    questions: names.flatMap((name) => [0, 1].map((nth) => name.replace('@', `#q${nth}@`))),
  },
};
const courses = [course];
const noon = Date.UTC(2026, 10, 22, 5);

type Dice = (sides: number) => number;

const dice: fc.Arbitrary<Dice> = fc
  .infiniteStream(fc.nat(0xffff))
  .map((thrown) => (sides) => (thrown.next().value as number) % sides);

/** What a phone with these records says of itself to whoever makes a file of them. */
function phoneWith(records: History): Exchange {
  const told: Pick<Exchange, 'device' | 'sign' | 'recordsOf' | 'packetsOf'> = {
    device: () => Promise.resolve('DDDDDDDDDDDDDDDD'),
    sign: () => Promise.resolve(undefined),
    packetsOf: () => Promise.resolve([]),
    recordsOf: (learner) => {
      const own = records.filter((record) => record.learner === learner);
      return Promise.resolve(
        [...new Set(own.map(({device}) => device))].map((device) => ({
          learner,
          device,
          course: course.id,
          texts: own.filter((record) => record.device === device).map(freezeRecord),
        })),
      );
    },
  };
  return told as Exchange;
}

const learnersOf = (records: History) => [...new Set(records.map(({learner}) => learner))];

const codeOf = (learner: string, records: History): string =>
  textCodeOf(
    encodeDigest({
      course,
      learner,
      standing: fold(records),
      streams: [],
      moreStreams: false,
      madeOn: 2517,
    }),
  );

interface Sent {
  /** Everything somebody hands to the door, one after another. */
  readonly things: readonly (string | Blob)[];
  /** The records that are in the files. */
  readonly records: readonly LearningRecord[];
}

/** Files and codes of a history. What the codes count is in some file as well, so that they can add nothing. */
async function packed(history: History, throwDie: Dice): Promise<Sent> {
  const things: (string | Blob)[] = [];
  const records = new Set<LearningRecord>();
  for (let files = 1 + throwDie(3); files > 0; files--) {
    const some = history.filter(() => throwDie(3) > 0);
    if (some.length === 0) continue;
    for (const record of some) records.add(record);
    const {text} = await progressFileOf(phoneWith(some), {
      learners: learnersOf(some),
      courses,
      now: () => noon,
      timezone: () => 420,
    });
    things.push(throwDie(2) ? text : new Blob([text]));
  }
  for (let codes = throwDie(5); codes > 0; codes--) {
    const learner = learnersOf([...records])[throwDie(2)];
    if (learner === undefined) continue;
    const some = [...records].filter((record) => record.learner === learner && throwDie(3) > 0);
    const code = codeOf(learner, some);
    const last = things.at(-1);
    // Pasted below what stands there already, or sent alone.
    if (typeof last === 'string' && throwDie(2))
      things.push(`${things.pop() as string}\n${code} ạ`);
    else things.push(code);
  }
  const again = things.filter(() => throwDie(4) === 0);
  const jumbled = [...things, ...again]
    .map((thing) => ({thing, at: throwDie(1000)}))
    .sort((a, b) => a.at - b.at)
    .map(({thing}) => thing);
  return {things: jumbled, records: [...records]};
}

let count = 0;

/** A device that receives, and on which one of the learners has studied as well. */
async function receiver(learner: string, own: History) {
  const database = memoryDatabase();
  await database.write(['learners', 'records'], (tx) => {
    tx.put('learners', learner, {key: learner, name: 'Lan', addedAt: noon});
    for (const record of own) {
      tx.put('records', [learner, course.id, record.id], freezeRecord(record));
    }
    return Promise.resolve();
  });
  const changes = openChanges(`packings-${count++}`);
  const standings = ownStandings(
    () => 'EEEEEEEEEEEEEEEE',
    () => undefined,
  );
  return {
    ...openPackets(database, changes, () => noon, standings),
    /** What the learner reads on their own screen. */
    async ownStanding() {
      const row = await database.read(['standings'], (tx) =>
        tx.get('standings', [learner, course.id]),
      );
      return row && unpackStanding(row.bytes);
    },
    end: () => changes.close(),
  };
}

describe('whoever receives what was sent', function () {
  this.timeout(Math.max(120_000, runs * 200));

  it('ends where a slow reading of the records ends, whatever came in files, whatever in codes, in any order and how often', async () => {
    await fc.assert(
      fc.asyncProperty(histories, dice, async (history, throwDie) => {
        const {things, records} = await packed(history, throwDie);
        const [lan = 'AAAAAAAAAAAAAAAA'] = learnersOf(history);
        const own = history.filter(({learner}) => learner === lan && throwDie(3) === 0);
        const store = await receiver(lan, own);
        const cut = throwDie(things.length + 1);
        for (const some of [things.slice(0, cut), things.slice(cut)]) {
          if (some.length > 0) {
            expect(await receive(store, some, {courses})).to.deep.include({refused: []});
          }
        }
        const received = new Map(
          (await store.received(course.id)).map(({learner, standing}) => [learner, standing]),
        );
        for (const learner of learnersOf(records)) {
          const sent = records.filter((record) => record.learner === learner);
          expect(received.get(learner), learner).to.deep.equal(replay(sent));
          if (learner !== lan) continue;
          expect(await store.ownStanding()).to.deep.equal(replay([...new Set([...own, ...sent])]));
        }
        store.end();
      }),
      {numRuns: runs, includeErrorInReport: true},
    );
  });
});
