import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {courseShown, questionAt, root, words} from './harness.mjs';

const course = join(root, 'dist/demo/courses/so-tay-ky-nang-so');

/** A lesson as it was built, to know which answers are right. */
export function lessonFile(id) {
  const name = readdirSync(course).find((file) => file.startsWith(`${id}.`));
  return {name, ...JSON.parse(readFileSync(join(course, name), 'utf8'))};
}

/** Opens a lesson from the outline, by its title; resolves once its questions are drawn. */
export async function openLesson(page, id) {
  await courseShown(page);
  await page
    .getByRole('button', {name: lessonFile(id).title})
    .last()
    .click();
  await questionAt(page).locator('input, button').first().waitFor();
}

const plain = (inline) =>
  typeof inline === 'string'
    ? inline
    : inline
        .map((span) => (typeof span === 'string' ? span : (span.text ?? span.fallback)))
        .join('');

/** What is ticked or marked, by its words. */
const ticked = ({type, options, parts, answer}, right) => {
  if (type === 'true-false') return [answer === right ? 'Đúng' : 'Sai'];
  const marks = parts?.filter((part) => typeof part !== 'string') ?? options;
  const isRight = ({correct, suspicious}) => (correct ?? suspicious) === true;
  const found = right ? marks.filter(isRight) : [marks.find((mark) => !isRight(mark))];
  return found.map(({text}) => plain(text));
};

/** The shortest way through a conversation to an end of that kind, as the places of the replies taken. */
function wayTo(turns, good) {
  const ways = [{turn: turns[0], taken: []}];
  for (const {turn, taken} of ways) {
    if (turn.replies.length === 0 && (turn.good === true) === good) return taken;
    if (taken.length > turns.length) break;
    ways.push(
      ...turn.replies.map(({to}, at) => ({
        turn: turns.find(({id}) => id === to),
        taken: [...taken, at],
      })),
    );
  }
  throw new Error(`The conversation has no ${good ? 'good' : 'bad'} end.`);
}

/**
 * Presses at the right end and in the middle by turns, never where the last press was: two taps in one place
 * within half a second are a double tap, of which a question takes the first alone.
 */
async function pressOne(target, act, turn) {
  await target.scrollIntoViewIfNeeded();
  const {width, height} = await target.boundingBox();
  await target[act]({position: {x: width * (turn % 2 ? 0.4 : 0.9), y: height / 2}});
}

/** Puts the lines into an order, one step up at a time. */
async function arrange(question, wanted, act) {
  const lines = question.locator('.line [id^="line-"]');
  await lines.first().waitFor();
  const order = await lines.evaluateAll((all) => all.map(({id}) => id.replace('line-', '')));
  const step = (way, id) => question.locator(`#${way}-${id}`)[act]();
  // An order that was never touched cannot be sent.
  await step('down', order[0]);
  await step('up', order[0]);
  for (const [to, id] of wanted.entries()) {
    for (let at = order.indexOf(id); at > to; at--) {
      await step('up', id);
      order.splice(at - 1, 2, id, order[at - 1]);
    }
  }
}

async function type(question, text, act) {
  const field = question.getByRole('textbox');
  await field[act]();
  await field.fill(text);
}

/** Enters an answer in a drawn question, right or wrong, by `click` or by `tap`. */
export async function enter(question, spec, right = true, act = 'click') {
  if (spec.type === 'ordering') {
    const ids = spec.items.map(({id}) => id);
    await arrange(question, right ? ids : [...ids].reverse(), act);
  } else if (spec.type === 'matching') {
    const ids = spec.pairs.map(({id}) => id);
    for (const [at, id] of ids.entries()) {
      const line = question.locator(`[data-left="${id}"]`);
      const left = line.locator('.left');
      if ((await left.getAttribute('aria-expanded')) !== 'true') await left[act]();
      const match = right ? id : ids[(at + 1) % ids.length];
      await pressOne(line.locator(`.match:has(#right-${match})`), act, at);
      await line.locator('.slot.filled').waitFor();
    }
  } else if (spec.type === 'numeric') {
    const {answer, tolerance = 0} = spec;
    const number = right ? answer : Math.ceil(answer + tolerance) + 1;
    await type(question, String(number).replace('.', ','), act);
  } else if (spec.type === 'fill-in') {
    await type(question, right ? spec.answers[0] : 'không rõ', act);
  } else if (spec.type === 'scenario') {
    await question.locator('.reply').first().waitFor();
    for (const [turn, at] of wayTo(spec.turns, right).entries()) {
      await pressOne(question.locator('.reply').nth(at), act, turn);
      await question.locator('.me').nth(turn).waitFor();
    }
  } else {
    for (const text of ticked(spec, right)) {
      await question.getByText(text, {exact: true})[act]();
    }
  }
}

