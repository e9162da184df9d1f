import {ContextConsumer} from '@lit/context';
import {LitElement, css, html, nothing, svg} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {LoadedCourse} from '../../store/courses.js';
import {courseContext} from '../contexts.js';
import {LocalizeController} from '../controllers/localize.js';
import {StudyController} from '../controllers/study.js';
import {learnedLanguages} from '../messages/learned.js';
import {base} from '../styles/base.js';
import {tokens} from '../styles/tokens.js';

interface Reached {
  readonly done: number;
  readonly of: number;
  readonly words: string;
}

/**
 * How far the learner is, as a ring or a bar with its numbers in words.
 *
 * Stands inside a `<kns-course>`. What is not known is drawn empty and said so; it is not 0.
 *
 * @element kns-progress
 *
 * @shows unknown - Nothing is known, as a ring.
 * @shows unknown-bar - The same as a bar.
 * @shows none - Nothing done yet, as a ring.
 * @shows some - A part of a lesson, as a ring.
 * @shows some-bar - The same as a bar.
 * @shows module - One module of several.
 * @shows all - Everything done, as a ring.
 * @shows all-bar - The same as a bar.
 *
 * @csspart track - What is ahead.
 * @csspart value - What is done.
 */
export class KnsProgress extends LitElement {
  static override styles = [
    tokens,
    base,
    css`
      :host([shape='bar']) {
        display: block !important;
      }

      :host {
        display: inline-block !important;
      }

      .ring,
      .bar {
        display: flex;
        align-items: center;
        gap: 0.7em;
      }

      .bar {
        flex-wrap: wrap;
        gap: 0.3em 0.7em;
      }

      svg {
        flex: none;
        fill: none;
        stroke: var(--_rule);
        stroke-width: 4;
      }

      .ring svg {
        width: 3.4em;
        height: 3.4em;
        transform: rotate(-90deg);
      }

      .bar svg {
        flex: 1 1 8em;
        height: 0.6em;
        border-radius: 1em;
        background: var(--_rule);
      }

      .bar [part='value'] {
        stroke-width: 12;
      }

      [part='value'] {
        stroke: var(--_accent);
        stroke-dasharray: 100;
        transition: stroke-dashoffset 0.5s ease;
      }

      .words {
        font-variant-numeric: tabular-nums;
        font-weight: 600;
      }

      @media (prefers-reduced-motion: reduce) {
        [part='value'] {
          transition: none;
        }
      }

      @media (forced-colors: active) {
        svg {
          stroke: GrayText;
        }

        [part='value'] {
          stroke: Highlight;
        }
      }
    `,
  ];

  /** What is measured: a lesson's or a module's id; the whole course otherwise. */
  @property() of = '';

  /** `ring` or `bar`. */
  @property({reflect: true, useDefault: true}) shape: 'ring' | 'bar' = 'ring';

  @state() private loaded: LoadedCourse | undefined;

  #localize = new LocalizeController(this, learnedLanguages);
  #reading = new StudyController(this);

  constructor() {
    super();
    new ContextConsumer(this, {
      context: courseContext,
      subscribe: true,
      callback: (loaded) => (this.loaded = loaded),
    });
  }

  override render() {
    const {messages} = this.#localize;
    const reached = this.#reached();
    // Without a value the role reads as "not known"; a lesson without questions has nothing to divide by.
    const percent = reached && Math.round((100 * reached.done) / Math.max(1, reached.of));
    const offset = 100 - (percent ?? 0);
    const words = reached?.words ?? messages.unknown;
    const bar = this.shape === 'bar';
    return html`
      <div
        class=${bar ? 'bar' : 'ring'}
        role="progressbar"
        aria-label=${messages.progress}
        aria-valuenow=${percent ?? nothing}
        aria-valuetext=${words}
      >
        ${
          bar
            ? html`
                <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                  <path
                    part="value"
                    d="M0 3H100"
                    pathLength="100"
                    stroke-dashoffset=${offset}
                  ></path>
                </svg>
              `
            : html`
                <svg viewBox="0 0 36 36" aria-hidden="true">
                  <circle part="track" cx="18" cy="18" r="15.5"></circle>
                  ${
                    offset < 100
                      ? svg`<circle part="value" cx="18" cy="18" r="15.5" pathLength="100" stroke-dashoffset=${offset}></circle>`
                      : nothing
                  }
                </svg>
              `
        }
        <span class="words" aria-hidden="true">${words}</span>
      </div>
    `;
  }

  #reached(): Reached | undefined {
    const {messages} = this.#localize;
    const {snapshot} = this.#reading;
    if (!snapshot || !this.loaded) return undefined;
    const {course} = this.loaded;
    const {lessons} = snapshot.progress;
    const lesson = lessons.find(({id}) => id === this.of);
    if (lesson) {
      const {right, asked} = lesson;
      return {done: right, of: asked, words: messages.questionsRight(right, asked)};
    }
    const module = course.modules.find(({id}) => id === this.of);
    if (this.of && !module && this.of !== course.id) return undefined;
    const counted = module
      ? lessons.filter(({id}) => module.lessons.some((entry) => entry.id === id))
      : lessons;
    // New content takes nothing away: what was done in an older version stays done.
    const done = counted.filter(({state: reached}) => reached.startsWith('done')).length;
    return {done, of: counted.length, words: messages.lessonsDone(done, counted.length)};
  }
}
