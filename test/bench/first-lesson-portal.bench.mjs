import {openSite} from './site.mjs';
import {openPhone, untilAnswerable} from './slow-phone.mjs';

export const title =
  'First lesson in a portal, until its first question can be answered (400 kbit/s, 2 s latency, 4× CPU)';
export const limit = {'one script, one tag': 1.25};
export const runs = 15;

export async function open() {
  return {site: await openSite(), phone: await openPhone(), kept: {bare: [], portal: []}};
}

export async function close({site, phone}) {
  await phone.close();
  await site.close();
}

const measure = ({site, phone, kept}, page) =>
  untilAnswerable(phone, `${site.url}bench/${page}.html`, kept[page]);

export const sides = {
  'bare element': (context) => measure(context, 'bare'),
  'one script, one tag': (context) => measure(context, 'portal'),
};

const median = (times) => [...times].sort((a, b) => a - b)[times.length >> 1];

/** An answer given at the first possible moment may still wait for what keeps it. */
export function notes({kept}) {
  const [bare, portal] = [median(kept.bare), median(kept.portal)];
  return [
    `an answer given at once was on disk after ${bare.toFixed(0)} ms (bare), ${portal.toFixed(0)} ms (ours), ` +
      `× ${(portal / bare).toFixed(2)}`,
  ];
}
