import type {AssignmentRegister} from '../../store/reports-contract.js';
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

/** Assignments as `JSON.parse` gives them; nothing where one of them is none. */
export function assignmentsIn(list: unknown): readonly AssignmentRegister[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const read: AssignmentRegister[] = [];
  for (const entry of list as readonly unknown[]) {
    if (!isObject(entry)) return undefined;
    const {course, assignment} = entry;
    const register = registerOf(entry['register'], isTrue);
    if (!register || !isText(course) || !courseKey.test(course)) return undefined;
    if (!isObject(assignment)) return undefined;
    const {member, lessons, until, madeOn, outcome} = assignment;
    if (!isText(member) || !isText(outcome) || !isCount(until) || !isCount(madeOn))
      return undefined;
    if (!isListOf(lessons, isText)) return undefined;
    read.push({course, assignment: {member, lessons, until, madeOn, outcome}, register});
  }
  return read;
}
