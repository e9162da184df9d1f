import {html, nothing, type TemplateResult} from 'lit';
import type {Failure} from './failure.js';
import {icon} from './icons.js';
import type {Advice, Messages} from './messages/messages.js';

/** Something the learner should know, and what to do about it. */
export const notice = (
  [title, advice]: Advice,
  more: unknown = nothing,
  bad = false,
): TemplateResult => html`
  <div class="notice ${bad ? 'bad' : ''}">
    ${icon(bad ? 'alert' : 'note')}
    <strong>${title}</strong>
    <p>${advice}</p>
    ${more}
  </div>
`;

/** A failure in words, with a way on where there is one, and its code for whoever is asked to help. */
export function failureNotice(messages: Messages, failure: Failure, retry?: () => void) {
  const {code, issues} = failure;
  // A newer release may have taken the part's place: asking for it again would bring nothing.
  // Without a network the page would be gone, and what it holds with it.
  if (code === 'chunk-missing' && navigator.onLine) retry = () => location.reload();
  return notice(
    messages.failed[code] ?? messages.failed.unexpected,
    html`
      ${
        retry &&
        html`
          <div class="row">
            <button type="button" class="main" @click=${retry}>
              ${icon('again')}${messages.retry}
            </button>
          </div>
        `
      }
      ${
        issues.length > 0
          ? html`
              <details>
                <summary>${messages.reasons(issues.length)}</summary>
                <ul class="quietly">
                  ${issues.slice(0, 20).map(
                    (issue) => html`
                      <li><code>${issue.path.join('.')} · ${issue.code}</code></li>
                    `,
                  )}
                </ul>
              </details>
            `
          : nothing
      }
      <p class="quietly">${messages.code(code)}</p>
    `,
    // A network that is away is no fault of anybody's.
    !code.endsWith('unreachable'),
  );
}
