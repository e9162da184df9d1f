import type {Database, ReadTransaction} from './database.js';
import type {Exchange, Receipted, ReceiptRow} from './exchange-contract.js';
import {type OwnRecords, ownRecordsOf} from './own-records.js';
import {coveredIn} from './reckoning/gaps.js';
import {hexOf} from './reckoning/heads.js';
import {unpackStanding} from './reckoning/packed-standing.js';
import type {StreamHead} from './reckoning/packet.js';
import type {DeviceKey, LearnerKey} from './reckoning/record.js';
import type {Backup} from './store-contract.js';

export type ReceiptedHead = Receipted['streams'][number];

type ReceiptMethods = Pick<
  Exchange,
  'departed' | 'keepReceipt' | 'receiptsOf' | 'unsent' | 'receiptFor'
>;

/** What receipts need of the store around them. */
export interface ReceiptSurroundings {
  readonly database: Database;
  readonly backup: Backup | undefined;
  readonly now: () => number;
  readonly device: () => Promise<DeviceKey>;
  /** This device goes on under another name. */
  readonly rename: () => Promise<void>;
}

/** A head that was made without the record at its end at hand. */
const noTail = '0000';

/** What a device name wrote here, as far as it is known. */
export interface OwnEnd {
  readonly device: DeviceKey;
  readonly seq: number;
  /** The tails of the ids at a number; none where the record is not here. */
  readonly tailsAt: (seq: number) => readonly string[];
}

/** Every name this device wrote under, or writes under, for one learner × course. */
export async function ownEndsIn(
  tx: ReadTransaction<'records' | 'standings'>,
  backup: Backup | undefined,
  learner: LearnerKey,
  course: string,
  device: DeviceKey,
): Promise<{readonly ends: readonly OwnEnd[]; readonly streams: readonly OwnRecords[]}> {
  const row = await tx.get('standings', [learner, course]);
  const streams = await ownRecordsOf(tx, backup, learner, course);
  const last = new Map<DeviceKey, [seq: number, tail: string]>([[device, [0, '']]]);
  const own = row?.own;
  for (const [name, seq, tail] of own ? [...own.past, [own.device, own.seq, own.tail]] : []) {
    last.set(name as DeviceKey, [seq as number, tail as string]);
  }
  for (const {device: name, records} of streams) {
    const end = records.at(-1)!.record;
    if (end.seq > (last.get(name)?.[0] ?? 0)) last.set(name, [end.seq, end.id.slice(-4)]);
  }
  const ends = [...last].map(([name, [seq, tail]]): OwnEnd => {
    const records = streams.find((stream) => stream.device === name)?.records ?? [];
    return {
      device: name,
      seq,
      tailsAt: (at) => [
        ...(at === seq && tail !== '' ? [tail] : []),
        ...records.flatMap(({record}) => (record.seq === at ? [record.id.slice(-4)] : [])),
      ],
    };
  });
  return {ends, streams};
}

/** Whether a head speaks of numbers that this device did not write under that name: another bears it (data.md C4). */
export function isForeign(
  {through, tail}: Pick<StreamHead, 'through' | 'tail'>,
  {seq, tailsAt}: OwnEnd,
): boolean {
  if (through > seq) return true;
  const tails = tailsAt(through);
  return through > 0 && tail !== noTail && tails.length > 0 && !tails.includes(tail);
}

const endNamed = (ends: readonly OwnEnd[], name: string) =>
  ends.find(({device}) => hexOf(device) === name);

/** Of each stream the farthest that was ever receipted, held and covered apart: any order comes to the same. */
function farthest(heads: readonly ReceiptedHead[]): readonly ReceiptedHead[] {
  const rank = ({through, beyond, tail}: ReceiptedHead) => [through, beyond, tail] as const;
  const by = new Map<string, ReceiptedHead>();
  for (const {device, through, beyond, tail, held} of heads) {
    const head: ReceiptedHead = {device, through, beyond, tail, held};
    const there = by.get(`${device}/${held}`);
    if (!there || isBelow(rank(there), rank(head))) by.set(`${device}/${held}`, head);
  }
  return [...by].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, head]) => head);
}

