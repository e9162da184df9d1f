import {css, html, nothing, type LitElement, type TemplateResult} from 'lit';
import type {SpotQuestion} from '../../../curriculum/question.js';
import {LocalizeController} from '../../controllers/localize.js';
import {icon} from '../../icons.js';
import type {SpotMessages} from '../../messages/asking/asking.js';
import {spotLanguages} from '../../messages/asking/spot.js';
import type {Asking, QuestionRenderer} from './renderer.js';

type Mark = Exclude<SpotQuestion['parts'][number], string>;

/** A message whose ranges can be marked where they stand; afterwards each range with its reason. */
function renderSpot(asking: Asking<SpotQuestion>, words: SpotMessages): TemplateResult {
  const {question, response, messages, answered, busy, inline} = asking;
  const chosen = Array.isArray(response) ? (response as readonly string[]) : [];
  const marks = question.parts.filter((part): part is Mark => typeof part !== 'string');

  const toggle = (id: string) => {
    const ids = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
    asking.choose(ids.length > 0 ? ids : undefined);
  };

  const outcome = ({id, suspicious}: Mark) =>
    chosen.includes(id) === (suspicious === true) ? (suspicious ? 'right' : '') : 'wrong';

  return html`
    ${
      answered
        ? nothing
        : html`
            <p class="quietly">${words.pickMarks}</p>
          `
    }
    <figure class="message ${answered ? 'read' : ''}">
      <figcaption class="quietly">${words.from(question.from)}</figcaption>
      ${
        // prettier-ignore
        html`<p>${question.parts.map((part) => {
          if (typeof part === 'string') return part;
          // On one line each: a space between a range and the full stop after it would show.
          // prettier-ignore
          if (answered)
            return part.suspicious
              ? html`<mark class="range">${part.text}</mark>`
              : html`<span class="range">${part.text}</span>`;
          return html`<label class="range ${chosen.includes(part.id) ? 'chosen' : ''}"><input type="checkbox" .checked=${chosen.includes(part.id)} ?disabled=${busy} @change=${() => toggle(part.id)} />${part.text}</label>`;
        })}</p>`
      }
    </figure>
    ${
      answered
        ? html`
            <ul class="options">
              ${marks.map((mark) => {
                const made = chosen.includes(mark.id);
                return html`
                  <li class="option told ${outcome(mark)}">
                    ${icon(outcome(mark) === 'wrong' ? 'cross' : 'check')}
                    <div>
                      <p class="said">“${mark.text}”</p>
                      <p class="tags">
                        <span>${mark.suspicious ? words.suspicious : words.innocent}</span>
                        ${
                          made
                            ? html`
                                <span class="yours">${messages.yours}</span>
                              `
                            : mark.suspicious
                              ? html`
                                  <span class="yours">${messages.missed}</span>
                                `
                              : nothing
                        }
                      </p>
                      <p>${inline(mark.why)}</p>
                    </div>
                  </li>
                `;
              })}
            </ul>
          `
        : nothing
    }
  `;
}

export function open(host: LitElement): QuestionRenderer<SpotQuestion> {
  const localize = new LocalizeController(host, spotLanguages);
  return {render: (asking) => renderSpot(asking, localize.messages)};
}

export const styles = [
  css`
    .message {
      margin: 0;
      padding: 0.8em 1em 1em;
      border: 1px solid var(--_rule);
      border-radius: 0.3em 1.2em 1.2em;
      background: var(--_paper);
    }

    .message p {
      margin-top: 0.3em;
      line-height: 2.6;
      /* A message of two paragraphs has a line break between them. */
      white-space: pre-line;
    }

    .range {
      position: relative;
      padding: 0.5em 0.35em;
      border-bottom: 2px dashed var(--_edge);
      border-radius: 0.25em;
      background: var(--_card);
      color: inherit;
      cursor: pointer;
      -webkit-box-decoration-break: clone;
      box-decoration-break: clone;
    }

    /* Unseen, over the first letters of its range; the range itself shows whether it is ticked. */
    .range input {
      position: absolute;
      width: 1em;
      height: 1.4em;
      margin: 0;
      opacity: 0;
    }

    .range.chosen {
      border-bottom: 3px solid var(--_warm);
      background: var(--_warm-fill);
      color: #27231c;
    }

    .range:has(:focus-visible) {
      outline: 3px solid var(--_accent);
      outline-offset: 1px;
    }

    /* The input is unseen: before :has() a finger's tap shows the ring too. */
    @supports not selector(:has(a)) {
      .range:focus-within {
        outline: 3px solid var(--_accent);
        outline-offset: 1px;
      }
    }

    .read .range {
      border-bottom-style: solid;
      cursor: auto;
    }

    mark.range {
      border-color: var(--_bad);
      background: var(--_bad-tint);
      font-weight: 600;
    }

    @media (forced-colors: active) {
      .range.chosen {
        border-bottom: 5px solid;
        background: Highlight;
        color: HighlightText;
        forced-color-adjust: none;
      }
    }
  `,
];
