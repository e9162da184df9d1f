import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {receive} from '../../src/exchange/receive.js';
import {type Changes, openChanges} from '../../src/store/changes.js';
import {memoryDatabase} from '../../src/store/memory-database.js';
import {ownStandings} from '../../src/store/own-standing.js';
import {openPackets} from '../../src/store/packets.js';
import {freezeRecord, type LearningRecord} from '../../src/store/reckoning/record.js';
import {fold} from '../../src/store/reckoning/standing.js';
import type {Store} from '../../src/store/store.js';
import {runs} from '../runs.js';
import {morning} from '../store/classroom.js';
import {histories} from '../store/histories.js';
import {sampleCourse} from './sample-course.js';
import {course, sectionOf} from './streams.js';

const courses = [sampleCourse({lessons: 4, questions: 8})];

/** Who was received, with what they amount to and under which bytes, without the times. */
const lasting = async (store: Pick<Store, 'received'>) =>
  (await store.received(course))
    .map(({learner, standing, packets}) => ({
      learner,
      standing,
      hashes: packets.map(({hash, admitted}) => `${hash} ${admitted}`).sort(),
    }))
    .sort((a, b) => (a.learner < b.learner ? -1 : 1));

interface Room {
  readonly store: ReturnType<typeof openPackets>;
  readonly changes: Changes;
}

describe('receiving records', function () {
  this.timeout(Math.max(200_000, runs * 200));

  it('ends the same for any history, in any packing, order and repetition, as a rebuild from all records', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        histories,
        fc.array(fc.nat(2), {minLength: 60, maxLength: 60}),
        async (history, parts) => {
          const [once, often] = [0, 1].map(() => {
            const changes = openChanges(`receive-files-${(count += 1)}`);
            const own = ownStandings(
              () => 'DEVDEVDEVDEVDEV0',
              () => undefined,
            );
            return {store: openPackets(memoryDatabase(), changes, () => morning, own), changes};
          }) as [Room, Room];
          const sent = new Map<string, LearningRecord[]>();
          for (const [index, record] of history.entries()) {
            const name = `${parts[index]}/${record.device}/${record.learner}`;
            sent.set(name, [...(sent.get(name) ?? []), record]);
          }
          const sections = await Promise.all(
            [...sent.values()].map((records) => {
              const {device, learner} = records[0]!;
              const texts = records.map((record) => freezeRecord({...record, course}));
              return sectionOf({device, sign: () => Promise.resolve(undefined)}, learner, texts);
            }),
          );
          await receive(once.store, sections, {courses});
          await receive(often.store, sections.slice(2).reverse(), {courses});
          await receive(often.store, [...sections, ...sections.slice(0, 3)], {courses});
          const kept = await lasting(once.store);
          expect(await lasting(often.store)).to.deep.equal(kept);
          for (const {learner, standing} of kept) {
            const records = history.filter((record) => record.learner === learner);
            expect(standing).to.deep.equal(fold(records.map((record) => ({...record, course}))));
          }
          once.changes.close();
          often.changes.close();
        },
      ),
      {numRuns: runs},
    );
  });
});
