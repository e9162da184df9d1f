import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {Invitation} from '../../exchange/invitation.js';
import type {Learner, Membership} from '../../store/learner.js';
import type {Store} from '../../store/store.js';
import {LocalizeController} from '../controllers/localize.js';
import {failureOf} from '../failure.js';
import {asideIcon} from '../icons-aside.js';
import {icon} from '../icons.js';
import {invitedLanguages} from '../messages/invited.js';
import {adoptMore} from '../styles/adopt-more.js';
import {courseAround} from './course-around.js';
import {invitedStyles} from './invited-styles.js';

/**
 * fresh: nobody has learned here · choice: somebody has, and may be the one who is invited · naming: it is somebody
 * else · known: it was taken up here before, by who is not in use now · again: by who is in use · done · left.
 */
type Stage = 'fresh' | 'choice' | 'naming' | 'known' | 'again' | 'done' | 'left';

/** An invitation, laid before the reader ahead of anything that is written. */
export class Invited {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #store: Store;
  readonly #localize: LocalizeController<typeof invitedLanguages.vi>;
  readonly #membership: Membership;
  #stage: Stage = 'fresh';
  /** Who is in use, or who took it up before. */
  #who: Learner | undefined;
  #isNameNeeded = false;
  #trouble = '';
  #busy = false;

  constructor(host: ReactiveControllerHost & HTMLElement, store: Store, invitation: Invitation) {
    this.#host = host;
    this.#store = store;
    const {learner, member, unit} = invitation;
    this.#membership = {learner, member, unit};
    this.#localize = new LocalizeController(host, invitedLanguages);
  }

  /** Looks who is on this device; nothing is written. */
  async look(): Promise<void> {
    const {learner, member, unit} = this.#membership;
    const people = await this.#store.learners();
    const current = people.find(({inUse}) => inUse);
    const known = people.find(
      ({key, membership}) => key === learner || membership?.learner === learner,
    );
    if (known && known !== current) {
      this.#who = known;
      this.#stage = 'known';
      return;
    }
    this.#who = current;
    // A new name of the team, or another team, is a change worth a word.
    const is = known?.membership;
    if (is?.member === member && is.unit === unit) this.#stage = 'again';
    else if (known) this.#stage = 'known';
    else this.#stage = (await this.#isNobody(current)) ? 'fresh' : 'choice';
  }

