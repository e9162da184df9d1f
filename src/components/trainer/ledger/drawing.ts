import {unitTitle, type TableWords} from '../../../store/reckoning/matrix-table.js';
import {asksOfJudged, doneIn, type MatrixView} from '../../../store/reckoning/matrix-view.js';
import {noDay} from '../../../store/reckoning/matrix-row.js';
import {mark} from '../../../store/reckoning/roster-matrix.js';
import type {LedgerMessages} from '../../messages/ledger.js';
import {writtenDay} from '../../written-day.js';
import type {RowWindow} from './row-window.js';

/** Where somebody is in the grid: a line (-1 the totals, -2 the heads), and a column (-1 the names). */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** What a grid or a list shows, and in whose words. */
export interface Shown {
  readonly view: MatrixView;
  readonly words: TableWords;
  readonly messages: LedgerMessages;
  /** False while people are still being judged: totals would be too low. */
  readonly complete: boolean;
  /** How a column is numbered. */
  readonly numberOf: (id: string) => string;
  readonly isFolded: (unit: number) => boolean;
  /** What is chosen, and what it is about: it stays chosen when lines move. */
  readonly asked: Spot | undefined;
}

export interface LedgerDrawing {
  readonly window: RowWindow | undefined;
  show(shown: Shown, anew: boolean): void;
  focus(spot: Spot): void;
  dispose(): void;
}

export function element(tag: string, role: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  made.setAttribute('role', role);
  made.className = className;
  return made;
}

export function setText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

export function setAttribute(of: Element, name: string, value: string | undefined): void {
  if (value === undefined) of.removeAttribute(name);
  else if (of.getAttribute(name) !== value) of.setAttribute(name, value);
}

/** How many people of a unit are shown; `…` while that is not known, since nobody knows yet whom the wish chooses. */
export function peopleIn(
  {view, messages, complete}: Pick<Shown, 'view' | 'messages' | 'complete'>,
  unit: number,
): string {
  return complete || !asksOfJudged(view.wish) ? messages.people(view.people[unit]!) : '…';
}

/** Beside a person's name: their role, how new the data is, how far they are. */
export function besideName({view, words, messages}: Shown, row: number) {
  const {roll, dataDays, marks} = view.matrix;
  const {post} = roll.people[row]!;
  const flags = marks[row]!;
  const day = dataDays[row]!;
  const judged = (flags & mark.judged) > 0;
  const dated = !(flags & mark.heard)
    ? messages.nothingYet
    : day === noDay
      ? messages.noDay
      : messages.asOf(writtenDay(day));
  const isFlat = view.wish.order.by !== 'unit';
  const rank = post && post.role !== 'member' ? words.roles[post.role] : undefined;
  const unit = isFlat ? unitTitle(view, roll.unitOf[row]!, words) : undefined;
  const figures = judged ? [messages.of(doneIn(view, row), view.columns.length), dated] : ['…'];
  return {
    text: [...figures, rank, unit].filter(Boolean).join(' · '),
    stale: judged && !(flags & mark.fresh),
    doubtful: (flags & (mark.gap | mark.wrongClock)) > 0,
  };
}
