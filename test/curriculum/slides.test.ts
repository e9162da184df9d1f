import {expect} from '@open-wc/testing';
import type {Block, Section} from '../../src/curriculum/block.js';
import type {Lesson} from '../../src/curriculum/lesson.js';
import {slidesOf} from '../../src/curriculum/slides.js';
import {questions} from './questions.js';

const points = (count: number): Block => ({
  kind: 'list',
  items: Array.from({length: count}, (_, index) => `Ý ${index + 1}`),
});
const said = (text: string): Block => ({kind: 'paragraph', text});

function lessonWith(sections: readonly Section[]): Lesson {
  return {
    format: 1,
    id: 'm01-b01',
    version: '1.0.0',
    title: 'Bài thử',
    outcome: 'làm được',
    minutes: 10,
    core: true,
    codes: [],
    asOf: '2026-11-01',
    reviewBy: '2027-11-01',
    reviewedBy: [],
    sections: [...sections],
    questions: Object.values(questions),
  };
}

const shape = (lesson: Lesson) =>
  slidesOf(lesson).map((slide) =>
    slide.kind === 'part'
      ? [
          slide.section,
          slide.after,
          slide.blocks.map((block) => ('items' in block ? block.items.length : block.kind)),
        ]
      : slide.kind,
  );

describe('a lesson on a wall', () => {
  const asked = Object.values(questions).map(() => 'question');

  it('shows no more than four items at once, and goes on counting', () => {
    const lesson = lessonWith([{id: 'points', blocks: [points(7)]}]);
    expect(shape(lesson)).to.deep.equal([
      'title',
      ['points', 0, [4]],
      ['points', 4, [3]],
      ...asked,
    ]);
  });

  it('lets a sentence stand above the list it leads to, and begins anew with each part', () => {
    const lesson = lessonWith([
      {id: 'why', blocks: [said('Vì sao?')]},
      {id: 'demo', blocks: [said('Mời xem.'), points(3), said('Xong.')]},
    ]);
    expect(shape(lesson)).to.deep.equal([
      'title',
      ['why', 0, ['paragraph']],
      ['demo', 0, ['paragraph', 3]],
      ['demo', 0, ['paragraph']],
      ...asked,
    ]);
  });

  it('loses no word of the lesson', () => {
    const blocks = [said('Một.'), points(9), said('Hai.'), said('Ba.'), said('Bốn.'), points(5)];
    const slides = slidesOf(lessonWith([{id: 'practice', blocks}]));
    const words = (all: readonly Block[]) =>
      all.flatMap((block): unknown[] =>
        'items' in block ? block.items : 'text' in block ? [block.text] : [],
      );
    const shown = slides.flatMap((slide) => (slide.kind === 'part' ? words(slide.blocks) : []));
    expect(shown).to.deep.equal(words(blocks));
  });
});
