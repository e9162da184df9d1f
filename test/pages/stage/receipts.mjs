import {fromSource} from './from-source.mjs';

const {decodeDigest, receiptCodeOf, findTextCodes, dayInVietnam} = await fromSource(`
  export {decodeDigest} from './src/exchange/digest.js';
  export {receiptCodeOf} from './src/exchange/receipt-code.js';
  export {findTextCodes} from './src/exchange/text-code.js';
  export {dayInVietnam} from './src/store/reckoning/calendar.js';
`);

/**
 * What a trainer of `course` answers to somebody's code today: that they hold its records (`held`), or that they have
 * the code which counts them.
 */
export function receiptFor(course, code, held = true) {
  const [{bytes}] = findTextCodes(code);
  const {learner, streams} = decodeDigest(bytes, [course]);
  const receipted = {
    learner,
    course: course.id,
    receiver: 'a1b2c3d4',
    receivedOn: dayInVietnam(Date.now()),
    streams: streams.map((stream) => ({...stream, held})),
  };
  return receiptCodeOf(receipted, course);
}
