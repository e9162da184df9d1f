import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {HandOverWay, Receipted} from '../../src/store/exchange-contract.js';
import {memoryDatabase} from '../../src/store/memory-database.js';
import {openReceipts} from '../../src/store/receipts.js';
import {hexOf} from '../../src/store/reckoning/heads.js';
import {freezeRecord, type LearningRecord} from '../../src/store/reckoning/record.js';
import {runs} from '../runs.js';
import {bareRecord} from './bare-record.js';

const learner = '0123456789ABCDEF';
const course = 'lop-hoc';
const device = 'D'.repeat(16);
const noon = Date.UTC(2026, 10, 22, 5);

const record = (seq: number): LearningRecord =>
  bareRecord({
    id: `01900000-0000-7000-8000-${(0xabc0 + seq).toString(16).padStart(12, '0')}`,
    ...{learner, device, course, seq},
    at: noon + seq * 1000,
  });

/** A phone that has written so many records. */
async function phone(written: number) {
  const database = memoryDatabase();
  const records = Array.from({length: written}, (_, at) => record(at + 1));
  await database.write(['records'], (tx) => {
    for (const one of records) tx.put('records', [learner, course, one.id], freezeRecord(one));
    return Promise.resolve();
  });
  let names = 0;
  const receipts = openReceipts({
    database,
    backup: undefined,
    now: () => noon,
    device: () => Promise.resolve(device),
    rename: () => Promise.resolve(void (names += 1)),
  });
  return {...receipts, renamed: () => names};
}

interface Said {
  receiver: number;
  through: number;
  held: boolean;
  day: number;
}

const said: fc.Arbitrary<Said> = fc.record({
  receiver: fc.nat(2),
  through: fc.integer({min: 1, max: 9}),
  held: fc.boolean(),
  day: fc.integer({min: 2500, max: 2520}),
});

const receiptOf = ({receiver, through, held, day}: Said): Receipted => ({
  learner,
  course,
  receiver: `0000000${receiver}`,
  receivedOn: day,
  streams: [
    {
      device: hexOf(device),
      through,
      beyond: 0,
      tail: record(through).id.slice(-4),
      held,
    },
  ],
});

describe('receipts of a learner', () => {
  it('come to the same in any order and however often, and leave unsent what nobody holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(said, {maxLength: 6}),
        fc.array(fc.nat(5), {maxLength: 6}),
        async (given, again) => {
          const [straight, other] = [await phone(9), await phone(9)];
          const jumbled = [...again.flatMap((at) => given[at] ?? []), ...[...given].reverse()];
          for (const one of given) await straight.keepReceipt(receiptOf(one));
          for (const one of jumbled) await other.keepReceipt(receiptOf(one));

          const [rows, others] = await Promise.all(
            [straight, other].map((at) => at.receiptsOf(learner, course)),
          );
          expect(others).to.deep.equal(rows);
          const unsent = await straight.unsent(learner, course);
          expect(await other.unsent(learner, course)).to.deep.equal(unsent);

          const held = Math.max(0, ...given.filter((one) => one.held).map((one) => one.through));
          expect(unsent.records).to.equal(9 - held);
          expect(unsent.since).to.equal(held < 9 ? noon + (held + 1) * 1000 : undefined);
          expect([straight.renamed(), other.renamed()]).to.deep.equal([0, 0]);
        },
      ),
      {numRuns: runs},
    );
  });

  it('that speak of a twin never make anything of this phone look received', async () => {
    const foreign = fc.oneof(
      fc.record({through: fc.integer({min: 10, max: 99}), tail: fc.constant('beef')}),
      fc.record({through: fc.integer({min: 1, max: 9}), tail: fc.constant('dead')}),
    );
    await fc.assert(
      fc.asyncProperty(said, foreign, async (one, twist) => {
        const {keepReceipt, unsent, renamed} = await phone(9);
        await keepReceipt(receiptOf(one));
        const before = await unsent(learner, course);
        const [head] = receiptOf(one).streams;
        const twins = {...receiptOf({...one, held: true}), streams: [{...head!, ...twist}]};
        expect(await keepReceipt(twins)).to.equal('twin');
        expect(await unsent(learner, course)).to.deep.equal(before);
        expect(renamed()).to.equal(1);
      }),
      {numRuns: runs},
    );
  });

  it('say nothing of how progress left, which is told by itself', async () => {
    const ways: HandOverWay[] = ['copied', 'shown', 'shared', 'downloaded', 'link'];
    const {departed, unsent} = await phone(1);
    for (const way of ways) {
      await departed(learner, course, way);
      expect((await unsent(learner, course)).departed).to.deep.equal({at: noon, way});
    }
    expect((await unsent(learner, course)).records).to.equal(1);
  });
});
