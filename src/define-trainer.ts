import {defineTags} from './components/definition.js';
import {providePageStore} from './components/page-store.js';
import {KnsInbox} from './components/trainer/inbox.js';
import {KnsMatrix} from './components/trainer/matrix.js';
import {KnsTrainer} from './components/trainer/trainer.js';

/** The trainer's tags and their classes, providers first. */
export const trainerElements = {
  'kns-trainer': KnsTrainer,
  'kns-inbox': KnsInbox,
  'kns-matrix': KnsMatrix,
} as const;

type Elements = {
  [Tag in keyof typeof trainerElements]: InstanceType<(typeof trainerElements)[Tag]>;
};

declare global {
  interface HTMLElementTagNameMap extends Elements {}
}

// The store is offered before a tag wakes that asks for it; a copy that stands back offers nothing.
if ('customElements' in globalThis && !customElements.get('kns-trainer')) providePageStore();
defineTags(trainerElements);
