import {
  formatVersion,
  type Layout,
  type MetaRow,
  type OpenDatabase,
  type StandingRow,
} from './database.js';
import {newDevice} from './keys.js';
import type {StreamKey} from './reckoning/record.js';
import {type OwnStream, renamed} from './stream.js';
import type {Change, CopiedStore, Twin} from './twin.js';
import {endsOf} from './witness.js';

type StandingKey = Layout['standings']['key'];
type Ends = ReadonlyMap<StreamKey, readonly [seq: number, tail: string]>;

const endsIn = ([learner, course]: StandingKey, row: StandingRow | undefined): Ends =>
  new Map(row ? endsOf(learner, course, row.own) : []);

/** Whether the twin's row has a number that the other has not given away, or gave to another record. */
function isAhead(key: StandingKey, twin: StandingRow, row: StandingRow | undefined): boolean {
  const known = endsIn(key, row);
  return [...endsIn(key, twin)].some(([stream, [seq, tail]]) => {
    const end = known.get(stream);
    return !end || end[0] < seq || (end[0] === seq && end[1] !== tail);
  });
}

/** One life of a stream goes on; what was written under other names stands behind it, each name once. */
function joined(twin: OwnStream, there: OwnStream | undefined, device: string): OwnStream {
  // The stream here was begun under another name: it goes on, and what it follows is remembered.
  const goesOn =
    there !== undefined &&
    there.device !== twin.device &&
    !twin.past.some(([name]) => name === there.device);
  const own = goesOn ? there : renamed(twin, device);
  const past = new Map<string, OwnStream['past'][number]>();
  const behind: OwnStream['past'][number][] = [
    ...twin.past,
    [twin.device, twin.seq, twin.tail],
    ...(there ? [...there.past, [there.device, there.seq, there.tail] as const] : []),
  ];
  for (const end of behind) {
    const [name, seq] = end;
    if (name === own.device || seq === 0) continue;
    if (seq > (past.get(name)?.[1] ?? 0)) past.set(name, end);
  }
  return {...own, past: [...past.values()]};
}

/**
 * Brings back what the twin has and the database has lost, by union. Resolves to whether anything was missing.
 * Numbers given away once are never given again: what is written from now on bears a new name of this device.
 */
export async function restoreFromTwin(database: OpenDatabase, twin: Twin): Promise<boolean> {
  const found = await twin.rows();
  const of = <S extends CopiedStore>(store: S) =>
    found.filter((change): change is Extract<Change, {store: S}> => change.store === store);
  const standings = of('standings');
  const stands = await database.read(['standings'], (tx) =>
    Promise.all(standings.map(({key}) => tx.get('standings', key))),
  );
  const isBehind = standings.some(({key, row}, at) => row && isAhead(key, row, stands[at]));
  const isNew = database.fresh && found.length > 0;
  if (!isBehind && !isNew) return false;

  const minted = await newDevice();
  return database.write(
    ['meta', 'keys', 'learners', 'names', 'records', 'packets', 'standings'],
    async (tx) => {
      const meta = await tx.get('meta', 'store');
      const named = await tx.get('keys', 'device');
      const isEmpty = (await tx.keys('standings')).length === 0;
      const lost: Extract<Change, {store: 'standings'}>[] = [];
      for (const change of standings) {
        // Another tab may have brought it back meanwhile.
        const there = await tx.get('standings', change.key);
        if (change.row && isAhead(change.key, change.row, there)) lost.push(change);
      }
      const usedUp = lost.some(({row}) =>
        [row?.own.device, ...(row?.own.past ?? []).map(([name]) => name)].includes(named?.device),
      );
      const device = usedUp || !named ? minted : named;
      if (device !== named) tx.put('keys', 'device', device);

      for (const {key, row} of of('learners')) {
        if (row && !(await tx.get('learners', key))) tx.put('learners', key, row);
      }
      for (const {key, row} of of('names')) {
        const there = await tx.get('names', key);
        if (row && (there?.counter ?? -1) < row.counter) tx.put('names', key, row);
      }
      for (const {key, row} of of('packets')) {
        if (row && !(await tx.get('packets', key))) tx.put('packets', key, row);
      }
      const texts = new Set((await tx.keys('records')).map((key) => JSON.stringify(key)));
      for (const {key, row} of of('records')) {
        if (row !== undefined && !texts.has(JSON.stringify(key))) tx.put('records', key, row);
      }
      for (const {key, row} of lost) {
        if (!row) continue;
        const there = await tx.get('standings', key);
        const own = joined(row.own, there?.own, device.device);
        // Made again from the records when it is next read.
        tx.put('standings', key, {...row, own, stale: true});
      }
      const former = of('meta')[0]?.row;
      if (meta && former) tx.put('meta', 'store', metaOf(meta, former, isEmpty));
      return lost.length > 0 || of('learners').length > 0;
    },
  );
}

/** An empty database is that former life again, under its incarnation; one with rows of its own only learns who studies. */
function metaOf(meta: MetaRow, former: MetaRow, isEmpty: boolean): MetaRow {
  const {current, seen} = former;
  if (!isEmpty) return meta.current === undefined && current ? {...meta, current} : meta;
  return {
    incarnation: former.incarnation,
    format: formatVersion,
    ...(current !== undefined && {current}),
    ...(seen !== undefined && {seen}),
    ...(former.rescue && {rescue: former.rescue}),
  };
}
