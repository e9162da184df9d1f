import {html, nothing, type TemplateResult} from 'lit';
import {type Course, lessonsOf, type LessonEntry} from '../../../curriculum/course.js';
import type {Session} from '../../../store/sessions.js';
import {icon} from '../../icons.js';
import type {SessionMessages} from '../../messages/session.js';
import {lessonChoice} from './lesson-choice.js';
import {planTable} from './plan-table.js';
import {when} from './when.js';
import {whenFields} from './when-fields.js';

/** What the page knows of where it stands, and may ask for. */
export interface PageStand {
  readonly messages: SessionMessages;
  /** Lessons are being fetched for the wall or for paper. */
  readonly fetching: boolean;
  readonly asksRemoval: boolean;
  /** Who came. */
  readonly attendance: TemplateResult;
  /** What was said last of this evening, and what went wrong. */
  readonly said: unknown;
  readonly notice: TemplateResult | typeof nothing;
  readonly close: () => void;
  readonly change: (change: Partial<Session>) => void;
  readonly choose: (lesson: string, on: boolean) => void;
  readonly project: (chosen: readonly LessonEntry[]) => void;
  readonly print: (chosen: readonly LessonEntry[]) => void;
  readonly hold: () => void;
  readonly askRemoval: (asks: boolean) => void;
  readonly remove: () => void;
}

/** One evening from top to bottom: when, which lessons, how the time goes, who came, what is noted. */
export function eveningPage(session: Session, course: Course, stand: PageStand) {
  const {messages, fetching} = stand;
  const chosen = lessonsOf(course).filter(({id}) => session.lessons.includes(id));
  // The title leaves the place out: it may take a line more, and move what a finger is about to touch.
  return html`
    <div class="sheet">
      <nav aria-label=${messages.back}>
        <button type="button" class="quiet" @click=${stand.close}>
          ${icon('back')}${messages.back}
        </button>
      </nav>
      <section class="part" aria-labelledby="title">
        <h3 id="title" tabindex="-1">${messages.evening(when(session))}</h3>
        ${whenFields(session, messages, stand.change)}
      </section>
      <section class="part" aria-labelledby="lessons">
        <h4 id="lessons">${messages.lessons}</h4>
        <p class="quietly">${messages.lessonsHint}</p>
        ${lessonChoice(course.modules, session.lessons, messages, (id, on) => stand.choose(id, on))}
      </section>
      <section class="part" aria-labelledby="plan">
        <h4 id="plan">${messages.plan}</h4>
        ${planTable(chosen, session, messages)}
        <div class="row">
          <button
            type="button"
            class="main"
            ?disabled=${fetching}
            @click=${() => stand.project(chosen)}
          >
            ${icon('demo')}${fetching ? messages.fetching : messages.project}
          </button>
          ${
            chosen.length > 0
              ? html`
                  <button type="button" ?disabled=${fetching} @click=${() => stand.print(chosen)}>
                    ${icon('memo')}${messages.handOuts(chosen.length)}
                  </button>
                `
              : nothing
          }
        </div>
      </section>
      <section class="part" aria-labelledby="attendance">
        <h4 id="attendance">${messages.attendance}</h4>
        <p class="quietly">${messages.attendanceNote}</p>
        ${stand.attendance}
      </section>
      <section class="part" aria-labelledby="record">
        <h4 id="record">${messages.record}</h4>
        <label class="field">
          ${messages.note}
          <textarea
            aria-describedby="note-hint"
            .value=${session.note}
            @change=${({target}: Event) =>
              stand.change({note: (target as HTMLTextAreaElement).value})}
          ></textarea>
        </label>
        <p id="note-hint" class="quietly">${messages.noteHint}</p>
        ${held(session, stand)}
      </section>
      <div class="said" role="status">${stand.said}</div>
      ${stand.notice} ${removal(stand)}
    </div>
  `;
}

function held(session: Session, {messages, change, hold}: PageStand) {
  return session.held
    ? html`
        <p class="mark held">${icon('done')}${messages.isHeld}</p>
        <div class="row">
          <button type="button" class="quiet" @click=${() => change({held: false})}>
            ${icon('back')}${messages.reopen}
          </button>
        </div>
      `
    : html`
        <div class="row">
          <button type="button" class="main" @click=${hold}>
            ${icon('check')}${messages.markHeld}
          </button>
        </div>
      `;
}

function removal({messages, asksRemoval, askRemoval, remove}: PageStand) {
  return asksRemoval
    ? html`
        <div class="notice" role="alert">
          ${icon('alert')}
          <strong>${messages.removeAsk}</strong>
          <div class="row">
            <button type="button" @click=${remove}>${messages.removeYes}</button>
            <button type="button" @click=${() => askRemoval(false)}>${messages.removeNo}</button>
          </div>
        </div>
      `
    : html`
        <div class="row">
          <button type="button" class="quiet" @click=${() => askRemoval(true)}>
            ${icon('cross')}${messages.remove}
          </button>
        </div>
      `;
}
