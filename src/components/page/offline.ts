import {ContextConsumer} from '@lit/context';
import {LitElement, adoptStyles, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {LoadedCourse} from '../../store/courses.js';
import {courseContext} from '../contexts.js';
import {EnterController} from '../controllers/enter.js';
import {base} from '../styles/base.js';
import {tokens} from '../styles/tokens.js';
import type {OfflineLine} from './offline-line.js';
import type {OfflineSource} from './offline-source.js';

/**
 * What is on this device: the course saved for use without a network, a new version ready to be let in,
 * the home screen, and how firmly the browser keeps it all.
 *
 * Takes the course from the `<kns-course>` around it, or by its property. With `offline` it keeps the whole course
 * at once; without, only when asked to.
 *
 * @element kns-offline
 *
 * @csspart status - The line that says how far it is saved.
 */
export class KnsOffline extends LitElement {
  static override styles = [tokens, base];

  /** The worker of the page, as `registerOffline` returns it. */
  @property({attribute: false}) offline: OfflineSource | undefined;

  /** The course to keep, where no `<kns-course>` is around. */
  @property({attribute: false}) course: LoadedCourse | undefined;

  /** Now, in ms UTC; tests hold the clock. */
  @property({attribute: false}) now = Date.now;

  /** The course of the `<kns-course>` around. */
  @state() private around: LoadedCourse | undefined;
  @state() private line: OfflineLine | undefined;

  #fetching = false;

  constructor() {
    super();
    new EnterController(this);
    new ContextConsumer(this, {
      context: courseContext,
      subscribe: true,
      callback: (loaded) => (this.around = loaded),
    });
  }

  override willUpdate() {
    // Before a course stands there is nothing to say, and every byte belongs to it.
    if (this.kept) void this.#fetch();
  }

  override render() {
    return this.line?.render() ?? nothing;
  }

  /** The course to keep. */
  get kept(): LoadedCourse | undefined {
    return this.course ?? this.around;
  }

  async #fetch() {
    if (this.line || this.#fetching) return;
    this.#fetching = true;
    try {
      const {OfflineLine, lineStyles} = await import('./offline-line.js');
      adoptStyles(this.renderRoot as ShadowRoot, [...KnsOffline.elementStyles, ...lineStyles]);
      this.line ??= new OfflineLine(this);
    } catch {
      // The page is whole without it; the next visit, or the network, brings it.
      this.#fetching = false;
      addEventListener('online', () => void this.#fetch(), {once: true});
    }
  }
}
