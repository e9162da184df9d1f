import {html, nothing, type TemplateResult} from 'lit';
import type {Session} from '../../../store/sessions.js';
import {icon} from '../../icons.js';
import type {SessionMessages} from '../../messages/session.js';
import {when} from './when.js';

/** What may be asked for in the list. */
export interface ListStand {
  readonly prepare: () => void;
  /** Evenings that were held, in a file. */
  readonly download: () => void;
  readonly show: (session: Session) => void;
  /** What came of it. */
  readonly said: string;
  /** What went wrong last. */
  readonly notice: TemplateResult | typeof nothing;
}

/** Evenings that are prepared and those that were held. */
export function eveningList(
  all: readonly Session[],
  messages: SessionMessages,
  {prepare, download, show, said, notice}: ListStand,
) {
  return html`
    <section class="stack" aria-labelledby="heading">
      <h3 id="heading" tabindex="-1">${messages.heading}</h3>
      <p class="quietly">${messages.lead}</p>
      <div class="row">
        <button type="button" class="main" @click=${prepare}>
          ${icon('demo')}${messages.start}
        </button>
        ${
          all.some(({held}) => held)
            ? html`
                <button type="button" @click=${download}>${icon('save')}${messages.sheet}</button>
              `
            : nothing
        }
      </div>
      ${notice}
      ${
        all.length === 0
          ? html`
              <p>${messages.none}</p>
            `
          : html`
              <ul class="evenings">
                ${all.map(
                  (session) => html`
                    <li>
                      <button type="button" class="evening" @click=${() => show(session)}>
                        <span>
                          ${messages.line(when(session), session.place || messages.placeless)}
                        </span>
                        <span class="mark ${session.held ? 'held' : ''}">
                          ${icon(session.held ? 'done' : 'clock')}
                          ${session.held ? messages.held : messages.planned}
                        </span>
                        <span class="quietly">
                          ${[
                            messages.lessonCount(session.lessons.length),
                            ...(session.present ? [messages.people(peopleAt(session))] : []),
                          ].join(' · ')}
                        </span>
                      </button>
                    </li>
                  `,
                )}
              </ul>
            `
      }
      <p class="said" role="status">${said}</p>
    </section>
  `;
}

const peopleAt = ({present}: Session): number =>
  !present ? 0 : 'counted' in present ? present.counted : present.members.length;
