import {expect, waitUntil} from '@open-wc/testing';
import type {KnsReport} from '../../../src/components/trainer/report.js';
import {furnish, openReport, wordsOf} from './desk.js';
import {testStore} from './room.js';

/** Midnight in Vietnam between 31/12/2026 and 1/1/2027. */
const midnight = Date.UTC(2026, 11, 31, 17);
const minute = 60_000;

async function reportOpenAt(at: number) {
  const {store} = testStore();
  await furnish(store);
  return openReport(store, {at});
}

/** The quarter that is over stands there as a whole. */
const isOver = (report: KnsReport) =>
  report.renderRoot.querySelector('#text') !== null &&
  wordsOf(report).includes('Quý IV/2026') &&
  !wordsOf(report).includes('số liệu tính đến');

describe('a trainer’s page that is left open', () => {
  it('counts by the new day once midnight is past', async () => {
    const report = await reportOpenAt(midnight - minute);
    expect(wordsOf(report)).to.contain('số liệu tính đến 31/12/2026');
    const began = performance.now();
    report.now = () => midnight - 300 + performance.now() - began;
    report.remove();
    document.body.querySelector('kns-trainer')!.append(report);
    await waitUntil(() => isOver(report));
    expect(report.now()).to.be.at.least(midnight);
  });

  it('counts by the new day when it is looked at again, whenever the device slept', async () => {
    const report = await reportOpenAt(midnight - minute);
    let at = midnight - minute;
    report.now = () => at;
    await report.updateComplete;
    at = midnight + minute;
    document.dispatchEvent(new Event('visibilitychange'));
    await waitUntil(() => isOver(report));
  });
});
