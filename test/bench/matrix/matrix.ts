import {samplePlace} from '../../../demo/trainer/sample-province.js';
import type {Shown} from '../../../src/components/trainer/ledger/drawing.js';
import {LedgerGrid} from '../../../src/components/trainer/ledger/grid.js';
import {inSlices} from '../../../src/components/trainer/ledger/slices.js';
import {ledgerStyles} from '../../../src/components/trainer/ledger/ledger-styles.js';
import {messages} from '../../../src/components/messages/ledger-vi.js';
import {messages as trainer} from '../../../src/components/messages/trainer-vi.js';
import {base} from '../../../src/components/styles/base.js';
import {tokens} from '../../../src/components/styles/tokens.js';
import {writtenDay} from '../../../src/components/written-day.js';
import type {Course} from '../../../src/curriculum/course.js';
import {receive} from '../../../src/exchange/receive.js';
import {dayInVietnam} from '../../../src/store/reckoning/calendar.js';
import {cellStates} from '../../../src/store/reckoning/matrix-row.js';
import {
  personTitle,
  type TableWords,
  unitTitle,
  wordIn,
} from '../../../src/store/reckoning/matrix-table.js';
import {
  firstWish,
  type MatrixView,
  viewing,
  viewOf,
  type Wish,
} from '../../../src/store/reckoning/matrix-view.js';
import type {ReceivedLearner} from '../../../src/store/reckoning/packet.js';
import {rolling, rollOf} from '../../../src/store/reckoning/roll.js';
import {emptyMatrix, judging, rosterMatrixOf} from '../../../src/store/reckoning/roster-matrix.js';
import type {RosterView} from '../../../src/store/reckoning/roster-view.js';
import {openStore, type Store} from '../../../src/store/store.js';

// A province in a database, in memory, and on the screen, as its bench asks for it.

const today = dayInVietnam(Date.now());
const database = 'matrix-bench';
let course: Course;
let roster: RosterView;
let learners: readonly ReceivedLearner[] = [];
let view: MatrixView;
let store: Store | undefined;

const words: TableWords = {
  ...messages,
  name: messages.person,
  cells: trainer.cells,
  nameless: trainer.nameless,
  column: (id) => id,
  goneOn: (name, day) => messages.goneOn(name, writtenDay(day)),
};

/** Fills the database, through the door for real codes; resolves to the number of lines of the matrix. */
async function prepare(address: string): Promise<number> {
  course = (await (await fetch(address)).json()) as Course;
  const place = samplePlace(course, {today, place: 'province'});
  store = openStore({name: database});
  await store.opened;
  await (await store.roster()).change(place.roster);
  await receive(store, place.codes.join('\n'), {courses: [course]});
  await store.settled();
  learners = await store.received(course.id);
  roster = await (await store.roster()).read();
  view = viewOf(rosterMatrixOf(course, rollOf(roster, learners, [], today), today), firstWish);
  await store.close();
  return view.lines.length;
}

/** The province from the database into memory, every cell judged. */
async function readAgain(address: string): Promise<void> {
  course = (await (await fetch(address)).json()) as Course;
  const opened = openStore({name: database});
  learners = await opened.received(course.id);
  roster = await (await opened.roster()).read();
  view = viewOf(rosterMatrixOf(course, rollOf(roster, learners, [], today), today), firstWish);
  await opened.close();
}

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/** Resolves once the frame that is being made is drawn. */
async function painted(): Promise<void> {
  await frame();
  await new Promise<void>((resolve) => {
    const {port1, port2} = new MessageChannel();
    port2.onmessage = () => resolve();
    port1.postMessage(undefined);
  });
}

function hostWith(styles: readonly (CSSStyleSheet | undefined)[]): {
  host: HTMLElement;
  place: HTMLElement;
} {
  const host = document.createElement('div');
  host.style.width = '1200px';
  document.body.append(host);
  const root = host.attachShadow({mode: 'open'});
  root.adoptedStyleSheets = styles.filter((one) => one !== undefined);
  const ledger = document.createElement('div');
  ledger.className = 'ledger in-grid';
  const place = document.createElement('div');
  place.className = 'place';
  ledger.append(place);
  root.append(ledger);
  return {host, place};
}

