import {html} from 'lit';

/**
 * A field for digits. It is no password field: browsers would offer to keep the PIN for whoever
 * comes next. `isHidden` where others may look on.
 */
export const pinField = (id: string, words: string, isHidden: boolean, send: () => void) => html`
  <div class="words">
    <label for=${id}>${words}</label>
    <input
      id=${id}
      class="pin ${isHidden ? 'hidden-digits' : ''}"
      type="text"
      inputmode="numeric"
      autocomplete="off"
      spellcheck="false"
      maxlength="6"
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || event.isComposing) return;
        event.preventDefault();
        send();
      }}
    />
  </div>
`;

/** What stands in a field of the screen; full-width digits of some keyboards are digits too. */
export const digitsIn = (root: ParentNode, id: string): string =>
  root.querySelector<HTMLInputElement>(`#${id}`)?.value.normalize('NFKC').trim() ?? '';
