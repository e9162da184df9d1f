import {openSite} from './site.mjs';
import {openPhone, untilAnswerable} from './slow-phone.mjs';

export const title =
  'First lesson in the app, until its first question can be answered (400 kbit/s, 2 s latency, 4× CPU)';
export const limit = {'/pwa/ at the lesson': 2.1};
export const runs = 15;

export async function open() {
  return {site: await openSite(), phone: await openPhone()};
}

export async function close({site, phone}) {
  await phone.close();
  await site.close();
}

export const sides = {
  'plain HTML page': ({site, phone}) => untilAnswerable(phone, `${site.url}bench/plain.html`),
  '/pwa/ at the lesson': ({site, phone}) =>
    untilAnswerable(phone, `${site.url}pwa/#/${site.lesson}`),
};
