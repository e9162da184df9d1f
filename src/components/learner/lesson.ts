import {ContextConsumer} from '@lit/context';
import {LitElement, adoptStyles, html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {Section, SectionId} from '../../curriculum/block.js';
import {lessonOf} from '../../curriculum/course.js';
import {lessonKey} from '../../curriculum/ids.js';
import type {Lesson} from '../../curriculum/lesson.js';
import type {Study} from '../../store/study.js';
import {factsContext, placeContext, type FactsInForce, type Place} from '../contexts.js';
import {EnterController} from '../controllers/enter.js';
import {LessonController} from '../controllers/lesson.js';
import {LocalizeController} from '../controllers/localize.js';
import {StudyController} from '../controllers/study.js';
import {isOurs} from '../definition.js';
import {KnsFailedEvent} from '../events.js';
import {chunk, failureOf, type Failure} from '../failure.js';
import {icon} from '../icons.js';
import {learnerLanguages} from '../messages/messages.js';
import {base} from '../styles/base.js';
import {tokens} from '../styles/tokens.js';
import {blockStyles, renderBlocks, renderDemoBlocks, type Drawing} from './blocks.js';
import type {LessonResult} from './lesson-result.js';
import {lessonStyles} from './lesson-styles.js';
import {failureNotice} from '../notice.js';
import {pictureStyles} from './picture.js';

const icons: Record<SectionId, Parameters<typeof icon>[0]> = {
  why: 'why',
  points: 'points',
  demo: 'demo',
  practice: 'practice',
  memo: 'memo',
};

/**
 * One lesson on one calm page: why, points, demonstration, practice, memory card, questions, result.
 *
 * Stands inside a `<kns-course>` and shows its `lesson`, or the one the reader is at.
 *
 * @element kns-lesson
 *
 * @shows loading - Until the lesson has come.
 * @shows unreachable - It cannot be fetched; there is a way to try again.
 * @shows damaged - Its bytes are not those of the course.
 * @shows missing - The course has no such lesson.
 * @shows unknown - On a first visit, until the code that keeps has come.
 * @shows ready - A lesson with all its parts, nothing done yet.
 * @shows reviewed - The same, no longer a draft.
 * @shows resumed - Begun earlier: straight on to the first question that is not right yet.
 * @shows answered - The result names what to look at again and what is open.
 * @shows practised - The practice was done.
 * @shows unpractised - The practice could not be kept.
 * @shows done - Every question is right; the next lesson is offered.
 * @shows done-last - The same where no lesson follows.
 * @shows done-before - New content since it was done.
 *
 * @fires {KnsFailedEvent} kns-failed - After the learner was told what could not be fetched or kept.
 *
 * @csspart memo - The memory card.
 */
export class KnsLesson extends LitElement {
  static override styles = [tokens, base, blockStyles, pictureStyles, lessonStyles];

  /** Id of the lesson. */
  @property() lesson = '';

  @state() private facts: FactsInForce | undefined;
  @state() private place: Place | undefined;
  @state() private failure: Failure | undefined;

  #localize = new LocalizeController(this, learnerLanguages);
  #reading = new StudyController(this);
  #content = new LessonController(this);
  #pictures: Drawing['pictures'] = new WeakMap();
  #opened: readonly [Study, Lesson] | undefined;
  /** Fetched once there is something to tell. */
  #result: LessonResult | undefined;

  constructor() {
    super();
    new EnterController(this);
    new ContextConsumer(this, {
      context: factsContext,
      subscribe: true,
      callback: (facts) => (this.facts = facts),
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

  get #id() {
    return this.lesson || (this.place?.lesson ?? '');
  }

  override willUpdate() {
    this.#content.want(this.#id);
  }

  override render() {
    const {messages} = this.#localize;
    const {loaded, lesson, failure} = this.#content;
    if (!loaded || !this.#id) return nothing;
    const entry = lessonOf(loaded.course, this.#id);
    const {lang = nothing} = this.#content;
    return html`
      ${
        this.place
          ? html`
              <nav aria-label=${messages.outline}>
                <button type="button" class="quiet" @click=${() => this.place?.go('')}>
                  ${icon('back')}${messages.outline}
                </button>
              </nav>
            `
          : nothing
      }
      ${
        entry
          ? html`
              <header class="title">
                <h2 tabindex="-1" lang=${lang}>${(lesson ?? entry).title}</h2>
                ${
                  lesson
                    ? html`
                        <p class="outcome">
                          ${messages.outcome}
                          <strong lang=${lang}>${lesson.outcome}.</strong>
                        </p>
                      `
                    : nothing
                }
                <p class="meta quietly">
                  <span>${icon('clock')}${messages.minutes(entry.minutes)}</span>
                  ${
                    entry.core
                      ? html`
                          <span>${icon('star')}${messages.core}</span>
                        `
                      : nothing
                  }
                  ${
                    entry.draft
                      ? html`
                          <span>${icon('note')}${messages.draftNote}</span>
                        `
                      : nothing
                  }
                </p>
                ${this.#resume(lesson)}
              </header>
            `
          : nothing
      }
      ${failure ? failureNotice(messages, failure, this.#content.retry) : nothing}
      ${
        lesson
          ? this.#parts(lesson)
          : failure
            ? nothing
            : html`
                <p class="quietly" role="status">${messages.loading}</p>
              `
      }
    `;
  }

  override updated(changed: PropertyValues) {
    super.updated(changed);
    const {study} = this.#reading;
    const {lesson} = this.#content;
    if (!study || !lesson) return;
    if (this.#opened?.[0] === study && this.#opened[1] === lesson) return;
    this.#opened = [study, lesson];
    study.open(lesson).catch((error: unknown) => this.#fail(error));
    void this.#fetchResult();
  }

  async #fetchResult() {
    try {
      const {LessonResult, resultStyles} = await chunk(import('./lesson-result.js'));
      adoptStyles(this.renderRoot as ShadowRoot, [...KnsLesson.elementStyles, resultStyles]);
      this.#result ??= new LessonResult(this, {
        loaded: () => this.#content.loaded,
        snapshot: () => this.#reading.snapshot,
        place: () => this.place,
        fetch: (id) => this.#content.fetch(id),
        show: (question) => this.#show(question),
      });
      this.requestUpdate();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Straight to the first question that is not right yet, for who comes back. */
  #resume(lesson: Lesson | undefined) {
    const {messages} = this.#localize;
    const progress = this.#progress();
    if (!lesson || !progress) return nothing;
    const number = lesson.questions.findIndex(({id}) => id === progress.next) + 1;
    return html`
      ${
        progress.state === 'done-before'
          ? html`
              <p>${icon('again')} ${messages.doneBefore}</p>
            `
          : nothing
      }
      ${
        progress.right > 0 && number > 0
          ? html`
              <button type="button" class="main" @click=${() => this.#show(progress.next ?? '')}>
                ${messages.resumeAt(number)}${icon('down')}
              </button>
            `
          : nothing
      }
    `;
  }

  #parts(lesson: Lesson) {
    const {messages} = this.#localize;
    const {questions} = lesson;
    return html`
      ${lesson.sections.map((section) => this.#section(section, lesson))}
      ${
        questions.length > 0 && isOurs('kns-question')
          ? html`
              <section aria-labelledby="ask">
                <h3 id="ask">
                  ${icon('ask')}
                  <span>${messages.questions}</span>
                </h3>
                <p class="quietly">${messages.questionsNote(questions.length)}</p>
                ${questions.map(
                  ({id}) => html`
                    <kns-question
                      id=${`q-${id}`}
                      .lesson=${lesson.id}
                      .question=${id}
                      .source=${lesson}
                    ></kns-question>
                  `,
                )}
              </section>
              ${this.#result?.render(lesson) ?? nothing}
            `
          : nothing
      }
    `;
  }

  #section({id, title, blocks}: Section, lesson: Lesson) {
    const {messages} = this.#localize;
    const drawing: Drawing = {facts: this.facts, pictures: this.#pictures};
    const words = title ?? messages.section[id];
    const {lang = nothing} = this.#content;
    // Our own words are not in the lesson's language.
    const ours = title ? nothing : this.#localize.lang;
    const body = id === 'demo' ? renderDemoBlocks(blocks, drawing) : renderBlocks(blocks, drawing);
    if (id === 'memo') {
      const card = html`
        <section class="memo" part="memo" lang=${lang} aria-labelledby=${id}>
          <h3 id=${id} lang=${ours}>${words}</h3>
          ${body}
          <p class="quietly">${lesson.title}</p>
        </section>
      `;
      return isOurs('kns-memo')
        ? html`
            <kns-memo .lesson=${lesson.id}>${card}</kns-memo>
          `
        : card;
    }
    return html`
      <section class=${id} lang=${lang} aria-labelledby=${id}>
        <h3 id=${id} lang=${ours}>
          ${icon(icons[id])}
          <span>${words}</span>
        </h3>
        ${body} ${id === 'practice' ? this.#practised(lesson) : nothing}
      </section>
    `;
  }

  #practised(lesson: Lesson) {
    const {messages} = this.#localize;
    const {snapshot} = this.#reading;
    const key = lessonKey(lesson.id, lesson.version);
    const done = snapshot?.standing.lessons[key]?.practised === true;
    // The button stays, so that the focus does and the change is read aloud.
    return html`
      <button
        type="button"
        class=${done ? 'practised' : ''}
        aria-pressed=${done}
        lang=${this.#localize.lang}
        ?disabled=${!snapshot}
        @click=${() => done || this.#practise(lesson)}
      >
        ${icon(done ? 'done' : 'check')}${done ? messages.practised : messages.didPractise}
      </button>
      ${this.failure ? failureNotice(messages, this.failure) : nothing}
    `;
  }

  #progress() {
    const id = this.#id;
    return this.#reading.snapshot?.progress.lessons.find((lesson) => lesson.id === id);
  }

  #show(question: string) {
    const element = this.renderRoot.querySelector<HTMLElement>(`#q-${question}`);
    element?.scrollIntoView({block: 'start'});
    element?.focus({preventScroll: true});
  }

  #practise(lesson: Lesson) {
    this.failure = undefined;
    this.#reading.study?.practise(lesson).catch((error: unknown) => this.#fail(error));
  }

  #fail(error: unknown) {
    this.failure = failureOf(error);
    /** @internal */
    this.dispatchEvent(new KnsFailedEvent(this.failure.code, this.failure.facts));
  }
}
