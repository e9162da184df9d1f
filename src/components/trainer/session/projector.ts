import {html, nothing, type LitElement, type TemplateResult} from 'lit';
import type {Inline} from '../../../curriculum/inline.js';
import type {Lesson} from '../../../curriculum/lesson.js';
import type {PictureNode} from '../../../curriculum/picture.js';
import {planSession, type SessionPlan} from '../../../curriculum/session-plan.js';
import {slidesOf, type Slide} from '../../../curriculum/slides.js';
import type {FactsInForce} from '../../contexts.js';
import {icon} from '../../icons.js';
import {renderBlocks, renderDemoBlocks} from '../../learner/blocks.js';
import {renderInline} from '../../learner/inline.js';
import type {Messages} from '../../messages/messages.js';
import type {SessionMessages} from '../../messages/session.js';
import {writtenTimeOf} from '../dates.js';
import {renderSolution} from './solution.js';

export interface Projecting {
  readonly messages: SessionMessages;
  /** The words of a lesson's parts, which learners read too. */
  readonly learner: Messages;
  readonly lessons: readonly Lesson[];
  readonly minutes: number;
  readonly facts: FactsInForce;
  /** ms UTC. */
  readonly now: () => number;
}

type QuestionSlide = Extract<Slide, {kind: 'question'}>;

/** Something the group can raise hands for. */
interface Choice {
  readonly id: string;
  readonly text: Inline;
  readonly right: boolean;
  readonly why: Inline;
}

/** Lessons on the wall, one thing at a time, for people in the last row. Hands are counted, never names. */
export class Projector {
  readonly #host: LitElement;
  readonly #given: Projecting;
  readonly #slides: readonly Slide[];
  readonly #plan: SessionPlan;
  readonly #began: number;
  readonly #pictures = new WeakMap<PictureNode, SVGElement>();
  /** Raised hands, by question and option. */
  readonly #hands = new Map<string, number>();
  readonly #revealed = new Set<Slide>();
  #at = 0;

  constructor(host: LitElement, given: Projecting) {
    this.#host = host;
    this.#given = given;
    this.#slides = given.lessons.flatMap(slidesOf);
    this.#plan = planSession(given.lessons, given.minutes);
    this.#began = given.now();
  }

  render(stop: () => void) {
    const {messages} = this.#given;
    const total = this.#slides.length;
    const slide = this.#slides[this.#at];
    if (!slide) return nothing;
    const last = this.#at === total - 1;
    return html`
      <dialog class="wall" aria-label=${messages.project} @keydown=${this.#key} @close=${stop}>
        <div class="stage">
          <div class="slide ${slide.kind}" tabindex="0" aria-live="polite">
            ${this.#slide(slide)}
          </div>
          <div class="desk">
            <button type="button" class="quiet" @click=${this.#close}>
              ${icon('cross')}${messages.stop}
            </button>
            <button
              type="button"
              class="quiet"
              ?hidden=${!document.fullscreenEnabled}
              @click=${this.#fill}
            >
              ${messages.wide}
            </button>
            <p class="quietly until">${this.#until(slide)}</p>
            <button type="button" ?disabled=${this.#at === 0} @click=${() => this.#go(-1)}>
              ${icon('back')}${messages.previous}
            </button>
            <span class="count">${messages.slide(this.#at + 1, total)}</span>
            <button
              type="button"
              class="main next"
              @click=${last ? this.#close : () => this.#go(1)}
            >
              ${last ? messages.stop : messages.next}${icon(last ? 'check' : 'next')}
            </button>
          </div>
        </div>
      </dialog>
    `;
  }

  /** To be called after the first drawing. */
  open() {
    this.#dialog?.showModal();
    this.#dialog?.querySelector<HTMLElement>('.next')?.focus();
  }

