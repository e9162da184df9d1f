import type {Registered} from '../../store/reckoning/register.js';
import {partsOf} from '../../store/reckoning/periods.js';
import type {PaperRegister, ReceivedReport, ReportDraft} from '../../store/reports-contract.js';
import type {Attendance, Session} from '../../store/sessions.js';
import {courseKey, isCount, isListOf, isWords} from './assignments-json.js';
import {type LeftOut, sift, type Sifted} from './left-out.js';
import {isObject, isText, paired, registerOf} from './registers-json.js';

const isMaybeWords = (value: unknown) => value === undefined || isWords(value);

const isPart = (value: unknown) =>
  isObject(value) && ['sum', 'whole', 'of'].every((name) => isCount(value[name]));

const isDraft = (value: unknown): value is ReportDraft =>
  isObject(value) &&
  isObject(value['figures']) &&
  Object.values(value['figures']).every(isCount) &&
  (value['parts'] === undefined ||
    (isObject(value['parts']) && Object.values(value['parts']).every(isPart))) &&
  isCount(value['revision']) &&
  ['difficulties', 'proposals', 'line'].every((name) => isMaybeWords(value[name]));

const isReceived = (value: unknown): value is ReceivedReport =>
  isObject(value) &&
  isWords(value['line']) &&
  ['called', 'difficulties', 'proposals'].every((name) => isMaybeWords(value[name]));

function paperOf(entry: unknown): Sifted<PaperRegister> {
  if (!isObject(entry)) return 'unreadable';
  const {course, period, name} = entry;
  if (!isText(course) || !courseKey.test(course) || !isText(name)) return 'unreadable';
  if (!isText(period) || !partsOf(period)) return 'unreadable';
  const isLine = name.startsWith('#');
  const register = isLine
    ? registerOf(entry['register'], isReceived)
    : registerOf(entry['register'], isDraft);
  if (typeof register === 'string') return register;
  const {value} = register;
  if (isLine && value && (value as ReceivedReport).line !== name) return 'other-key';
  return [`${course}/${period}/${name}`, {course, period, name, register}];
}

/** What was written into reports and received of them, as `JSON.parse` gives it; what is none is added to `leftOut`. */
export const papersIn = (list: unknown, leftOut: LeftOut[]): readonly PaperRegister[] => [
  ...sift('papers', list, paperOf, leftOut).values(),
];

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

const eveningOf = paired(
  (row) => registerOf(row, isSession),
  ({value}) => value?.id,
);

/** Evenings by their ids, as `JSON.parse` gives them; what is none is added to `leftOut`. */
export const eveningsIn = (
  list: unknown,
  leftOut: LeftOut[],
): ReadonlyMap<string, Registered<Session>> => sift('evenings', list, eveningOf, leftOut);
