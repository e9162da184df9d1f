import type {ReadTransaction} from './database.js';
import type {Layout} from './database-layout.js';
import type {Member, MemberCode} from './reckoning/member.js';
import {joinedMember, type MemberRegister} from './reckoning/member-register.js';
import {isLater} from './reckoning/register.js';
import type {Unit, UnitKey} from './reckoning/unit.js';
import type {PackRow, RosterRegisters} from './roster-contract.js';

/** What is written here itself, and what a pack brings beside it. */
export const rosterStores = ['units', 'members', 'memberLinks'] as const;
export type RosterStore = (typeof rosterStores)[number];
type Key<S extends RosterStore> = Layout[S]['key'];
type Row<S extends RosterStore> = Layout[S]['row'];

/** Rows of one store by the text of their key. */
export type Held<S extends RosterStore> = Map<string, {readonly key: Key<S>; readonly row: Row<S>}>;

export const nameOf = (key: string | readonly string[]): string =>
  typeof key === 'string' ? key : key.join('/');

/** The packs that count. */
export const countingPacks = async (tx: ReadTransaction<'packs'>): Promise<readonly PackRow[]> =>
  (await tx.all('packs')).filter(({admitted}) => admitted);

/** Registers as rows of a store. */
export function rowsFor<S extends RosterStore>(
  store: S,
  {units, members, links}: RosterRegisters,
): readonly (readonly [Key<S>, Row<S>])[] {
  const rows =
    store === 'units'
      ? [...units]
      : store === 'members'
        ? [...members]
        : links.map(({learner, member, register}) => [[learner, member], register] as const);
  return rows as unknown as readonly (readonly [Key<S>, Row<S>])[];
}

/** What two rows of one key say together; the second itself where the first adds nothing. */
export function joinedRow<S extends RosterStore>(
  store: S,
  one: Row<S>,
  other: Row<S> | undefined,
): Row<S> {
  if (store !== 'members') return isLater<unknown>(one, other) || !other ? one : other;
  return joinedMember(one as MemberRegister, other as MemberRegister | undefined);
}

/** Own rows of a store with those of the packs joined into them, in the order of their keys. */
export async function heldIn<S extends RosterStore>(
  tx: ReadTransaction<NoInfer<S>>,
  store: S,
  packs: readonly PackRow[],
): Promise<Held<S>> {
  const [keys, rows] = await Promise.all([tx.keys(store), tx.all(store)]);
  const held: Held<S> = new Map(
    keys.map((key, at) => [nameOf(key), {key, row: rows[at]!}] as const),
  );
  if (packs.length === 0) return held;
  for (const {registers} of packs) {
    for (const [key, row] of rowsFor(store, registers)) {
      const name = nameOf(key);
      held.set(name, {key, row: joinedRow(store, row, held.get(name)?.row)});
    }
  }
  return new Map([...held].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** All units there are, by key. */
export async function unitsIn(
  tx: ReadTransaction<'units'>,
  packs: readonly PackRow[],
): Promise<ReadonlyMap<UnitKey, Unit>> {
  // Without packs a row names its key: reading the keys as well would cost a province some time.
  const rows =
    packs.length === 0 ? await tx.all('units') : rowsOf(await heldIn(tx, 'units', packs));
  return new Map(rows.flatMap(({value}) => (value ? [[value.id, value]] : [])));
}

/** All members there are, by code. */
export async function membersIn(
  tx: ReadTransaction<'members'>,
  packs: readonly PackRow[],
): Promise<ReadonlyMap<MemberCode, Member>> {
  const rows =
    packs.length === 0 ? await tx.all('members') : rowsOf(await heldIn(tx, 'members', packs));
  return new Map(rows.flatMap(({value}) => (value ? [[value.code, value]] : [])));
}

const rowsOf = <Row>(held: ReadonlyMap<string, {readonly row: Row}>): readonly Row[] =>
  [...held.values()].map(({row}) => row);
