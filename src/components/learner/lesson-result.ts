import {css, html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {lessonsOf} from '../../curriculum/course.js';
import {questionKey} from '../../curriculum/ids.js';
import type {Lesson} from '../../curriculum/lesson.js';
import type {LoadedCourse} from '../../store/courses.js';
import type {StudySnapshot} from '../../store/study.js';
import type {Place} from '../contexts.js';
import {LocalizeController} from '../controllers/localize.js';
import {isOurs} from '../definition.js';
import {chunk} from '../failure.js';
import {icon} from '../icons.js';
import {learnedLanguages} from '../messages/learned.js';
import {recordingStyles} from './recording-styles.js';
import type {Recordings} from './recordings.js';

/** Phones tell when bytes cost money; what the reader has not asked for yet then waits. */
function isMetered(): boolean {
  const {connection} = navigator as {
    connection?: {saveData?: boolean; type?: string; effectiveType?: string};
  };
  return (
    connection !== undefined &&
    (connection.saveData === true ||
      connection.type === 'cellular' ||
      /2g|3g/.test(connection.effectiveType ?? ''))
  );
}

/** What the end of a lesson looks at, asked anew at each drawing. */
interface Surroundings {
  readonly loaded: () => LoadedCourse | undefined;
  readonly snapshot: () => StudySnapshot | undefined;
  readonly place: () => Place | undefined;
  /** Fetches a lesson and keeps it. */
  readonly fetch: (lesson: string) => Promise<unknown>;
  /** Leads to a question of the lesson. */
  readonly show: (question: string) => void;
}

/** For the root that draws the result. */
export const resultStyles = css`
  ${recordingStyles}

  .result h3 .icon {
    color: var(--_good);
  }

  .result.done {
    padding: 1.4em 1.3em;
    border: 1px solid var(--_good);
    border-radius: calc(var(--_radius) * 1.4);
    background: var(--_good-tint);
  }

  .count {
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }

  .go {
    width: 100% !important;
    justify-content: space-between;
    gap: 1em;
    padding: 0.8em 1.1em;
  }

  .go > span {
    display: grid;
  }

  small {
    font-size: 0.88em;
    font-weight: 400;
  }
`;

/** The end of a lesson: what is right, what to look at again, and where to go from here. */
export class LessonResult {
  readonly #localize: LocalizeController<typeof learnedLanguages.vi>;
  readonly #around: Surroundings;
  readonly #host: ReactiveControllerHost & Element;
  #ahead = '';
  #drawn: Lesson | undefined;
  /** Fetched where there is something to hear. */
  #recordings: Recordings | undefined;
  #fetching: Promise<void> | undefined;

  constructor(host: ReactiveControllerHost & Element, around: Surroundings) {
    this.#localize = new LocalizeController(host, learnedLanguages);
    this.#around = around;
    this.#host = host;
    host.addController(this);
  }

  hostUpdated() {
    const lesson = this.#drawn;
    this.#recordings?.place(lesson, this.#around.loaded());
    if (this.#recordings || !lesson?.audio) return;
    this.#fetching ??= this.#fetchRecordings();
  }

  async #fetchRecordings() {
    try {
      const {Recordings} = await chunk(import('./recordings.js'));
      this.#recordings = new Recordings(this.#host);
      this.#host.requestUpdate();
    } catch {
      // What can be heard can be read as well; the next lesson asks again.
    }
  }

  render(lesson: Lesson): TemplateResult | typeof nothing {
    if (lesson !== this.#drawn) this.#fetching = undefined;
    this.#drawn = lesson;
    const {messages} = this.#localize;
    const snapshot = this.#around.snapshot();
    const progress = snapshot?.progress.lessons.find(({id}) => id === lesson.id);
    if (!snapshot || !progress) return nothing;
    this.#fetchNext(lesson);
    const {right, asked} = progress;
    const open = lesson.questions.flatMap(({id, rev}, index) => {
      const standing = snapshot.standing.questions[questionKey(lesson.id, id, rev)];
      return standing?.right ? [] : [{id, number: index + 1, tried: standing !== undefined}];
    });
    const links = (tried: boolean, words: string) => {
      const some = open.filter((question) => question.tried === tried);
      return some.length === 0
        ? nothing
        : html`
            <div class="row">
              <span>${words}:</span>
              ${some.map(
                ({id, number}) => html`
                  <button type="button" class="quiet" @click=${() => this.#around.show(id)}>
                    ${messages.goQuestion(number)}
                  </button>
                `,
              )}
            </div>
          `;
    };
    const done = progress.state === 'done';
    const [title, then] = messages.completed;
    return html`
      <section class="result ${done ? 'done' : ''}" aria-labelledby="result">
        <h3 id="result">
          ${done ? icon('done') : nothing}
          <span>${done ? title : messages.result}</span>
        </h3>
        <div role="status">
          ${
            done
              ? html`
                  <p>${then}</p>
                `
              : nothing
          }
          <p class="count">${messages.rightCount(right, asked)}</p>
        </div>
        ${links(true, messages.toReview)} ${links(false, messages.unanswered)}
        ${done ? this.#onward(lesson) : nothing}
      </section>
    `;
  }

  #next(id: string) {
    const loaded = this.#around.loaded();
    const lessons = loaded ? lessonsOf(loaded.course) : [];
    return lessons[lessons.findIndex((entry) => entry.id === id) + 1];
  }

  /** The next lesson ahead of time, unless bytes cost money. */
  #fetchNext({id}: Lesson) {
    const next = this.#next(id)?.id;
    if (!next || next === this.#ahead || isMetered()) return;
    this.#ahead = next;
    // Whoever opens it without network is told then.
    this.#around.fetch(next).catch(() => undefined);
  }

  #onward({id}: Lesson) {
    const {messages} = this.#localize;
    const place = this.#around.place();
    const next = this.#next(id);
    return html`
      ${
        next && place
          ? html`
              <button type="button" class="main go" @click=${() => place.go(next.id)}>
                <span>
                  <small>${messages.nextLesson}</small>
                  ${next.title}
                </span>
                ${icon('next')}
              </button>
            `
          : nothing
      }
      ${
        isOurs('kns-share')
          ? html`
              <kns-share></kns-share>
            `
          : nothing
      }
    `;
  }
}
