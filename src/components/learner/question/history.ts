import {html, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {LearningRecord} from '../../../store/reckoning/record.js';
import {LocalizeController} from '../../controllers/localize.js';
import {dateTime} from '../../date-time.js';
import {learnedLanguages} from '../../messages/learned.js';

/** Earlier answers to a question, oldest first, each in one line. */
export function openHistory(
  host: ReactiveControllerHost & Element,
  records: readonly LearningRecord[],
): () => TemplateResult {
  const localize = new LocalizeController(host, learnedLanguages);
  return () => html`
    <ul class="history quietly">
      ${records.map(
        ({at, result}) => html`
          <li>${localize.messages.historyLine(dateTime(at), result?.correct === 1)}</li>
        `,
      )}
    </ul>
  `;
}
