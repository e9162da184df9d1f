import {html, type TemplateResult} from 'lit';
import type {Section} from '../../src/curriculum/block.js';
import type {LessonEntry} from '../../src/curriculum/course.js';
import {questionKey} from '../../src/curriculum/ids.js';
import type {Inline} from '../../src/curriculum/inline.js';
import type {Lesson} from '../../src/curriculum/lesson.js';
import type {PictureNode} from '../../src/curriculum/picture.js';
import type {Question} from '../../src/curriculum/question.js';
import {icon} from '../../src/components/icons.js';
import {
  blockStyles,
  renderBlocks,
  renderDemoBlocks,
  type Drawing,
} from '../../src/components/learner/blocks.js';
import {courseStyles} from '../../src/components/learner/course-styles.js';
import {renderInline} from '../../src/components/learner/inline.js';
import {lessonStyles} from '../../src/components/learner/lesson-styles.js';
import {questionStyles} from '../../src/components/learner/question-styles.js';
import {optionStyles, renderOptions} from '../../src/components/learner/question/options.js';
import type {Asking} from '../../src/components/learner/question/renderer.js';
import {pictureStyles} from '../../src/components/learner/picture.js';
import {vi} from '../../src/components/messages/vi.js';
import {base} from '../../src/components/styles/base.js';
import {tokens} from '../../src/components/styles/tokens.js';
import {stylesFor} from './light-styles.js';
import {asWritten, written} from './written.js';

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
  return html`
    <article class="card stack">
      <header class="row">
        <h4>${vi.number(1, lesson.questions.length)}</h4>
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
        <div class="verdict none"></div>
        ${options}
      </fieldset>
      <p class="quietly">Anh/chị chọn trước được rồi. Nút “Trả lời” hiện ra khi sổ tay mở xong.</p>
    </article>
  `;
}

const pictureText = ([tag, attributes, ...children]: PictureNode, more = ''): string => {
  const given = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  return `<${tag}${given.join('')}${more}>${children.map((child) => pictureText(child)).join('')}</${tag}>`;
};

/** Pictures as text, where the elements have nodes. */
function picturesOf({sections}: Lesson): Drawing['pictures'] {
  const pictures = new WeakMap<PictureNode, SVGElement>();
  for (const block of sections.flatMap(({blocks}) => blocks)) {
    if (block.kind !== 'picture') continue;
    const label = written(html`
      <i role="img" aria-label=${block.alt}></i>
    `).slice(2, -5);
    pictures.set(block.tree, asWritten(pictureText(block.tree, label)) as SVGElement);
  }
  return pictures;
}

function drawSection({id, title, blocks}: Section, lesson: Lesson, drawing: Drawing) {
  const words = title ?? vi.section[id];
  const body = id === 'demo' ? renderDemoBlocks(blocks, drawing) : renderBlocks(blocks, drawing);
  if (id === 'memo')
    return html`
      <div class="room">
        <section class="memo">
          <h3>${words}</h3>
          ${body}
          <p class="quietly">${lesson.title}</p>
        </section>
      </div>
    `;
  return html`
    <section class=${id}>
      <h3>
        ${icon(id)}
        <span>${words}</span>
      </h3>
      ${body}
      ${
        id === 'practice'
          ? html`
              <button type="button" disabled>${icon('check')}${vi.didPractise}</button>
            `
          : ''
      }
    </section>
  `;
}

/**
 * A lesson and its first question as a page can carry them: read and ticked before any script has come. `html` stands
 * at `id="/<lesson>"`, so that only the lesson's own address shows it; `css` goes with it.
 */
export function firstLesson(lesson: Lesson, entry: LessonEntry): {html: string; css: string} {
  const {
    sections,
    questions: [question],
  } = lesson;
  const drawing: Drawing = {facts: undefined, pictures: picturesOf(lesson)};
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
          ${sections.map((section) => drawSection(section, lesson, drawing))}
          <section>
            <h3>
              ${icon('ask')}
              <span>${vi.questions}</span>
            </h3>
            <p class="quietly">${vi.questionsNote(lesson.questions.length)}</p>
            ${
              isTicked(question)
                ? html`
                    <div class="asked">${drawQuestion(lesson, question)}</div>
                  `
                : ''
            }
          </section>
        </div>
      </div>
    </div>
  `;
  // Which icon it is matters only where one of several shows.
  const text = written(drawn).replace(/(?<="icon) icon-\w+/g, '');
  const css = stylesFor(text, {
    '.first': [tokens, base, courseStyles, blockStyles, pictureStyles, lessonStyles].map(String),
    '.first .asked': [questionStyles, optionStyles].map(String),
  });
  return {html: text, css};
}