function isBelow(a: readonly (number | string)[], b: readonly (number | string)[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && a[at]! < b[at]!;
}

/** What left this device, and what trainers say they hold of it. */
export function openReceipts({
  database,
  backup,
  now,
  device,
  rename,
}: ReceiptSurroundings): ReceiptMethods {
  const receiptsOf = (learner: LearnerKey, course: string) =>
    database.read(['receipts'], (tx) => tx.all('receipts', [learner, course]));

  return {
    departed: (learner, course, way) =>
      database.write(['departures'], (tx) =>
        Promise.resolve(tx.put('departures', [learner, course], {at: now(), way})),
      ),

    async keepReceipt({learner, course, receiver, receivedOn, streams}) {
      const current = await device();
      const outcome = await database.write(
        ['learners', 'standings', 'records', 'receipts'],
        async (tx) => {
          const {ends} = await ownEndsIn(tx, backup, learner, course, current);
          const isHere =
            ends.some(({seq}) => seq > 0) ||
            (await tx.get('learners', learner)) !== undefined ||
            (await tx.get('standings', [learner, course])) !== undefined;
          if (!isHere) return 'stranger';
          const isOurs = (head: ReceiptedHead) => {
            const end = endNamed(ends, head.device);
            return !end || !isForeign(head, end);
          };
          const ours = streams.filter(isOurs);
          const isTwin = streams.some((head) => head.device === hexOf(current) && !isOurs(head));
          const key: [string, string, string] = [learner, course, receiver];
          const former = await tx.get('receipts', key);
          const row: ReceiptRow = {
            learner,
            course,
            receiver,
            receivedOn: Math.max(receivedOn, former?.receivedOn ?? receivedOn),
            streams: farthest([...(former?.streams ?? []), ...ours]),
            at: now(),
          };
          const isNews =
            JSON.stringify({...row, at: 0}) !== JSON.stringify({...former, at: 0}) &&
            row.streams.length > 0;
          if (isNews) tx.put('receipts', key, row);
          if (isTwin) return 'twin';
          return isNews ? 'new' : 'again';
        },
      );
      if (outcome === 'twin') await rename();
      return outcome;
    },

    receiptsOf,

    async unsent(learner, course) {
      const {streams, receipts, departed} = await database.read(
        ['records', 'receipts', 'departures'],
        async (tx) => ({
          streams: await ownRecordsOf(tx, backup, learner, course),
          receipts: await tx.all('receipts', [learner, course]),
          departed: await tx.get('departures', [learner, course]),
        }),
      );
      const names = new Set(streams.map((stream) => hexOf(stream.device)));
      const held = receipts.flatMap((receipt) =>
        receipt.streams.flatMap((head) =>
          head.held && head.through > 0 && names.has(head.device)
            ? [{...head, receivedOn: receipt.receivedOn}]
            : [],
        ),
      );
      const missing = streams.flatMap((stream) => {
        const heads = held.filter((head) => head.device === hexOf(stream.device));
        const through = Math.max(0, ...heads.map((head) => head.through));
        return stream.records.filter(({record}) => record.seq > through);
      });
      return {
        records: missing.length,
        ...(missing.length > 0 && {since: Math.min(...missing.map(({record}) => record.at))}),
        ...(held.length > 0 && {receiptedOn: Math.max(...held.map(({receivedOn}) => receivedOn))}),
        ...(departed && {departed}),
      };
    },

    async receiptFor(learner, course) {
      const rows = await database.read(['packets'], (tx) => tx.all('packets', [learner, course]));
      const admitted = rows
        .filter((row) => row.admitted)
        .sort((a, b) => b.firstReceivedAt - a.firstReceivedAt);
      if (admitted.length === 0) return undefined;
      const withRecords = admitted.filter(({kind}) => kind === 'records');
      const heads = withRecords.flatMap((row) => row.streams);
      const covered = coveredIn(withRecords.flatMap(({packed}) => unpackStanding(packed) ?? []));
      const held = [...covered].map(([stream, ranges]): ReceiptedHead => {
        const name = hexOf(stream.slice(0, stream.indexOf('/')));
        const {through, beyond} = reachedIn(ranges);
        const end = heads.find((head) => head.device === name && head.through === through);
        return {device: name, through, beyond, tail: end?.tail ?? noTail, held: true};
      });
      const counted = admitted
        .flatMap((row) => row.streams)
        .filter((head) => {
          const there = held.find(({device: name}) => name === head.device);
          return head.through > (there?.through ?? 0);
        })
        .map((head): ReceiptedHead => ({...head, held: false}));
      // Newest first: a receipt that is too long for its carrier loses what is oldest.
      const order = [...new Set(admitted.flatMap((row) => row.streams.map((head) => head.device)))];
      const place = (head: ReceiptedHead) => order.indexOf(head.device) + 1 || Infinity;
      return {
        learner,
        course,
        receiver: hexOf(await device()),
        receivedOn: Math.max(...admitted.map((row) => row.firstReceivedOn)),
        streams: [...farthest([...held, ...counted])].sort((a, b) => place(a) - place(b)),
      };
    },
  };
}

/** How far ranges go without a gap, and how many numbers are known after the first one. */
function reachedIn(ranges: readonly (readonly [from: number, to: number])[]) {
  let through = 0;
  let beyond = 0;
  let last = 0;
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const start = Math.max(from, last + 1);
    if (start === through + 1 && beyond === 0) through = Math.max(through, to);
    else if (to >= start) beyond += to - start + 1;
    last = Math.max(last, to);
  }
  return {through, beyond};
}
