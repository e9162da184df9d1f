import {css, html, nothing, type TemplateResult} from 'lit';
import type {Found} from '../../curriculum/search.js';
import type {SearchMessages} from '../messages/search.js';

/** A sentence longer than this is cut before what was found, and the words before it are few. */
const longest = 150;
const before = 50;

/** The text with what was looked for marked; a long one begins shortly before that. */
function marked({text, marks}: Found): unknown {
  const [first] = marks;
  let from = 0;
  if (first && text.length > longest && first[0] > before) {
    from = text.indexOf(' ', first[0] - before) + 1;
    // No space on the way: the whole is one word, or it stands right before.
    if (from === 0 || from > first[0]) from = first[0];
  }
  const parts: unknown[] = from > 0 ? ['… '] : [];
  let at = from;
  for (const [start, end] of marks) {
    // prettier-ignore
    parts.push(text.slice(at, start), html`<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}

/** One lesson that was found: its title and module, and the words that say why. */
export function foundLesson(
  found: Found,
  messages: SearchMessages,
  go: (lesson: string) => void,
): TemplateResult {
  const {lesson, module, present} = found;
  const inTitle = found.in === 'title';
  return html`
    <li>
      <button type="button" @click=${() => go(lesson.id)}>
        <span class="title">${inTitle ? marked(found) : lesson.title}</span>
        <span class="module">${module}</span>
        ${
          inTitle || found.in === 'module'
            ? nothing
            : present
              ? html`
                  <span class="why">
                    ${messages.formerName} ${marked(found)}
                    ${messages.presentName(present.now, present.place)}
                  </span>
                `
              : html`
                  <span class="why">${marked(found)}</span>
                `
        }
      </button>
    </li>
  `;
}

export const foundStyles = css`
  .found button {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.15em;
    width: 100%;
    padding: 0.8em 0.2em;
    border: 0;
    border-radius: 0;
    background: none;
    font-weight: 400;
  }

  .found li + li button {
    border-top: 1px solid var(--_rule);
  }

  .title {
    font-family: var(--_serif);
    font-size: 1.1em;
    font-weight: 700;
  }

  .found button:hover .title {
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
  }

  .module {
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .why {
    margin-top: 0.2em;
  }

  mark {
    border-bottom: 2px solid var(--_warm-fill);
    background: var(--_warm-tint);
    color: inherit;
    font-weight: 600;
  }
`;