  get #dialog() {
    return this.#host.renderRoot.querySelector('dialog');
  }

  readonly #close = () => {
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    this.#dialog?.close();
  };

  /** A dialog itself may not fill the screen; what lies in it may. */
  readonly #fill = () => {
    const stage = this.#dialog?.querySelector('.stage');
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    else void stage?.requestFullscreen().catch(() => undefined);
  };

  #go(by: number) {
    this.#at = Math.min(this.#slides.length - 1, Math.max(0, this.#at + by));
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() =>
      this.#dialog?.querySelector('.slide')?.scrollTo(0, 0),
    );
  }

  /** What a hand-held pointer sends, and what fingers find. */
  readonly #key = (event: KeyboardEvent) => {
    const all = this.#slides.length;
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: 1,
      PageDown: 1,
      ArrowLeft: -1,
      PageUp: -1,
      Home: -all,
      End: all,
    };
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    this.#go(by);
  };

  #until({lesson}: Slide) {
    const {messages, now} = this.#given;
    const part = this.#plan.parts.find((planned) => planned.lesson === lesson.id);
    const time = writtenTimeOf(now());
    if (!part) return time;
    const until = this.#began + (part.from + part.minutes) * 60_000;
    return `${time} · ${messages.untilTime(writtenTimeOf(until))}`;
  }

  #slide(slide: Slide): TemplateResult {
    const {learner, facts} = this.#given;
    const {lesson} = slide;
    switch (slide.kind) {
      case 'title':
        return html`
          <h2>${lesson.title}</h2>
          <p>
            ${learner.outcome}
            <strong>${lesson.outcome}.</strong>
          </p>
        `;
      case 'part': {
        const {section, title, blocks, after} = slide;
        const draw = section === 'demo' ? renderDemoBlocks : renderBlocks;
        return html`
          <h2>${title ?? learner.section[section]}</h2>
          <div class="body after-${after}">${draw(blocks, {facts, pictures: this.#pictures})}</div>
        `;
      }
      case 'question':
        return this.#question(slide);
    }
  }

  #question(slide: QuestionSlide) {
    const {messages, facts} = this.#given;
    const {lesson, question} = slide;
    const shown = this.#revealed.has(slide);
    const choices = this.#choicesOf(slide);
    const inline = (text: Inline) => renderInline(text, facts);
    return html`
      <h2>
        <span class="quietly">${messages.question(lesson.questions.indexOf(question) + 1)}</span>
        ${inline(question.stem)}
      </h2>
      ${
        choices
          ? html`
              <ul class="choices">
                ${choices.map((choice, index) => this.#choice(slide, choice, index, shown))}
              </ul>
            `
          : renderSolution(question, {messages, inline, shown})
      }
      ${
        shown
          ? nothing
          : html`
              <div class="row">
                <p class="quietly">${choices ? messages.hands : messages.onPhones}</p>
                <button type="button" @click=${() => this.#reveal(slide)}>
                  ${icon('check')}${messages.reveal}
                </button>
              </div>
            `
      }
    `;
  }

  #choice(slide: QuestionSlide, {id, text, right, why}: Choice, index: number, shown: boolean) {
    const {messages, facts} = this.#given;
    const letter = String.fromCharCode(65 + index);
    const key = `${slide.lesson.id}#${slide.question.id}/${id}`;
    const hands = this.#hands.get(key) ?? 0;
    const count = (by: number) => {
      this.#hands.set(key, hands + by);
      this.#host.requestUpdate();
    };
    return html`
      <li class=${shown && right ? 'right' : ''}>
        <span class="letter">${letter}</span>
        <div>
          <p>${renderInline(text, facts)}</p>
          ${
            shown
              ? html`
                  <p class="reason">
                    ${
                      right
                        ? html`
                            <strong>${icon('done')}${messages.right}.</strong>
                          `
                        : nothing
                    }
                    ${renderInline(why, facts)}
                  </p>
                `
              : nothing
          }
        </div>
        <div class="hands">
          <button
            type="button"
            aria-label=${messages.handLess(letter)}
            ?disabled=${hands === 0}
            @click=${() => count(-1)}
          >
            −
          </button>
          <output>${hands}</output>
          <button type="button" aria-label=${messages.handMore(letter)} @click=${() => count(1)}>
            +
          </button>
        </div>
      </li>
    `;
  }

  /** In the author's order, the same for everybody in the room. */
  #choicesOf({question}: QuestionSlide): readonly Choice[] | undefined {
    const {learner} = this.#given;
    if (question.type === 'true-false') {
      const {answer, whyTrue, whyFalse} = question;
      return [
        {id: 'true', text: learner.isTrue, right: answer, why: whyTrue},
        {id: 'false', text: learner.isFalse, right: !answer, why: whyFalse},
      ];
    }
    if (question.type !== 'choice' && question.type !== 'choices') return undefined;
    return question.options.map(({id, text, correct, why}) => ({
      id,
      text,
      right: correct === true,
      why,
    }));
  }

  #reveal(slide: Slide) {
    this.#revealed.add(slide);
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() =>
      this.#dialog?.querySelector<HTMLElement>('.next')?.focus(),
    );
  }
}
