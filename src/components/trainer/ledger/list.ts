import {countsIn, personTitle, unitTitle} from '../../../store/reckoning/matrix-table.js';
import {type MatrixView, partOf} from '../../../store/reckoning/matrix-view.js';
import {
  besideName,
  element,
  type LedgerDrawing,
  peopleIn,
  setAttribute,
  type Shown,
  type Spot,
} from './drawing.js';
import {RowWindow} from './row-window.js';

/** All columns of a unit together. */
export function takingsIn(view: MatrixView, unit: number) {
  const all = {done: 0, notDone: 0, unknown: 0};
  for (const column of view.columns.keys()) {
    const counts = countsIn(view, column, unit);
    all.done += counts.done;
    all.notDone += counts.notDone;
    all.unknown += counts.unknown;
  }
  return all;
}

/** A person's columns by what they count as. */
function partsOf(view: MatrixView, row: number) {
  const found = [0, 0, 0];
  for (const column of view.columns.keys()) found[partOf(view, row, column)]!++;
  const [done = 0, notDone = 0, unknown = 0] = found;
  return {done, notDone, unknown};
}

/** The same lines one below the other, for a phone: each is a button that tells more. */
export class LedgerList implements LedgerDrawing {
  readonly window: RowWindow;
  readonly #scroller: HTMLElement;
  readonly #list = element('div', 'list', 'rows');
  #shown: Shown | undefined;

  constructor(scroller: HTMLElement, ask: (spot: Spot) => void) {
    this.#scroller = scroller;
    scroller.replaceChildren(this.#list);
    this.window = new RowWindow(scroller, this.#list, {
      make: () => this.#make(),
      fill: (row, line) => this.#fill(row, line),
    });
    const lineOf = (target: EventTarget | null) => {
      const item = (target as Element | null)?.closest('[aria-posinset]');
      return item ? Number(item.getAttribute('aria-posinset')) - 1 : undefined;
    };
    this.#list.addEventListener('click', ({target}) => {
      const line = lineOf(target);
      if (line !== undefined) ask({line, column: -1});
    });
    this.#list.addEventListener('focusin', ({target}) => this.window.pin(lineOf(target) ?? -1));
    this.#list.addEventListener('focusout', () => this.window.pin(-1));
  }

  dispose(): void {
    this.window.dispose();
    this.#scroller.replaceChildren();
  }

  show(shown: Shown, anew: boolean): void {
    const same = this.#shown?.view === shown.view && this.#shown.messages === shown.messages;
    this.#shown = shown;
    setAttribute(this.#list, 'aria-label', shown.messages.list(shown.view.people.at(-1)!));
    if (same && !anew) this.window.refresh();
    else this.window.show(shown.view.lines.length);
  }

  focus({line}: Spot): void {
    this.window.reach(line)?.querySelector('button')?.focus({preventScroll: true});
  }

  #make(): HTMLElement {
    const item = element('div', 'listitem', 'item');
    const button = document.createElement('button');
    button.type = 'button';
    for (const name of ['name', 'asof', 'share']) {
      const part = document.createElement('span');
      part.className = name;
      button.append(part, ' ');
    }
    item.append(button);
    return item;
  }

  #fill(item: HTMLElement, line: number): void {
    const shown = this.#shown!;
    const {view, words, messages, complete} = shown;
    const at = view.lines[line]!;
    setAttribute(item, 'aria-posinset', String(line + 1));
    setAttribute(item, 'aria-setsize', String(view.lines.length));
    const [name, beside, share] = item.firstElementChild!.children as unknown as [
      Element,
      Element,
      HTMLElement,
    ];
    let counts;
    if (at < 0) {
      const unit = -1 - at;
      const depth = view.matrix.roll.units[unit]?.depth ?? 0;
      item.className = `item unit depth${Math.min(5, depth)}`;
      counts = takingsIn(view, unit);
      name.textContent = unitTitle(view, unit, words);
      beside.textContent = `${peopleIn(shown, unit)} · ${complete ? messages.takings(counts) : messages.reckoning}`;
      beside.className = 'asof';
    } else {
      const {text, stale, doubtful} = besideName(shown, at);
      item.className = 'item';
      name.textContent = personTitle(view, at, words);
      beside.textContent = text;
      beside.className = `asof${stale ? ' stale' : ''}${doubtful ? ' doubt' : ''}`;
      counts = partsOf(view, at);
    }
    const all = counts.done + counts.notDone + counts.unknown;
    const part = (count: number) =>
      `${((complete || at >= 0 ? count : 0) / Math.max(1, all)) * 100}%`;
    share.style.setProperty('--_done', part(counts.done));
    share.style.setProperty('--_known', part(counts.done + counts.notDone));
  }
}
