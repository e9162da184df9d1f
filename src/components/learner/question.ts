import {ContextConsumer} from '@lit/context';
import {
  LitElement,
  adoptStyles,
  html,
  nothing,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {Lesson} from '../../curriculum/lesson.js';
import {questionKey} from '../../curriculum/ids.js';
import type {Question, Response} from '../../curriculum/question.js';
import type {RecordId} from '../../store/reckoning/record.js';
import type {Answer, Study} from '../../store/study.js';
import {factsContext, type FactsInForce, type Studying} from '../contexts.js';
import {EnterController} from '../controllers/enter.js';
import {LessonController} from '../controllers/lesson.js';
import {LocalizeController} from '../controllers/localize.js';
import {StudyController} from '../controllers/study.js';
import {TimeInViewController} from '../controllers/time-in-view.js';
import {
  KnsAnsweredEvent,
  KnsCourseCompletedEvent,
  KnsFailedEvent,
  KnsLessonCompletedEvent,
} from '../events.js';
import {chunk, failureOf, type Failure} from '../failure.js';
import {icon} from '../icons.js';
import {learnerLanguages} from '../messages/messages.js';
import {base} from '../styles/base.js';
import {tokens} from '../styles/tokens.js';
import {renderInline} from './inline.js';
import {failureNotice} from '../notice.js';
import {questionStyles} from './question-styles.js';
import {optionStyles} from './question/options.js';
import type {Asking, FetchedRenderer, QuestionRenderer} from './question/renderer.js';
import {renderers} from './question/renderers.js';

/** An answer belongs to the learner who was shown when the question was drawn. */
interface Drawn {
  /** Without a study on a first visit, until the code that keeps has come. */
  studying: Studying;
  readonly lesson: Lesson;
  readonly question: Question;
  /** Orders the options; stays when the study comes later, for nothing may move under a finger. */
  readonly seed: string;
  /** A retry with the same id is the same answer. */
  id?: RecordId | undefined;
}

/**
 * One question: asked, graded, explained.
 *
 * Stands inside a `<kns-course>`; alone there, it is a lesson of one question.
 *
 * @element kns-question
 *
 * @shows loading - Until its lesson has come.
 * @shows unreachable - Its lesson cannot be fetched; there is a way to try again.
 * @shows missing - The lesson has no such question.
 * @shows fetching - Until the code for its type has come.
 * @shows part-missing - The code for its type could not be fetched.
 * @shows choice-asked - One choice, nothing entered.
 * @shows choice-entered - The same with an answer, not sent.
 * @shows choice-right - Answered rightly, with the reasons.
 * @shows choice-wrong - Answered wrongly, with the reasons.
 * @shows choices-asked - Several choices, nothing entered.
 * @shows choices-entered - The same with an answer, not sent.
 * @shows choices-right - Answered rightly, with the reasons.
 * @shows choices-wrong - Answered wrongly, with the reasons.
 * @shows choices-partly - Answered rightly in part.
 * @shows true-false-asked - True or false, nothing entered.
 * @shows true-false-entered - The same with an answer, not sent.
 * @shows true-false-right - Answered rightly, with the reasons.
 * @shows true-false-wrong - Answered wrongly, with the reasons.
 * @shows ordering-asked - Lines to be put in order, nothing entered.
 * @shows ordering-entered - The same with an answer, not sent.
 * @shows ordering-right - Answered rightly, with the reasons.
 * @shows ordering-wrong - Answered wrongly, with the reasons.
 * @shows ordering-partly - Answered rightly in part.
 * @shows matching-asked - Lines that each get their match, nothing entered.
 * @shows matching-entered - The same with an answer, not sent.
 * @shows matching-right - Answered rightly, with the reasons.
 * @shows matching-wrong - Answered wrongly, with the reasons.
 * @shows matching-partly - Answered rightly in part.
 * @shows numeric-asked - A number, nothing entered.
 * @shows numeric-entered - The same with an answer, not sent.
 * @shows numeric-right - Answered rightly, with the reasons.
 * @shows numeric-wrong - Answered wrongly, with the reasons.
 * @shows numeric-within - Any number within bounds counts.
 * @shows fill-in-asked - A few words, nothing entered.
 * @shows fill-in-entered - The same with an answer, not sent.
 * @shows fill-in-right - Answered rightly, with the reasons.
 * @shows fill-in-wrong - Answered wrongly, with the reasons.
 * @shows spot-asked - A message whose suspicious parts are marked, nothing entered.
 * @shows spot-entered - The same with an answer, not sent.
 * @shows spot-right - Answered rightly, with the reasons.
 * @shows spot-wrong - Answered wrongly, with the reasons.
 * @shows spot-partly - Answered rightly in part.
 * @shows scenario-asked - A conversation, nothing entered.
 * @shows scenario-entered - The conversation has come to its good end, not sent.
 * @shows scenario-right - Answered rightly, with the reasons.
 * @shows scenario-wrong - Answered wrongly, with the reasons.
 * @shows scenario-under-way - One reply was given, and what it led to.
 * @shows scenario-bad-end - The conversation has come to an end that is not good.
 * @shows safety - One on which safety depends.
 * @shows nudged - Sent with nothing chosen.
 * @shows ordering-nudged - Sent in the order it was shuffled into.
 * @shows matching-nudged - Sent before every line had its match.
 * @shows fill-in-nudged - Sent with nothing typed.
 * @shows scenario-nudged - Sent before the conversation came to an end.
 * @shows hinted - With its hint.
 * @shows saving - The answer is on its way to the database, and that takes long.
 * @shows unsaved - The answer could be kept nowhere; it still stands as it was chosen.
 * @shows held - Kept beside the database.
 * @shows memory - Kept only until the page is closed.
 * @shows right-before - Asked again after it was right.
 * @shows history - Earlier answers, each in one line.
 *
 * @fires {KnsAnsweredEvent} kns-answered - After the answer was kept.
 * @fires {KnsLessonCompletedEvent} kns-lesson-completed - After the answer that completed a lesson was kept.
 * @fires {KnsCourseCompletedEvent} kns-course-completed - After the answer that completed the course was kept.
 * @fires {KnsFailedEvent} kns-failed - After the learner was told what could not be fetched or kept.
 *
 * @csspart stem - The question itself.
 * @csspart verdict - The reply to the answer.
 */
export class KnsQuestion extends LitElement {
  static override styles = [tokens, base, optionStyles, questionStyles];

  /** Id of the lesson the question belongs to. */
  @property() lesson = '';

  /** Id of the question within its lesson. */
  @property() question = '';

  /** The lesson in hand; without it, it is fetched by its id. */
  @property({attribute: false}) source?: Lesson;

  /** What the order of the options depends on, for whoever already showed one; by default the learner. */
  @property({attribute: false}) seed?: string;

  @state() private facts: FactsInForce | undefined;
  @state() private response: Response | undefined;
  @state() private phase: 'asking' | 'saving' | 'answered' = 'asking';
  /** Saving takes long enough to say so. */
  @state() private slow = false;
  @state() private answered: Answer | undefined;
  @state() private failure: Failure | undefined;
  @state() private nudged = false;
  @state() private hinted = false;
  @state() private fetched: QuestionRenderer | undefined;
  /** Earlier answers, each in one line; absent until asked for. */
  @state() private history: (() => TemplateResult) | undefined;

  #drawn: Drawn | undefined;
  /** The focus was in an input when the answer was given. */
  #hadFocus = false;
  #localize = new LocalizeController(this, learnerLanguages);
  #reading = new StudyController(this);
  #lesson = new LessonController(this);
  #inView = new TimeInViewController(this);

  constructor() {
    super();
    new EnterController(this);
    new ContextConsumer(this, {
      context: factsContext,
      subscribe: true,
      callback: (facts) => (this.facts = facts),
    });
  }

  /** Leads the focus to the question's number; a `tabindex` of its own would hide the inputs from Tab. */
  override focus(options?: FocusOptions) {
    this.renderRoot.querySelector<HTMLElement>('h4')?.focus(options);
  }

  override willUpdate() {
    if (!this.source) this.#lesson.want(this.lesson);
    const lesson = this.source ?? this.#lesson.lesson;
    const question = lesson?.questions.find(({id}) => id === this.question);
    const {studying} = this.#reading;
    const drawn = this.#drawn;
    if (drawn?.question === question && drawn?.studying === studying) return;
    if (drawn && studying && drawn.question === question && !drawn.studying.study) {
      drawn.studying = studying;
      return;
    }
    this.#drawn =
      lesson && question && studying
        ? {studying, lesson, question, seed: studying.study?.learner ?? ''}
        : undefined;
    this.#ask();
    this.#fetchRenderer();
  }

  override render() {
    const {messages} = this.#localize;
    const drawn = this.#drawn;
    if (!drawn) {
      if (this.#lesson.failure)
        return failureNotice(messages, this.#lesson.failure, this.#lesson.retry);
      const lesson = this.source ?? this.#lesson.lesson;
      if (lesson && !lesson.questions.some(({id}) => id === this.question))
        return failureNotice(messages, {code: 'question-unknown', facts: {}, issues: []});
      return html`
        <p class="quietly">${messages.loading}</p>
      `;
    }

    const {lesson, question, seed} = drawn;
    const {questions} = lesson;
    const renderer = this.#renderer(question);
    const key = questionKey(lesson.id, question.id, question.rev);
    const wasRight = this.#reading.snapshot?.standing.questions[key]?.right;
    const lang = lesson.lang ?? this.#lesson.loaded!.course.lang;
    // prettier-ignore
    const inline = (text: Parameters<Asking['inline']>[0]) => html`<span lang=${lang}>${renderInline(text, this.facts)}</span>`;
    const asked = this.phase !== 'answered';
    const nudge = this.slow
      ? messages.saving
      : this.nudged
        ? (renderer?.missing?.() ?? messages.pickFirst)
        : '';

    return html`
      <article class="card stack">
        <header class="row">
          <h4 tabindex="-1">
            ${messages.number(questions.indexOf(question) + 1, questions.length)}
          </h4>
          ${
            question.safety
              ? html`
                  <span class="safety">${icon('shield')}${messages.safety}</span>
                `
              : nothing
          }
          ${
            wasRight && asked
              ? html`
                  <span class="was-right">${icon('check')} ${messages.wasRight}</span>
                `
              : nothing
          }
        </header>
        <fieldset aria-busy=${this.phase === 'saving'} @keydown=${this.#enter}>
          <legend part="stem">${inline(question.stem)}</legend>
          <div class="verdict ${this.#tone()}" part="verdict" role="status">${this.#verdict()}</div>
          ${
            renderer
              ? renderer.render({
                  question,
                  messages,
                  response: this.response,
                  answered: !asked,
                  right: this.answered?.correct === 1,
                  busy: this.phase === 'saving',
                  seed: `${this.seed ?? seed}/${key}`,
                  inline,
                  choose: this.#choose,
                })
              : this.failure
                ? nothing
                : html`
                    <p>${messages.loading}</p>
                  `
          }
        </fieldset>
        ${
          this.hinted && question.hint
            ? html`
                <p class="notice">
                  ${icon('hint')}
                  <span>${inline(question.hint)}</span>
                </p>
              `
            : nothing
        }
        <p class="nudge ${nudge ? '' : 'none'}" role="status">${nudge}</p>
        ${
          this.failure
            ? html`
                <div role="alert">${failureNotice(messages, this.failure)}</div>
              `
            : nothing
        }
        ${
          renderer
            ? html`
                <div class="row">
                  <button
                    type="button"
                    class=${asked ? 'main' : ''}
                    aria-disabled=${this.phase === 'saving'}
                    @click=${this.#press}
                  >
                    ${asked ? nothing : icon('again')} ${asked ? messages.answer : messages.again}
                  </button>
                  ${
                    question.hint && asked && !this.hinted
                      ? html`
                          <button type="button" class="quiet" @click=${() => (this.hinted = true)}>
                            ${icon('hint')}${messages.hint}
                          </button>
                        `
                      : nothing
                  }
                  ${
                    asked
                      ? nothing
                      : html`
                          <button
                            type="button"
                            class="quiet"
                            aria-expanded=${this.history !== undefined}
                            @click=${this.#toggleHistory}
                          >
                            ${icon('history')}${messages.history}
                          </button>
                        `
                  }
                </div>
              `
            : nothing
        }
        ${this.history?.() ?? nothing}
      </article>
    `;
  }

  override updated(changed: PropertyValues) {
    if (!changed.has('phase')) return;
    const {phase} = this;
    // The reasons push the button down; the reply must not stay out of sight.
    if (phase === 'answered')
      this.renderRoot.querySelector('.verdict')?.scrollIntoView({block: 'nearest'});
    // The input that held the focus is gone or locked: the button takes over, or the rest of an Enter goes to the page.
    if (this.#hadFocus)
      this.renderRoot.querySelector<HTMLElement>('.row button')?.focus({preventScroll: true});
    this.#hadFocus &&= phase === 'saving';
  }

  #tone() {
    if (!this.answered) return 'none';
    const {correct, kept} = this.answered;
    // An answer that is not safe yet asks for something, right or wrong.
    if (kept !== 'disk') return 'partly';
    return correct === 1 ? 'right' : correct > 0 ? 'partly' : '';
  }

  #verdict() {
    const {messages} = this.#localize;
    if (!this.answered) return nothing;
    const {correct, kept} = this.answered;
    return html`
      <strong>
        ${correct === 1 ? messages.right : correct > 0 ? messages.partly : messages.wrong}
      </strong>
      <span class=${kept === 'disk' ? 'quietly' : ''}>
        ${icon(kept === 'disk' ? 'save' : 'alert')} ${messages.keptHow[kept]}
      </span>
    `;
  }

  #renderer({type}: Question): QuestionRenderer | undefined {
    const found = renderers[type];
    // Each renderer is listed under the type it draws.
    return 'render' in found ? found : this.fetched;
  }

  #fetchRenderer() {
    this.fetched = undefined;
    const drawn = this.#drawn;
    const found = drawn && renderers[drawn.question.type];
    if (!found || 'render' in found) return;
    const {fetch} = found as {fetch: () => Promise<FetchedRenderer<never>>};
    // On a slow line the code that keeps comes first; without it a question can at least be read.
    const turn = drawn.studying.arrival().catch(() => undefined);
    chunk(turn.then(fetch)).then(
      ({open, styles}) => {
        if (this.#drawn !== drawn) return;
        adoptStyles(this.renderRoot as ShadowRoot, [...KnsQuestion.elementStyles, ...styles]);
        this.fetched = open(this);
      },
      (error: unknown) => this.#fail(error),
    );
  }

  #ask() {
    this.response = undefined;
    this.phase = 'asking';
    this.answered = undefined;
    this.failure = undefined;
    this.nudged = false;
    this.hinted = false;
    this.history = undefined;
    this.#inView.restart();
  }

  readonly #choose = (response: Response | undefined) => {
    this.response = response;
    this.nudged = false;
    if (!this.failure || !this.#drawn) return;
    // Another choice after a failure is another answer.
    this.failure = undefined;
    this.#drawn.id = undefined;
  };

  #enter(event: KeyboardEvent) {
    // Some input methods end a composition with an Enter that only its key code, 229, tells from a real one.
    if (
      event.key !== 'Enter' ||
      event.isComposing ||
      event.keyCode === 229 ||
      !(event.target instanceof HTMLInputElement)
    )
      return;
    event.preventDefault();
    if (this.phase === 'asking') void this.#answer();
  }

  #press(event: MouseEvent) {
    // The second half of a double tap must not wipe the verdict.
    if (event.detail > 1 || this.phase === 'saving') return;
    if (this.phase === 'asking') {
      void this.#answer();
      return;
    }
    if (this.#drawn) this.#drawn.id = undefined;
    this.#ask();
  }

  async #answer() {
    const {response} = this;
    const drawn = this.#drawn;
    if (!drawn) return;
    if (response === undefined) {
      this.nudged = true;
      return;
    }
    this.#hadFocus = this.shadowRoot?.activeElement instanceof HTMLInputElement;
    this.phase = 'saving';
    this.failure = undefined;
    const patience = setTimeout(() => (this.slow = true), 300);
    // Read before anything is waited for: the network's time is not study time.
    const details = {hinted: this.hinted, activeMs: this.#inView.elapsed};
    try {
      const {lesson, question} = drawn;
      const study = await drawn.studying.arrival();
      const id = (drawn.id ??= study.newAnswerId());
      const before = study.snapshot.progress;
      const answer = await study.answer(lesson, question, response, {id, ...details});
      if (this.#drawn === drawn) {
        this.answered = answer;
        this.phase = 'answered';
      }
      // A portal hears of what is kept; what closing the page would take was not.
      if (answer.kept !== 'memory') this.#announce(study, drawn, answer, before.lessons);
    } catch (error) {
      if (this.#drawn === drawn) {
        this.phase = 'asking';
        this.#fail(error);
      }
    } finally {
      clearTimeout(patience);
      this.slow = false;
    }
  }

  #announce(
    {course}: Study,
    {lesson, question}: Drawn,
    {correct, completed}: Answer,
    before: Study['snapshot']['progress']['lessons'],
  ) {
    /** @internal */
    this.dispatchEvent(new KnsAnsweredEvent(course.id, lesson.id, question.id, correct));
    if (!completed.includes(lesson.id)) return;
    /** @internal */
    this.dispatchEvent(new KnsLessonCompletedEvent(course.id, lesson.id));
    if (before.every(({id, state}) => id === lesson.id || state === 'done'))
      /** @internal */
      this.dispatchEvent(new KnsCourseCompletedEvent(course.id));
  }

  #fail(error: unknown) {
    this.failure = failureOf(error);
    /** @internal */
    this.dispatchEvent(new KnsFailedEvent(this.failure.code, this.failure.facts));
  }

  async #toggleHistory() {
    const drawn = this.#drawn;
    if (!drawn || this.history) {
      this.history = undefined;
      return;
    }
    try {
      const study = await drawn.studying.arrival();
      const records = await study.history(drawn.lesson.id, drawn.question.id);
      const {openHistory} = await chunk(import('./question/history.js'));
      if (this.#drawn === drawn) this.history = openHistory(this, records);
    } catch (error) {
      this.#fail(error);
    }
  }
}
