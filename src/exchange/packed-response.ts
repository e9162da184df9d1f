import type * as gradingModule from '../curriculum/grading.js';
import type {Lesson} from '../curriculum/lesson.js';
import type {Question, Response} from '../curriculum/question.js';
import {type AdaptiveCoder, NotWritten} from './adaptive-coder.js';

const longestText = 500;
const longestPath = 100;

const widthOf = (count: number): number => Math.ceil(Math.log2(Math.max(count, 1)));

/** Everything of a lesson's questions that decides what a response may be and what it is worth. */
export const keysOf = ({questions}: Lesson): string =>
  JSON.stringify(
    questions.map((question) => {
      const {id, rev, type} = question;
      switch (type) {
        case 'choice':
        case 'choices':
          return [id, rev, type, question.options.map((one) => [one.id, one.correct === true])];
        case 'true-false':
          return [id, rev, type, question.answer];
        case 'ordering':
          return [id, rev, type, question.items.map((one) => one.id)];
        case 'matching':
          return [id, rev, type, question.pairs.map((one) => one.id), othersOf(question)];
        case 'numeric':
          return [id, rev, type, question.answer, question.tolerance, question.unit];
        case 'fill-in':
          return [id, rev, type, question.answers];
        case 'spot':
          return [id, rev, type, marksOf(question)];
        case 'scenario':
          return [
            id,
            rev,
            type,
            question.turns.map((turn) => [
              turn.id,
              turn.good === true,
              turn.replies.map((reply) => [reply.id, reply.to]),
            ]),
          ];
      }
    }),
  );

const othersOf = ({decoys = []}: {decoys?: readonly {readonly id: string}[] | undefined}) =>
  decoys.map(({id}) => id);

function marksOf(
  question: Extract<Question, {type: 'choices' | 'spot'}>,
): (readonly [id: string, right: boolean])[] {
  return question.type === 'choices'
    ? question.options.map(({id, correct}) => [id, correct === true] as const)
    : question.parts.flatMap((part) =>
        typeof part === 'string' ? [] : [[part.id, part.suspicious === true] as const],
      );
}

/** Whether `codeResponse` can say what was answered. */
export function isSayable(
  question: Question,
  response: Response,
  grade: typeof gradingModule.gradeResponse,
): boolean {
  if (question.type === 'choice') return question.options.some(({id}) => id === response);
  if (question.type === 'true-false') return typeof response === 'boolean';
  if (question.type === 'ordering') {
    return Array.isArray(response) && response.length === question.items.length;
  }
  // A response that grading keeps as it is has the shape of its type.
  return JSON.stringify(grade(question, response).response) === JSON.stringify(response);
}

/** A response by its place among what the question offers; `given` is ignored in reading. */
export function codeResponse(
  coder: AdaptiveCoder,
  question: Question,
  given: Response | undefined,
): Response {
  const {type} = question;
  const right = (value: boolean) => coder.flag(`right ${type}`, value);
  switch (type) {
    case 'choice': {
      const [best] = question.options.filter(({correct}) => correct);
      if (right(given === best?.id)) return best?.id ?? '';
      const others = question.options.map(({id}) => id).filter((id) => id !== best?.id);
      return codeOne(coder, 'wrong', others, given as string);
    }
    case 'true-false':
      return right(given === question.answer) ? question.answer : !question.answer;
    case 'choices':
    case 'spot': {
      const marks = marksOf(question);
      const made = (given ?? []) as readonly string[];
      const best = marks.flatMap(([id, isRight]) => (isRight ? [id] : []));
      if (right(sameList(made, best))) return best;
      return marks.flatMap(([id, isRight]) =>
        coder.flag(`mark ${String(isRight)}`, made.includes(id)) ? [id] : [],
      );
    }
    case 'ordering': {
      const best = question.items.map(({id}) => id);
      const order = (given ?? []) as readonly string[];
      if (right(sameList(order, best))) return best;
      const left = [...best];
      return best.map((_, at) => {
        const taken = codeOne(coder, 'place', left, order[at]);
        left.splice(left.indexOf(taken), 1);
        return taken;
      });
    }
    case 'matching': {
      const lefts = question.pairs.map(({id}) => id);
      const rights = ['', ...lefts, ...othersOf(question)];
      const made = (given ?? {}) as Readonly<Record<string, string>>;
      if (right(lefts.every((id) => made[id] === id))) {
        return Object.fromEntries(lefts.map((id) => [id, id]));
      }
      return Object.fromEntries(
        lefts.flatMap((left) => {
          if (coder.flag('pair', made[left] === left)) return [[left, left]];
          const taken = codeOne(coder, 'pair', rights, made[left] ?? '');
          return taken === '' ? [] : [[left, taken]];
        }),
      );
    }
    case 'numeric':
    case 'fill-in': {
      const best = type === 'numeric' ? String(question.answer) : (question.answers[0] ?? '');
      return right(given === best)
        ? best
        : coder.text('typed', (given ?? '') as string, longestText);
    }
    case 'scenario': {
      const path = (given ?? []) as readonly string[];
      const taken: string[] = [];
      let turn = question.turns[0];
      while (turn && turn.replies.length > 0 && taken.length < longestPath) {
        if (coder.flag('left', taken.length >= path.length)) break;
        const ids = turn.replies.map(({id}) => id);
        const reply = codeOne(coder, 'reply', ids, path[taken.length]);
        taken.push(reply);
        const {to} = turn.replies[ids.indexOf(reply)] ?? {};
        turn = question.turns.find(({id}) => id === to);
      }
      return taken;
    }
  }
}

const sameList = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((id, at) => id === other[at]);

function codeOne(
  coder: AdaptiveCoder,
  context: string,
  list: readonly string[],
  given: string | undefined,
): string {
  const at = coder.symbol(
    `${context} of ${list.length}`,
    widthOf(list.length),
    Math.max(0, list.indexOf(given ?? '')),
  );
  const one = list[at];
  if (one === undefined) throw new NotWritten();
  return one;
}
