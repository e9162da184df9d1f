import {html, nothing} from 'lit';
import type {Learner} from '../../../store/learner.js';
import {icon} from '../../icons.js';
import {pictureNames} from './pictures.js';
import type {Screen, Stand} from './screen.js';

/** A name and a picture: of somebody new, or of a learner who is here. */
export class NameScreen implements Screen {
  readonly #stand: Stand;
  readonly #learner: Learner | undefined;
  #picture: string | undefined;
  #nudged = false;

  constructor(stand: Stand, learner?: Learner) {
    this.#stand = stand;
    this.#learner = learner;
    const taken = new Set(stand.learners.map(({picture}) => picture));
    this.#picture =
      learner?.picture ?? pictureNames.find((name) => !taken.has(name)) ?? pictureNames[0];
  }

  render() {
    const stand = this.#stand;
    const {messages} = stand;
    const learner = this.#learner;
    return html`
      <h3 class="first" tabindex="-1">
        ${learner?.name ? messages.changeTitle(learner.name) : learner ? messages.nameNow : messages.addTitle}
      </h3>
      <div class="words">
        <label for="name">${messages.name}</label>
        <input
          id="name"
          type="text"
          autocomplete="off"
          autocapitalize="words"
          spellcheck="false"
          maxlength="60"
          aria-describedby="private"
          value=${learner?.name ?? ''}
          @keydown=${this.#enter}
        />
        <p id="private" class="quietly">${messages.private}</p>
      </div>
      <fieldset>
        <legend>${messages.picture}</legend>
        <div class="pictures">${pictureNames.map((name) => this.#choice(name))}</div>
      </fieldset>
      <p role="status" class=${this.#nudged ? '' : 'none'}>
        ${this.#nudged ? messages.nameFirst : nothing}
      </p>
      <div class="row">
        <button type="button" class="main" aria-disabled=${stand.busy} @click=${this.#save}>
          ${icon('check')}${learner ? messages.save : messages.begin}
        </button>
        <button type="button" class="quiet" @click=${() => stand.list()}>${messages.back}</button>
      </div>
    `;
  }

  #choice(name: string) {
    const {messages} = this.#stand;
    const isChosen = name === this.#picture;
    return html`
      <label class="choice ${isChosen ? 'chosen' : ''}">
        <input
          type="radio"
          name="picture"
          .checked=${isChosen}
          @change=${() => {
            this.#picture = name;
            this.#stand.redraw();
          }}
        />
        <span class="face">${this.#stand.face({picture: name})}</span>
        <span>${messages.pictures[name]}</span>
        <span class="tick">${icon('check')}</span>
      </label>
    `;
  }

  readonly #enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    void this.#save();
  };

  readonly #save = () => {
    const stand = this.#stand;
    const field = stand.root.querySelector<HTMLInputElement>('#name');
    const name = field?.value.normalize('NFC').trim() ?? '';
    this.#nudged = name === '';
    if (this.#nudged) {
      field?.focus();
      stand.redraw();
      return;
    }
    const picture = this.#picture;
    return stand.attempt(async () => {
      if (this.#learner)
        await stand.store.changeLearner(this.#learner.key, {name, ...(picture && {picture})});
      else await stand.store.addLearner(name, picture);
      stand.shut();
    });
  };
}
