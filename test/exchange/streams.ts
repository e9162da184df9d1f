import {encodeSection} from '../../src/exchange/section.js';
import {newDevice} from '../../src/store/keys.js';
import {signWith} from '../../src/store/signatures.js';
import type {Exchange, Signature} from '../../src/store/exchange-contract.js';
import type {PacketRow} from '../../src/store/reckoning/packet.js';
import {freezeRecord, type LearningRecord} from '../../src/store/reckoning/record.js';

export const lan = '0123456789ABCDEF';
export const hung = 'FEDCBA9876543210';
export const course = 'lop-mau';

/** A phone that can sign. */
export interface Phone {
  readonly device: string;
  readonly sign: (bytes: Uint8Array) => Promise<Signature | undefined>;
}

export async function newPhone(): Promise<Phone> {
  const {device, pair} = await newDevice();
  return {
    device,
    sign: (bytes) => (pair ? signWith(pair, bytes) : Promise.resolve(undefined)),
  };
}

/** A record of somebody who answers one question after another, a few of them wrong. */
export function recordAt(
  seq: number,
  {learner, device, ...more}: Pick<LearningRecord, 'learner' | 'device'> & Partial<LearningRecord>,
): LearningRecord {
  const lesson = `b0${1 + (seq % 4)}`;
  const isRight = seq % 5 !== 0;
  const chosen = isRight ? 'dung' : 'sai';
  return {
    id: `0199a1b2-${device
      .slice(0, 4)
      .toLowerCase()
      .replace(/[^0-9a-f]/g, 'a')}-7abc-8def-${seq.toString(16).padStart(12, '0')}`,
    v: 1,
    learner,
    device,
    course,
    seq,
    at: Date.UTC(2026, 10, 1) + seq * 61_007,
    tz: 420,
    clock: 'ok',
    epoch: 0,
    courseVersion: '1.0.0',
    lang: 'vi',
    verb: seq % 7 === 0 ? 'completed' : 'answered',
    lesson: `${lesson}@1`,
    ...(seq % 7 !== 0 && {
      question: `${lesson}#q${1 + (seq % 2)}@1`,
      attempt: 1 + (seq % 3),
      result: {
        response: chosen,
        simpleResponse: `${chosen} – câu ${seq}`,
        correct: isRight ? 1 : 0,
        hinted: false,
        activeMs: 4000 + seq * 37,
      },
    }),
    use: 'lesson',
    mode: 'self',
    totals: [seq, 0, 0, 0, 0, 0],
    ...more,
  };
}

export const textsOf = (learner: string, device: string, count: number, from = 1): string[] =>
  Array.from({length: count}, (_, at) => freezeRecord(recordAt(from + at, {learner, device})));

/** What a phone hands on of one learner. */
export const sectionOf = (
  {device, sign}: Phone,
  learner: string,
  texts: readonly string[],
  madeOn = 2517,
): Promise<Uint8Array> =>
  encodeSection(
    {learner, course, device, courseVersion: [1, 0], slots: [4, 8], madeOn, texts},
    sign,
  );

/** What the store says of a phone on which these streams were written and these packets came. */
export function exchangeOf(
  {device, sign}: Phone,
  streams: readonly {
    readonly learner: string;
    readonly device: string;
    readonly texts: readonly string[];
  }[],
  packets: readonly PacketRow[] = [],
): Exchange {
  const told: Pick<Exchange, 'device' | 'sign' | 'recordsOf' | 'packetsOf'> = {
    device: () => Promise.resolve(device),
    sign,
    recordsOf: (learner) =>
      Promise.resolve(
        streams.filter((stream) => stream.learner === learner).map((one) => ({...one, course})),
      ),
    packetsOf: (learner) =>
      Promise.resolve(packets.filter((row) => learner === undefined || row.learner === learner)),
  };
  return told as Exchange;
}
