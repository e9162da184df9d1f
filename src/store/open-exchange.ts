import type {Changes} from './changes.js';
import {chunk} from './chunk.js';
import {openClaims} from './claims.js';
import type {Database} from './database.js';
import type {Exchange} from './exchange-contract.js';
import {forgetLearner, welcomeLearner} from './forget-learner.js';
import {signWith} from './signatures.js';
import {openLinks} from './links.js';
import {openMemberships} from './memberships.js';
import {ownRecordsOf} from './own-records.js';
import type {openPackets} from './packets.js';
import {openQuarantine} from './quarantine.js';
import {openReceivedBefore} from './received-before.js';
import {openReceipts} from './receipts.js';
import {coveredIn, missingIn} from './reckoning/gaps.js';
import {hexOf} from './reckoning/heads.js';
import {unpackStanding} from './reckoning/packed-standing.js';
import type {StreamHead} from './reckoning/packet.js';
import type {DeviceKey, LearnerKey} from './reckoning/record.js';
import type {Backup, Store} from './store-contract.js';
import type {Study} from './study.js';

/** What handing over and receiving need of the store around them. */
export interface ExchangeSurroundings {
  readonly database: Database;
  readonly changes: Changes;
  readonly backup: Backup | undefined;
  readonly now: () => number;
  readonly packets: Pick<
    ReturnType<typeof openPackets>,
    'announce' | 'packetsOf' | 'admitImport' | 'nameless'
  >;
  /** This device's name as far as the page knows. */
  readonly device: () => DeviceKey;
  /** Gives this device another name. */
  readonly rename: () => Promise<void>;
  /** The study of a learner in a course that is at hand; rejects with `course-unknown` else. */
  readonly study: (learner: LearnerKey, course: string) => Promise<Study>;
  readonly remove: (learner: LearnerKey) => Promise<void>;
  readonly use: Store['useLearner'];
  readonly secured: Exchange['secured'];
}

/** What `Store.exchange` resolves to. */
export function openExchange({
  database,
  changes,
  backup,
  now,
  packets,
  device: knownDevice,
  rename,
  study,
  remove,
  use,
  secured,
}: ExchangeSurroundings): Exchange {
  const named = () => database.read(['keys'], (tx) => tx.get('keys', 'device'));
  const device = async () => (await named())?.device ?? knownDevice();

  const claims = openClaims({database, changes, device});

  return {
    ...packets,
    ...openReceipts({database, backup, now, device, rename}),
    ...openQuarantine(database, now),
    ...openLinks(database, changes, device),
    ...openMemberships({database, changes, backup, now, remove, use}),
    ...claims,
    ...openReceivedBefore(database, changes),

    async compact(whom, options) {
      const {openCompaction} = await chunk(import('./compaction.js'));
      return openCompaction(database, changes, now).compact(whom, options);
    },

    async recordsOf(learner) {
      const streams = await database.read(['records'], (tx) => ownRecordsOf(tx, backup, learner));
      return streams.map(({course, device: name, records}) => ({
        learner,
        course,
        device: name,
        texts: records.map(({text}) => text),
      }));
    },

    async admitImport(batch, admitted) {
      await claims.admitImport(batch, admitted);
      return packets.admitImport(batch, admitted);
    },

    device,
    secured,

    async sign(bytes, by) {
      const own = await named();
      const row =
        own?.device === by ? own : await database.read(['keys'], (tx) => tx.get('keys', by));
      return row?.pair && signWith(row.pair, bytes);
    },

    async gapsOf(learner, course) {
      const {rows, own} = await database.read(['packets', 'standings'], async (tx) => ({
        rows: await tx.all('packets', [learner, course]),
        own: await tx.get('standings', [learner, course]),
      }));
      const admitted = rows.filter((row) => row.admitted);
      const bytes = [...admitted.map(({packed}) => packed), ...(own ? [own.bytes] : [])];
      const standings = bytes.flatMap((packed) => unpackStanding(packed) ?? []);
      const heads = new Map<string, StreamHead[]>();
      for (const head of admitted.flatMap(({streams}) => streams)) {
        heads.set(head.device, [...(heads.get(head.device) ?? []), head]);
      }
      const covered = new Map(
        [...coveredIn(standings)].map(([stream, ranges]) => [
          hexOf(stream.slice(0, stream.indexOf('/'))),
          ranges,
        ]),
      );
      return [...new Set([...covered.keys(), ...heads.keys()])].sort().flatMap((name) =>
        missingIn(covered.get(name) ?? [], heads.get(name) ?? []).map(([from, to]) => ({
          device: name,
          from,
          ...(to !== undefined && {to}),
        })),
      );
    },

    forget: (learner) => forgetLearner(learner, {database, now, remove}),

    async welcome(learner) {
      await welcomeLearner(learner, database);
      changes.announce(['received']);
    },

    retire: async (learner, course, retired) => (await study(learner, course)).retire(retired),
  };
}
