import {ContextRoot} from '@lit/context';
import {defineFreeTags, defineTags} from './components/definition.js';
import {providePageStore} from './components/page-store.js';
import {KnsInbox} from './components/trainer/inbox.js';
import {KnsItems} from './components/trainer/items.js';
import {KnsMatrix} from './components/trainer/matrix.js';
import {KnsRoster} from './components/trainer/roster.js';
import {KnsSession} from './components/trainer/session.js';
import {KnsReport} from './components/trainer/report.js';
import {KnsTrainer} from './components/trainer/trainer.js';

/** Every tag of the trainer and its class; the provider stands first. */
export const elements = {
  'kns-trainer': KnsTrainer,
  'kns-inbox': KnsInbox,
  'kns-matrix': KnsMatrix,
  'kns-roster': KnsRoster,
  'kns-session': KnsSession,
  'kns-items': KnsItems,
  'kns-report': KnsReport,
} as const;

type Elements = {[Tag in keyof typeof elements]: InstanceType<(typeof elements)[Tag]>};

declare global {
  // An interface that only inherits is how a tag table becomes types.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface HTMLElementTagNameMap extends Elements {}
}

defineTags(elements, () => {
  providePageStore();
  // A page may put this script before that of the tags around ours, which provide the course later.
  new ContextRoot().attach(document.documentElement);
  // What every page has comes after the trainer's own; without it the room is whole.
  import('./define-page.js').then(
    ({pageElements}) => defineFreeTags(pageElements),
    () => undefined,
  );
});