/** Enters an answer in a drawn question and presses the button. Says nothing of what follows. */
export async function press(question, spec, right = true, act = 'click') {
  await enter(question, spec, right, act);
  // A line's button may name an answer, too.
  await question.getByRole('button', {name: words.answer, exact: true})[act]();
}

/** Answers a drawn question; resolves once the page says that the answer is kept. */
export async function answer(question, spec, right = true) {
  await press(question, spec, right);
  await question.getByText(words.kept).waitFor();
}

/**
 * Runs inside the page: answers the questions of the lesson on show in turn, as often as told, through the
 * buttons a learner uses. `note` hears of each step at the moment it is on the screen.
 */
async function answerInPage({times, kept, answer}) {
  const lesson = document.querySelector('kns-course').shadowRoot.querySelector('kns-lesson');
  const questions = [...lesson.shadowRoot.querySelectorAll('kns-question')];
  const shown = (scope, find) =>
    new Promise((resolve) => {
      const look = () => {
        const found = find();
        if (!found) return;
        observer.disconnect();
        resolve(found);
      };
      const observer = new MutationObserver(look);
      observer.observe(scope, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
      look();
    });
  const note = (step, question) => void globalThis.note?.({step, ...question});

  for (let time = 0; time < times; time++) {
    const element = questions[time % questions.length];
    const page = element.shadowRoot;
    const name = {lesson: element.lesson, question: element.question};
    const button = (words) =>
      [...page.querySelectorAll('button')].find(({textContent}) => textContent.includes(words));
    button('Làm lại')?.click();
    const choices = await shown(page, () => {
      const all = page.querySelectorAll('input:enabled');
      return all.length > 0 ? all : undefined;
    });
    choices[Math.floor(time / questions.length) % choices.length].click();
    note('chosen', name);
    (await shown(page, () => button(answer))).click();
    note('pressed', name);
    const verdict = await shown(page, () => {
      const place = page.querySelector('[part=verdict]');
      return place.textContent.includes(kept) ? place : undefined;
    });
    note('saved', {...name, right: verdict.classList.contains('right')});
  }
}

/** Lets the lesson on show be answered `times` times, hearing of each step through `page`'s binding `note`. */
export const answerOnAndOn = (page, times) => page.evaluate(answerInPage, {times, ...words});

/**
 * What the page's database holds, read beside the library: its version, and by name the keys and rows of its object
 * stores: of those named, else of all but the one whose keys nobody can read.
 */
export const readDatabase = (page, only) =>
  page.evaluate(async (wanted) => {
    const settled = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settled(indexedDB.open('kynangso'));
    try {
      const names = wanted ?? [...database.objectStoreNames].filter((name) => name !== 'keys');
      const tx = database.transaction(names);
      const stores = await Promise.all(
        names.map(async (name) => {
          const store = tx.objectStore(name);
          const [keys, rows] = await Promise.all([
            settled(store.getAllKeys()),
            settled(store.getAll()),
          ]);
          return [name, {keys, rows}];
        }),
      );
      return {version: database.version, stores: Object.fromEntries(stores)};
    } finally {
      database.close();
    }
  }, only);

/** Everything the page's database holds of what was learned. */
export async function readKept(page) {
  const {records, standings} = (await readDatabase(page, ['records', 'standings'])).stores;
  return {
    records: records.rows.map((text) => JSON.parse(text)),
    own: standings.rows.map(({own: {device, seq}}, index) => ({
      learner: standings.keys[index][0],
      device,
      seq,
    })),
  };
}

/** Resolves once the second copy beside the database knows of a record with that number. */
export const secondCopyKnows = (page, seq) =>
  page.waitForFunction((last) => {
    const slots = Object.keys(localStorage).filter((key) => key.startsWith('kynangso/witness'));
    return slots.some((slot) =>
      Object.values(JSON.parse(localStorage.getItem(slot)).streams).some(([own]) => own === last),
    );
  }, seq);

/** The answers among records, by lesson and question. */
export const answersOf = (records) =>
  records
    .filter(({verb}) => verb === 'answered')
    .map(({lesson, question, result, ...record}) => ({
      ...record,
      lesson: lesson.replace(/@.*$/, ''),
      question: question.replace(/^.*#|@.*$/g, ''),
      right: result.correct === 1,
    }));

/** Asserts nothing: the numbers of each stream in order, for a test to hold against 1…n. */
export function streamsOf(records) {
  const streams = new Map();
  for (const {device, learner, course: id, seq} of records) {
    const key = `${device} ${learner} ${id}`;
    streams.set(key, [...(streams.get(key) ?? []), seq]);
  }
  return [...streams.values()].map((numbers) => numbers.sort((a, b) => a - b));
}

export const upTo = (count) => Array.from({length: count}, (_, index) => index + 1);
