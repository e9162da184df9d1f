import {adoptStyles, css, html, type LitElement} from 'lit';
import type {LoadedCourse} from '../../store/courses.js';
import type {Store} from '../../store/store.js';
import {runsAsApp} from '../as-app.js';
import {LocalizeController} from '../controllers/localize.js';
import {icon} from '../icons.js';
import {emptyLanguages} from '../messages/empty.js';
import {field} from '../styles/field.js';
import {BringIn} from './bring-in.js';

const styles = [
  field,
  css`
    .begin {
      margin-bottom: 1.6em;
    }

    .begin h2 {
      font-size: 1.15em;
    }
  `,
];

/** What an empty place begins with where somebody has surely been before: the field for the code they once sent. */
export class BeginWithCode {
  readonly #host: LitElement;
  readonly #localize: LocalizeController<typeof emptyLanguages.vi>;
  readonly #bringIn: BringIn;
  /** The device goes on as whoever the code is of. */
  #isDone = false;

  constructor(host: LitElement, store: Store, loaded: LoadedCourse) {
    this.#host = host;
    this.#localize = new LocalizeController(host, emptyLanguages);
    this.#bringIn = new BringIn(host, store, loaded.course, undefined, undefined, loaded);
    const {elementStyles} = host.constructor as typeof LitElement;
    adoptStyles(host.renderRoot as ShadowRoot, [...elementStyles, ...styles]);
  }

  /** Whether a code of the learner's own was taken in here. */
  get hasAdopted() {
    return this.#bringIn.hasAdopted;
  }

  render() {
    if (this.hasAdopted) return this.#adopted();
    const {messages} = this.#localize;
    // An app of its own has storage of its own: what was learned in the browser was never here.
    const [title, todo] = runsAsApp() ? messages.app : messages.place;
    return html`
      <section class="card stack begin" aria-labelledby="begin">
        <h2 id="begin">${title}</h2>
        <p>${todo}</p>
        ${this.#bringIn.render()}
      </section>
    `;
  }

  /** The field has done its work; whoever pressed its button is led to what became of it. */
  #adopted() {
    if (!this.#isDone) {
      this.#isDone = true;
      void this.#host.updateComplete.then(() =>
        this.#host.renderRoot.querySelector<HTMLElement>('#begun')?.focus(),
      );
    }
    return html`
      <p id="begun" class="notice" role="status" tabindex="-1">
        ${icon('check')}
        <span>${this.#localize.messages.adopted}</span>
      </p>
    `;
  }
}
