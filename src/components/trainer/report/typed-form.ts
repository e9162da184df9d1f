import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import type {ReportFigure, ReportFigures} from '../../../exchange/report.js';
import type {ReportDraft} from '../../../store/reports-contract.js';
import {icon} from '../../icons.js';
import type {ReportStand} from './stand.js';
import {typedFigures} from './sheet.js';

const largest = 99_999_999;
/** Whole, or in groups of three parted by points, commas or spaces as people write thousands. */
const wholeNumber = /^(?:\d+|\d{1,3}(?:([.,\s])\d{3}(?:\1\d{3})*))$/;

/** "Phần anh/chị ghi": figures nobody can reckon, and words; kept as soon as a field is left. */
export class TypedForm {
  readonly #stand: () => ReportStand;
  /** What stands in fields and is not in the draft: it is being typed, or was refused. */
  #texts = new Map<ReportFigure, string>();
  /** Why it was refused. */
  #wrong = new Map<ReportFigure, string>();
  #said = '';

  constructor(stand: () => ReportStand) {
    this.#stand = stand;
  }

  /** Another unit or period is shown. */
  forgetSaid(): void {
    this.#texts.clear();
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
            .value=${live(this.#texts.get(name) ?? this.#keptText(name, draft))}
            aria-invalid=${wrong ? 'true' : 'false'}
            aria-describedby=${wrong ? `${name}-wrong` : nothing}
            @input=${({target}: Event) => this.#texts.set(name, (target as HTMLInputElement).value)}
            @change=${({target}: Event) => this.#figureTyped(name, (target as HTMLInputElement).value)}
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

  #keptText(name: ReportFigure, draft: ReportDraft): string {
    const kept = draft.figures[name];
    return kept === undefined ? '' : String(kept);
  }

  /** What was refused before is tried again: this one may have put it right. */
  #figureTyped(name: ReportFigure, text: string) {
    const {messages, draft, keep, redraw} = this.#stand();
    this.#said = '';
    this.#wrong.clear();
    this.#texts.set(name, text);
    const changed = new Map<ReportFigure, number | undefined>();
    for (const [each, written] of this.#texts) {
      const value = numberIn(written);
      if (value === 'none') this.#wrong.set(each, messages.wrongNumber);
      else changed.set(each, value);
    }
    const {visited = 0, visitedSoFar = Infinity} = withFigures(draft.figures, changed);
    if (visited > visitedSoFar) {
      for (const each of ['visited', 'visitedSoFar'] as const) {
        if (changed.delete(each)) this.#wrong.set(each, messages.soFarTooSmall);
      }
    }
    for (const each of changed.keys()) this.#texts.delete(each);
    redraw();
    if (changed.size === 0) return;
    const figures = withFigures(draft.figures, changed);
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

/** The number that was written; nothing where the field is empty. */
function numberIn(written: string): number | undefined | 'none' {
  const text = written.trim();
  if (text === '') return undefined;
  const value = Number(text.replace(/\D/g, ''));
  return wholeNumber.test(text) && value <= largest ? value : 'none';
}

/** Figures with some of them changed; without a value one is taken out. */
const withFigures = (
  figures: Readonly<Record<string, number>>,
  changed: ReadonlyMap<ReportFigure, number | undefined>,
): Record<string, number> & ReportFigures =>
  Object.fromEntries(
    Object.entries({...figures, ...Object.fromEntries(changed)}).filter(
      (entry): entry is [string, number] => entry[1] !== undefined,
    ),
  );