const shownOf = (of: MatrixView, complete = true): Shown => ({
  view: of,
  words,
  messages,
  complete,
  numberOf: (id) => id,
  isFolded: () => false,
  asked: undefined,
});

function ours(of = view, complete = true) {
  const {host, place} = hostWith([tokens.styleSheet, base.styleSheet, ledgerStyles.styleSheet]);
  const grid = new LedgerGrid(place, () => undefined);
  grid.show(shownOf(of, complete), true);
  return {
    host,
    place,
    leave() {
      grid.dispose();
      host.remove();
    },
  };
}

/** A line as texts, for peers: its name, what stands below, and a word for each cell. */
export interface PlainLine {
  readonly name: string;
  readonly cells: readonly {readonly word: string; readonly label: string}[];
}

function plainLine(line: number): PlainLine {
  const at = view.lines[line]!;
  if (at < 0) {
    return {
      name: unitTitle(view, -1 - at, words),
      cells: view.columns.map(() => ({word: 'total', label: ''})),
    };
  }
  return {
    name: personTitle(view, at, words),
    cells: view.columns.map((_, column) => {
      const {word, day} = wordIn(view, at, column);
      return {
        word,
        label: day === undefined ? words.cells[word] : `${words.cells[word]} ${writtenDay(day)}`,
      };
    }),
  };
}

const settled = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });

/** In ms: everything the matrix reads, as it lies there, and one screen of a plain table. */
async function rawOpening(): Promise<number> {
  const began = performance.now();
  const opened = await settled(indexedDB.open(database));
  const names = ['packets', 'received', 'units', 'members', 'memberLinks', 'names'];
  const tx = opened.transaction(names);
  const read = await Promise.all(
    names.map((name) => settled<unknown[]>(tx.objectStore(name).getAll())),
  );
  const table = document.createElement('table');
  for (let line = 0; line < 24; line++) {
    const row = table.insertRow();
    const known = read[0]![line] as {learner?: string} | undefined;
    row.insertCell().textContent = known?.learner ?? '';
    for (let column = 0; column < view.columns.length; column++) {
      row.insertCell().textContent = cellStates[(line + column) % 6]!;
    }
  }
  document.body.append(table);
  await painted();
  const took = performance.now() - began;
  table.remove();
  opened.close();
  return took;
}

/** In ms: from a closed database to the first lines of the province, judged and drawn. */
async function ourOpening(): Promise<number> {
  const began = performance.now();
  const opened = openStore({name: database});
  const {received, roster: units} = await (await opened.roster()).readWith(course.id);
  const matrix = emptyMatrix(course, rollOf(units, received, [], today), today);
  const first = viewOf(matrix, firstWish);
  const rows = Array.from(first.lines.subarray(0, 40)).filter((line) => line >= 0);
  const steps = judging(matrix, rows);
  for (let step = 0; step < rows.length; step++) steps.next();
  const drawn = ours(first, false);
  await painted();
  const took = performance.now() - began;
  drawn.leave();
  await opened.close();
  return took;
}

/** In ms: the grid put on the page and drawn. */
async function ourFirstPaint(): Promise<number> {
  await painted();
  const began = performance.now();
  const drawn = ours();
  await painted();
  const took = performance.now() - began;
  drawn.leave();
  return took;
}

/**
 * The 95th percentile of what a frame costs the page while somebody flings the list, in ms. Of the frames that are looked
 * at, `blanks` counts those with a hole and `brief` those in which a row in sight had no cells yet.
 */