  async #isNobody(current: Learner | undefined) {
    if (!current) return true;
    if (current.name || current.hasPin) return false;
    return !(await (await this.#store.exchange()).hasLearned(current.key));
  }

  render(): TemplateResult {
    adoptMore(this.#host, invitedStyles);
    const {messages} = this.#localize;
    const {member, unit} = this.#membership;
    return html`
      <section class="invited stack" aria-labelledby="invited">
        <div class="stack" role="status">
          <h3 id="invited" tabindex="-1">${messages.heading}</h3>
          <p class="whose">${messages.who(unit, member)}</p>
          ${this.#said()}
        </div>
        ${this.#asked()}
        <p role="alert" class=${this.#trouble ? '' : 'none'}>
          ${
            this.#trouble
              ? html`
                  ${icon('alert')} ${this.#trouble}
                `
              : nothing
          }
        </p>
      </section>
    `;
  }

  #said() {
    const {messages} = this.#localize;
    const name = this.#who?.name ?? '';
    const words: Readonly<Record<Stage, string>> = {
      fresh: messages.lead,
      choice: messages.lead,
      naming: messages.otherNote,
      known: messages.known(name),
      again: messages.again,
      done: messages.done,
      left: messages.left,
    };
    const isGood = this.#stage === 'done' || this.#stage === 'again';
    return html`
      <p>${isGood ? icon('check') : nothing} ${words[this.#stage]}</p>
    `;
  }

  #asked() {
    const {messages} = this.#localize;
    const name = this.#who?.name ?? '';
    const busy = this.#busy;
    switch (this.#stage) {
      case 'fresh':
        return html`
          ${this.#naming(messages.name)}
          <div class="row">
            <button
              type="button"
              class="main"
              aria-disabled=${busy}
              @click=${() => this.#accept('same')}
            >
              ${icon('check')}${messages.begin}
            </button>
            ${this.#leave()}
          </div>
        `;
      case 'choice':
        return html`
          <p>
            <strong>${messages.learnedHere(name)}</strong>
          </p>
          <ul class="choices">
            <li>
              <button type="button" aria-disabled=${busy} @click=${() => this.#accept('same')}>
                ${icon('check')}${messages.same(name)}
              </button>
              <span class="quietly">${messages.sameNote}</span>
            </li>
            <li>
              <button type="button" aria-disabled=${busy} @click=${() => this.#turn('naming')}>
                ${asideIcon('people')}${messages.other}
              </button>
              <span class="quietly">${messages.otherNote}</span>
            </li>
          </ul>
          <div class="row">${this.#leave(messages.notNow)}</div>
        `;
      case 'naming':
        return html`
          ${this.#naming(messages.nameNeeded)}
          <div class="row">
            <button
              type="button"
              class="main"
              aria-disabled=${busy}
              @click=${() => this.#accept('other')}
            >
              ${icon('check')}${messages.begin}
            </button>
            <button type="button" class="quiet" @click=${() => this.#turn('choice')}>
              ${messages.back}
            </button>
          </div>
        `;
      case 'known':
        return html`
          <div class="row">
            <button type="button" class="main" aria-disabled=${busy} @click=${this.#goOn}>
              ${icon('check')}${messages.goOn}
            </button>
            ${this.#leave()}
          </div>
        `;
      case 'done':
        return html`
          <p class="quietly">${messages.doneNote}</p>
          <div class="row">
            <button type="button" class="main" @click=${this.#toLessons}>
              ${messages.toLessons}${icon('next')}
            </button>
          </div>
        `;
      default:
        return nothing;
    }
  }

  #naming(label: string) {
    const {messages} = this.#localize;
    return html`
      <div class="words">
        <label for="invited-name" class=${this.#isNameNeeded ? 'wanted' : ''}>${label}</label>
        <input
          id="invited-name"
          type="text"
          autocomplete="off"
          autocapitalize="words"
          spellcheck="false"
          maxlength="60"
          aria-describedby="invited-note"
        />
        <p id="invited-note" class="quietly">${messages.nameNote}</p>
      </div>
    `;
  }

  #leave(words = this.#localize.messages.later) {
    return html`
      <button type="button" class="quiet" @click=${() => this.#turn('left')}>${words}</button>
    `;
  }

  #accept(how: 'same' | 'other') {
    const field = this.#host.shadowRoot?.querySelector<HTMLInputElement>('#invited-name');
    const name = field?.value.normalize('NFC').trim() ?? '';
    this.#isNameNeeded = how === 'other' && name === '';
    if (this.#isNameNeeded) {
      field?.focus();
      this.#host.requestUpdate();
      return;
    }
    return this.#do(async () => {
      await (await this.#store.exchange()).accept(this.#membership, how, name);
    });
  }

  readonly #goOn = () =>
    this.#do(async () => {
      const who = this.#who;
      if (who && !who.inUse) await this.#store.useLearner(who.key);
      await (await this.#store.exchange()).accept(this.#membership, 'same');
    });

  readonly #toLessons = () => {
    // It stands in the root of the element that draws the course, or below it.
    (courseAround(this.#host) ?? this.#host).scrollIntoView({block: 'start'});
  };

  #turn(stage: Stage) {
    this.#stage = stage;
    this.#trouble = '';
    this.#isNameNeeded = false;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      const root = this.#host.shadowRoot;
      const first = stage === 'naming' ? '#invited-name' : '#invited';
      root?.querySelector<HTMLElement>(first)?.focus();
    });
  }

  async #do(work: () => Promise<void>) {
    if (this.#busy) return;
    this.#busy = true;
    this.#trouble = '';
    this.#host.requestUpdate();
    try {
      await work();
      this.#turn('done');
    } catch (error) {
      const {messages} = this.#localize;
      const {code} = failureOf(error);
      this.#trouble = code === 'pin-needed' ? messages.locked : messages.failed;
    }
    this.#busy = false;
    this.#host.requestUpdate();
  }
}
