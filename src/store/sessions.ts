import type {RosterSurroundings} from './open-roster.js';
import {isLater, type Registered} from './reckoning/register.js';
import type {CivilDay} from './reckoning/record.js';
import type {MemberCode, UnitKey} from './roster-contract.js';

/** Who was there: so many, or these members of the roster. */
export type Attendance = {readonly counted: number} | {readonly members: readonly MemberCode[]};

/** An evening at which a group learns together: planned, and afterwards what it was. */
export interface Session {
  readonly id: string;
  readonly course: string;
  /** Civil day in Vietnam. */
  readonly day: CivilDay;
  /** Minutes after midnight on a Vietnamese wall. */
  readonly begins: number;
  /** How long it is to last, or lasted. */
  readonly minutes: number;
  /** In the trainer's words: "Nhà văn hóa thôn Đông". */
  readonly place: string;
  readonly unit?: UnitKey;
  /** Ids, in the order they are taught. */
  readonly lessons: readonly string[];
  readonly present?: Attendance;
  readonly note: string;
  /** The trainer says that it took place. */
  readonly held: boolean;
}

/** The trainer's own evenings, on this device only. Everything rejects with KnsError `storage-full` or `storage-broken`. */
export interface Sessions {
  /** Newest day first. */
  all(): Promise<readonly Session[]>;
  keep(session: Session): Promise<void>;
  drop(id: string): Promise<void>;
  /** Registers of all of them and of those that were dropped, for a backup, a successor, or a second trainer. */
  registers(): Promise<ReadonlyMap<string, Registered<Session>>>;
  /** Joins another trainer's: in any order, any number of times, the same end. Resolves to how many changed something. */
  join(registers: ReadonlyMap<string, Registered<Session>>): Promise<number>;
  /** Tells when one changed, here or in another tab. */
  watch(listener: () => void): () => void;
}

/** What `Store.sessions` resolves to. A register each, so that no copy of the rows brings back what was dropped. */
export function openSessions({
  database,
  changes,
  device,
}: Omit<RosterSurroundings, 'now'>): Sessions {
  async function set(id: string, value: Session | undefined): Promise<void> {
    await database.write(['sessions', 'keys'], async (tx) => {
      const counter = ((await tx.get('sessions', id))?.counter ?? 0) + 1;
      const by = (await tx.get('keys', 'device'))?.device ?? device();
      tx.put('sessions', id, {counter, by, ...(value && {value})});
    });
    changes.announce(['sessions']);
  }

  return {
    async all() {
      const rows = await database.read(['sessions'], (tx) => tx.all('sessions'));
      return rows
        .flatMap(({value}) => value ?? [])
        .sort((left, right) => right.day - left.day || right.begins - left.begins);
    },
    keep: (session) => set(session.id, session),
    drop: (id) => set(id, undefined),
    registers: () =>
      database.read(['sessions'], async (tx) => {
        const [keys, rows] = await Promise.all([tx.keys('sessions'), tx.all('sessions')]);
        return new Map(keys.map((key, at) => [key, rows[at]!] as const));
      }),
    async join(registers) {
      const changed = await database.write(['sessions'], async (tx) => {
        let sum = 0;
        for (const [id, row] of registers) {
          if (!isLater<Session>(row, await tx.get('sessions', id))) continue;
          tx.put('sessions', id, row);
          sum++;
        }
        return sum;
      });
      if (changed > 0) changes.announce(['sessions']);
      return changed;
    },
    watch: (listener) =>
      changes.subscribe((topics) => {
        if (topics === 'all' || topics.has('sessions')) listener();
      }),
  };
}
