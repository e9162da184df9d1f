import type {AssignmentRegister} from '../../store/reports-contract.js';
import {type LeftOut, sift, type Sifted} from './left-out.js';
import {isObject, isText, registerOf} from './registers-json.js';

const mostInList = 5000;
const longest = 10_000;

export const courseKey = /^[0-9a-f]{8}$/;

/** A whole number from 0; days are none before 2020. */
export const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;

/** What somebody wrote, of any length somebody writes. */
export const isWords = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= longest;

export const isListOf = <T>(list: unknown, is: (value: unknown) => value is T): list is T[] =>
  Array.isArray(list) && list.length <= mostInList && list.every(is);

const isTrue = (value: unknown): value is true => value === true;

function assignmentOf(entry: unknown): Sifted<AssignmentRegister> {
  if (!isObject(entry)) return 'unreadable';
  const {course, assignment} = entry;
  if (!isText(course) || !courseKey.test(course) || !isObject(assignment)) return 'unreadable';
  const {member, lessons, until, madeOn, outcome} = assignment;
  if (!isText(member) || !isText(outcome) || !isCount(until) || !isCount(madeOn))
    return 'unreadable';
  if (!isListOf(lessons, isText)) return 'unreadable';
  const register = registerOf(entry['register'], isTrue);
  if (typeof register === 'string') return register;
  const task = {member, lessons, until, madeOn, outcome};
  return [JSON.stringify([course, task]), {course, assignment: task, register}];
}

/** Assignments as `JSON.parse` gives them; what is none is added to `leftOut`. */
export const assignmentsIn = (list: unknown, leftOut: LeftOut[]): readonly AssignmentRegister[] => [
  ...sift('assignments', list, assignmentOf, leftOut).values(),
];
