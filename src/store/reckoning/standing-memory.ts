import type {LessonStanding, QuestionStanding, Reach, Standing} from './standing.js';
import {unknownDay} from './standing.js';

/**
 * Keeps the standings of thousands in little room. They speak of the same lessons and questions, so a name is kept once for
 * all of them; of each there are two texts, since a text costs a page less than an object or a buffer of its own.
 */
export class StandingMemory {
  readonly #names: string[] = [];
  readonly #places = new Map<string, number>();

  /** What gives an equal standing, a new one each time; the one that was given may be forgotten. */
  hold(standing: Standing): () => Standing {
    const {lessons, questions, ...others} = standing;
    const numbers = textOf(this.#numbersOf(lessons, questions));
    const rest = JSON.stringify(others);
    return () => ({...this.#read(numbers), ...(JSON.parse(rest) as typeof others)});
  }

  /** How many lessons, each of them, then each question. A place is told by its distance from the one before: mostly 1. */
  #numbersOf(lessons: Standing['lessons'], questions: Standing['questions']): number[] {
    const numbers: number[] = [];
    let before = -1;
    const name = (key: string) => {
      const place = this.#placeOf(key);
      write(numbers, place - before);
      before = place;
    };
    write(numbers, Object.keys(lessons).length);
    for (const key in lessons) {
      const {reach, day, run, practised} = lessons[key]!;
      name(key);
      numbers.push(reach + (practised ? 8 : 0) + (day === unknownDay ? 16 : 0));
      if (day !== unknownDay) write(numbers, day);
      write(numbers, run);
    }
    for (const key in questions) {
      const {firstRight, firstWrong, right, tries} = questions[key]!;
      name(key);
      numbers.push((firstRight ? 1 : 0) + (firstWrong ? 2 : 0) + (right ? 4 : 0) + 8 * tries);
    }
    return numbers;
  }

  #placeOf(name: string): number {
    let place = this.#places.get(name);
    if (place === undefined) {
      place = this.#names.push(name) - 1;
      this.#places.set(name, place);
    }
    return place;
  }

  #read(text: string): Pick<Standing, 'lessons' | 'questions'> {
    let at = 0;
    let place = -1;
    const read = (): number => {
      let [value, scale] = [0, 1];
      for (;;) {
        const part = text.charCodeAt(at++);
        value += (part & 127) * scale;
        if (part < 128) break;
        scale *= 128;
      }
      return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    };
    const name = () => this.#names[(place += read())]!;
    const lessons: Record<string, LessonStanding> = {};
    for (let left = read(); left > 0; left--) {
      const key = name();
      const code = text.charCodeAt(at++);
      const day = code & 16 ? unknownDay : read();
      lessons[key] = {reach: (code & 7) as Reach, day, run: read(), practised: (code & 8) > 0};
    }
    const questions: Record<string, QuestionStanding> = {};
    while (at < text.length) {
      const key = name();
      const code = text.charCodeAt(at++);
      questions[key] = {
        firstRight: (code & 1) > 0,
        firstWrong: (code & 2) > 0,
        right: (code & 4) > 0,
        tries: code >> 3,
      };
    }
    return {lessons, questions};
  }
}

/** A whole number as seven bits at a time, the sign last of the smallest seven. */
function write(numbers: number[], value: number): void {
  let left = value < 0 ? -2 * value - 1 : 2 * value;
  for (; left > 127; left = Math.floor(left / 128)) numbers.push((left % 128) + 128);
  numbers.push(left);
}

/** One letter for each number below 256. */
function textOf(numbers: readonly number[]): string {
  let text = '';
  // Longer argument lists overflow the stack of small engines.
  for (let start = 0; start < numbers.length; start += 4096) {
    text += String.fromCharCode(...numbers.slice(start, start + 4096));
  }
  return text;
}
