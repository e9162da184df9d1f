import {LitElement, adoptStyles, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {LoadedCourse} from '../../store/courses.js';
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

  @state() private line: OfflineLine | undefined;

  constructor() {
    super();
    new EnterController(this);
  }

  override connectedCallback() {
    super.connectedCallback();
    void this.#fetch();
  }

  override render() {
    return this.line?.render() ?? nothing;
  }

  async #fetch() {
    if (this.line) return;
    try {
      const {OfflineLine, lineStyles} = await import('./offline-line.js');
      adoptStyles(this.renderRoot as ShadowRoot, [...KnsOffline.elementStyles, ...lineStyles]);
      this.line ??= new OfflineLine(this);
    } catch {
      // The page is whole without it; the next visit, or the network, brings it.
      addEventListener('online', () => void this.#fetch(), {once: true});
    }
  }
}
