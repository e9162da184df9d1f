import {LitElement, adoptStyles, css, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import {EnterController} from '../controllers/enter.js';
import {base} from '../styles/base.js';
import {tokens} from '../styles/tokens.js';
import type {SizeButtons} from './size-buttons.js';

/**
 * "A+ · A · A-": the size of all text in this library's elements on the page, remembered on this device.
 * A portal's own buttons and the browser's text size go on working, and multiply with it.
 *
 * @element kns-text-size
 *
 * @shows usual - The size everybody begins with.
 * @shows larger - One step up, and what it does to text beside it.
 * @shows largest - There is no larger one.
 * @shows smallest - There is no smaller one.
 *
 * @csspart buttons - The three buttons in their frame.
 */
export class KnsTextSize extends LitElement {
  static override styles = [
    tokens,
    base,
    css`
      :host {
        display: inline-block !important;
        /* Its own size stays: a button that grows under the finger is missed at the second tap. */
        --_scale: 1 !important;
      }
    `,
  ];

  @state() private buttons: SizeButtons | undefined;

  constructor() {
    super();
    new EnterController(this);
  }

  override connectedCallback() {
    super.connectedCallback();
    void this.#fetch();
  }

  override render() {
    return this.buttons?.render() ?? nothing;
  }

  async #fetch() {
    if (this.buttons) return;
    try {
      const {SizeButtons, buttonStyles} = await import('./size-buttons.js');
      adoptStyles(this.renderRoot as ShadowRoot, [...KnsTextSize.elementStyles, buttonStyles]);
      this.buttons ??= new SizeButtons(this);
    } catch {
      // The page is whole without it; the next visit, or the network, brings it.
      addEventListener('online', () => void this.#fetch(), {once: true});
    }
  }
}
