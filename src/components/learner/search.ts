import {ContextConsumer} from '@lit/context';
import {LitElement, css, html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import type {Found, Search, SearchedFacts, openSearch} from '../../curriculum/search.js';
import type {SearchIndex} from '../../curriculum/search-index.js';
import type {LoadedCourse} from '../../store/courses.js';
import type {Store} from '../../store/store.js';
import {
  courseContext,
  factsContext,
  placeContext,
  storeContext,
  type FactsInForce,
  type Place,
} from '../contexts.js';
import {EnterController} from '../controllers/enter.js';
import {LocalizeController} from '../controllers/localize.js';
import {chunk, failureOf} from '../failure.js';
import {asideIcon} from '../icons-aside.js';
import {searchLanguages} from '../messages/search.js';
import {base} from '../styles/base.js';
import {tokens} from '../styles/tokens.js';
import {foundLesson, foundStyles} from './found-lesson.js';

/** As many as are read through without tiring. */
const few = 6;

/**
 * Finds a lesson by what somebody would type: with or without tones, by old names, by half a word.
 *
 * Stands inside a `<kns-course>`. What it looks through is fetched when somebody goes to the field.
 *
 * @element kns-search
 *
 * @shows ready - Nothing is typed yet.
 * @shows found - Lessons, each with the words that were looked for.
 * @shows former-name - An old name, with what it is now.
 * @shows none - No lesson; what else to try.
 * @shows titles-only - What the lessons say could not be fetched: titles alone were searched.
 */
export class KnsSearch extends LitElement {
  static override styles = [
    tokens,
    base,
    foundStyles,
    css`
      label {
        display: block;
        padding-bottom: 0.3em;
        font-weight: 600;
      }

      .field {
        position: relative;
      }

      .field > .icon {
        position: absolute;
        inset-block-start: 0.9em;
        inset-inline-start: 0.8em;
        color: var(--_quiet);
        pointer-events: none;
      }

      input {
        display: block;
        width: 100%;
        min-height: 3em;
        margin: 0;
        padding: 0.5em 0.7em 0.5em 2.7em;
        border: 1.5px solid var(--_edge);
        border-radius: var(--_radius);
        background: var(--_card);
        color: var(--_ink);
        font: inherit;
        appearance: none;
      }

      input::placeholder {
        color: var(--_quiet);
        opacity: 1;
      }

      .said {
        padding-top: 0.7em;
      }

      .said:empty {
        padding: 0;
      }

      .advice {
        padding: 0.3em 0 0.3em 1.2em;
        list-style: disc;
      }

      .more {
        margin-top: 0.6em;
      }
    `,
  ];

  @state() private loaded: LoadedCourse | undefined;
  @state() private facts: FactsInForce | undefined;
  @state() private typed = '';
  /** All that was found is shown, not only the first few. */
  @state() private all = false;
  @state() private openSearch: typeof openSearch | undefined;
  @state() private index: SearchIndex | undefined;
  @state() private fetching: 'not-yet' | 'now' | 'done' | 'failed' = 'not-yet';

  #localize = new LocalizeController(this, searchLanguages);
  #store: Store | undefined;
  #place: Place | undefined;
  #prepared: {readonly of: readonly unknown[]; readonly search: Search} | undefined;

  constructor() {
    super();
    new EnterController(this);
    new ContextConsumer(this, {
      context: courseContext,
      subscribe: true,
      callback: (loaded) => {
        if (loaded?.course !== this.loaded?.course) {
          this.index = undefined;
          this.fetching = 'not-yet';
        }
        this.loaded = loaded;
      },
    });
    new ContextConsumer(this, {
      context: factsContext,
      subscribe: true,
      callback: (facts) => (this.facts = facts),
    });
    new ContextConsumer(this, {
      context: storeContext,
      subscribe: true,
      callback: (store) => (this.#store = store),
    });
    new ContextConsumer(this, {
      context: placeContext,
      subscribe: true,
      callback: (place) => (this.#place = place),
    });
  }

  override render() {
    if (!this.loaded) return nothing;
    const {messages} = this.#localize;
    return html`
      <div role="search" aria-labelledby="label">
        <label id="label" for="field">${messages.search}</label>
        <div class="field">
          ${asideIcon('search')}
          <input
            id="field"
            type="search"
            autocomplete="off"
            enterkeyhint="search"
            placeholder=${messages.example}
            @focus=${() => void this.#fetch()}
            @input=${this.#type}
            @keydown=${this.#key}
          />
        </div>
        ${this.#results()}
      </div>
    `;
  }

  #results() {
    const {messages} = this.#localize;
    const {typed, fetching} = this;
    const found = this.#found();
    // With less than two letters nothing was looked for.
    const count = found?.length;
    const shown = this.all ? found : found?.slice(0, few);
    return html`
      <p class="said" role="status">
        ${
          count === undefined
            ? nothing
            : count === 0
              ? fetching === 'now'
                ? messages.fetching
                : messages.nothing(typed.trim())
              : messages.found(count)
        }
      </p>
      ${
        count === 0 && fetching === 'done'
          ? html`
              <ul class="advice">
                ${messages.advice.map(
                  (line) => html`
                    <li>${line}</li>
                  `,
                )}
              </ul>
            `
          : nothing
      }
      <ol class="found" ?hidden=${!count}>
        ${shown?.map((one) => foundLesson(one, messages, (lesson) => this.#place?.go(lesson)))}
      </ol>
      ${
        found && shown && shown.length < found.length
          ? html`
              <button type="button" class="more" @click=${() => (this.all = true)}>
                ${messages.all(found.length)}
              </button>
            `
          : nothing
      }
      ${
        fetching === 'failed' && count !== undefined
          ? html`
              <p class="said quietly">${messages.titlesOnly}</p>
              <button type="button" class="more" @click=${() => void this.#fetch()}>
                ${messages.again}
              </button>
            `
          : nothing
      }
    `;
  }

  /** Nothing where there is nothing to look for, or nothing yet to look with. */
  #found(): readonly Found[] | undefined {
    const {openSearch, loaded, index, facts, typed} = this;
    if (typed.trim().length < 2 || !loaded) return undefined;
    // Could not be fetched, or is on its way: that is said, and is no result.
    if (!openSearch) return this.fetching === 'not-yet' ? undefined : [];
    const of = [loaded.course, index, facts];
    if (!this.#prepared || of.some((one, nth) => one !== this.#prepared?.of[nth])) {
      const known: SearchedFacts = facts ?? {facts: [], on: loaded.course.builtOn};
      this.#prepared = {of, search: openSearch(loaded.course, index, known)};
    }
    return this.#prepared.search(typed);
  }

  readonly #type = ({target}: Event) => {
    this.typed = (target as HTMLInputElement).value;
    this.all = false;
    void this.#fetch();
  };

  readonly #key = (event: KeyboardEvent) => {
    // An Enter that ends a Vietnamese word in the making is not meant for us.
    if (event.key !== 'Enter' || event.isComposing) return;
    this.renderRoot.querySelector<HTMLElement>('.found button')?.focus();
  };

  /** Once; again only after it failed. */
  async #fetch() {
    const {loaded, fetching} = this;
    if (!loaded || !this.#store || fetching === 'now' || fetching === 'done') return;
    this.fetching = 'now';
    try {
      const {openSearch, searchIndexOf} = await chunk(import('./searched.js'));
      // Titles can be searched while the rest is on its way.
      this.openSearch = openSearch;
      const index = await searchIndexOf(this.#store, loaded);
      if (this.loaded?.course !== loaded.course) return;
      this.index = index;
      this.fetching = 'done';
    } catch (error) {
      failureOf(error);
      if (this.loaded?.course === loaded.course) this.fetching = 'failed';
    }
  }
}
