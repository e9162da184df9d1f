import {html} from 'lit';
import {csvOf} from '../../../exchange/csv.js';
import {rosterRows} from '../../../exchange/roster/roster-export.js';
import {dayText} from '../../../store/reckoning/calendar.js';
import {nameOn} from '../../../store/reckoning/unit-tree.js';
import {foldName} from '../../../store/roster.js';
import {chunk} from '../../failure.js';
import {asideIcon} from '../../icons-aside.js';
import {saveFile} from '../../save-file.js';
import type {RosterStand} from './stand.js';

/** Column by column, in characters. */
const widths = [14, 30, 14, 24, 24, 24, 24, 16, 12];

/** The list as a file, of the unit that is looked at or of everybody. */
export class HandOut {
  readonly #stand: RosterStand;

  constructor(stand: RosterStand) {
    this.#stand = stand;
  }

  render() {
    const {messages} = this.#stand;
    return html`
      <div class="card stack" role="group" aria-labelledby="hand-out-title">
        <h4 id="hand-out-title">${messages.handOut}: ${this.#place()}</h4>
        <div class="deeds">
          <button type="button" class="main" id="hand-out-book" @click=${this.#book}>
            ${asideIcon('file')}${messages.handOutBook}
          </button>
          <button type="button" @click=${this.#text}>
            ${asideIcon('file')}${messages.handOutText}
          </button>
          <button type="button" @click=${() => this.#stand.close('#hand-out')}>
            ${messages.cancel}
          </button>
        </div>
      </div>
    `;
  }

  #place() {
    const {messages, at, today} = this.#stand;
    return at ? nameOn(at.unit, today) : messages.whole;
  }

  #rows() {
    const {view, messages, today, at} = this.#stand;
    const words = {...messages.columns, roles: messages.roles};
    return rosterRows(view, words, {day: today, ...(at && {below: at})});
  }

  readonly #text = () => this.#save(new Blob([csvOf(this.#rows()) as BlobPart]), 'csv', 'text/csv');

  readonly #book = () =>
    void this.#stand.attempt(async () => {
      const {writeSpreadsheet} = await chunk(import('../../../exchange/spreadsheet.js'));
      const rows = this.#rows();
      const {sheetName: name} = this.#stand.messages;
      const bytes = await writeSpreadsheet([
        {name, rows, widths: (rows[0] ?? []).map((_, at) => widths[at] ?? 20), shaded: [0]},
      ]);
      this.#save(
        new Blob([bytes as BlobPart]),
        'xlsx',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      );
    });

  #save(content: Blob, extension: string, type: string) {
    const {messages, today} = this.#stand;
    const place = foldName(this.#place()).replace(/[^a-z0-9]+/g, '-');
    const name = `${messages.fileName}-${place}-${dayText(today)}.${extension}`;
    saveFile(new File([content], name, {type}));
    this.#stand.say(messages.handedOut(name));
  }
}
