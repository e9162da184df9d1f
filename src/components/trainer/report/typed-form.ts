import {html, nothing} from 'lit';
import type {ReportFigure, ReportFigures} from '../../../exchange/report.js';
import type {ReportDraft} from '../../../store/reports-contract.js';
import {icon} from '../../icons.js';
import type {ReportStand} from './stand.js';
import {typedFigures} from './sheet.js';

const largest = 99_999_999;

/** "Phần anh/chị ghi": figures nobody can reckon, and words; kept as soon as a field is left. */
export class TypedForm {
  readonly #stand: () => ReportStand;
  /** Fields that hold something else than a whole number. */
  #wrong = new Map<ReportFigure, string>();
  #said = '';

  constructor(stand: () => ReportStand) {
    this.#stand = stand;
  }

  /** Another unit or period is shown. */
  forgetSaid(): void {
    this.#wrong.clear();
    this.#said = '';
  }

  render() {
    const {messages, draft} = this.#stand();
    const field = (name: (typeof typedFigures)[number]) => {
      const wrong = this.#wrong.get(name);
      return html`
        <div class="field">
          <label for=${name}>${messages.figures[name]}</label>
          <input
            id=${name}
            inputmode="numeric"
            autocomplete="off"
            maxlength="12"
            .value=${this.#typedValue(name, draft)}
            aria-invalid=${wrong ? 'true' : 'false'}
            aria-describedby=${wrong ? `${name}-wrong` : nothing}
            @change=${({target}: Event) => this.#figureTyped(name, target as HTMLInputElement)}
          />
          ${
            wrong
              ? html`
                  <p class="wrong" id="${name}-wrong">${icon('alert')}${wrong}</p>
                `
              : nothing
          }
        </div>
      `;
    };
    const words = (name: 'difficulties' | 'proposals') => html`
      <div class="field whole">
        <label for=${name}>${messages[name]}</label>
        <textarea
          id=${name}
          rows="2"
          maxlength="2000"
          .value=${draft[name] ?? ''}
          @change=${({target}: Event) => this.#wordsTyped(name, (target as HTMLTextAreaElement).value)}
        ></textarea>
      </div>
    `;
    return html`
      <section class="stack" aria-labelledby="typed">
        <h4 id="typed">${messages.typed}</h4>
        <p class="quietly">${messages.typedHint}</p>
        <div class="fields">
          ${typedFigures.map(field)} ${words('difficulties')} ${words('proposals')}
        </div>
        <p class="said" role="status">${this.#said}</p>
      </section>
    `;
  }

  /** What stands in the field: also something wrong, until it is mended. */
  #typedValue(name: ReportFigure, draft: ReportDraft): string {
    const kept = draft.figures[name];
    return kept === undefined ? '' : String(kept);
  }

  #figureTyped(name: ReportFigure, field: HTMLInputElement) {
    const {messages, draft, keep, redraw} = this.#stand();
    this.#said = '';
    // Thousands are parted by points or spaces as people write them.
    const text = field.value.replace(/[\s.,]/g, '');
    const value = Number(text);
    if (text !== '' && (!/^\d+$/.test(text) || value > largest)) {
      this.#wrong.set(name, messages.wrongNumber);
      redraw();
      return;
    }
    const others = without(draft.figures, name);
    const figures = text === '' ? others : {...others, [name]: value};
    const {visited = 0, visitedSoFar = Infinity} = figures as ReportFigures;
    if (visited > visitedSoFar) {
      this.#wrong.set(name, messages.soFarTooSmall);
      redraw();
      return;
    }
    this.#wrong.clear();
    void keep({figures}).then(() => this.#say(messages.kept, redraw));
  }

  #wordsTyped(name: 'difficulties' | 'proposals', words: string) {
    const {messages, keep, redraw} = this.#stand();
    const trimmed = words.trim();
    void keep({[name]: trimmed === '' ? undefined : trimmed}).then(() =>
      this.#say(messages.kept, redraw),
    );
  }

  /** With the drawing of when it was typed: the element may have left the page since. */
  #say(words: string, redraw: () => void) {
    this.#said = words;
    redraw();
  }
}

const without = (all: Readonly<Record<string, number>>, name: string) =>
  Object.fromEntries(Object.entries(all).filter(([one]) => one !== name));
