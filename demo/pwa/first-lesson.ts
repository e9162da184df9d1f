import {html, type TemplateResult} from 'lit';
import type {LessonEntry} from '../../src/curriculum/course.js';
import {questionKey} from '../../src/curriculum/ids.js';
import type {Inline} from '../../src/curriculum/inline.js';
import type {Lesson} from '../../src/curriculum/lesson.js';
import type {Question} from '../../src/curriculum/question.js';
import {icon} from '../../src/components/icons.js';
import {blockStyles, renderBlocks} from '../../src/components/learner/blocks.js';
import {courseStyles} from '../../src/components/learner/course-styles.js';
import {renderInline} from '../../src/components/learner/inline.js';
import {lessonStyles} from '../../src/components/learner/lesson-styles.js';
import {questionStyles} from '../../src/components/learner/question-styles.js';
import {optionStyles, renderOptions} from '../../src/components/learner/question/options.js';
import type {Asking} from '../../src/components/learner/question/renderer.js';
import {vi} from '../../src/components/messages/vi.js';
import {base} from '../../src/components/styles/base.js';
import {stylesFor} from './light-styles.js';
import {written} from './written.js';

type Ticked = Asking['question'] & {type: 'choice' | 'choices' | 'true-false'};

const isTicked = (question: Question | undefined): question is Ticked =>
  question !== undefined && ['choice', 'choices', 'true-false'].includes(question.type);

// A fact's value may have changed by the time somebody reads: its fallback never is wrong.
const inline = (text: Inline) => renderInline(text, undefined);

/** The question as the element draws it for whoever has no study yet: the same words in the same order. */
function drawQuestion(lesson: Lesson, question: Ticked): TemplateResult {
  const options = renderOptions({
    question,
    messages: vi,
    response: undefined,
    answered: false,
    right: false,
    busy: false,
    seed: `/${questionKey(lesson.id, question.id, question.rev)}`,
    inline,
    choose: () => undefined,
  });
  const {length} = lesson.questions;
  return html`
    <section>
      <h3>
        ${icon('ask')}
        <span>${vi.questions}</span>
      </h3>
      <p class="quietly">${vi.questionsNote(length)}</p>
      <article class="card stack">
        <header class="row">
          <h4>${vi.number(1, length)}</h4>
          ${
            question.safety
              ? html`
                  <span class="safety">${icon('shield')}${vi.safety}</span>
                `
              : ''
          }
        </header>
        <fieldset>
          <legend>${inline(question.stem)}</legend>
          ${options}
        </fieldset>
        <p class="quietly">
          Anh/chị chọn trước được rồi. Nút “Trả lời” hiện ra khi sổ tay mở xong.
        </p>
      </article>
    </section>
  `;
}

/**
 * The beginning of a lesson and its first question as a page can carry them: read and ticked before any script has
 * come. `html` stands at `id="/<lesson>"`, so that only the lesson's own address shows it; `css` goes with it.
 */
export function firstLesson(lesson: Lesson, entry: LessonEntry): {html: string; css: string} {
  const {
    sections: [first],
    questions: [question],
  } = lesson;
  const blocks = first?.id === 'why' ? first.blocks : [];
  const drawn = html`
    <div class="first" id=${`/${lesson.id}`}>
      <div class="book">
        <div class="page">
          <nav><a class="quiet" href="#/">${icon('back')}${vi.outline}</a></nav>
          <header class="title">
            <h2>${lesson.title}</h2>
            <p class="outcome">
              ${vi.outcome}
              <strong>${lesson.outcome}.</strong>
            </p>
            <p class="meta quietly">
              <span>${icon('clock')}${vi.minutes(entry.minutes)}</span>
              ${
                entry.core
                  ? html`
                      <span>${icon('star')}${vi.core}</span>
                    `
                  : ''
              }
              ${
                entry.draft
                  ? html`
                      <span>${icon('note')}${vi.draftNote}</span>
                    `
                  : ''
              }
            </p>
          </header>
          ${
            blocks.length > 0
              ? html`
                  <section class="why">
                    <h3>
                      ${icon('why')}
                      <span>${first?.title ?? vi.section.why}</span>
                    </h3>
                    ${renderBlocks(blocks, {facts: undefined, pictures: new WeakMap()})}
                  </section>
                `
              : ''
          }
          <section><p class="quietly">Phần tiếp theo của bài đang tới…</p></section>
          ${isTicked(question) ? drawQuestion(lesson, question) : ''}
        </div>
      </div>
    </div>
  `;
  const text = written(drawn);
  const styles = [base, courseStyles, blockStyles, lessonStyles, questionStyles, optionStyles];
  return {html: text, css: stylesFor(text, styles.map(({cssText}) => cssText).join(''))};
}