async function scrolled(
  place: HTMLElement,
  rowsOf: () => Iterable<Element>,
): Promise<{p95: number; worst: number; blanks: number; brief: number; nodes: number}> {
  const costs: number[] = [];
  let blanks = 0;
  let brief = 0;
  let nodes = 0;
  for (let step = 0; step < 90; step++) {
    place.scrollTop += step % 3 === 0 ? 1500 : 240;
    const began = await frame();
    await new Promise<void>((resolve) => {
      const {port1, port2} = new MessageChannel();
      port2.onmessage = () => resolve();
      port1.postMessage(undefined);
    });
    costs.push(performance.now() - began);
    if (step % 10 !== 0) continue;
    const box = place.getBoundingClientRect();
    const edges = [...rowsOf()].map((row) => row.getBoundingClientRect());
    if (lacking(place, rowsOf)) brief++;
    for (let y = box.top + 140; y < box.bottom - 4; y += 24) {
      if (!edges.some(({top, bottom}) => top <= y && y <= bottom)) {
        blanks++;
        break;
      }
    }
    nodes = Math.max(nodes, (place.getRootNode() as ShadowRoot).querySelectorAll('*').length);
  }
  costs.sort((a, b) => a - b);
  return {p95: costs[Math.floor(costs.length * 0.95)]!, worst: costs.at(-1)!, blanks, brief, nodes};
}

/** Whether a row in sight has no cells yet. */
function lacking(place: HTMLElement, rowsOf: () => Iterable<Element>): boolean {
  const box = place.getBoundingClientRect();
  return [...rowsOf()].some((row) => {
    const {top, bottom} = row.getBoundingClientRect();
    return bottom > box.top && top < box.bottom && row.childElementCount < 2;
  });
}

async function ourScroll() {
  const ourGrid = ours();
  const {host, place} = ourGrid;
  await painted();
  const rowsOf = () => host.shadowRoot!.querySelectorAll('.rows > .line');
  const result = await scrolled(place, rowsOf);
  const rested = performance.now();
  while (lacking(place, rowsOf)) await painted();
  const whole = performance.now() - rested;
  ourGrid.leave();
  return {...result, whole};
}

const wishes: Record<string, Wish> = {
  'sort by a column': {...firstWish, order: {by: 'column', column: '', down: false}},
  'sort by name': {...firstWish, order: {by: 'name', down: false}},
  filter: {...firstWish, part: 'not-done', silent: true},
  search: {...firstWish, search: 'nguyen thi lan'},
  modules: {...firstWish, columns: 'modules'},
};

/** In ms: the longest of sort, filter and search, from the wish to the lines that answer it. */
function wished(): Record<string, number> {
  const matrix = view.matrix;
  return Object.fromEntries(
    Object.entries(wishes).map(([name, wish]) => {
      const order =
        wish.order.by === 'column' ? {...wish.order, column: view.columns[3]!.id} : wish.order;
      const began = performance.now();
      viewOf(matrix, {...wish, order});
      return [name, performance.now() - began];
    }),
  );
}

/** What the ledger does before its figures are complete. */
function* making(units: RosterView, received: readonly ReceivedLearner[]): Generator<void> {
  const matrix = emptyMatrix(course, yield* rolling(units, received, [], today), today);
  yield* viewing(matrix, firstWish);
  yield* judging(matrix);
  viewOf(matrix, firstWish);
}

/** Judges everybody in slices; the longest time for which the page could not do anything else, and the whole, in ms. */
async function judged(times = 1): Promise<{whole: number; longest: number}> {
  const many = Array.from({length: times}, () => learners).flat();
  const wide =
    times === 1 ? roster : {...roster, members: new Map<string, never>(), learnersOf: new Map()};
  const list =
    times === 1
      ? many
      : many.map((one, at) => ({...one, learner: `${one.learner}${at}`, standing: one.standing}));
  const began = performance.now();
  let longest = 0;
  let last = began;
  const {scheduler} = globalThis as unknown as {scheduler: {yield: () => Promise<void>}};
  const turn = scheduler.yield.bind(scheduler);
  const note = () => (longest = Math.max(longest, performance.now() - last));
  // A message of ours would not be heard in between: whoever gives the page its turn goes on before other scripts do.
  scheduler.yield = async () => {
    note();
    await turn();
    last = performance.now();
  };
  await inSlices(making(wide, list), () => true);
  note();
  scheduler.yield = turn;
  return {whole: performance.now() - began, longest};
}

Object.assign(globalThis, {
  matrix: {
    ...{
      prepare,
      readAgain,
      draw: () => void ours(),
      rawOpening,
      ourOpening,
      ourFirstPaint,
      ourScroll,
      wished,
      judged,
      painted,
      scrolled,
      plainLine,
    },
    size: () => ({lines: view.lines.length, columns: view.columns.length}),
  },
});
