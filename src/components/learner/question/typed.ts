import {css, html, nothing, type TemplateResult} from 'lit';
import type {FillInQuestion, NumericQuestion} from '../../../curriculum/question.js';
import {icon} from '../../icons.js';
import type {TypedMessages} from '../../messages/asking/asking.js';
import {renderReason} from './reason.js';
import type {Asking} from './renderer.js';

/**
 * One line to type in. Nothing is ever written back into it: a Vietnamese input method builds its letters
 * there, and whoever sets the value meanwhile tears them apart. Grading is what forgives.
 */
export const renderTyped = (
  {busy, choose}: Asking<FillInQuestion | NumericQuestion>,
  words: TypedMessages,
  inputmode: 'text' | 'decimal',
  unit = '',
): TemplateResult => html`
  <div class="typed ${inputmode}">
    <label for="typed" id="label">${words.yourAnswer}</label>
    <input
      id="typed"
      type="text"
      inputmode=${inputmode}
      aria-labelledby=${unit ? 'label unit' : 'label'}
      autocomplete="off"
      autocapitalize="off"
      autocorrect="off"
      spellcheck="false"
      enterkeyhint="send"
      ?disabled=${busy}
      @input=${({target}: InputEvent) => {
        const {value} = target as HTMLInputElement;
        choose(value.trim() ? value : undefined);
      }}
    />
    ${
      unit
        ? html`
            <span id="unit">${unit}</span>
          `
        : nothing
    }
  </div>
`;

/** What was typed and what counts, one below the other. */
export const renderTypedTold = (
  {question, response, right, inline}: Asking<FillInQuestion | NumericQuestion>,
  words: TypedMessages,
  {accepted, note}: {accepted: string; note?: string | undefined},
): TemplateResult => html`
  <ul class="options">
    <li class="option told ${right ? 'right' : 'wrong'}">
      ${icon(right ? 'check' : 'cross')}
      <div>
        <p class="quietly">${words.typed}</p>
        <p class="said">${typeof response === 'string' && response.trim()}</p>
      </div>
    </li>
    <li class="option told right">
      ${icon('check')}
      <div>
        <p class="quietly">${words.accepted}</p>
        <p class="said">${accepted}</p>
        ${
          note
            ? html`
                <p>${note}</p>
              `
            : nothing
        }
      </div>
    </li>
  </ul>
  ${renderReason(words.reason, inline(question.why))}
`;

export const typedStyles = css`
  .typed {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em 0.6em;
    align-items: center;
  }

  .typed label {
    width: 100%;
    font-weight: 600;
  }

  .typed input {
    flex: 1 1 min(6em, 100%);
    min-width: 0;
    min-height: 3em;
    margin: 0;
    padding: 0.5em 0.8em;
    border: 1.5px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_card);
    color: var(--_ink);
    font: inherit;
    font-size: 1.15em;
  }

  .typed.decimal input {
    max-width: 9em;
  }

  .typed [disabled] {
    color: var(--_quiet);
  }
`;
