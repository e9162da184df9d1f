import {css, html, svg, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {SelfAssessment} from '../../../curriculum/self-assessment.js';
import type {LoadedCourse} from '../../../store/courses.js';
import type {LearningRecord} from '../../../store/reckoning/record.js';
import {selfRatings} from '../../../store/reckoning/self-ratings.js';
import type {Store} from '../../../store/store.js';
import {LocalizeController} from '../../controllers/localize.js';
import {selfAssessmentLanguages} from '../../messages/self-assessment.js';
import {fetchStatements} from './statements.js';

/** For the root that draws the comparison. */
export const comparedStyles = [
  css`
    .compared {
      display: grid;
      gap: 1em;
    }

    .compared > li {
      padding-top: 0.9em;
      border-top: 1px solid var(--_rule);
    }

    .compared dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(6.2em, 100%), 1fr));
      gap: 0.6em 1em;
      margin: 0.5em 0 0;
    }

    .compared dt {
      color: var(--_quiet);
      font-size: 0.9em;
    }

    .compared dd {
      margin: 0.2em 0 0;
    }

    .now dd {
      font-weight: 600;
    }

    .stairs {
      display: block;
      width: 4.4em;
      height: 2em;
      margin-bottom: 0.2em;
      fill: none;
      stroke: var(--_edge);
      stroke-width: 1.5;
    }

    .now .stairs {
      color: var(--_accent);
    }

    .stairs .reached {
      fill: currentColor;
      stroke: currentColor;
    }

    @media (forced-colors: active) {
      .stairs {
        stroke: CanvasText;
      }

      .stairs .reached {
        fill: CanvasText;
        stroke: CanvasText;
      }
    }
  `,
] as const;

/** Four steps of a stair, inked as far as somebody has come; the words stand beside it. */
const stairs = (step: number | undefined, of: number): TemplateResult => html`
  <svg class="stairs" viewBox="0 0 44 20" aria-hidden="true">
    ${Array.from({length: of}, (_, at) => {
      const height = 4 + (at * 14) / (of - 1);
      return svg`
        <rect
          class=${step !== undefined && at <= step ? 'reached' : ''}
          x=${1 + at * 11} y=${19 - height} width="8" height=${height} rx="1.5"
        ></rect>
      `;
    })}
  </svg>
`;

/** Before and now, skill by skill, in words and shapes. Nobody else stands beside it. */
export class Compared {
  /** Resolves once the statements are here; rejects as a lesson does. */
  static async fetched(host: ReactiveControllerHost & Element, store: Store, loaded: LoadedCourse) {
    return new Compared(host, loaded, await fetchStatements(store, loaded));
  }

  readonly #loaded: LoadedCourse;
  readonly #assessment: SelfAssessment;
  readonly #localize: LocalizeController<typeof selfAssessmentLanguages.vi>;

  private constructor(
    host: ReactiveControllerHost & Element,
    loaded: LoadedCourse,
    assessment: SelfAssessment,
  ) {
    this.#loaded = loaded;
    this.#assessment = assessment;
    this.#localize = new LocalizeController(host, selfAssessmentLanguages);
  }

  render(records: readonly LearningRecord[], epoch: number): TemplateResult {
    const {messages} = this.#localize;
    const {lang} = this.#loaded.course;
    const {statements, steps} = this.#assessment;
    const {pre, post} = selfRatings(records, this.#assessment, epoch);
    const side = (which: string, words: string, step: number | undefined) => html`
      <div class=${which}>
        <dt>${words}</dt>
        <dd>
          ${stairs(step, steps.length)}
          ${
            step === undefined
              ? messages.notSaid
              : html`
                  <span lang=${lang}>${steps[step]!.text}</span>
                `
          }
        </dd>
      </div>
    `;
    return html`
      <ul class="compared">
        ${statements.map(
          ({id, title}) => html`
            <li>
              <h4 lang=${lang}>${title}</h4>
              <dl>
                ${side('then', messages.before, pre.get(id))}
                ${side('now', messages.now, post.get(id))}
              </dl>
            </li>
          `,
        )}
      </ul>
    `;
  }
}
