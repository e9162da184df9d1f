import {type Course, type LessonEntry, lessonsOf} from './course.js';
import {resolveFact} from './fact-table.js';
import type {Fact} from './facts.js';
import type {FormerName, SearchIndex} from './search-index.js';
import {type PlacedWord, type Word, wordsIn} from './typed-words.js';

/** Where a lesson says what was looked for. */
export type FoundIn =
  'title' | 'former-name' | 'outcome' | 'fact' | 'point' | 'memo' | 'question' | 'module';

/** What an old name is called today. `place` is the province whose name it was. */
export interface PresentName {
  readonly now: string;
  readonly place?: string;
}

/** A lesson that was found, with the words that say why. */
export interface Found {
  readonly lesson: LessonEntry;
  /** Title of its module. */
  readonly module: string;
  readonly in: FoundIn;
  /** The title, the sentence, or the old name itself. */
  readonly text: string;
  /** Ranges of `text` that were looked for: in order, apart from each other. */
  readonly marks: readonly (readonly [start: number, end: number])[];
  /** With an old name. */
  readonly present?: PresentName;
}

/** Whose facts, and on which day: what the sentences read. */
export interface SearchedFacts {
  readonly facts: readonly Fact[];
  readonly province?: string | undefined;
  readonly on: string;
}

/** Looks for what somebody typed; the best lesson first, each lesson once. Nothing for less than two letters. */
export type Search = (typed: string) => readonly Found[];

interface Passage {
  /** Number of the lesson in the course. */
  readonly lesson: number;
  readonly in: FoundIn;
  readonly text: string;
  readonly words: readonly PlacedWord[];
  /** Added to whatever score it gets. */
  readonly bonus: number;
  readonly present?: PresentName;
  /** The words stand elsewhere than in the text. */
  readonly unmarked?: true;
}

/** How well one passage answers. */
interface Match {
  readonly passage: Passage;
  /** Which of the typed words it has. */
  readonly has: ReadonlySet<number>;
  /** Which of its own words they are: the whole phrase where it has that, else each. */
  readonly at: readonly number[];
  /** The longest run of typed words that follow each other here as well, over all of them. */
  readonly run: number;
}

const weights: Readonly<Record<FoundIn, number>> = {
  title: 1.4,
  'former-name': 1.5,
  outcome: 1.15,
  fact: 1.1,
  point: 1,
  memo: 1,
  question: 0.85,
  module: 0.5,
};

const partOfName = 0.8;

/** More would be a pasted message, not a search. */
const mostWords = 12;
/** Where no passage has every word, its lesson must have this share of them, weighed by how rare they are. */
const enough = 0.7;

const hasMarks = ({text, plain}: Word): boolean => text !== plain;

/**
 * True when a typed word is this one. Without tones any tones will do; with tones they count while `strict`.
 * `open`: the last word may still be in the making.
 */
function isWord(typed: Word, word: Word, open: boolean, strict: boolean): boolean {
  if (strict && hasMarks(typed)) {
    return typed.toned === word.toned || (open && word.text.startsWith(typed.text));
  }
  return typed.plain === word.plain || (open && word.plain.startsWith(typed.plain));
}

/** What was typed, against every word the course knows: done once, however many passages there are. */
class Typed {
  readonly length: number;
  readonly #words: readonly Word[];
  readonly #meant: readonly ReadonlySet<Word>[];
  /** Typed words that nobody wrote as one: perhaps as two. */
  readonly #unknown: readonly boolean[];
  /** By plain form: two typed words that were written as one, OneTouch for one touch. */
  readonly #joined: ReadonlyMap<string, number>;

