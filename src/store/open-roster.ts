import type {Changes} from './changes.js';
import type {Database, ReadTransaction, WriteTransaction} from './database.js';
import type {Layout} from './database-layout.js';
import type {MemberLink} from './reckoning/links-to.js';
import {linksIn} from './member-links.js';
import type {KnownMembers} from './names-of-learners.js';
import {
  countingPacks,
  heldIn,
  joinedRow,
  membersIn,
  nameOf,
  type RosterStore,
  rosterStores,
  rowsFor,
  unitsIn,
} from './packs.js';
import type {Member, MemberCode, Post} from './reckoning/member.js';
import {asKnown} from './reckoning/member-register.js';
import type {DeviceKey, LearnerKey} from './reckoning/record.js';
import {receivedIn, receivedStores} from './received-learners.js';
import {isLater, type Registered} from './reckoning/register.js';
import type {DatedName, Unit} from './reckoning/unit.js';
import type {
  PackRow,
  Roster,
  RosterChange,
  RosterRegisters,
  RosterView,
} from './roster-contract.js';
import {openRoomLock} from './room-lock.js';
import {forgottenAmong, tombstonesIn} from './tombstones.js';

/** What the roster needs of the store around it. */
export interface RosterSurroundings {
  readonly database: Database;
  readonly changes: Changes;
  readonly now: () => number;
  /** This device's name as far as the page knows. */
  readonly device: () => DeviceKey;
}

const stores = [...rosterStores, 'packs'] as const;
type Reading = ReadTransaction<RosterStore | 'packs'>;
type Writing = WriteTransaction<RosterStore>;

/** Rows written in one go; then the page may draw before the next. */
const breath = 250;

/** What `Store.roster` resolves to. */
export function openRoster({database, changes, now, device: known}: RosterSurroundings): Roster {
  const device = async () =>
    (await database.read(['keys'], (tx) => tx.get('keys', 'device')))?.device ?? known();

  /** Nobody who is to be kept out comes back as a member. */
  async function withoutForgotten(registers: RosterRegisters): Promise<RosterRegisters> {
    const forgotten = await forgottenAmong(
      await tombstonesIn(database),
      registers.links.map(({learner}) => learner),
    );
    return {...registers, links: registers.links.filter(({learner}) => !forgotten.has(learner))};
  }

  return {
    lock: openRoomLock(database, changes, now),
    read: () => database.read(stores, async (tx) => viewOf(await rosterIn(tx))),
    // A province has thousands of members: reading them once for both is a third of the time.
    readWith: (course) =>
      database.read([...stores, ...receivedStores], async (tx) => {
        const known = rosterIn(tx);
        const received = await receivedIn(tx, course, known);
        return {roster: viewOf(await known), received};
      }),

    async change(change) {
      const by = await device();
      const undo = await database.write(stores, (tx) => apply(change, by, tx));
      changes.announce(['roster']);
      return undo;
    },

    registers: () => database.read(stores, registersIn),

    async join(registers) {
      const welcome = await withoutForgotten(registers);
      const changed = await database.write(stores, async (tx) => {
        let sum = 0;
        for (const store of rosterStores) sum += await joinInto(tx, store, rowsFor(store, welcome));
        return sum;
      });
      if (changed > 0) changes.announce(['roster']);
      return changed;
    },

    async keepPack(hash, pack, {quietly = false} = {}) {
      const registers = await withoutForgotten(pack.registers);
      const outcome = await database.write(['packs'], async (tx) => {
        const row = await tx.get('packs', hash);
        if (row) return row.admitted ? ('again' as const) : ('back' as const);
        tx.put('packs', hash, {...pack, registers, receivedAt: now(), admitted: true});
        return 'new' as const;
      });
      if (outcome === 'new' && !quietly) changes.announce(['roster', 'received']);
      return outcome;
    },

    pack: (hash) => database.read(['packs'], (tx) => tx.get('packs', hash)),

    packs: () =>
      database.read(['packs'], async (tx) => {
        const [keys, rows] = await Promise.all([tx.keys('packs'), tx.all('packs')]);
        return new Map(keys.map((key, at) => [key, rows[at]!]));
      }),

    async admitPack(hash, admitted) {
      const isDone = await database.write(['packs'], async (tx) => {
        const row = await tx.get('packs', hash);
        if (!row || row.admitted === admitted) return false;
        tx.put('packs', hash, {...row, admitted});
        return true;
      });
      if (isDone) changes.announce(['roster', 'received']);
    },

    watch: (listener) =>
      changes.subscribe((topics) => {
        if (topics === 'all' || topics.has('roster')) listener();
      }),
  };
}

