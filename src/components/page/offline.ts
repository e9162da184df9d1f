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
 * @shows not-saved - A page without a worker: the course is saved when asked for.
 * @shows saving - On its way to this device, part by part.
 * @shows saved - All of it is here.
 * @shows saved-open-only - The lessons are here, the page itself is not.
 * @shows interrupted - The network went; it goes on later.
 * @shows unsupported - This browser keeps no page.
 * @shows update - A new version is offered.
 * @shows update-later - It was put off, and waits in the details.
 * @shows changing - The new version is let in as soon as an answer is kept.
 * @shows renewed - The new version runs on another page.
 * @shows details - What is on this device, and how firmly.
 * @shows home-offered - The browser offers the home screen.
 * @shows home-ios - The way to the home screen of an iPhone, the code first.
 * @shows in-app - Opened inside another app.
 * @shows not-lasting - The browser would not promise to keep it.
 * @shows copied - What to send to whoever helps.
 * @shows part-missing - The details could not be fetched.
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
