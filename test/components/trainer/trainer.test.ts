import {ContextProvider} from '@lit/context';
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {storeContext} from '../../../src/components/contexts.js';
import type {KnsFailedEvent} from '../../../src/components/events.js';
import type {KnsMatrix} from '../../../src/components/trainer/matrix.js';
import type {KnsTrainer} from '../../../src/components/trainer/trainer.js';
import {openStore, type Store} from '../../../src/store/store.js';
import {buttons, litWarnings, openRoom, shown, testStore, twoLessons} from './room.js';

const addressOf = (content: unknown) =>
  URL.createObjectURL(new Blob([JSON.stringify(content)], {type: 'application/json'}));

async function trainerAt(src: string, store: Store, inside = html``) {
  const parentNode = document.createElement('div');
  document.body.append(parentNode);
  new ContextProvider(parentNode, {context: storeContext, initialValue: store});
  const failed: string[] = [];
  parentNode.addEventListener('kns-failed', ({code}: KnsFailedEvent) => failed.push(code));
  const trainer = await fixture<KnsTrainer>(
    html`
      <kns-trainer lang="vi" src=${src}>${inside}</kns-trainer>
    `,
    {parentNode},
  );
  return {trainer, failed};
}

describe('<kns-trainer>', () => {
  it('opens on the course with the inbox and the matrix under headings', async () => {
    const {trainer} = await openRoom(testStore().store);
    expect(shown(trainer)).to.contain('Sổ theo dõi học tập').and.to.contain('Lớp mẫu');
    expect(trainer.renderRoot.querySelector('h2') === null).to.equal(false);
    await expect(trainer).to.be.accessible();
    expect(litWarnings()).to.deep.equal([]);
  });

  it('leads past the inbox to who has learned what on a phone, and needs not on a wide screen', async () => {
    const {trainer, matrix} = await openRoom(testStore().store, {width: 340});
    const [way] = buttons(trainer, 'Xem ai đã học bài nào');
    way!.click();
    const {activeElement} = matrix.renderRoot as ShadowRoot;
    expect(activeElement?.textContent).to.equal('Ai đã học bài nào');
    await expect(trainer).to.be.accessible();

    const wide = await openRoom(testStore().store);
    expect(buttons(wide.trainer, 'Xem ai đã học bài nào')).to.deep.equal([]);
  });

  it('says what to do when the course cannot be had, and opens when it can', async () => {
    const file = addressOf(twoLessons);
    URL.revokeObjectURL(file);
    const {trainer, failed} = await trainerAt(file, testStore().store);
    await waitUntil(() => shown(trainer).includes('Chưa tải được khóa học'));
    expect(shown(trainer)).to.contain('Kiểm tra mạng').and.to.contain('course-unreachable');
    expect(failed).to.deep.equal(['course-unreachable']);
    await expect(trainer).to.be.accessible();
    expect(buttons(trainer, 'Thử lại')).to.have.length(1);

    trainer.src = addressOf(twoLessons);
    await waitUntil(() => shown(trainer).includes('Lớp mẫu'));
  });

  it('refuses a flawed course by its code', async () => {
    const {trainer} = await trainerAt(addressOf({format: 1, id: 'x'}), testStore().store);
    await waitUntil(() => shown(trainer).includes('course-invalid'));
    expect(shown(trainer)).to.contain('Báo cho người quản trị');
  });

  it('asks for a newer app when the course is of a newer format', async () => {
    const {trainer} = await trainerAt(addressOf({format: 2}), testStore().store);
    await waitUntil(() => shown(trainer).includes('course-newer-format'));
  });

  it('goes on without network on the course it has kept, and says of which day', async () => {
    const {store, name} = testStore();
    const src = addressOf(twoLessons);
    const first = await trainerAt(src, store);
    await waitUntil(() => shown(first.trainer).includes('Lớp mẫu'));
    // The kept copy is written beside the reading; what a second store can serve has been written.
    URL.revokeObjectURL(src);
    await waitUntil(async () => {
      const reader = openStore({name});
      const kept = await reader.courses.load(src).then(
        ({from}) => from === 'kept',
        () => false,
      );
      await reader.close();
      return kept;
    });
    const {trainer} = await trainerAt(src, testStore(name).store);
    await waitUntil(() => shown(trainer).includes('Chưa có mạng'));
    expect(shown(trainer)).to.match(/đã lưu trên máy này ngày \d\d\/\d\d\/\d{4}/);
  });

  it('draws what the page puts inside instead of its own view', async () => {
    const {trainer} = await trainerAt(
      addressOf(twoLessons),
      testStore().store,
      html`
        <kns-matrix></kns-matrix>
      `,
    );
    const own = trainer.querySelector<KnsMatrix>('kns-matrix')!;
    await waitUntil(() => shown(own).includes('Ai đã học bài nào'));
    expect(trainer.renderRoot.querySelector('kns-inbox') === null).to.equal(true);
  });

  it('replaces the fallback that stood until it was at work', async () => {
    const {trainer} = await trainerAt(
      addressOf(twoLessons),
      testStore().store,
      html`
        <p slot="fallback">Đang tải</p>
      `,
    );
    await waitUntil(() => shown(trainer).includes('Lớp mẫu'));
    expect(trainer.querySelector('p')!.checkVisibility()).to.equal(false);
  });

  it('sets no style attribute, no form, and only buttons that submit nothing', async () => {
    const {trainer, inbox, matrix} = await openRoom(testStore().store);
    for (const {renderRoot} of [trainer, inbox, matrix]) {
      expect(renderRoot.querySelector('[style], form') === null).to.equal(true);
      expect(renderRoot.querySelector('button:not([type=button])') === null).to.equal(true);
    }
  });
});
