import type {AssignmentRegister} from '../../store/reports-contract.js';
import {isObject, isText, registerOf} from './registers-json.js';

const mostLessons = 500;
const courseKey = /^[0-9a-f]{8}$/;

const isDay = (value: unknown): value is number => Number.isSafeInteger(value);

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
    if (!isText(member) || !isText(outcome) || !isDay(until) || !isDay(madeOn)) return undefined;
    if (!Array.isArray(lessons) || lessons.length > mostLessons || !lessons.every(isText)) {
      return undefined;
    }
    read.push({course, assignment: {member, lessons, until, madeOn, outcome}, register});
  }
  return read;
}
