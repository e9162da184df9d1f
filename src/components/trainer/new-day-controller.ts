import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {dayInVietnam, untilTomorrow} from '../../store/reckoning/calendar.js';

/** Draws its host anew when it becomes another day in Vietnam: a page in an office is left open for weeks. */
export class NewDayController implements ReactiveController {
  readonly #host: ReactiveControllerHost & {readonly now: () => number};
  #drawnOn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & {readonly now: () => number}) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    // A timer stands still while the device sleeps.
    document.addEventListener('visibilitychange', this.#look);
    this.#wait();
  }

  hostDisconnected() {
    document.removeEventListener('visibilitychange', this.#look);
    clearTimeout(this.#timer);
  }

  hostUpdate() {
    this.#drawnOn = dayInVietnam(this.#host.now());
  }

  readonly #look = () => {
    if (dayInVietnam(this.#host.now()) !== this.#drawnOn) this.#host.requestUpdate();
    this.#wait();
  };

  #wait() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#look, untilTomorrow(this.#host.now()));
  }
}
