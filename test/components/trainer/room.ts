import {ContextProvider} from '@lit/context';
import {fixture, html, waitUntil} from '@open-wc/testing';
import {nothing, type TemplateResult} from 'lit';
import {appAddressContext} from '../../../src/components/app-address.js';
import {storeContext} from '../../../src/components/contexts.js';
import {defineTags} from '../../../src/components/definition.js';
import {KnsInbox} from '../../../src/components/trainer/inbox.js';
import {KnsMatrix} from '../../../src/components/trainer/matrix.js';
import {KnsReport} from '../../../src/components/trainer/report.js';
import {KnsTrainer} from '../../../src/components/trainer/trainer.js';
import type {Course} from '../../../src/curriculum/course.js';
import {dayInVietnam} from '../../../src/store/reckoning/calendar.js';
import {openStore, type Store} from '../../../src/store/store.js';
import {sampleCourse} from '../../exchange/sample-course.js';

// The tags without define-trainer.ts, which would open the page's own store.
defineTags(
  {
    'kns-trainer': KnsTrainer,
    'kns-inbox': KnsInbox,
    'kns-matrix': KnsMatrix,
    'kns-report': KnsReport,
  },
  () => {},
);

/** Noon in Vietnam on 22/11/2026. */
export const noon = Date.UTC(2026, 10, 22, 5);
export const today = dayInVietnam(noon);

/** Two lessons of two questions, as a trainer would first meet them. */
export const twoLessons: Course = sampleCourse({lessons: 2, questions: 4});

let stores = 0;

/** A store on a database of its own; the same name again is another tab. */
export function testStore(name = `test-trainer-${++stores}-${crypto.randomUUID()}`): {
  name: string;
  store: Store;
} {
  return {name, store: openStore({name, now: () => noon})};
}

export interface Room {
  readonly trainer: KnsTrainer;
  readonly inbox: KnsInbox;
  readonly matrix: KnsMatrix;
}

/** Where and when a trainer works: `width` in CSS pixels, `app` the address at which members learn. */
export interface TrainerPage {
  readonly course?: Course;
  readonly width?: number;
  readonly now?: number;
  readonly app?: string;
}

/** A `<kns-trainer>` with these elements in it, or its own, on a page that provides `store`. */
export async function openTrainer(
  store: Store,
  {course = twoLessons, width = 1200, now = noon, app}: TrainerPage = {},
  elements: TemplateResult | typeof nothing = nothing,
): Promise<KnsTrainer> {
  const parentNode = document.createElement('div');
  parentNode.style.width = `${width}px`;
  document.body.append(parentNode);
  new ContextProvider(parentNode, {context: storeContext, initialValue: store});
  if (app !== undefined) {
    new ContextProvider(parentNode, {context: appAddressContext, initialValue: app});
  }
  const file = new Blob([JSON.stringify(course)], {type: 'application/json'});
  return fixture<KnsTrainer>(
    html`
      <kns-trainer lang="vi" src=${URL.createObjectURL(file)} .now=${() => now}>
        ${elements}
      </kns-trainer>
    `,
    {parentNode},
  );
}

/** The trainer's room, drawn and filled. */
export async function openRoom(store: Store, page: TrainerPage = {}): Promise<Room> {
  const trainer = await openTrainer(store, page);
  const inside = <Tag extends 'kns-inbox' | 'kns-matrix'>(tag: Tag) =>
    trainer.renderRoot.querySelector<
      HTMLElement & Room[Tag extends 'kns-inbox' ? 'inbox' : 'matrix']
    >(tag);
  await waitUntil(() => inside('kns-matrix')?.renderRoot.querySelector('h3'), 'the room is drawn');
  return {trainer, inbox: inside('kns-inbox')!, matrix: inside('kns-matrix')!};
}

type Drawn = KnsTrainer | KnsInbox | KnsMatrix;

const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** All text of an element, as it is read. */
export const textOf = (element: Element | null | undefined): string => plain(element?.textContent);

/** Everything an element shows. */
export const shown = ({renderRoot}: Drawn): string => plain(renderRoot.textContent);

const nameOf = (element: Element): string =>
  element.getAttribute('aria-label') ?? plain(element.textContent);

/** Buttons by their accessible name. */
export const buttons = ({renderRoot}: Drawn, name: string | RegExp): HTMLButtonElement[] =>
  [...renderRoot.querySelectorAll('button')].filter((button) =>
    typeof name === 'string' ? nameOf(button) === name : name.test(nameOf(button)),
  );

/** Presses a button as soon as it is there: each element reads for itself, and one may show sooner what another follows. */
export async function press(root: Drawn, name: string | RegExp): Promise<void> {
  await waitUntil(() => buttons(root, name).length > 0, `the button ${name} is there`);
  buttons(root, name)[0]!.click();
}

/** Pastes a text as a hand would, presses "Nhận", and waits until it was taken in or refused. */
export async function paste({inbox}: Room, text: string): Promise<void> {
  const area = inbox.renderRoot.querySelector('textarea')!;
  area.value = text;
  area.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  await inbox.updateComplete;
  buttons(inbox, 'Nhận')[0]!.click();
  const settled = () =>
    said(inbox) !== '' || inbox.renderRoot.querySelector('[role=alert]') !== null;
  await inbox.updateComplete;
  await waitUntil(
    () => settled() && buttons(inbox, 'Dừng').length === 0,
    'the paste was taken in or refused',
  );
  await inbox.updateComplete;
}

/** What the inbox says aloud. */
export const said = ({renderRoot}: KnsInbox): string =>
  textOf(renderRoot.querySelector('.said[role=status]'));

/** The table as words, without names: what every row says, by learner key. */
export function cellsOf({renderRoot}: KnsMatrix): Record<string, string[]> {
  const rows: Record<string, string[]> = {};
  for (const cell of renderRoot.querySelectorAll<HTMLElement>('button[data-lesson]'))
    (rows[cell.dataset['learner']!] ??= []).push(textOf(cell));
  return rows;
}

/** What Lit had to complain about, beyond being in development mode. */
export const litWarnings = (): string[] =>
  [...((globalThis as {litIssuedWarnings?: Set<string>}).litIssuedWarnings ?? [])].filter(
    (warning) => !/dev mode|dev-mode/.test(warning),
  );

/** Opens one of the shelves below what was received, once it is there. */
export async function shelf({inbox}: Room, name: string): Promise<HTMLDetailsElement> {
  const find = () => inbox.renderRoot.querySelector<HTMLDetailsElement>(`#shelf-${name}`);
  await waitUntil(() => find() !== null, `the shelf of ${name} is there`);
  find()!.open = true;
  await waitUntil(() => find()!.querySelector('.shelf') !== null);
  return find()!;
}
