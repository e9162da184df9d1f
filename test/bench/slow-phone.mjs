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

/**
 * Looks on every frame for something to tick: in our lesson, in the bare one, or in the page itself. Then it answers,
 * and looks for the sentence that says so.
 */
function watchForQuestion() {
  const into = (scope, tag) => scope?.querySelector(tag)?.shadowRoot;
  const scopes = () => [
    into(into(into(document, 'kns-course'), 'kns-lesson'), 'kns-question'),
    into(document, 'bare-lesson'),
    document,
  ];
  const tickable = (scope) => {
    const input = scope?.querySelector('input:enabled');
    return input?.getClientRects().length > 0 ? input : undefined;
  };
  const noted = (name) =>
    Object.defineProperty(globalThis, Symbol.for(name), {value: performance.now()});
  const buttonIn = (scope) =>
    [...scope.querySelectorAll('button')].find(({textContent}) => textContent.includes('Trả lời'));
  const lookForVerdict = (scope) => {
    if (scope.querySelector('[role=status]')?.textContent.includes('Đã lưu')) noted('bench/kept');
    else requestAnimationFrame(() => lookForVerdict(scope));
  };
  const look = () => {
    const scope = scopes().find((one) => tickable(one));
    if (!scope) {
      requestAnimationFrame(look);
      return;
    }
    noted('bench/answerable');
    tickable(scope).click();
    requestAnimationFrame(() => {
      // A lesson that came with its page has no button before its script.
      buttonIn(scope)?.click();
      lookForVerdict(scope);
    });
  };
  requestAnimationFrame(look);
}

/**
 * Opens a page for the first time on a slow phone; resolves to the ms from the navigation until its first question
 * can be answered. `kept`, when given, gets the ms until an answer given at that moment was on disk.
 */
export async function untilAnswerable(phone, url, kept) {
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
    await page.goto(url, {waitUntil: 'commit', timeout: 60_000});
    // Asked seldom: the phone is slow enough.
    const read = async (name) => {
      const found = await page.waitForFunction((key) => globalThis[Symbol.for(key)], name, {
        polling: 250,
        timeout: 60_000,
      });
      return found.jsonValue();
    };
    kept?.push(await read('bench/kept'));
    return await read('bench/answerable');
  } finally {
    await context.close();
  }
}