interface KnownRoster extends KnownMembers {
  readonly units: RosterView['units'];
}

async function rosterIn(tx: Reading): Promise<KnownRoster> {
  const packs = await countingPacks(tx);
  const [units, members, held] = await Promise.all([
    unitsIn(tx, packs),
    membersIn(tx, packs),
    linksIn(tx, packs),
  ]);
  return {units, members, held};
}

function viewOf({units, members, held: {links}}: KnownRoster): RosterView {
  const claims = new Map<LearnerKey, [member: MemberCode, register: Registered<true>][]>();
  for (const {key, row} of links.values()) {
    if (row.value) claims.set(key[0], [...(claims.get(key[0]) ?? []), [key[1], row]]);
  }
  const learnersOf = new Map<MemberCode, LearnerKey[]>();
  const contested = new Map<LearnerKey, readonly MemberCode[]>();
  for (const [learner, claimed] of claims) {
    let [member, register] = claimed[0]!;
    for (const claim of claimed) if (isLater(claim[1], register)) [member, register] = claim;
    learnersOf.set(member, [...(learnersOf.get(member) ?? []), learner]);
    if (claimed.length > 1) {
      contested.set(
        learner,
        claimed.map(([code]) => code),
      );
    }
  }
  return {
    units,
    members,
    learnersOf,
    contested,
  };
}

async function registersIn(tx: Reading): Promise<RosterRegisters> {
  const packs = await countingPacks(tx);
  const [units, members, links] = await Promise.all([
    heldIn(tx, 'units', packs),
    heldIn(tx, 'members', packs),
    heldIn(tx, 'memberLinks', packs),
  ]);
  return {
    units: new Map([...units].map(([id, {row}]) => [id, row])),
    members: new Map([...members].map(([code, {row}]) => [code, row])),
    links: [...links.values()].map(({key: [learner, member], row: register}) => ({
      member,
      learner,
      register,
    })),
  };
}

const without = <T extends object>(given: T): T =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;

const datedName = ({name, from}: DatedName): DatedName =>
  without({name: name.trim().normalize('NFC'), from}) as DatedName;

const post = ({unit, role, from, until}: Post): Post => without({unit, role, from, until}) as Post;

/** The same fields in the same order, so that what is the same is the same text. */
const unitRow = ({id, parent, level, names: [first, ...later], until, households}: Unit): Unit =>
  without({
    id,
    parent,
    level,
    names: [datedName(first), ...later.map(datedName)] as const,
    until,
    households,
  }) as Unit;

