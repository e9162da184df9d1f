import {expect, html, waitUntil} from '@open-wc/testing';
import type {LitElement} from 'lit';
import {answer, courseAddress, find, stage, testStore, wordsOf} from './stage.js';

const page = (of: string, shape: 'ring' | 'bar' = 'ring') => html`
  <kns-course src=${courseAddress}>
    <kns-progress of=${of} shape=${shape}></kns-progress>
    <kns-question lesson="goi-lai" question="so-nao"></kns-question>
    <kns-question lesson="goi-lai" question="ai-nghe"></kns-question>
  </kns-course>
`;

const barOf = (progress: Element) => progress.shadowRoot!.querySelector('[role=progressbar]')!;

describe('<kns-progress>', () => {
  it('draws what is unknown as unknown, not as 0', async () => {
    const course = await stage(
      testStore(),
      html`
        <kns-course src=${courseAddress} learner="0912345678">
          <kns-progress></kns-progress>
        </kns-course>
      `,
    );
    const progress = await find(course, 'kns-progress');
    await waitUntil(() => wordsOf(progress) === 'Chưa rõ');
    expect(barOf(progress).hasAttribute('aria-valuenow')).to.equal(false);
  });

  for (const [of, before, after] of [
    ['', '0/2 bài', '1/2 bài'],
    ['thu', '0/2 bài', '1/2 bài'],
    ['m2', '0/1 bài', '1/1 bài'],
    ['m1', '0/1 bài', '0/1 bài'],
    ['goi-lai', '0/2 câu đúng', '2/2 câu đúng'],
  ] as const)
    it(`moves with the learner (${of || 'the whole course'})`, async () => {
      const course = await stage(testStore(), page(of));
      const progress = await find(course, 'kns-progress');
      await waitUntil(() => wordsOf(progress) === before);
      await answer(await find(course, 'kns-question', 0), 'Sai');
      await answer(await find(course, 'kns-question', 1), 'Người nhà');
      await waitUntil(() => wordsOf(progress) === after);
    });

  it('is accessible as a ring and as a bar, and survives being moved', async () => {
    const course = await stage(testStore(), page(''));
    const progress = await find<LitElement>(course, 'kns-progress');
    await waitUntil(() => wordsOf(progress) === '0/2 bài');
    await expect(progress).to.be.accessible();
    progress.setAttribute('shape', 'bar');
    await progress.updateComplete;
    await expect(progress).to.be.accessible();
    course.append(progress);
    await progress.updateComplete;
    expect(wordsOf(progress)).to.equal('0/2 bài');
  });
});
