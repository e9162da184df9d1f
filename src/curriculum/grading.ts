import type {
  MatchingQuestion,
  Question,
  QuestionType,
  Response,
  ScenarioQuestion,
} from './question.js';
import {numberIn, spellingOf} from './typed-answer.js';

/** What an answer was worth. */
export interface Result {
  /** 0 to 1; 1 only when wholly right. */
  readonly correct: number;
  /** The response as it is kept: known ids only, each once, text without outer spaces. */
  readonly response: Response;
  /** The same in one line, in the form xAPI interactions use: `a[,]b`, `left[.]right[,]…`, `true`. */
  readonly simpleResponse: string;
}

/** Longer than any honest answer; keeps a pasted book out of the records. */
const textLimit = 500;
const pathLimit = 100;

const line = (ids: readonly string[]) => ids.join('[,]');
const isText = (value: unknown): value is string => typeof value === 'string';
const isList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length <= pathLimit && value.every(isText);

const malformed: Readonly<Record<QuestionType, Result>> = {
  choice: {correct: 0, response: '', simpleResponse: ''},
  choices: {correct: 0, response: [], simpleResponse: ''},
  'true-false': {correct: 0, response: '', simpleResponse: ''},
  ordering: {correct: 0, response: [], simpleResponse: ''},
  matching: {correct: 0, response: {}, simpleResponse: ''},
  numeric: {correct: 0, response: '', simpleResponse: ''},
  'fill-in': {correct: 0, response: '', simpleResponse: ''},
  spot: {correct: 0, response: [], simpleResponse: ''},
  scenario: {correct: 0, response: [], simpleResponse: ''},
};

/** Wrong marks take back right ones, so that marking everything earns nothing. */
function gradeMarks(
  marks: readonly {readonly id: string; readonly right: boolean}[],
  response: unknown,
): Result | undefined {
  if (!isList(response) || !response.every((id) => marks.some((mark) => mark.id === id))) {
    return undefined;
  }
  const made = marks.filter(({id}) => response.includes(id));
  const hits = made.filter(({right}) => right).length;
  const credit = (2 * hits - made.length) / marks.filter(({right}) => right).length;
  const ids = made.map(({id}) => id);
  return {correct: Math.max(0, credit), response: ids, simpleResponse: line(ids)};
}

/** Credit for each neighbour that follows its right predecessor. */
function gradeOrder(order: readonly string[], response: unknown): Result | undefined {
  if (!isList(response) || response.length !== order.length) return undefined;
  if (!order.every((id) => response.includes(id))) return undefined;
  const kept = response.filter(
    (id, at) => at > 0 && order.indexOf(id) - 1 === order.indexOf(response[at - 1] ?? ''),
  );
  const credit = order.length > 1 ? kept.length / (order.length - 1) : 1;
  return {correct: credit, response: [...response], simpleResponse: line(response)};
}

function gradePairs({pairs, decoys = []}: MatchingQuestion, response: unknown): Result | undefined {
  if (typeof response !== 'object' || response === null || Array.isArray(response))
    return undefined;
  const rights = [...pairs, ...decoys].map(({id}) => id);
  const given = Object.entries(response).filter((entry): entry is [string, string] =>
    isText(entry[1]),
  );
  if (given.length !== Object.keys(response).length) return undefined;
  if (
    !given.every(([left, right]) => pairs.some(({id}) => id === left) && rights.includes(right))
  ) {
    return undefined;
  }
  const made = new Map(given);
  const matched = pairs.flatMap(({id}): [string, string][] => {
    const right = made.get(id);
    return right === undefined ? [] : [[id, right]];
  });
  return {
    correct: matched.filter(([left, right]) => left === right).length / pairs.length,
    response: Object.fromEntries(matched),
    simpleResponse: line(matched.map(([left, right]) => `${left}[.]${right}`)),
  };
}

/** A conversation counts once it has come to a good end; ways back on the way cost nothing. */
function gradePath({turns}: ScenarioQuestion, response: unknown): Result | undefined {
  if (!isList(response)) return undefined;
  let turn = turns[0];
  for (const taken of response) {
    const reply = turn?.replies.find(({id}) => id === taken);
    if (!reply) return undefined;
    turn = turns.find(({id}) => id === reply.to);
  }
  const good = turn?.replies.length === 0 && turn.good === true;
  return {correct: good ? 1 : 0, response: [...response], simpleResponse: line(response)};
}

function gradeText(response: unknown, isRight: (text: string) => boolean): Result | undefined {
  if (!isText(response) || response.length > textLimit) return undefined;
  const text = response.normalize('NFC').trim();
  return {correct: isRight(text) ? 1 : 0, response: text, simpleResponse: text};
}

function grade(question: Question, response: unknown): Result | undefined {
  switch (question.type) {
    case 'choice': {
      const chosen = question.options.find(({id}) => id === response);
      return (
        chosen && {correct: chosen.correct ? 1 : 0, response: chosen.id, simpleResponse: chosen.id}
      );
    }
    case 'choices':
      return gradeMarks(
        question.options.map(({id, correct}) => ({id, right: correct === true})),
        response,
      );
    case 'spot':
      return gradeMarks(
        question.parts.flatMap((part) =>
          isText(part) ? [] : [{id: part.id, right: part.suspicious === true}],
        ),
        response,
      );
    case 'true-false':
      return typeof response === 'boolean'
        ? {correct: response === question.answer ? 1 : 0, response, simpleResponse: `${response}`}
        : undefined;
    case 'ordering':
      return gradeOrder(
        question.items.map(({id}) => id),
        response,
      );
    case 'matching':
      return gradePairs(question, response);
    case 'numeric': {
      const {answer, tolerance = 0, unit} = question;
      // Decimal fractions are not exact in binary: 0.1 + 0.2 must still hit 0.3.
      const slack = tolerance + 1e-9 * Math.max(1, Math.abs(answer));
      return gradeText(response, (text) => Math.abs(numberIn(text, unit) - answer) <= slack);
    }
    case 'fill-in':
      return gradeText(response, (text) =>
        question.answers.some((answer) => spellingOf(answer) === spellingOf(text)),
      );
    case 'scenario':
      return gradePath(question, response);
  }
}

/**
 * Grades what came out of a form, a file or somebody's clipboard. A response that the question
 * cannot have (an unknown id, another shape) is worth 0 and is kept as an empty one. Never throws.
 */
export const gradeResponse = (question: Question, response: unknown): Result =>
  grade(question, response) ?? malformed[question.type];
