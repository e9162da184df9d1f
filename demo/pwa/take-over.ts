import type {KnsCourse} from '../../src/components/learner/course.js';
import {stands} from './stands.js';

const wordsOf = (label: Element) => label.textContent?.trim();

/**
 * Puts the course in the place of the lesson that came with the page. What the reader looks at stays where it is; what
 * was ticked is ticked again as soon as the question stands, unless the page was touched meanwhile.
 */
export async function takeOver(course: KnsCourse, first: Element): Promise<void> {
  await course.updateComplete;
  const lesson = course.renderRoot.querySelector('kns-lesson');
  if (lesson) await stands(lesson.renderRoot, 'section, .notice');
  const question = lesson?.renderRoot.querySelector('kns-question');
  if (question) {
    // The page was written for nobody; whoever has a study already would see the options change their places.
    question.seed = '';
    await question.updateComplete;
  }

  const card = first.querySelector('.card');
  const chosen = [...first.querySelectorAll('input:checked')].map(({parentElement}) =>
    wordsOf(parentElement!),
  );
  const held = document.activeElement;
  const label = held && first.contains(held) && held.closest('label');
  const top = card?.getBoundingClientRect().top ?? Infinity;
  const isAtQuestion = label || chosen.length > 0 || (scrollY > 0 && top < innerHeight);
  first.remove();
  if (!question) return;
  if (isAtQuestion) scrollBy(0, question.getBoundingClientRect().top - top);
  if (!label && chosen.length === 0) return;

  let isTouched = false;
  const touch = () => (isTouched = true);
  addEventListener('pointerdown', touch, {once: true});
  addEventListener('keydown', touch, {once: true});
  await stands(question.renderRoot, 'input');
  if (isTouched) return;
  for (const option of question.renderRoot.querySelectorAll('label')) {
    const input = option.querySelector('input')!;
    if (chosen.includes(wordsOf(option))) input.click();
    if (label && wordsOf(option) === wordsOf(label)) input.focus({preventScroll: true});
  }
}
