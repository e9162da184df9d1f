import {ContextProvider} from '@lit/context';
import {expect, fixture, html, nextFrame, waitUntil} from '@open-wc/testing';
import {sampleClass} from '../../../demo/trainer/sample-data.js';
import {courseContext, storeContext} from '../../../src/components/contexts.js';
import type {KnsInbox} from '../../../src/components/trainer/inbox.js';
import {receive} from '../../../src/exchange/receive.js';
import type {LoadedCourse} from '../../../src/store/courses.js';
import type {Store} from '../../../src/store/store.js';
import {buttons, noon, shown, testStore, today, twoLessons} from './room.js';

const {code, learner} = sampleClass(twoLessons, {today, size: 1}).members[0]!;

describe('an element of the room that a page placed alone', () => {
  it('shows nothing before it is known whether the room is locked, and then the door', async () => {
    const {store} = testStore();
    await receive(store, code, {courses: [twoLessons]});
    await store.nameLearner(learner, 'Lù Thị Mỷ');
    await (await store.roster()).lock.set('4821');
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const slow = Object.assign(Object.create(store) as Store, {
      roster: () => held.then(() => store.roster()),
    });
    const parentNode = document.createElement('div');
    document.body.append(parentNode);
    new ContextProvider(parentNode, {context: storeContext, initialValue: slow});
    new ContextProvider(parentNode, {
      context: courseContext,
      initialValue: {course: twoLessons, from: 'network', keptOn: noon} as unknown as LoadedCourse,
    });
    const inbox = await fixture<KnsInbox>(
      html`
        <kns-inbox lang="vi"></kns-inbox>
      `,
      {parentNode},
    );
    await store.received(twoLessons.id);
    await nextFrame();
    await nextFrame();
    expect(shown(inbox)).to.equal('Đang mở sổ…');
    release();
    await waitUntil(() => shown(inbox).includes('Phòng này đang khóa'));
    await expect(inbox).to.be.accessible();
    expect(shown(inbox)).to.not.contain('Lù Thị Mỷ');

    const field = inbox.renderRoot.querySelector<HTMLInputElement>('#room-pin')!;
    field.value = '4821';
    field.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true}));
    await waitUntil(() => shown(inbox).includes('Lù Thị Mỷ'), 'it is opened', {timeout: 5000});
    (await store.roster()).lock.lock();
    await waitUntil(() => shown(inbox).includes('Phòng này đang khóa'));
    expect(shown(inbox)).to.not.contain('Lù Thị Mỷ');
  });

  it('shows one door for all of a page, and elsewhere a line that brings it where it is wanted', async () => {
    const {store} = testStore();
    const {lock} = await store.roster();
    await lock.set('4821');
    const parentNode = document.createElement('div');
    document.body.append(parentNode);
    new ContextProvider(parentNode, {context: storeContext, initialValue: store});
    const page = await fixture<HTMLElement>(
      html`
        <div></div>
      `,
      {parentNode},
    );
    // The later one is there before.
    const [first, second] = [
      document.createElement('kns-inbox') as KnsInbox,
      document.createElement('kns-inbox') as KnsInbox,
    ];
    page.append(second);
    const fieldIn = ({renderRoot}: KnsInbox) =>
      renderRoot.querySelector<HTMLInputElement>('#room-pin');
    await waitUntil(() => fieldIn(second));
    page.prepend(first);
    await waitUntil(() => fieldIn(first) && !fieldIn(second));
    expect(shown(second)).to.contain('Phòng này đang khóa.');
    await expect(page).to.be.accessible();

    // Whoever types is not interrupted by what comes before.
    fieldIn(first)!.focus();
    const third = document.createElement('kns-inbox') as KnsInbox;
    page.prepend(third);
    await waitUntil(() => shown(third).includes('Phòng này đang khóa.'));
    expect(fieldIn(third)).to.equal(null);

    buttons(second, 'Nhập mã PIN ở đây')[0]!.click();
    await waitUntil(() => (second.renderRoot as ShadowRoot).activeElement?.id === 'room-pin');
    expect(fieldIn(first)).to.equal(null);
    const field = fieldIn(second)!;
    field.value = '4821';
    field.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true}));
    const isOpen = ({renderRoot}: KnsInbox) => renderRoot.querySelector('#paste') !== null;
    await waitUntil(() => [first, second, third].every(isOpen), 'all are open', {timeout: 5000});
    lock.lock();
    await waitUntil(() => fieldIn(third) && !fieldIn(first) && !fieldIn(second));
    third.remove();
    await waitUntil(() => fieldIn(first) && !fieldIn(second));
  });
});
