import {KnsError} from '../errors.js';
import {type Changes, studyTopic} from './changes.js';
import type {Database} from './database.js';
import {goOnForgetting} from './forget-learner.js';
import {newDevice} from './keys.js';
import {goOnAs} from './new-name.js';
import {type ExchangeSurroundings, openExchange} from './open-exchange.js';
import type {OwnStandings} from './own-standing.js';
import {openPackets} from './packets.js';
import type {DeviceKey, LearnerKey} from './reckoning/record.js';
import type {Store} from './store-contract.js';
import {tellsOfTwin} from './twin-device.js';

/** What a store gives to all that comes from outside, and to what leaves. */
export interface ReceivingSurroundings extends Omit<
  ExchangeSurroundings,
  'packets' | 'rename' | 'study' | 'remove' | 'use'
> {
  readonly store: Pick<Store, 'courses' | 'study' | 'removeLearner' | 'useLearner'>;
  readonly own: OwnStandings;
  /** Called when this device has another name. */
  readonly renamed: (device: DeviceKey) => void;
}

/** The part of a store that a learner's lessons can do without. */
export function openReceiving({own, renamed, store, ...given}: ReceivingSurroundings) {
  const {database, changes, backup, now, device} = given;
  const remove = (learner: LearnerKey) => store.removeLearner(learner);
  const rename = async () => renamed(await takeNewName(database, changes));
  const packets = openPackets(database, changes, now, own, async (arriving) => {
    if (await tellsOfTwin(arriving, database, backup, device())) await rename();
  });
  const {announce, packetsOf, admitImport, nameless, ...ofStore} = packets;
  return {
    ...ofStore,
    exchange: openExchange({
      ...given,
      rename,
      remove,
      use: (...who) => store.useLearner(...who),
      packets: {announce, packetsOf, admitImport, nameless},
      study(learner, id) {
        const course = store.courses.inHand.get(id);
        if (!course) throw new KnsError('course-unknown', 'The course is not at hand.');
        return store.study(course, learner);
      },
    }),
    goOnForgetting: () => goOnForgetting({database, now, remove}),
  };
}

/** This device writes under another name from now on; resolves to it. */
async function takeNewName(database: Database, changes: Changes): Promise<DeviceKey> {
  const minted = await newDevice();
  const standings = await database.write(['keys', 'standings'], async (tx) => {
    await goOnAs(tx, minted);
    return tx.keys('standings');
  });
  changes.announce([
    'device',
    ...standings.map(([learner, course]) => studyTopic(learner, course)),
  ]);
  return minted.device;
}
