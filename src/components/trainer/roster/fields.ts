import {html, type LitElement, nothing, type TemplateResult} from 'lit';

/** A line to type into, with what is wrong about it. */
export interface Field {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly inputmode?: 'numeric';
  readonly flaw: {readonly field: string; readonly words: string} | undefined;
  readonly keydown: (event: KeyboardEvent) => void;
}

export function fieldOf({id, label, value, hint, inputmode, flaw, keydown}: Field): TemplateResult {
  const wrong = flaw?.field === id ? flaw.words : undefined;
  const words = wrong ?? hint;
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      <input
        id=${id}
        type="text"
        autocomplete="off"
        maxlength="120"
        inputmode=${inputmode ?? nothing}
        aria-invalid=${wrong === undefined ? nothing : 'true'}
        aria-describedby=${words === undefined ? nothing : `${id}-words`}
        .defaultValue=${value}
        @keydown=${keydown}
      />
      ${
        words === undefined
          ? nothing
          : html`
              <p id=${`${id}-words`} class=${wrong === undefined ? 'quietly' : 'wanted'}>
                ${words}
              </p>
            `
      }
    </div>
  `;
}

/** Enter saves, but for an input method that takes it to finish a word. */
export const typed = (save: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || event.isComposing) return;
  event.preventDefault();
  save();
};

export const valueOf = (host: LitElement, id: string): string =>
  host.renderRoot.querySelector<HTMLInputElement | HTMLSelectElement>(`#${id}`)?.value ?? '';

/** What was typed, as it is kept: composed, with single spaces. */
export const entered = (host: LitElement, id: string): string =>
  valueOf(host, id).normalize('NFC').trim().replace(/\s+/gu, ' ');
