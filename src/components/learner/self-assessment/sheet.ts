import {css, html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {questionKey} from '../../../curriculum/ids.js';
import type {SelfAssessment} from '../../../curriculum/self-assessment.js';
import type {LoadedCourse} from '../../../store/courses.js';
import type {LearningRecord, RecordId} from '../../../store/reckoning/record.js';
import {selfRatings} from '../../../store/reckoning/self-ratings.js';
import type {Store} from '../../../store/store.js';
import type {Kept, Study} from '../../../store/study.js';
import {LocalizeController} from '../../controllers/localize.js';
import {failureOf, type Failure} from '../../failure.js';
import {learnerLanguages} from '../../messages/messages.js';
import {selfAssessmentLanguages} from '../../messages/self-assessment.js';
import {failureNotice, notice} from '../../notice.js';
import {optionStyles} from '../question/options.js';
import {fetchStatements} from './statements.js';

/** What a sheet is filled in for. */
interface Surroundings {
  readonly store: Store;
  readonly loaded: LoadedCourse;
  readonly study: Study;
  readonly occasion: 'pre' | 'post';
  /** What was said before, so that a slip can be mended. */
  readonly records: readonly LearningRecord[];
  readonly epoch: number;
  /** Called when it was kept, or without a word on how when it was laid aside. */
  readonly done: (kept?: Kept) => void;
}

interface Pick {
  readonly step: string;
  /** Minted with the pick, so that a second try is the same rating. */
  readonly id: RecordId;
}

/** For the root that draws the sheet. */
export const sheetStyles = [
  optionStyles,
  css`
    fieldset {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.6em;
      min-width: 0;
      margin: 0.6em 0 0;
      padding: 0;
      border: 0;
    }

    legend {
      float: inline-start;
      width: 100%;
      padding: 0;
    }

    legend + * {
      clear: both;
    }

    legend strong {
      display: block;
      font-family: var(--_serif);
      font-size: 1.1em;
    }

    .option {
      min-height: 3em;
      padding-block: 0.45em;
    }

    .nudge {
      color: var(--_warm);
      font-weight: 600;
    }
  `,
] as const;

/** The statements with their four steps, to be filled in as far as somebody likes. */
export class Sheet {
  /** Resolves once the statements are here; rejects as a lesson does. */
  static async fetched(host: ReactiveControllerHost & Element, around: Surroundings) {
    return new Sheet(host, around, await fetchStatements(around.store, around.loaded));
  }

  readonly #host: ReactiveControllerHost & Element;
  readonly #around: Surroundings;
  readonly #assessment: SelfAssessment;
  readonly #localize: LocalizeController<typeof selfAssessmentLanguages.vi>;
  readonly #learner: LocalizeController<typeof learnerLanguages.vi>;
  readonly #former: ReadonlyMap<string, number>;
  readonly #picked = new Map<string, Pick>();
  #busy = false;
  #empty = false;
  #failure: Failure | undefined;

  private constructor(
    host: ReactiveControllerHost & Element,
    around: Surroundings,
    assessment: SelfAssessment,
  ) {
    this.#host = host;
    this.#around = around;
    this.#assessment = assessment;
    this.#localize = new LocalizeController(host, selfAssessmentLanguages);
    this.#learner = new LocalizeController(host, learnerLanguages);
    this.#former = selfRatings(around.records, assessment, around.epoch)[around.occasion];
  }

  render(): TemplateResult {
    const {messages} = this.#localize;
    const {loaded, occasion, done} = this.#around;
    return html`
      <h3 id="title" tabindex="-1">${messages.title[occasion]}</h3>
      <p>${messages.note}</p>
      <div class="stack" lang=${loaded.course.lang}>
        ${this.#assessment.statements.map((statement) => this.#statement(statement))}
      </div>
      <p class="nudge" role="status" ?hidden=${!this.#empty}>
        ${this.#empty ? messages.nothingPicked : nothing}
      </p>
      ${
        this.#failure
          ? html`
              <div role="alert">
                ${
                  this.#failure.code === 'answer-unsaved'
                    ? notice(messages.unsaved, nothing, true)
                    : failureNotice(this.#learner.messages, this.#failure)
                }
              </div>
            `
          : nothing
      }
      <div class="row">
        <button
          type="button"
          class="main"
          ?disabled=${this.#busy}
          @click=${() => void this.#save()}
        >
          ${this.#busy ? this.#learner.messages.saving : messages.save}
        </button>
        <button type="button" class="quiet" ?disabled=${this.#busy} @click=${() => done()}>
          ${messages.later}
        </button>
      </div>
    `;
  }

  #statement({id, title, text}: SelfAssessment['statements'][number]) {
    const {steps} = this.#assessment;
    const chosen = this.#picked.get(id)?.step ?? steps[this.#former.get(id) ?? -1]?.id;
    return html`
      <fieldset>
        <legend>
          <strong>${title}</strong>
          ${text}
        </legend>
        <div class="options">
          ${steps.map(
            (step) => html`
              <label class="option ${chosen === step.id ? 'chosen' : ''}">
                <input
                  type="radio"
                  name=${id}
                  .checked=${chosen === step.id}
                  ?disabled=${this.#busy}
                  @change=${() => this.#pick(id, step.id)}
                />
                <span>${step.text}</span>
              </label>
            `,
          )}
        </div>
      </fieldset>
    `;
  }

  #pick(statement: string, step: string) {
    this.#picked.set(statement, {step, id: this.#around.study.newAnswerId()});
    this.#empty = false;
    this.#host.requestUpdate();
  }

  async #save() {
    const {study, occasion, done} = this.#around;
    const {id: assessment, statements, steps} = this.#assessment;
    if (this.#busy) return;
    if (this.#picked.size === 0) {
      this.#empty = this.#former.size === 0;
      this.#host.requestUpdate();
      if (!this.#empty) done('disk');
      return;
    }
    this.#busy = true;
    this.#failure = undefined;
    this.#host.requestUpdate();
    let worst: Kept = 'disk';
    try {
      for (const {id, rev} of statements) {
        const pick = this.#picked.get(id);
        const step = steps.find((one) => one.id === pick?.step);
        if (!pick || !step) continue;
        const kept = await study.rate(
          {
            use: occasion,
            statement: questionKey(assessment, id, rev),
            step: step.id,
            words: step.text,
          },
          pick.id,
        );
        if (kept !== 'disk') worst = kept;
      }
    } catch (error) {
      this.#failure = failureOf(error);
    }
    this.#busy = false;
    this.#host.requestUpdate();
    if (!this.#failure) done(worst);
  }
}
