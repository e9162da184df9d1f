import {installPeers, peersScript} from './peers/install.mjs';
import {openReceiving} from './receiving/page.mjs';

const records = Math.ceil(100_000 * Number(process.env.KNS_BENCH_SCALE ?? 1));

export const title = `Receiving ${records.toLocaleString('en')} records, beside one row a record`;
export const limit = {receive: 0.1};
export const runs = 3;
export const slow = true;

export async function open() {
  installPeers();
  const context = await openReceiving(Math.ceil(records / 120));
  await peersScript('rows.js', 'rows.js');
  await context.page.evaluate(async () => {
    await import(new URL('rows.js', location.href).href);
  });
  return context;
}
export const close = (context) => context.close();

export const sides = {
  // Given objects: what it costs to verify, unpack and parse them is left out.
  'Dexie, bulkPut of 2,000': ({page}) =>
    page.evaluate(() => globalThis.rowsInDexie(globalThis.receiving.records())),
  receive: ({page}) => page.evaluate(() => globalThis.receiving.ours({withTwin: true})),
};
