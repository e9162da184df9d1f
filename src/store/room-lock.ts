import type {Changes} from './changes.js';
import type {Database} from './database.js';
import type {MetaRow} from './database-layout.js';
import {enterPinAt, pinOf, type PinPlace} from './pin-lock.js';
import type {RoomLock} from './roster-contract.js';

const topic = 'room-locked';

/** The lock on the trainer's room, in the one row that says what this device is. */
export function openRoomLock(database: Database, changes: Changes, now: () => number): RoomLock {
  const place: PinPlace = {
    change: (step) =>
      database.write(['meta'], async (tx) => {
        const meta = await tx.get('meta', 'store');
        const [room, result] = step(meta?.room);
        if (meta && room && room !== meta.room) tx.put('meta', 'store', {...meta, room});
        return result;
      }),
  };
  return {
    isSet: () =>
      database.read(['meta'], async (tx) => (await tx.get('meta', 'store'))?.room !== undefined),

    async set(digits) {
      const room = digits === undefined ? undefined : await pinOf(digits);
      await database.write(['meta'], async (tx) => {
        const meta = await tx.get('meta', 'store');
        if (!meta) return;
        const rest: {-readonly [Name in keyof MetaRow]: MetaRow[Name]} = {...meta};
        if (room) rest.room = room;
        else delete rest.room;
        tx.put('meta', 'store', rest);
      });
    },

    enter: (digits) => enterPinAt(place, digits, now),
    lock: () => changes.announce([topic]),
    watch: (listener) =>
      changes.subscribe((topics) => {
        if (topics !== 'all' && topics.has(topic)) listener();
      }),
  };
}
