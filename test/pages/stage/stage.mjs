import {defaultPolicy} from '../../../demo/server.mjs';
import {openPage} from '../harness.mjs';

const document = (head, body) => `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Màn hình</title>
    <link rel="icon" href="pwa/icons/icon.svg" />
    ${head}
  </head>
  <body>
    <main>${body}</main>
  </body>
</html>
`;

const scripts = {
  learner: '<script type="module" src="cdn/kynangso.js"></script>',
  trainer: '<script type="module" src="cdn/kynangso-trainer.js"></script>',
};

async function writeWithoutEnd() {
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open('kynangso');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const store = database.transaction(database.objectStoreNames, 'readwrite').objectStore('meta');
  await new Promise((begun) => {
    const on = () => {
      store.get('store').onsuccess = on;
      begun();
    };
    on();
  });
}

/** Resolves to the page once these words are on it. */
export async function says(page, words) {
  await page.getByText(words).first().waitFor();
  return page;
}

/** Resolves once the study has begun: the tags of what was learned are defined only then. */
export const begun = (page) =>
  page.waitForFunction(() => customElements.get('kns-progress') !== undefined);

const phone = {width: 360, height: 740};

/** By browser, devices that were used and hold nothing any more: a new one costs as much as a whole scene. */
const cleared = new WeakMap();

async function newDevice(browser) {
  const context = await browser.newContext({
    viewport: phone,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(15_000);
  const pages = new Map();
  await context.route('**/stage-*.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: {'content-security-policy': defaultPolicy},
      body: pages.get(new URL(route.request().url()).pathname) ?? '',
    }),
  );
  return {context, pages, spare: undefined};
}

/** Leaves one blank page and an empty storage. */
async function clear(device, {origin}) {
  const [first, ...others] = device.context.pages();
  for (const page of others) await page.close();
  device.pages.clear();
  device.spare = first;
  if (!first) return;
  await first.goto('about:blank');
  await first.setViewportSize(phone);
  const session = await device.context.newCDPSession(first);
  await session.send('Storage.clearDataForOrigin', {origin, storageTypes: 'all'});
  await session.detach();
}

/** What a state is brought about with: a device of its own, and pages that hold nothing but the elements asked for. */
export async function openStage(browser, server) {
  const idle = cleared.get(browser) ?? [];
  cleared.set(browser, idle);
  const device = idle.pop() ?? (await newDevice(browser));
  /** Whoever asks for the context may have changed what cannot be cleared. */
  let isChanged = false;

  async function open(html) {
    const path = `/stage-${device.pages.size}.html`;
    device.pages.set(path, html);
    const page = device.spare ?? (await openPage(device.context)).page;
    device.spare = undefined;
    await page.goto(new URL(path, server.url).href);
    return page;
  }

  return {
    get context() {
      isChanged = true;
      return device.context;
    },
    server,
    /** Opens a page with these elements and the script of the learner, or of the trainer. */
    show: (body, whose = 'learner') => open(document(scripts[whose], body)),
    /** A page of the same origin without any script: for what happens to the storage behind the elements' back. */
    behind: async (work, argument) => {
      const page = await open(document('', ''));
      const result = await page.evaluate(work, argument);
      await page.close();
      return result;
    },
    /** Another tab that writes until its page is closed, so that everybody else waits for the database. */
    async occupy() {
      const page = await open(document('', ''));
      await page.evaluate(writeWithoutEnd);
      return page;
    },
    async dispose() {
      if (isChanged) return device.context.close();
      await clear(device, new URL(server.url));
      idle.push(device);
    },
  };
}
