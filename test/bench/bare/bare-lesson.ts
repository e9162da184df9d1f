import {openDB} from 'idb';
import {LitElement, css, html} from 'lit';
import {property, state} from 'lit/decorators.js';
import * as z from 'zod/mini';

const Inline = z.union([z.string(), z.array(z.unknown())]);
const asked = {id: z.string(), rev: z.int(), stem: Inline};
const Options = z.array(
  z.object({id: z.string(), text: Inline, correct: z.optional(z.boolean()), why: Inline}),
);
const Question = z.discriminatedUnion('type', [
  z.object({...asked, type: z.literal('choice'), options: Options}),
  z.object({...asked, type: z.literal('choices'), options: Options}),
  z.object({...asked, type: z.literal('true-false'), answer: z.boolean()}),
  z.object({...asked, type: z.literal('ordering'), items: z.array(z.unknown())}),
  z.object({...asked, type: z.literal('matching'), pairs: z.array(z.unknown())}),
  z.object({...asked, type: z.literal('numeric'), answer: z.number()}),
  z.object({...asked, type: z.literal('fill-in'), answers: z.array(z.unknown())}),
  z.object({...asked, type: z.literal('spot'), parts: z.array(z.unknown())}),
  z.object({...asked, type: z.literal('scenario'), turns: z.array(z.unknown())}),
]);
const Lesson = z.object({
  id: z.string(),
  title: z.string(),
  sections: z.array(z.object({id: z.string(), blocks: z.array(z.unknown())})),
  questions: z.array(Question),
});
type Lesson = z.infer<typeof Lesson>;

const database = () =>
  openDB('bare', 1, {
    upgrade(opened) {
      opened.createObjectStore('answers', {autoIncrement: true});
    },
  });

/** The least that can ask a question and keep the answer with our libraries: what the benches hold ours against. */
class BareLesson extends LitElement {
  static override styles = css`
    label {
      display: block;
      padding: 0.6em;
    }
  `;

  @property() src = '';
  @state() private lesson: Lesson | undefined;
  @state() private said = '';

  #database: Awaited<ReturnType<typeof database>> | undefined;
  #chosen = '';

  override firstUpdated() {
    void this.#load();
  }

  override render() {
    const question = this.lesson?.questions[0];
    if (question?.type !== 'choice')
      return html`
        <p>…</p>
      `;
    return html`
      <h1>${this.lesson?.title}</h1>
      <fieldset>
        <legend>${question.stem}</legend>
        ${question.options.map(
          ({id, text}) => html`
            <label>
              <input type="radio" name="option" @change=${() => (this.#chosen = id)} />
              ${text}
            </label>
          `,
        )}
      </fieldset>
      <button type="button" @click=${this.#answer}>Trả lời</button>
      <p role="status">${this.said}</p>
    `;
  }

  async #load() {
    const [response, opened] = await Promise.all([fetch(this.src), database()]);
    this.#database = opened;
    this.lesson = Lesson.parse(await response.json());
  }

  readonly #answer = async () => {
    await this.#database?.add('answers', {chosen: this.#chosen, at: Date.now()});
    this.said = 'Đã lưu trên máy này';
  };
}

customElements.define('bare-lesson', BareLesson);
