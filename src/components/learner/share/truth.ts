import type {ReceiptRow, Unsent} from '../../../store/exchange-contract.js';
import type {StreamHead} from '../../../store/reckoning/packet.js';
import {dateTime, day} from '../../date-time.js';
import type {HandOverMessages} from '../../messages/hand-over.js';
import {writtenDay} from '../../written-day.js';

/** What is true of what was learned here and where it is; never a guess. */
export interface Truth {
  readonly headline: string;
  readonly note: string;
  /** Nothing is left to do. */
  readonly isGood: boolean;
}

/** Says what nobody has yet, by what receipts tell. `heads`: what this device wrote. */
export function truthOf(
  {records, since, receiptedOn, departed}: Unsent,
  receipts: readonly ReceiptRow[],
  heads: readonly StreamHead[],
  {truth: messages}: HandOverMessages,
): Truth {
  const before = receiptedOn === undefined ? '' : messages.receivedBefore(writtenDay(receiptedOn));
  if (records === 0)
    return receiptedOn === undefined
      ? {headline: messages.nothing, note: '', isGood: false}
      : {headline: messages.received(writtenDay(receiptedOn)), note: '', isGood: true};
  const counted = receipts.filter(({streams}) =>
    heads.every(({device, through}) =>
      streams.some((stream) => stream.device === device && stream.through >= through),
    ),
  );
  if (heads.length > 0 && counted.length > 0) {
    const newest = Math.max(...counted.map(({receivedOn}) => receivedOn));
    return {
      headline: messages.counted(writtenDay(newest)),
      note: messages.countedNote,
      isGood: true,
    };
  }
  if (departed && departed.at >= (since ?? 0))
    return {
      headline: messages.gone(dateTime(departed.at)),
      note: messages.goneNote(records),
      isGood: false,
    };
  return {
    headline: messages.unsent(records, day(since ?? Date.now())),
    note: before || messages.never,
    isGood: false,
  };
}
