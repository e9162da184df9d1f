import {ContextProvider} from '@lit/context';
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {storeContext} from '../../src/components/contexts.js';
import {defineFreeTags} from '../../src/components/definition.js';
import {KnsFailedEvent} from '../../src/components/events.js';
import type {OfflineSource, ShellState} from '../../src/components/page/offline-source.js';
import {KnsOffline} from '../../src/components/page/offline.js';
import type {Store} from '../../src/store/store.js';
import {button, courseAddress, find, says, stage, testStore, wordsOf} from './stage.js';

defineFreeTags({'kns-offline': KnsOffline});

/** A host's own worker, in the shape the element takes. */
function shell(first: ShellState) {
  const listeners = new Set<() => void>();
  let state = first;
  return {
    get state() {
      return state;
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update: () => Promise.resolve(),
    become(next: ShellState) {
      state = next;
      for (const listener of listeners) listener();
    },
  } satisfies OfflineSource & {become: (next: ShellState) => void};
}

/** A footer that has no course around it, as in the apps. */
async function footer(store: Store, offline?: OfflineSource) {
  const parentNode = document.createElement('div');
  new ContextProvider(parentNode, {context: storeContext, initialValue: store});
  const course = await store.courses.load(courseAddress);
  return fixture<KnsOffline>(
    html`
      <kns-offline .course=${course} .offline=${offline}></kns-offline>
    `,
    {parentNode},
  );
}

describe('<kns-offline>', () => {
  it('keeps the whole course of an app at once, and says when it opens without a network', async () => {
    const offline = shell('installing');
    const line = await footer(testStore(), offline);
    await says(line, 'Đang lưu để dùng khi không có mạng');
    offline.become('ready');
    await says(line, 'Đã lưu sẵn để dùng khi không có mạng.');
    await expect(line).to.be.accessible();
  });

  it('fetches nothing in a portal before somebody asks, and promises no more than an open page', async () => {
    const asked: string[] = [];
    const store = testStore({
      fetch: (input, init) => {
        asked.push(input instanceof Request ? input.url : `${input}`);
        return fetch(input, init);
      },
    });
    const course = await stage(
      store,
      html`
        <kns-course src=${courseAddress}><kns-offline></kns-offline></kns-course>
      `,
    );
    const line = await find<KnsOffline>(course, 'kns-offline');
    const ask = await button(line, 'Tải sẵn để dùng khi không có mạng');
    await says(line, 'Các bài chưa được tải sẵn trên máy này.');
    const before = asked.filter((address) => /\.[0-9a-f]{8}\.json$/.test(address)).length;
    ask.click();
    await says(line, 'Trang đang mở vẫn học được khi mất mạng.');
    const lessons = asked.filter((address) => /\.[0-9a-f]{8}\.json$/.test(address)).length;
    expect(lessons).to.be.greaterThan(before);
    expect(wordsOf(line)).not.to.include('Đã lưu sẵn');
  });

  it('says plainly where a browser cannot keep the page', async () => {
    const line = await footer(testStore(), shell('unsupported'));
    await says(line, 'Trình duyệt này không giữ được trang');
  });

  it('offers a new version, and never where loading the page anew would lose what was learned', async () => {
    const offline = shell('ready');
    const line = await footer(testStore(), offline);
    offline.become('update-ready');
    await says(line, 'Có bản mới');
    await expect(line).to.be.accessible();

    const descriptor = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB')!;
    Object.defineProperty(globalThis, 'indexedDB', {configurable: true, value: undefined});
    const store = testStore();
    expect(await store.opened).to.equal('memory');
    Object.defineProperty(globalThis, 'indexedDB', descriptor);
    const fleeting = await footer(store, offline);
    await says(fleeting, 'Trang đang mở vẫn học được khi mất mạng.');
    expect(wordsOf(fleeting)).not.to.include('Đã lưu sẵn');
    expect(wordsOf(fleeting)).not.to.include('Có bản mới');

    const common = await footer(testStore({shared: true}), offline);
    await says(common, 'Đã lưu sẵn');
    (await button(common, 'Chi tiết')).click();
    await says(common, 'Nhờ hỗ trợ');
    expect(wordsOf(common)).not.to.include('Có bản mới');
  });

  it('offers a new version again that could not be let in', async () => {
    let refuse: (reason: Error) => void = () => undefined;
    const line = await footer(testStore(), {
      ...shell('update-ready'),
      update: () => new Promise((_, reject) => (refuse = reject)),
    });
    (await button(line, 'Cập nhật')).click();
    await says(line, 'Đang đổi sang bản mới');
    refuse(new Error('refused'));
    await button(line, 'Cập nhật');
  });

  it('keeps the files of the course that came after as well, and announces no counter', async () => {
    const store = testStore();
    const line = await footer(store, shell('ready'));
    const region = await find(line, '[role=status]');
    await says(region, 'Đã lưu sẵn');
    const heard: string[] = [];
    const observer = new MutationObserver(() => heard.push(wordsOf(region)));
    observer.observe(region, {subtree: true, childList: true, characterData: true});
    line.course = await store.courses.load(courseAddress);
    await waitUntil(() => heard.length > 1);
    observer.disconnect();
    expect(heard).to.deep.equal([
      'Đang lưu để dùng khi không có mạng.',
      'Đã lưu sẵn để dùng khi không có mạng.',
    ]);
  });

  it('promises no more than an open page where the page itself could not be kept', async () => {
    const line = await footer(testStore(), shell('failed'));
    await says(line, 'Đã tải sẵn các bài.');
  });

  it('remembers the codes of what failed, for whoever is asked to help, and no name', async () => {
    const line = await footer(testStore(), shell('ready'));
    await says(line, 'Đã lưu sẵn');
    document.body.dispatchEvent(new KnsFailedEvent('lesson-unreachable', {}));
    (await button(line, 'Chi tiết')).click();
    const text = await find<HTMLTextAreaElement>(line, '#support');
    expect(text.value).to.match(/errors: lesson-unreachable \d\d:\d\d \d\d\/\d\d\/\d{4}/);
    await expect(line).to.be.accessible();
  });

  it('speaks English where the page does', async () => {
    document.documentElement.lang = 'en';
    try {
      const line = await footer(testStore(), shell('ready'));
      await says(line, 'Saved for use without a network.');
    } finally {
      document.documentElement.lang = 'vi';
    }
  });
});
