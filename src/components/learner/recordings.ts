import {html, nothing, render, type ReactiveControllerHost} from 'lit';
import type {Lesson} from '../../curriculum/lesson.js';
import {recordingsOf, type Recording} from '../../curriculum/recording.js';
import type {LoadedCourse} from '../../store/courses.js';
import {LocalizeController} from '../controllers/localize.js';
import {asideIcon} from '../icons-aside.js';
import {recordingLanguages} from '../messages/recording.js';

type State = 'still' | 'fetching' | 'playing' | 'failed';

interface Passage {
  readonly recording: Recording;
  readonly box: HTMLElement;
  state: State;
}

const soundOf = ({box}: Passage) => box.querySelector('audio');

/**
 * Puts a button beside every passage of a lesson that can be heard. Nothing is fetched before it is pressed.
 *
 * The boxes are put between what the lesson has drawn, after each drawing: few lessons have any, and the code
 * that draws all of them knows nothing of it.
 */
export class Recordings {
  readonly #host: ReactiveControllerHost & Element;
  readonly #localize: LocalizeController<typeof recordingLanguages.vi>;
  #lesson: Lesson | undefined;
  #passages: readonly Passage[] = [];

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    this.#localize = new LocalizeController(host, recordingLanguages);
  }

  /** To be called after each drawing, with what was drawn. */
  place(lesson: Lesson | undefined, loaded: LoadedCourse | undefined) {
    if (lesson !== this.#lesson) {
      for (const {box} of this.#passages) box.remove();
      this.#lesson = lesson;
      this.#passages = (lesson ? recordingsOf(lesson) : []).map((recording) => {
        const box = document.createElement('div');
        box.className = 'hear';
        return {recording, box, state: 'still'};
      });
    }
    if (!loaded) return;
    for (const passage of this.#passages) {
      const next = this.#read(passage.recording);
      if (next && next.previousElementSibling !== passage.box) next.before(passage.box);
      this.#draw(passage, loaded);
    }
  }

  /** The element before which its button stands: the block that is read, or the first of its part. */
  #read({section, block = 1}: Recording): Element | undefined {
    const part = this.#host.shadowRoot?.getElementById(section)?.closest('section');
    const blocks = [...(part?.children ?? [])].filter(
      ({localName, className}) => localName !== 'h3' && className !== 'hear',
    );
    return blocks[block - 1];
  }

  #draw(passage: Passage, loaded: LoadedCourse) {
    const {recording, box, state} = passage;
    const {file, section, seconds, voice} = recording;
    const {messages, lang} = this.#localize;
    const turn = (now: State) => () => {
      passage.state = now;
      this.#draw(passage, loaded);
    };
    // A sound that could not be fetched is told of twice: by an error, then by a pause.
    const isOn = state === 'fetching' || state === 'playing';
    box.lang = lang;
    render(
      html`
        <button type="button" aria-describedby=${section} @click=${() => this.#press(passage)}>
          ${asideIcon(isOn ? 'silence' : 'sound')}${isOn ? messages.stop : messages.listen}
        </button>
        <span class="quietly">
          ${messages.seconds(seconds)} ·
          <span lang=${this.#lesson?.lang ?? loaded.course.lang}>${voice}</span>
        </span>
        <p role="status">
          ${state === 'fetching' ? messages.fetching : state === 'failed' ? messages.unheard : nothing}
        </p>
        <audio
          preload="none"
          src=${new URL(file, loaded.src).href}
          @play=${turn('fetching')}
          @playing=${turn('playing')}
          @pause=${() => turn(soundOf(passage)?.error ? 'failed' : 'still')()}
          @error=${turn('failed')}
        ></audio>
      `,
      box,
    );
  }

  #press(passage: Passage) {
    const sound = soundOf(passage);
    if (!sound) return;
    if (passage.state === 'fetching' || passage.state === 'playing') {
      sound.pause();
      return;
    }
    for (const other of this.#passages) if (other !== passage) soundOf(other)?.pause();
    // What could not be fetched once is asked for again only after this.
    if (sound.error) sound.load();
    // Why it does not play the element's own events tell.
    sound.play().catch(() => undefined);
  }
}
