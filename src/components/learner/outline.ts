import {ContextConsumer} from '@lit/context';
import {LitElement, css, html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import {lessonsOf, type LessonEntry} from '../../curriculum/course.js';
import type {LessonState} from '../../store/reckoning/progress.js';
import type {LoadedCourse} from '../../store/courses.js';
import {courseContext, placeContext, type Place} from '../contexts.js';
import {isOurs} from '../definition.js';
import {EnterController} from '../controllers/enter.js';
import {LocalizeController} from '../controllers/localize.js';
import {StudyController} from '../controllers/study.js';
import {icon} from '../icons.js';
import {learnerLanguages} from '../messages/messages.js';
import {base} from '../styles/base.js';
import {tokens} from '../styles/tokens.js';

const stateIcons = {new: 'new', started: 'started', done: 'done', 'done-before': 'again'} as const;

/**
 * The course as a list: modules, lessons, how far each is, and one button to go on.
 *
 * Stands inside a `<kns-course>`.
 *
 * @element kns-outline
 *
 * @shows unknown - On a first visit, until the code that keeps has come: nothing is claimed.
 * @shows new - Nothing learned yet.
 * @shows started - A lesson is under way; the way on leads there.
 * @shows done - A lesson is done, and the way on leads to the next.
 * @shows done-before - A lesson done earlier has new content.
 * @shows all-done - Every lesson is done.
 * @shows reviewed - No lesson is a draft.
 */
export class KnsOutline extends LitElement {
  static override styles = [
    tokens,
    base,
    css`
      .head {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1em;
        padding-bottom: 1.4em;
      }

      .draft {
        display: inline-flex;
        align-items: center;
        gap: 0.4em;
        justify-self: start;
        padding: 0.15em 0.7em;
        border: 1px dashed var(--_warm);
        border-radius: 2em;
        color: var(--_warm);
        font-size: 0.9em;
      }

      .go {
        width: 100%;
        padding: 0.8em 1.1em;
        justify-content: space-between;
        gap: 1em;
      }

      .go > span {
        display: grid;
      }

      .go small {
        font-size: 0.88em;
        font-weight: 400;
      }

      /* Their offers come late: nothing is to move under a finger. */
      kns-path,
      .soon {
        display: block;
        min-height: 14.5em;
      }

      section {
        padding-block: 1.4em 0.4em;
        border-top: 1px solid var(--_rule);
      }

      .module {
        display: flex;
        gap: 1em;
        align-items: baseline;
        justify-content: space-between;
        padding-bottom: 0.6em;
      }

      .module p {
        flex: none;
        font-variant-numeric: tabular-nums;
      }

      .lesson {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: min(0.9em, 3vw);
        width: 100%;
        padding: 1em 0.2em;
        border: 0;
        border-radius: 0;
        background: none;
        font-weight: 400;
      }

      li + li .lesson {
        border-top: 1px solid var(--_rule);
      }

      .lesson:hover .title {
        color: var(--_accent);
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }

      .lesson > .icon {
        align-self: start;
        width: 1.9em;
        height: 1.9em;
        color: var(--_edge);
      }

      .lesson > .icon-next {
        align-self: center;
        width: 1.3em;
        height: 1.3em;
      }

      .done > .icon-done {
        color: var(--_good);
      }

      .started > .icon-started,
      .done-before > .icon-again {
        color: var(--_warm);
      }

      .title {
        display: block;
        font-family: var(--_serif);
        font-size: 1.1em;
        font-weight: 700;
      }

      .meta {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.9em;
        margin-top: 0.25em;
        color: var(--_quiet);
        font-size: 0.9em;
      }

      .meta > span {
        display: inline-flex;
        align-items: center;
        gap: 0.3em;
      }

      .meta .state {
        font-weight: 600;
      }

      .done .state {
        color: var(--_good);
      }

      .started .state,
      .done-before .state {
        color: var(--_warm);
      }

      .meta .icon {
        width: 1.1em;
        height: 1.1em;
      }
    `,
  ];

  /**
   * What is listed: the whole course, or what `<kns-path>` leaves of it, which alone sets it from outside.
   * @internal
   */
  @state() loaded: LoadedCourse | undefined;
  @state() private place: Place | undefined;

  #localize = new LocalizeController(this, learnerLanguages);
  #reading = new StudyController(this);

  constructor() {
    super();
    new EnterController(this);
    new ContextConsumer(this, {
      context: courseContext,
      subscribe: true,
      callback: (loaded) => (this.loaded = loaded),
    });
    new ContextConsumer(this, {
      context: placeContext,
      subscribe: true,
      callback: (place) => (this.place = place),
    });
  }

  /** Leads the focus to the title. */
  override focus(options?: FocusOptions) {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus(options);
  }

  override render() {
    if (!this.loaded) return nothing;
    const {messages} = this.#localize;
    const {course} = this.loaded;
    const drafts = lessonsOf(course).some(({draft}) => draft);
    return html`
      <div class="head">
        <h2 tabindex="-1" lang=${course.lang}>${course.title}</h2>
        ${
          drafts
            ? html`
                <p class="draft">
                  ${icon('note')}
                  <span>${messages.draftNote}</span>
                </p>
              `
            : nothing
        }
        ${
          isOurs('kns-progress')
            ? html`
                <kns-progress shape="bar"></kns-progress>
              `
            : nothing
        }
        ${this.#next()}
        ${
          isOurs('kns-path')
            ? html`
                <kns-path></kns-path>
              `
            : nothing
        }
      </div>
      ${
        course.selfAssessment && isOurs('kns-self-assessment')
          ? html`
              <kns-self-assessment
                class=${this.#reading.snapshot?.progress.done ? '' : 'soon'}
              ></kns-self-assessment>
            `
          : nothing
      }
      ${course.modules.map(
        ({id, title, lessons}) => html`
          <section aria-labelledby=${id}>
            <div class="module">
              <h3 id=${id} lang=${course.lang}>${title}</h3>
              <p class="quietly">
                ${
                  this.#reading.snapshot
                    ? messages.lessonsDone(
                        lessons.filter((lesson) => this.#state(lesson.id)?.startsWith('done'))
                          .length,
                        lessons.length,
                      )
                    : nothing
                }
              </p>
            </div>
            <ol>
              ${lessons.map((lesson) => this.#lesson(lesson))}
            </ol>
          </section>
        `,
      )}
    `;
  }

  #progress(id: string) {
    return this.#reading.snapshot?.progress.lessons.find((lesson) => lesson.id === id);
  }

  #state(id: string): LessonState | undefined {
    return this.#progress(id)?.state;
  }

  /** Where to go on: the lesson last touched while it is not done, else the first that is not. */
  #next() {
    const {snapshot, studying} = this.#reading;
    if (!studying || !this.loaded) return nothing;
    const {messages} = this.#localize;
    const lessons = lessonsOf(this.loaded.course);
    const open = lessons.filter(({id}) => this.#state(id) !== 'done');
    const next = open.find(({id}) => id === snapshot?.lastLesson) ?? open[0];
    if (!next)
      return html`
        <p>
          ${icon('done')}
          <strong>${messages.allDone[0]}</strong>
          ${messages.allDone[1]}
        </p>
      `;
    const fresh =
      !snapshot || snapshot.progress.lessons.every(({state: reached}) => reached === 'new');
    return html`
      <button type="button" class="main go" @click=${() => this.place?.go(next.id)}>
        <span>
          ${fresh ? messages.start : messages.resume}
          <small>${next.title}</small>
        </span>
        ${icon('next')}
      </button>
    `;
  }

  #lesson({id, title, minutes, core}: LessonEntry) {
    const {messages} = this.#localize;
    // Until the study is known nothing is claimed; the empty ring stands in.
    const reached = this.#state(id);
    return html`
      <li>
        <button type="button" class="lesson ${reached ?? ''}" @click=${() => this.place?.go(id)}>
          ${icon(stateIcons[reached ?? 'new'])}
          <span>
            <span class="title" lang=${this.loaded!.course.lang}>${title}</span>
            <span class="meta">
              <span class="state">
                ${reached ? messages.state[reached] : messages.progressUnknown}
              </span>
              <span>${icon('clock')}${messages.minutes(minutes)}</span>
              ${
                core
                  ? html`
                      <span>${icon('star')}${messages.core}</span>
                    `
                  : nothing
              }
            </span>
          </span>
          ${icon('next')}
        </button>
      </li>
    `;
  }
}
