import {ContextConsumer} from '@lit/context';
import {LitElement, css, html, nothing, type PropertyValues} from 'lit';
import {state} from 'lit/decorators.js';
import {type Course, type LessonEntry, type Milestone, lessonsOf} from '../../curriculum/course.js';
import type {LoadedCourse} from '../../store/courses.js';
import type {Store} from '../../store/store.js';
import type {Study} from '../../store/study.js';
import {courseContext, storeContext} from '../contexts.js';
import {isOurs} from '../definition.js';
import {EnterController} from '../controllers/enter.js';
import {LocalizeController} from '../controllers/localize.js';
import {StudyController} from '../controllers/study.js';
import {pathLanguages} from '../messages/path.js';
import {base} from '../styles/base.js';
import {tokens} from '../styles/tokens.js';
import type {KnsOutline} from './outline.js';

/** The milestones that suit a role: neither a module nor the whole course. */
function pathsOf({milestones, modules}: Course): Milestone[] {
  const all = modules.flatMap(({lessons}) => lessons).length;
  return milestones.filter(
    ({id, lessons}) => modules.every((module) => module.id !== id) && lessons.length < all,
  );
}

const sum = (lessons: readonly LessonEntry[]) =>
  lessons.reduce((minutes, lesson) => minutes + lesson.minutes, 0);

/**
 * Lets a learner choose the path that suits their role, and says how long it is and how far they are on it.
 * The choice is kept with the learner on this device and told to nobody.
 *
 * Stands inside a `<kns-course>`; the outline lists what it leaves, and there it brings the search along.
 * Draws no choice where a course has no paths.
 *
 * @element kns-path
 *
 * @shows course - The whole course, which is where everybody begins.
 * @shows chosen - A path; the outline lists its lessons alone.
 * @shows unkept - A path was chosen, and this device could not remember it.
 */
export class KnsPath extends LitElement {
  static override styles = [
    tokens,
    base,
    css`
      /* Ends the waiting: the outline kept room for it. */
      :host {
        min-height: 0 !important;
      }

      label {
        display: block;
        padding-bottom: 0.3em;
        font-weight: 600;
      }

      select {
        display: block;
        width: 100%;
        min-height: 3em;
        padding: 0.5em 0.8em;
        border: 1.5px solid var(--_edge);
        border-radius: var(--_radius);
        background: var(--_card);
        color: var(--_ink);
        font: inherit;
      }

      p {
        padding-top: 0.4em;
      }

      kns-search {
        margin-bottom: 1em;
      }

      .sums {
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @state() private loaded: LoadedCourse | undefined;
  /** Id of a milestone; empty for the whole course. */
  @state() private chosen = '';
  @state() private unkept = false;

  #localize = new LocalizeController(this, pathLanguages);
  #reading = new StudyController(this);
  #store: Store | undefined;
  /** Whose choice was asked for last. */
  #asked: Study | undefined;
  /** How often somebody chose here. */
  #choices = 0;

  constructor() {
    super();
    new EnterController(this);
    new ContextConsumer(this, {
      context: courseContext,
      subscribe: true,
      callback: (loaded) => (this.loaded = loaded),
    });
    new ContextConsumer(this, {
      context: storeContext,
      subscribe: true,
      callback: (store) => (this.#store = store),
    });
  }

  override willUpdate() {
    const {study} = this.#reading;
    if (study && study !== this.#asked) void this.#remember(study);
  }

  override render() {
    if (!this.loaded) return nothing;
    return html`
      ${
        // The outline rides in the first script, which has no byte left for a second tag.
        this.#outline && isOurs('kns-search')
          ? html`
              <kns-search></kns-search>
            `
          : nothing
      }
      ${this.#path(this.loaded)}
    `;
  }

  #path(loaded: LoadedCourse) {
    const paths = pathsOf(loaded.course);
    if (paths.length === 0) return nothing;
    const {messages} = this.#localize;
    const {snapshot} = this.#reading;
    const listed = lessonsOf(this.#narrowed(loaded).course);
    const done = snapshot?.progress.lessons.filter(
      ({id, state: reached}) =>
        reached.startsWith('done') && listed.some((lesson) => lesson.id === id),
    ).length;
    const sums = [messages.lessons(listed.length, sum(listed))];
    if (done !== undefined) sums.push(messages.done(done, listed.length));
    const option = (id: string, words: string) => html`
      <option value=${id} .selected=${id === this.chosen}>${words}</option>
    `;
    return html`
      <label for="path">${messages.path}</label>
      <select id="path" aria-describedby="sums" @change=${this.#choose}>
        ${option('', messages.course)}
        ${paths.map(({id, title}) => option(id, id === 'core' ? messages.core : title))}
      </select>
      <div id="sums" role="status">
        <p class="sums quietly">${`${sums.join('. ')}.`}</p>
        ${
          this.chosen && this.#outline
            ? html`
                <p class="quietly">${messages.narrowed}</p>
              `
            : nothing
        }
        ${
          this.unkept
            ? html`
                <p class="quietly">${messages.notKept}</p>
              `
            : nothing
        }
      </div>
    `;
  }

  override updated(changed: PropertyValues) {
    // The course may have come anew, and whoever lists it lists the whole of it then.
    if (this.#outline && this.loaded && (changed.has('loaded') || changed.has('chosen')))
      this.#outline.loaded = this.#narrowed(this.loaded);
  }

  /** The outline that drew this element; it lists what it is given here. A page's own `<kns-path>` has none. */
  get #outline(): KnsOutline | undefined {
    const root = this.getRootNode();
    const host = root instanceof ShadowRoot ? root.host : undefined;
    return host?.localName === 'kns-outline' ? (host as KnsOutline) : undefined;
  }

  /** The course with the lessons of the chosen path alone. */
  #narrowed(loaded: LoadedCourse): LoadedCourse {
    const path = pathsOf(loaded.course).find(({id}) => id === this.chosen);
    if (!path) return loaded;
    const modules = loaded.course.modules
      .map((module) => ({
        ...module,
        lessons: module.lessons.filter(({id}) => path.lessons.includes(id)),
      }))
      .filter(({lessons}) => lessons.length > 0);
    return {...loaded, course: {...loaded.course, modules}};
  }

  async #remember(study: Study) {
    const isFirst = this.#asked === undefined;
    this.#asked = study;
    const choices = this.#choices;
    // Whoever was quicker than the code that keeps has chosen already.
    if (isFirst && choices > 0) return this.#keep(this.chosen);
    const learners = await this.#store?.learners().catch(() => []);
    if (this.#asked !== study || this.#choices !== choices) return;
    const row = learners?.find(({key}) => key === study.learner);
    this.chosen = row?.paths?.[study.course.id] ?? '';
    this.unkept = false;
  }

  readonly #choose = ({target}: Event) => {
    const {value} = target as HTMLSelectElement;
    this.#choices += 1;
    this.chosen = value;
    this.unkept = false;
    void this.#keep(value);
  };

  async #keep(chosen: string) {
    const {study} = this.#reading;
    if (!study || !this.#store) return;
    try {
      await this.#store.changeLearner(study.learner, {
        path: [study.course.id, chosen === '' ? undefined : chosen],
      });
    } catch {
      // Nothing that was learned is lost by it; whoever chose is told.
      this.unkept = this.chosen === chosen;
    }
  }
}