const memberRow = ({code, name, posts: [first, ...later], phoneTail, birthYear}: Member): Member =>
  without({
    code,
    name: name.trim().normalize('NFC'),
    posts: [post(first), ...later.map(post)] as const,
    phoneTail,
    birthYear,
  }) as Member;

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Sets registers one further, where that changes anything; resolves to the former value of each. */
async function set<S extends 'units' | 'members', Value>(
  tx: Writing,
  store: S,
  wanted: ReadonlyMap<string, Value | undefined>,
  form: (value: Value) => Value,
  by: DeviceKey,
  packs: readonly PackRow[],
): Promise<Map<string, Value | undefined>> {
  const undo = new Map<string, Value | undefined>();
  const there = await thereOf(tx, store, [...wanted.keys()], packs);
  let written = 0;
  for (const [key, given] of wanted) {
    const row = there.get(key) as Registered<Value> | undefined;
    const value = given && form(given);
    if (isSame(row?.value, value)) continue;
    undo.set(key, row?.value);
    const next = {...(value && {value}), counter: (row?.counter ?? 0) + 1, by};
    const kept =
      store === 'members' ? asKnown(next as Registered<unknown> as Registered<Member>) : next;
    tx.put(store, key, kept as Registered<unknown> as Layout[S]['row']);
    if (++written % breath === 0) await tx.get(store, key);
  }
  return undo;
}

/** Rows by the text of their key. Few are asked for one by one, many, or those of packs as well, all at once. */
async function thereOf<S extends RosterStore>(
  tx: Reading,
  store: S,
  keys: readonly Layout[S]['key'][],
  packs: readonly PackRow[],
): Promise<Map<string, Layout[S]['row']>> {
  const rows = new Map<string, Layout[S]['row']>();
  if (keys.length > 100 || packs.length > 0) {
    for (const [name, {row}] of await heldIn(tx, store, packs)) rows.set(name, row);
    return rows;
  }
  for (const key of keys) {
    const row = await tx.get(store, key);
    if (row) rows.set(nameOf(key), row);
  }
  return rows;
}

async function apply(change: RosterChange, by: DeviceKey, tx: Writing): Promise<RosterChange> {
  const packs = await countingPacks(tx);
  const units = await set(tx, 'units', change.units ?? new Map<string, Unit>(), unitRow, by, packs);
  const members = await set(
    tx,
    'members',
    change.members ?? new Map<string, Member>(),
    memberRow,
    by,
    packs,
  );
  const links = change.links?.length ? await relink(tx, change.links, by, packs) : [];
  return {
    ...(units.size > 0 && {units}),
    ...(members.size > 0 && {members}),
    ...(links.length > 0 && {links}),
  };
}

/** Resolves to the links as they were. */
async function relink(
  tx: Writing,
  wanted: readonly MemberLink[],
  by: DeviceKey,
  packs: readonly PackRow[],
): Promise<MemberLink[]> {
  const edges = new Map<LearnerKey, Map<MemberCode, Registered<true>>>();
  for (const {key, row} of (await linksIn(tx, packs)).links.values()) {
    const [learner, member] = key;
    edges.set(learner, (edges.get(learner) ?? new Map<MemberCode, never>()).set(member, row));
  }
  const undo: MemberLink[] = [];
  let written = 0;
  for (const {learner, member, on} of wanted) {
    const own = edges.get(learner) ?? new Map<MemberCode, Registered<true>>();
    edges.set(learner, own);
    if ((own.get(member)?.value ?? false) === on) continue;
    // One further than every edge of the learner: the later of two claims is to hold.
    const counter = 1 + Math.max(0, ...[...own.values()].map((edge) => edge.counter));
    const register = {...(on && {value: true as const}), counter, by};
    own.set(member, register);
    tx.put('memberLinks', [learner, member], register);
    undo.unshift({learner, member, on: !on});
    if (++written % breath === 0) await tx.get('memberLinks', [learner, member]);
  }
  return undo;
}

async function joinInto<S extends RosterStore>(
  tx: Writing,
  store: S,
  registers: readonly (readonly [key: Layout[S]['key'], register: Layout[S]['row']])[],
): Promise<number> {
  const there = await thereOf(
    tx,
    store,
    registers.map(([key]) => key),
    [],
  );
  let changed = 0;
  for (const [key, register] of registers) {
    const former = there.get(nameOf(key));
    const row = joinedRow(store, register, former);
    if (row === former) continue;
    there.set(nameOf(key), row);
    tx.put(store, key, row);
    if (++changed % breath === 0) await tx.get(store, key);
  }
  return changed;
}
