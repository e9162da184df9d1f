import {openSite} from './site.mjs';
import {openPhone, untilAnswerable} from './slow-phone.mjs';

export const title =
  'First lesson in a portal, until its first question can be answered (400 kbit/s, 2 s latency, 4× CPU)';
export const limit = {'one script, one tag': 1.25};
export const runs = 15;

export async function open() {
  return {site: await openSite(), phone: await openPhone()};
}

export async function close({site, phone}) {
  await phone.close();
  await site.close();
}

export const sides = {
  'bare element': ({site, phone}) => untilAnswerable(phone, `${site.url}bench/bare.html`),
  'one script, one tag': ({site, phone}) => untilAnswerable(phone, `${site.url}bench/portal.html`),
};
