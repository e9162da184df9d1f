import {partsOf} from '../../store/reckoning/periods.js';
import type {PaperRegister, ReceivedReport, ReportDraft} from '../../store/reports-contract.js';
import type {Attendance, Session} from '../../store/sessions.js';
import {courseKey, isCount, isListOf, isWords} from './assignments-json.js';
import {entriesOf, isObject, isText, registerOf} from './registers-json.js';

const isMaybeWords = (value: unknown) => value === undefined || isWords(value);

const isDraft = (value: unknown): value is ReportDraft =>
  isObject(value) &&
  isObject(value['figures']) &&
  Object.values(value['figures']).every(isCount) &&
  isCount(value['revision']) &&
  ['difficulties', 'proposals', 'line'].every((name) => isMaybeWords(value[name]));

const isReceived = (value: unknown): value is ReceivedReport =>
  isObject(value) &&
  isWords(value['line']) &&
  ['difficulties', 'proposals'].every((name) => isMaybeWords(value[name]));

/** What was written into reports and received of them, as `JSON.parse` gives it; nothing where one of them is none. */
export function papersIn(list: unknown): readonly PaperRegister[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const read: PaperRegister[] = [];
  for (const entry of list as readonly unknown[]) {
    if (!isObject(entry)) return undefined;
    const {course, period, name} = entry;
    if (!isText(course) || !courseKey.test(course) || !isText(name)) return undefined;
    if (!isText(period) || !partsOf(period)) return undefined;
    const isLine = name.startsWith('#');
    const register = isLine
      ? registerOf(entry['register'], isReceived)
      : registerOf(entry['register'], isDraft);
    if (!register) return undefined;
    if (isLine && register.value && register.value.line !== name) return undefined;
    read.push({course, period, name, register});
  }
  return read;
}

const isAttendance = (value: unknown): value is Attendance =>
  isObject(value) && (isCount(value['counted']) || isListOf(value['members'], isText));

const isSession = (value: unknown): value is Session =>
  isObject(value) &&
  isText(value['id']) &&
  isText(value['course']) &&
  ['day', 'begins', 'minutes'].every((name) => isCount(value[name])) &&
  isWords(value['place']) &&
  isWords(value['note']) &&
  (value['unit'] === undefined || isText(value['unit'])) &&
  isListOf(value['lessons'], isText) &&
  (value['present'] === undefined || isAttendance(value['present'])) &&
  typeof value['held'] === 'boolean';

/** Evenings by their ids, as `JSON.parse` gives them; nothing where one of them is none. */
export const eveningsIn = (list: unknown) =>
  entriesOf(list, (id, row) => {
    const register = registerOf(row, isSession);
    return register?.value && register.value.id !== id ? undefined : register;
  });
