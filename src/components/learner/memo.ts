import {ContextConsumer} from '@lit/context';
import {LitElement, css, html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {PictureNode} from '../../curriculum/picture.js';
import {factsContext, type FactsInForce} from '../contexts.js';
import {EnterController} from '../controllers/enter.js';
import {LessonController} from '../controllers/lesson.js';
import {LocalizeController} from '../controllers/localize.js';
import {KnsFailedEvent} from '../events.js';
import {chunk, failureOf, type Failure} from '../failure.js';
import {icon} from '../icons.js';
import {learnerLanguages} from '../messages/messages.js';
import {memoLanguages} from '../messages/memo.js';
import {paperFrame, paperFrameStyles} from '../paper-frame.js';
import {base} from '../styles/base.js';
import {tokens} from '../styles/tokens.js';
import {blockStyles, renderBlocks} from './blocks.js';
import {failureNotice} from '../notice.js';

/**
 * The memory card of a lesson, to keep and to print: three lines in big type.
 *
 * Stands inside a `<kns-course>`. What a page puts inside is the card on screen; without it, the card is drawn.
 *
 * @element kns-memo
 *
 * @shows card - The lesson's card, to be printed.
 * @shows own - A page's own card, with the button below.
 * @shows unreachable - The lesson cannot be fetched.
 * @shows none - The lesson has no card.
 * @shows no-printer - This browser cannot print.
 * @shows unseen - Printing was asked for, and nothing seems to have come.
 * @shows part-missing - The code that prints could not be fetched.
 *
 * @fires {KnsFailedEvent} kns-failed - After the learner was told what could not be fetched.
 *
 * @slot - A card of the page's own; printed is always the lesson's.
 *
 * @csspart memo - The card.
 */
export class KnsMemo extends LitElement {
  static override styles = [
    tokens,
    base,
    blockStyles,
    paperFrameStyles,
    css`
      .memo {
        display: grid;
        gap: 0.8em;
        padding: 1.3em min(1.3em, 5vw);
        border: 1px dashed var(--_warm);
        border-radius: var(--_radius);
        background: var(--_warm-tint);
      }

      .memo h3 {
        font-size: 1.15em;
      }

      .memo :is(.numbered, .dotted) > li {
        font-family: var(--_serif);
        font-size: 1.2em;
        font-weight: 600;
        line-height: 1.42;
      }

      .print,
      .said {
        margin-bottom: 1.4em;
      }

      .memo + .print {
        margin-top: 0.8em;
      }

      /* A lesson keeps room below its own card, so that nothing moves under a finger when the button comes. */
      slot + .print {
        margin-block: -0.9em -1.85em;
      }

      slot + .print ~ .said {
        margin-top: 2.2em;
      }
    `,
  ];

  /** Id of the lesson. */
  @property() lesson = '';

  @state() private facts: FactsInForce | undefined;
  /** How the last printing ended. */
  @state() private told: 'nothing' | 'cannot' | 'unseen' = 'nothing';
  @state() private failure: Failure | undefined;

  #localize = new LocalizeController(this, memoLanguages);
  #learner = new LocalizeController(this, learnerLanguages);
  #content = new LessonController(this);
  #pictures = new WeakMap<PictureNode, SVGElement>();

  constructor() {
    super();
    new EnterController(this);
    new ContextConsumer(this, {
      context: factsContext,
      subscribe: true,
      callback: (facts) => (this.facts = facts),
    });
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.renderRoot.querySelector('.paper')?.remove();
  }

  override willUpdate() {
    this.#content.want(this.lesson);
  }

  override render() {
    const {messages} = this.#localize;
    const {lesson, failure} = this.#content;
    const hasMemo = this.#memo !== undefined;
    return html`
      ${
        this.childElementCount > 0
          ? html`
              <slot></slot>
            `
          : this.#card()
      }
      ${failure ? failureNotice(this.#learner.messages, failure, this.#content.retry) : nothing}
      ${
        lesson && !hasMemo
          ? html`
              <p class="quietly">${messages.noMemo}</p>
            `
          : nothing
      }
      ${
        hasMemo
          ? html`
              <div class="row print">
                <button type="button" @click=${() => this.#print()}>
                  ${icon('memo')}${messages.print}
                </button>
              </div>
            `
          : nothing
      }
      <p class="said" role="status" ?hidden=${this.told === 'nothing'}>
        ${
          this.told === 'cannot'
            ? messages.cannotPrint
            : this.told === 'unseen'
              ? messages.printUnseen
              : nothing
        }
      </p>
      ${this.failure ? failureNotice(this.#learner.messages, this.failure) : nothing}
    `;
  }

  get #memo() {
    return this.#content.lesson?.sections.find(({id}) => id === 'memo');
  }

  #card() {
    const {messages} = this.#localize;
    const {lesson, loaded, lang = nothing} = this.#content;
    if (!lesson || !loaded || !this.#memo) return nothing;
    const drawing = {facts: this.facts, pictures: this.#pictures};
    return html`
      <section class="memo" part="memo" aria-labelledby="title">
        <h3 id="title" lang=${lang}>${lesson.title}</h3>
        <div lang=${lang}>${renderBlocks(this.#memo.blocks, drawing)}</div>
        <p class="quietly">
          <span lang=${loaded.course.lang}>${loaded.course.title}.</span>
          ${messages.contentOf(day(lesson.asOf))}
        </p>
      </section>
    `;
  }

  async #print() {
    const {lesson, loaded} = this.#content;
    const memo = this.#memo;
    if (!lesson || !loaded || !memo) return;
    this.failure = undefined;
    this.told = 'nothing';
    try {
      const {canPrint, printMemos} = await chunk(import('./memo-paper.js'));
      if (!canPrint()) {
        this.told = 'cannot';
        return;
      }
      const frame = await paperFrame(this.renderRoot);
      const {messages} = this.#localize;
      const isShown = printMemos(frame, [
        {
          kind: messages.memo,
          lesson,
          memo,
          course: loaded.course.title,
          dated: messages.contentOf(day(lesson.asOf)),
          facts: this.facts,
        },
      ]);
      if (!isShown) this.told = 'unseen';
    } catch (error) {
      this.failure = failureOf(error);
      /** @internal */
      this.dispatchEvent(new KnsFailedEvent(this.failure.code, this.failure.facts));
    }
  }
}

/** A civil day as it is written in Vietnam: `2026-11-22` → `22/11/2026`. */
const day = (iso: string) => iso.split('-').reverse().join('/');
