import {css, html, nothing, type LitElement} from 'lit';
import type {ScenarioQuestion} from '../../../curriculum/question.js';
import {LocalizeController} from '../../controllers/localize.js';
import {icon} from '../../icons.js';
import {scenarioLanguages} from '../../messages/asking/scenario.js';
import type {Asking, QuestionRenderer} from './renderer.js';

type Turn = ScenarioQuestion['turns'][number];
type Reply = Turn['replies'][number];

/** A turn, and the reply that led to it. */
interface Said {
  readonly turn: Turn;
  readonly after?: Reply;
}

/** The conversation along `path`, from its first turn to where it stands. */
function along({turns}: ScenarioQuestion, path: readonly string[]): readonly [Said, ...Said[]] {
  // The schema asks for three turns, and for every reply to lead to one.
  let turn = turns[0]!;
  const said: [Said, ...Said[]] = [{turn}];
  for (const id of path) {
    const after = turn.replies.find((reply) => reply.id === id);
    const next = turns.find((one) => one.id === after?.to);
    if (!after || !next) break;
    said.push({turn: (turn = next), after});
  }
  return said;
}

/**
 * A conversation to be led to its end. A reply is never called wrong: the story goes on with what comes
 * of it, and then says why, so that one can go back and say something else.
 */
class Scenario implements QuestionRenderer<ScenarioQuestion> {
  readonly #host: LitElement;
  readonly #localize: LocalizeController<typeof scenarioLanguages.vi>;
  /** Ids of the replies in the order taken, without those taken back. */
  #path: readonly string[] = [];

  constructor(host: LitElement) {
    this.#host = host;
    this.#localize = new LocalizeController(host, scenarioLanguages);
  }

  missing() {
    return this.#words.missing;
  }

  render(asking: Asking<ScenarioQuestion>) {
    const {question, answered} = asking;
    const path = answered && Array.isArray(asking.response) ? asking.response : this.#path;
    // Who does it again begins anew.
    if (answered) this.#path = [];
    const said = along(question, path);
    return html`
      <div class="talk">
        <p class="quietly">${icon('demo')} ${this.#words.talk(question.from)}</p>
        ${this.#log(asking, said)} ${answered ? nothing : this.#turn(asking, said)}
      </div>
    `;
  }

  get #words() {
    return this.#localize.messages;
  }

  #log({question: {from}, inline}: Asking<ScenarioQuestion>, said: readonly Said[]) {
    const words = this.#words;
    return html`
      <div role="log" aria-label=${words.talk(from)}>
        <ol>
          ${said.map(
            ({turn, after}) => html`
              ${
                after
                  ? html`
                      <li class="me">
                        <span class="quietly">${words.you}</span>
                        <p>${inline(after.text)}</p>
                      </li>
                    `
                  : nothing
              }
              <li class="them" tabindex="-1">
                <span class="quietly">${from}</span>
                <p>${inline(turn.says)}</p>
              </li>
              ${
                after
                  ? html`
                      <li class="why">
                        ${icon('hint')}
                        <div>
                          <strong>${words.lookBack}</strong>
                          <p>${inline(after.why)}</p>
                        </div>
                      </li>
                    `
                  : nothing
              }
              ${turn.replies.length > 0 ? nothing : this.#end(turn)}
            `,
          )}
        </ol>
      </div>
    `;
  }

  #end({good}: Turn) {
    const words = this.#words;
    return html`
      <li class="end ${good ? 'good' : ''}">
        ${icon(good ? 'done' : 'alert')}
        <strong>${good ? words.goodEnd : words.badEnd}</strong>
      </li>
    `;
  }

  #turn(asking: Asking<ScenarioQuestion>, said: readonly Said[]) {
    const {busy, inline} = asking;
    const words = this.#words;
    const {turn} = said[said.length - 1]!;
    return html`
      <div class="now">
        ${
          turn.replies.length > 0
            ? html`
                <div role="group" aria-labelledby="next">
                  <p class="quietly" id="next">${words.sayNext}</p>
                  ${turn.replies.map(
                    ({id, text}) => html`
                      <button
                        type="button"
                        class="reply"
                        ?disabled=${busy}
                        @click=${(event: MouseEvent) =>
                          // The second half of a double tap would hit a reply of the next turn.
                          event.detail > 1 || this.#go(asking, [...this.#path, id])}
                      >
                        ${inline(text)}
                      </button>
                    `,
                  )}
                </div>
              `
            : html`
                <p class="quietly">${turn.good ? words.goodEndNote : words.badEndNote}</p>
              `
        }
        ${
          this.#path.length > 0
            ? html`
                <div class="row">
                  <button
                    type="button"
                    class="quiet"
                    ?disabled=${busy}
                    @click=${() => this.#go(asking, this.#path.slice(0, -1))}
                  >
                    ${icon('back')}${words.stepBack}
                  </button>
                  <button
                    type="button"
                    class="quiet"
                    ?disabled=${busy}
                    @click=${() => this.#go(asking, [])}
                  >
                    ${icon('again')}${words.talkAnew}
                  </button>
                </div>
              `
            : nothing
        }
      </div>
    `;
  }

  #go({question, choose}: Asking<ScenarioQuestion>, path: readonly string[]) {
    this.#path = path;
    const said = along(question, path);
    const ended = said[said.length - 1]?.turn.replies.length === 0;
    choose(ended ? path : undefined);
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      const {renderRoot} = this.#host;
      const messages = renderRoot.querySelectorAll<HTMLElement>('.them');
      renderRoot.querySelector('.now')?.scrollIntoView({block: 'nearest'});
      // Read from the message on; what can be said follows it.
      messages[messages.length - 1]?.focus();
    });
  }
}

export const open = (host: LitElement): QuestionRenderer<ScenarioQuestion> => new Scenario(host);

export const styles = [
  css`
    .talk,
    .talk ol,
    .now,
    .now [role='group'] {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.7em;
    }

    .talk {
      padding: min(0.8em, 3vw);
      border: 1px solid var(--_rule);
      border-radius: var(--_radius);
      background: var(--_paper);
    }

    .me,
    .them {
      justify-self: start;
      max-width: 88%;
    }

    .me {
      justify-self: end;
    }

    .me p,
    .them p {
      padding: 0.6em min(0.9em, 3.5vw);
      border: 1px solid var(--_rule);
      border-radius: 0.2em 1em 1em;
      background: var(--_card);
    }

    .me p {
      border-radius: 1em 0.2em 1em 1em;
      background: var(--_tint);
    }

    .me .quietly {
      display: block;
      text-align: end;
    }

    .why {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: min(0.5em, 2vw);
    }

    .why {
      padding-inline: 0.3em;
      font-size: 0.94em;
    }

    .why .icon {
      margin-top: 0.1em;
      color: var(--_warm);
    }

    .end {
      display: flex;
      flex-wrap: wrap;
      gap: 0.2em min(0.5em, 2vw);
      padding: 0.7em min(0.9em, 3.5vw);
      border: 1px solid var(--_warm-fill);
      border-radius: var(--_radius);
      background: var(--_warm-tint);
      color: var(--_warm);
    }

    .end strong {
      flex: 1 1 min(6em, 100%);
    }

    .end.good {
      border-color: var(--_good);
      background: var(--_good-tint);
      color: var(--_good);
    }

    .now {
      padding-top: 0.7em;
      border-top: 1px solid var(--_rule);
    }

    .reply {
      justify-content: start;
      width: 100%;
      border-color: var(--_accent);
      font-weight: 400;
      line-height: 1.5;
    }
  `,
];
