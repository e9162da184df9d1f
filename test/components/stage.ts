import {ContextProvider} from '@lit/context';
import {fixture, html, waitUntil} from '@open-wc/testing';
import type {LitElement, TemplateResult} from 'lit';
import {storeContext} from '../../src/components/contexts.js';
import type {KnsCourse} from '../../src/components/learner/course.js';
import '../../src/define.js';
import {openStore, type Store, type StoreOptions} from '../../src/store/store.js';

/** Address of a small course of two lessons. */
export const courseAddress = new URL('../fixtures/course/course.json', import.meta.url).href;

/** The same course with a search index, an old name and two paths. */
export const searchedAddress = new URL('../fixtures/searched/course.json', import.meta.url).href;

let opened = 0;

/** A database nobody else uses. */
export const newName = () => `stage-${Date.now()}-${opened++}`;

export const testStore = (options: StoreOptions = {}): Store =>
  openStore({name: newName(), ...options});

/** Puts elements into a page whose store is `store`. */
export async function stage(
  store: Store,
  content: TemplateResult = html`
    <kns-course src=${courseAddress}></kns-course>
  `,
): Promise<KnsCourse> {
  const parentNode = document.createElement('div');
  new ContextProvider(parentNode, {context: storeContext, initialValue: store});
  return fixture<KnsCourse>(content, {parentNode});
}

/** Everything below an element, shadow trees included. */
export function* everything(root: Element | ShadowRoot): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everything(element.shadowRoot);
  }
  if (root instanceof Element && root.shadowRoot) yield* everything(root.shadowRoot);
}

/** The words on show, shadow trees included, with single spaces. */
export function wordsOf(root: Element): string {
  const read = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (node instanceof HTMLStyleElement) return '';
    if (node instanceof HTMLSlotElement) return node.assignedNodes().map(read).join('');
    const shadow = node instanceof Element ? node.shadowRoot : null;
    return [...(shadow ?? node).childNodes].map(read).join(' ');
  };
  return read(root).replace(/\s+/g, ' ').trim();
}

/** Waits until the words are on show. */
export const says = (root: Element, words: string) =>
  waitUntil(() => wordsOf(root).includes(words), `“${words}” is not said`, {timeout: 8000});

/** The first element of a tag in the trees below, once it is there. */
export async function find<T extends Element>(root: Element, selector: string, index = 0) {
  const all = () => [...everything(root)].filter((element) => element.matches(selector)) as T[];
  await waitUntil(() => all()[index] !== undefined, `${selector} is not there`, {timeout: 8000});
  return all()[index] as T;
}

/** A button by its words, once it is there. */
export async function button(root: Element, words: string): Promise<HTMLButtonElement> {
  const all = () =>
    [...everything(root)].find(
      (element): element is HTMLButtonElement =>
        element instanceof HTMLButtonElement &&
        !element.disabled &&
        wordsOf(element).includes(words),
    );
  await waitUntil(() => all() !== undefined, `no button “${words}”`, {timeout: 8000});
  return all() as HTMLButtonElement;
}

/** Opens the first lesson of the outline and resolves to the lesson, questions drawn. */
export async function openLesson(course: KnsCourse, words = 'Bắt đầu học') {
  (await button(course, words)).click();
  const lesson = await find<LitElement>(course, 'kns-lesson');
  await find(course, 'input');
  return lesson;
}

/** Ticks an option of a question by its words. */
export async function tick(question: Element, words: string) {
  const labels = () =>
    [...everything(question)].filter((element) => element instanceof HTMLLabelElement);
  await waitUntil(() => labels().some((label) => wordsOf(label).includes(words)));
  labels()
    .find((label) => wordsOf(label).includes(words))!
    .click();
  await (question as LitElement).updateComplete;
}

/** Ticks, answers, and waits for the verdict. */
export async function answer(question: Element, ...words: string[]) {
  for (const option of words) await tick(question, option);
  (await button(question, 'Trả lời')).click();
  await says(question, 'Đã lưu trên máy này');
}

/** The next event of a type that reaches the page. */
export const heard = <Type extends keyof DocumentEventMap>(type: Type) =>
  new Promise<DocumentEventMap[Type]>((resolve) =>
    document.addEventListener(type, resolve, {once: true}),
  );
