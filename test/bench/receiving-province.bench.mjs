import {openReceiving} from './receiving/page.mjs';

export const title =
  'Receiving what 5,324 learners sent, 120 signed records each, into an empty store';
export const limit = {receive: 1.5};
export const runs = 3;
/** A run takes most of a minute: no more of them than these. */
export const slow = true;

const learners = Math.ceil(5324 * Number(process.env.KNS_BENCH_SCALE ?? 1));

export const open = () => openReceiving(learners);
export const close = (context) => context.close();

export const sides = {
  'rows, JSON.parse, verification': ({page}) => page.evaluate(() => globalThis.receiving.raw()),
  receive: ({page}) => page.evaluate(() => globalThis.receiving.ours({withTwin: true})),
  'receive, without a twin beside it': ({page}) =>
    page.evaluate(() => globalThis.receiving.ours({withTwin: false})),
};

export const notes = ({made: {sections, bytes}}) => [
  `${sections} sections, ${(120 * sections).toLocaleString('en')} records, ${(bytes / sections).toFixed(0)} bytes a section`,
];
