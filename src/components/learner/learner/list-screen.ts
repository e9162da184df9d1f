import {html, nothing} from 'lit';
import type {Learner} from '../../../store/learner.js';
import {failureOf} from '../../failure.js';
import {asideIcon} from '../../icons-aside.js';
import {icon} from '../../icons.js';
import {NameScreen} from './name-screen.js';
import {PinScreen} from './pin-screen.js';
import {RemovalScreen} from './removal-screen.js';
import type {Screen, Stand} from './screen.js';
import {SetPinScreen} from './set-pin-screen.js';
import {SharedScreen} from './shared-screen.js';

/** Everybody on this device; a tap on a name goes on as them. */
export class ListScreen implements Screen {
  readonly #stand: Stand;

  constructor(stand: Stand) {
    this.#stand = stand;
  }

  render() {
    const {messages, learners, shown} = this.#stand;
    return html`
      <h3 class="first" tabindex="-1">${messages.list}</h3>
      <ul class="people">
        ${learners.map((learner) => this.#person(learner))}
      </ul>
      <div class="row">
        <button type="button" @click=${() => this.#stand.go(new NameScreen(this.#stand))}>
          ${asideIcon('people')}${messages.add}
        </button>
      </div>
      ${shown ? this.#deeds(shown) : nothing}
    `;
  }

  #person(learner: Learner) {
    const {messages} = this.#stand;
    const {shown, away} = this.#stand;
    const isHere = learner.key === shown?.key && learner.key !== away;
    return html`
      <li>
        <button
          type="button"
          class="person"
          aria-current=${isHere ? 'true' : nothing}
          @click=${() => (isHere ? this.#stand.shut() : this.#use(learner))}
        >
          <span class="face">${this.#stand.face(learner) ?? asideIcon('people')}</span>
          <span>${this.#stand.nameOf(learner)}${this.#membership(learner)}</span>
          ${
            isHere
              ? html`
                  <span class="mark">${icon('check')}${messages.here}</span>
                `
              : learner.hasPin
                ? html`
                    <span class="mark">${icon('shield')}${messages.locked}</span>
                  `
                : nothing
          }
        </button>
      </li>
    `;
  }

  #membership({membership}: Learner) {
    if (!membership) return nothing;
    const {member, unit} = membership;
    return html`
      <span class="membership">${this.#stand.messages.membership(unit, member)}</span>
    `;
  }

  #deeds(learner: Learner) {
    const stand = this.#stand;
    const {messages} = stand;
    const deed = (words: string, screen: () => Screen) => html`
      <button type="button" class="quiet" @click=${() => stand.go(screen())}>${words}</button>
    `;
    return html`
      <div class="deeds">
        ${
          learner.key === stand.away
            ? nothing
            : deed(
                learner.name ? messages.change : messages.nameNow,
                () => new NameScreen(stand, learner),
              )
        }
        ${deed(
          learner.hasPin ? messages.changePin : messages.setPin,
          () => new SetPinScreen(stand, learner),
        )}
        ${deed(messages.share, () => new SharedScreen(stand))}
        ${deed(messages.remove, () => new RemovalScreen(stand, learner))}
      </div>
    `;
  }

  #use(learner: Learner) {
    const stand = this.#stand;
    return stand.attempt(async () => {
      try {
        await stand.store.useLearner(learner.key);
        stand.shut();
      } catch (error) {
        const {code, facts} = failureOf(error);
        if (code !== 'pin-needed') throw error;
        stand.go(new PinScreen(stand, learner, facts));
      }
    });
  }
}
