import {html} from '@open-wc/testing';
import type {LitElement} from 'lit';
import type {Question, Response} from '../../../src/curriculum/question.js';
import type {Store} from '../../../src/store/store.js';
import {
  button,
  courseAddress,
  everything,
  find,
  says,
  stage,
  testStore,
  wordsOf,
} from '../stage.js';

/** Questions alone in a course, as if its first lesson asked them. */
export async function asked(
  questions: readonly Question[],
  store: Store = testStore(),
  lang = 'vi',
) {
  const {course: loaded} = await store.courses.load(courseAddress);
  const source = {...loaded.first.lesson, questions: [...questions]};
  const course = await stage(
    store,
    html`
      <kns-course src=${courseAddress} lang=${lang}>
        ${questions.map(
          ({id}) => html`
            <kns-question .lesson=${source.id} .question=${id} .source=${source}></kns-question>
          `,
        )}
      </kns-course>
    `,
  );
  const elements = [...course.querySelectorAll('kns-question')];
  for (const element of elements) await button(element, lang === 'en' ? 'Answer' : 'Trả lời');

  /** What the store holds of the answers to the first question, the newest first. */
  const kept = async () => {
    const study = await store.study(loaded);
    const records = await study.history(source.id, questions[0]!.id);
    return records.map(({result}) => result?.response as Response);
  };
  return {course, element: elements[0] as LitElement & Element, elements, store, kept};
}

/** All in the trees below that matches. */
export const allOf = <T extends HTMLElement>(root: Element, selector: string): T[] =>
  [...everything(root)].filter((one): one is T => one.matches(selector));

/** The words on show, without the blanks that only the tree has. */
export const textOf = (root: Element): string => wordsOf(root).replace(/ ([:.])/g, '$1');

/** Presses a button by what a screen reader calls it, where that differs from its words. */
export async function pressIn(root: LitElement, selector: string) {
  (await find<HTMLElement>(root, selector)).click();
  await root.updateComplete;
}

/** What the live regions say, the verdict left out. */
export const told = (root: Element): string =>
  allOf(root, '[role=status]:not([part])')
    .map((one) => wordsOf(one))
    .join(' ')
    .trim();

export const verdictOf = (root: Element): string => wordsOf(allOf(root, '[part=verdict]')[0]!);

/** Presses “Trả lời” and waits until the answer is kept. */
export async function send(root: Element) {
  (await button(root, 'Trả lời')).click();
  await says(root, 'Đã lưu trên máy này');
}
