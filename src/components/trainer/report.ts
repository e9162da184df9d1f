import {consume} from '@lit/context';
import {LitElement} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {LoadedCourse} from '../../store/courses.js';
import {dayInVietnam} from '../../store/reckoning/calendar.js';
import type {RosterView} from '../../store/reckoning/roster-view.js';
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
import {NewDayController} from './new-day-controller.js';
import type {Desk} from './report/desk.js';
import {ReceivedController} from './received-controller.js';

/** Without a roster there are neither units nor members. */
const nobody: RosterView = {
  units: new Map(),
  members: new Map(),
  learnersOf: new Map(),
  contested: new Map(),
};

/**
 * The report of a team, a commune or a province for a quarter, half a year or a year: figures reckoned from what was
 * received, what people write themselves, a text for the group with a line that machines add up, and the reports of
 * the units below put together.
 *
 * Stands inside a `<kns-trainer>`, which says of which course.
 *
 * @element kns-report
 *
 * @shows opening - Until it is known what was received.
 * @shows no-roster - Nobody made a list of members: everybody received is counted, without a line for machines.
 * @shows own-team - A team's quarter, part of it known, nothing written yet.
 * @shows written - What people write themselves is in the report, beside the period before.
 * @shows wrong-number - A field with something else than a whole number in it.
 * @shows copied - The text for the group is in the clipboard.
 * @shows below - Reports of the units below, added up, with those that cannot be read or do not count.
 * @shows needs - Who may be glad of help, and a task to be sent.
 * @shows assigned - A task was written down, with what is known of it.
 * @shows charts - The figures drawn, one of them as a table.
 * @shows commended - People to be commended, whose names the trainer asked for.
 * @shows unreachable - The code that reckons could not be fetched.
 *
 * @fires {KnsFailedEvent} kns-failed - After the trainer was told what could not be kept or fetched.
 */
export class KnsReport extends LitElement {
  static override styles = [tokens, base, field];

  /** ms UTC; what "today" is. */
  @property({attribute: false}) now: () => number = Date.now;

  @consume({context: storeContext, subscribe: true})
  @state()
  private store?: Store;

  @consume({context: courseContext, subscribe: true})
  @state()
  private loaded?: LoadedCourse | undefined;

  /** Where the learners' app stands; absent where the page knows of none. */
  @consume({context: appAddressContext, subscribe: true})
  @state()
  private app?: string;

  readonly #door: DoorController = new DoorController(this);
  #room = new LocalizeController(this, trainerLanguages);
  readonly #received: ReceivedController = new ReceivedController(this, {
    persons: true,
    roster: true,
  });
  readonly #part: LatePart<Desk> = new LatePart(
    this,
    () => this.#room.messages,
    async (fail) => {
      const {Desk} = await chunk(import('./report/desk.js'));
      return new Desk(this, fail);
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
      course: loaded.course,
      view: roster ?? nobody,
      received: learners,
      persons,
      now: this.now(),
      app: this.app,
    });
  }

  override render() {
    return this.#door.render(() =>
      this.#received.render(this.#room.messages, () => this.#part.render()),
    );
  }
}
