import {chromium} from 'playwright-core';
import {chromiumArgs, needChromium} from '../../tools/chromium.mjs';

/** Slow 3G as it is defined for lighthouse's older profile: 400 kbit/s and 2 s until anything answers. */
const network = {
  offline: false,
  latency: 2000,
  downloadThroughput: 50_000,
  uploadThroughput: 50_000,
};

export const openPhone = () =>
  chromium.launch({executablePath: needChromium(), args: chromiumArgs});

/** Looks on every frame for something to tick: in our lesson, in the bare one, or in the page itself. */
function watchForQuestion() {
  const into = (scope, tag) => scope?.querySelector(tag)?.shadowRoot;
  const scopes = () => [
    into(into(into(document, 'kns-course'), 'kns-lesson'), 'kns-question'),
    into(document, 'bare-lesson'),
    document,
  ];
  const look = () => {
    if (scopes().some((scope) => scope?.querySelector('input:enabled'))) {
      Object.defineProperty(globalThis, Symbol.for('bench/answerable'), {value: performance.now()});
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * Opens a page for the first time on a slow phone; resolves to the ms from the navigation until its first question
 * can be answered. `requests`, when given, is filled with what was asked for and when it was there.
 */
export async function untilAnswerable(phone, url, requests) {
  // A worker fetches beside the page, past the throttle; first visits have none.
  const context = await phone.newContext({
    viewport: {width: 360, height: 740},
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', network);
    await session.send('Emulation.setCPUThrottlingRate', {rate: 4});
    await page.addInitScript(watchForQuestion);
    if (requests) {
      page.on('requestfinished', async (request) => {
        const {startTime, responseStart, responseEnd} = request.timing();
        const {responseBodySize} = await request.sizes();
        requests.push({
          path: new URL(request.url()).pathname,
          startTime,
          responseStart,
          responseEnd,
          responseBodySize,
        });
      });
    }
    await page.goto(url, {waitUntil: 'commit', timeout: 60_000});
    // Asked seldom: the phone is slow enough.
    const found = await page.waitForFunction(
      () => globalThis[Symbol.for('bench/answerable')],
      undefined,
      {polling: 250, timeout: 60_000},
    );
    return await found.jsonValue();
  } finally {
    await context.close();
  }
}
