import {css, html, nothing, type TemplateResult} from 'lit';
import type {Inline} from '../../../curriculum/inline.js';
import type {
  ChoiceQuestion,
  ChoicesQuestion,
  Response,
  TrueFalseQuestion,
} from '../../../curriculum/question.js';
import {shuffled} from '../../../curriculum/shuffle.js';
import {icon} from '../../icons.js';
import type {Asking} from './renderer.js';

interface Option {
  readonly value: string | boolean;
  readonly text: Inline;
  readonly correct: boolean;
  readonly why: Inline;
}

type Ticked = ChoiceQuestion | ChoicesQuestion | TrueFalseQuestion;

function optionsOf({question, messages, seed}: Asking<Ticked>): Option[] {
  if (question.type === 'true-false') {
    const {answer, whyTrue, whyFalse} = question;
    return [
      {value: true, text: messages.isTrue, correct: answer, why: whyTrue},
      {value: false, text: messages.isFalse, correct: !answer, why: whyFalse},
    ];
  }
  return shuffled(question.options, seed).map(({id, text, correct, why}) => ({
    value: id,
    text,
    correct: correct === true,
    why,
  }));
}

const isChosen = (response: Response | undefined, value: string | boolean) =>
  Array.isArray(response) ? response.includes(value) : response === value;

/** Radio buttons, or check boxes where several may be right; afterwards every option with its reason. */
export function renderOptions(asking: Asking<Ticked>): TemplateResult {
  const {question, response, messages, inline} = asking;
  const options = optionsOf(asking);
  const several = question.type === 'choices';

  const toggle = (value: string | boolean, checked: boolean) => {
    if (!several) return asking.choose(value);
    const chosen = options
      .filter((option) => (option.value === value ? checked : isChosen(response, option.value)))
      .map((option) => String(option.value));
    asking.choose(chosen.length > 0 ? chosen : undefined);
  };

  if (!asking.answered)
    return html`
      ${
        several
          ? html`
              <p class="quietly">${messages.pickSeveral}</p>
            `
          : nothing
      }
      <div class="options ${question.type === 'true-false' ? 'pair' : ''}">
        ${options.map(
          ({value, text}) => html`
            <label class="option ${isChosen(response, value) ? 'chosen' : ''}">
              <input
                type=${several ? 'checkbox' : 'radio'}
                name="option"
                .checked=${isChosen(response, value)}
                ?disabled=${asking.busy}
                @change=${({target}: Event) => toggle(value, (target as HTMLInputElement).checked)}
              />
              <span>${inline(text)}</span>
            </label>
          `,
        )}
      </div>
    `;

  return html`
    <ul class="options">
      ${options.map(({value, text, correct, why}) => {
        const chosen = isChosen(response, value);
        return html`
          <li class="option told ${correct ? 'right' : chosen ? 'wrong' : ''}">
            ${icon(correct ? 'check' : 'cross')}
            <div>
              <p class="said">${inline(text)}</p>
              <p class="tags">
                <span>${correct ? messages.rightOption : messages.wrongOption}</span>
                ${
                  chosen || (correct && several)
                    ? html`
                        <span class="yours">${chosen ? messages.yours : messages.missed}</span>
                      `
                    : nothing
                }
              </p>
              <p>${inline(why)}</p>
            </div>
          </li>
        `;
      })}
    </ul>
  `;
}

export const optionStyles = css`
  .options {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6em;
  }

  .pair {
    grid-template-columns: repeat(auto-fit, minmax(min(7em, 100%), 1fr));
  }

  .option {
    display: grid;
    grid-template-columns: 1.5em minmax(0, 1fr);
    gap: min(0.7em, 3vw);
    align-items: center;
    min-height: 3.2em;
    padding: 0.65em min(0.9em, 4vw);
    border: 1.5px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_card);
  }

  label.option {
    cursor: pointer;
  }

  /* A finger leaves its hover behind, which would look like a choice. */
  @media (hover: hover) {
    label.option:hover {
      border-color: var(--_accent);
    }
  }

  .option.chosen {
    border-color: var(--_accent);
    background: var(--_tint);
    box-shadow: inset 0 0 0 1.5px var(--_accent);
  }

  .option:focus-within:has(:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 3px;
  }

  .option input {
    width: 1.5em;
    height: 1.5em;
    margin: 0;
    accent-color: var(--_accent);
  }

  /* Before :has() the box itself wears the ring. */
  @supports selector(:has(a)) {
    .option input {
      outline: none;
    }
  }

  .told {
    align-items: start;
    border-width: 1px;
    border-color: var(--_rule);
  }

  .told > .icon {
    margin-top: 0.1em;
    color: var(--_quiet);
  }

  .told.right {
    border-color: var(--_good);
    background: var(--_good-tint);
  }

  .told.wrong {
    border-color: var(--_bad);
    background: var(--_bad-tint);
  }

  .right > .icon,
  .right .tags {
    color: var(--_good);
  }

  .wrong > .icon,
  .wrong .tags {
    color: var(--_bad);
  }

  .said {
    font-weight: 600;
  }

  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2em 0.8em;
    margin-block: 0.15em 0.3em;
    color: var(--_quiet);
    font-size: 0.88em;
    font-weight: 600;
  }

  .yours {
    padding-inline: min(0.6em, 2vw);
    border: 1px solid;
    border-radius: 1em;
  }
`;
