import {consume} from '@lit/context';
import {LitElement} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {LoadedCourse} from '../../store/courses.js';
import {dayInVietnam} from '../../store/reckoning/calendar.js';
import type {Store} from '../../store/store.js';
import {appAddressContext} from '../app-address.js';
import {courseContext, storeContext} from '../contexts.js';
import {EnterController} from '../controllers/enter.js';
import {LocalizeController} from '../controllers/localize.js';
import {chunk} from '../failure.js';
import {trainerLanguages} from '../messages/trainer.js';
import {base} from '../styles/base.js';
import {field} from '../styles/field.js';
import {tokens} from '../styles/tokens.js';
import {LatePart} from './late-part.js';
import {DoorController} from './lock/door-controller.js';
import type {Analysis} from './items/analysis.js';
import {NewDayController} from './new-day-controller.js';
import {ReceivedController} from './received-controller.js';

/**
 * What first answers say of each question: how many were right, what attracts those who were not, and which question
 * somebody should read again.
 *
 * Stands inside a `<kns-trainer>`, which says of which course.
 *
 * @element kns-items
 *
 * @shows opening - Until it is known what was received.
 * @shows empty - Nobody's answers were received.
 * @shows questions - Questions answered by codes alone: what was chosen is not known.
 * @shows flagged - Questions to be read again, with the wrong answers people sent in files.
 * @shows table - All of it as a table.
 * @shows worded - A question as learners read it.
 * @shows unreachable - The code that reckons could not be fetched.
 *
 * @fires {KnsFailedEvent} kns-failed - After the trainer was told what could not be read or fetched.
 */
export class KnsItems extends LitElement {
  static override styles = [tokens, base, field];

  /** ms UTC; what "today" is. */
  @property({attribute: false}) now: () => number = Date.now;

  /** Address of the learners' app, such as `../pwa/`: then every question has a link to its lesson. By default the page's. */
  @property() app = '';

  @consume({context: appAddressContext, subscribe: true})
  @state()
  private offeredApp?: string;

  @consume({context: storeContext, subscribe: true})
  @state()
  private store?: Store;

  @consume({context: courseContext, subscribe: true})
  @state()
  private loaded?: LoadedCourse | undefined;

  readonly #door: DoorController = new DoorController(this);
  #room = new LocalizeController(this, trainerLanguages);
  readonly #received: ReceivedController = new ReceivedController(this, {
    persons: true,
    roster: true,
  });
  readonly #part: LatePart<Analysis> = new LatePart(
    this,
    () => this.#room.messages,
    async (fail) => {
      const {Analysis} = await chunk(import('./items/analysis.js'));
      return new Analysis(this, fail);
    },
  );

  constructor() {
    super();
    new EnterController(this);
    new NewDayController(this);
  }

  protected override willUpdate() {
    const {store, loaded} = this;
    this.#received.follow(store, loaded?.course, dayInVietnam(this.now()));
    const {learners, persons, roster} = this.#received;
    if (!store || !loaded || !learners) return;
    this.#part.here?.hold({
      store,
      loaded,
      received: learners,
      persons,
      roster,
      now: this.now(),
      app: this.app || (this.offeredApp ?? ''),
    });
  }

  override render() {
    return this.#door.render(() =>
      this.#received.render(this.#room.messages, () => this.#part.render()),
    );
  }
}