  constructor(words: readonly Word[], vocabulary: Iterable<Word>, open: boolean, strict: boolean) {
    const known = [...vocabulary];
    const last = words.length - 1;
    this.length = words.length;
    this.#words = words;
    this.#meant = words.map(
      (one, nth) =>
        new Set(known.filter((word) => isWord(one, word, open && nth === last, strict))),
    );
    this.#unknown = this.#meant.map((meant) => meant.size === 0);
    this.#joined = new Map(
      words.slice(1).map((word, nth) => [(words[nth]?.plain ?? '') + word.plain, nth]),
    );
  }

  match(passage: Passage): Match {
    const {words} = passage;
    const pairs: (readonly [nth: number, at: number])[] = [];
    for (let nth = 0; nth < this.length; nth += 1) {
      const meant = this.#meant[nth];
      words.forEach(({word}, at) => {
        if (meant?.has(word)) pairs.push([nth, at]);
        else if (this.#joined.get(word.plain) === nth) pairs.push([nth, at], [nth + 1, at]);
        else if (this.#unknown[nth]) {
          const after = words[at + 1]?.word;
          if (after && word.plain + after.plain === this.#words[nth]?.plain)
            pairs.push([nth, at], [nth, at + 1]);
        }
      });
    }
    const runs = new Map<string, number>();
    const ends: number[] = [];
    let run = 0;
    for (const [nth, at] of pairs) {
      const length = (runs.get(`${nth - 1} ${at - 1}`) ?? 0) + 1;
      runs.set(`${nth} ${at}`, length);
      run = Math.max(run, length);
      if (length === this.length) ends.push(at);
    }
    const whole = ends.flatMap((end) => Array.from({length: this.length}, (_, back) => end - back));
    const at = whole.length > 0 ? whole : pairs.map((pair) => pair[1]);
    return {
      passage,
      has: new Set(pairs.map(([nth]) => nth)),
      at: [...new Set(at)].sort((a, b) => a - b),
      run: run / this.length,
    };
  }
}

/** Neighbours become one range, so that a marked name reads as one. */
function marksOf({words, text, unmarked}: Passage, at: readonly number[]): [number, number][] {
  const marks: [number, number][] = [];
  if (unmarked) return marks;
  for (const nth of at) {
    const word = words[nth];
    if (!word) continue;
    const last = marks[marks.length - 1];
    if (last && /^[\s&/–-]*$/.test(text.slice(last[1], word.start))) last[1] = word.end;
    else marks.push([word.start, word.end]);
  }
  return marks;
}

/** Every passage of a course, with facts in place of their tokens, and every word in them. */
function passagesOf(
  course: Course,
  index: SearchIndex | undefined,
  {facts, province, on}: SearchedFacts,
) {
  const vocabulary = new Map<string, Word>();
  const passages: Passage[] = [];
  const lessons = lessonsOf(course);
  const numberOf = (id: string) => lessons.findIndex((lesson) => lesson.id === id);
  const wordsOf = (text: string) => wordsIn(text, vocabulary);
  const add = (lesson: number, where: FoundIn, text: string, more: Partial<Passage> = {}) =>
    passages.push({lesson, in: where, text, words: wordsOf(text), bonus: 0, ...more});
  const saidBy = (token: string, fallback: string, whose = province): string =>
    resolveFact(facts, token, {province: whose, on}, fallback).text;
  const fallbacks = new Map(index?.fallbacks.map(({fact, text}) => [fact, text]));
  const filled = (text: string): string =>
    text.replace(/\{\{(\w+)\}\}/g, (_, token: string) =>
      saidBy(token, fallbacks.get(token) ?? '…'),
    );

  let nth = 0;
  for (const module of course.modules) {
    for (const {title} of module.lessons) {
      add(nth, 'title', title);
      add(nth, 'module', module.title);
      nth += 1;
    }
  }

  // A name that nobody has verified is not told, but who knows it finds the lesson by it.
  const untold = facts.filter(
    ({id, scope, value, fallback}) =>
      value !== '' &&
      (scope === 'VN' || scope === province) &&
      saidBy(id, fallback, scope) !== value,
  );
  for (const {id, outcome, points, memo, questions, facts: tokens} of index?.lessons ?? []) {
    const lesson = numberOf(id);
    if (lesson < 0) continue;
    add(lesson, 'outcome', outcome);
    for (const text of points) add(lesson, 'point', filled(text));
    for (const text of memo) add(lesson, 'memo', filled(text));
    for (const text of questions) add(lesson, 'question', filled(text));
    for (const token of tokens) add(lesson, 'fact', filled(`{{${token}}}`));
    const said = [...points, ...memo, ...questions, ...tokens.map((token) => `{{${token}}}`)];
    const all = said.join(' ');
    for (const fact of untold) {
      if (!all.includes(`{{${fact.id}}}`)) continue;
      add(lesson, 'fact', outcome, {
        words: wordsOf(fact.value),
        unmarked: true,
      });
    }
  }

  const presentOf = ({now, fact, scope}: FormerName): PresentName => {
    const place = course.facts.find((pack) => pack.scope === scope)?.name;
    return {
      // Of a province that is not the reader's only the fallback is told.
      now: fact !== undefined && (!scope || scope === province) ? saidBy(fact, now, scope) : now,
      ...(place !== undefined && place !== now && {place}),
    };
  };
  /** A lesson that has the present name in its title teaches it; others lead there. */
  const teaches = (lesson: number, {now}: FormerName): number => {
    const title = new Set(wordsOf(lessons[lesson]?.title ?? '').map(({word}) => word));
    const words = wordsOf(now);
    return words.filter(({word}) => title.has(word)).length / Math.max(words.length, 1);
  };
  for (const one of index?.names ?? []) {
    const present = presentOf(one);
    one.lessons.forEach((id, place) => {
      const lesson = numberOf(id);
      if (lesson < 0) return;
      const bonus = 0.3 * teaches(lesson, one) + 0.1 / (1 + place);
      add(lesson, 'former-name', one.name, {present, bonus});
    });
  }
  return {passages, vocabulary};
}

/** Makes a course ready to be searched. Without an index only titles are looked through. */
export function openSearch(
  course: Course,
  index: SearchIndex | undefined,
  facts: SearchedFacts,
): Search {
  const {passages, vocabulary} = passagesOf(course, index, facts);
  const lessons = course.modules.flatMap(({title, lessons: taught}) =>
    taught.map((lesson) => ({lesson, module: title})),
  );

  function find(words: readonly Word[], open: boolean, strict: boolean): readonly Found[] {
    const typed = new Typed(words, vocabulary.values(), open, strict);
    const matches = passages.map((passage) => typed.match(passage)).filter(({has}) => has.size > 0);
    // Words that stand everywhere tell little.
    const rarity = words.map((_, nth) => {
      const count = matches.filter(({has}) => has.has(nth)).length;
      return Math.log(1 + passages.length / Math.max(count, 1));
    });
    const whole = rarity.reduce((sum, one) => sum + one, 0);
    const share = (has: ReadonlySet<number>) =>
      [...has].reduce((sum, nth) => sum + (rarity[nth] ?? 0), 0) / whole;

    const best = lessons.flatMap(({lesson, module}, nth) => {
      const own = matches
        .filter(({passage}) => passage.lesson === nth)
        .map((match) => {
          const {passage, has, run} = match;
          // A part of an old name is but a word: whoever types "an" does not mean Long An.
          const isPart = passage.present && match.at.length < passage.words.length;
          const weight = isPart ? partOfName : weights[passage.in];
          return {...match, score: (share(has) + 0.4 * run) * weight + passage.bonus};
        })
        .sort((a, b) => b.score - a.score);
      const full = own.find(({has}) => has.size === words.length);
      const shown = full ?? own[0];
      if (!shown) return [];
      const together = share(new Set(own.flatMap(({has}) => [...has])));
      const isFull = full !== undefined;
      return [{lesson, module, shown, isFull, together, score: shown.score + 0.4 * together}];
    });
    const full = best.filter(({isFull}) => isFull);
    const found = full.length > 0 ? full : best.filter(({together}) => together >= enough);
    return found
      .sort((a, b) => b.score - a.score)
      .map(({lesson, module, shown: {passage, at}}) => ({
        lesson,
        module,
        in: passage.in,
        text: passage.text,
        marks: marksOf(passage, at),
        ...(passage.present && {present: passage.present}),
      }));
  }

  return (text) => {
    const words = wordsIn(text)
      .slice(0, mostWords)
      .map(({word}) => word);
    if (words.reduce((sum, {plain}) => sum + plain.length, 0) < 2) return [];
    const open = /[\p{L}\p{M}\p{N}]$/u.test(text);
    const found = find(words, open, true);
    // Whoever set a tone wrong still finds.
    return found.length === 0 && words.some(hasMarks) ? find(words, open, false) : found;
  };
}
