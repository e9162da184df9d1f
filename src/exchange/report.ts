import {dayOf, dayText} from '../store/reckoning/calendar.js';
import {partsOf, type Period} from '../store/reckoning/periods.js';
import type {CivilDay} from '../store/reckoning/record.js';
import type {UnitKey, UnitLevel} from '../store/roster-contract.js';
import {crc32Of} from './crc32.js';

/** What a report counts, by the keys of its line. */
const figureKeys = {
  members: 'tv',
  /** Members who completed the core, and members of whom nobody knows. */
  coreDone: 'hl',
  coreUnknown: 'hk',
  /** Lessons completed in the period, and completions whose day nobody knows. */
  lessons: 'b',
  lessonsNoDay: 'bx',
  /** Help given in the five skills. */
  kn1: 'k1',
  kn2: 'k2',
  kn3: 'k3',
  kn4: 'k4',
  kn5: 'k5',
  /** Households visited in the period, since the beginning, and to be visited. */
  visited: 'h',
  visitedSoFar: 'hl2',
  quota: 'hq',
} as const;

export type ReportFigure = keyof typeof figureKeys;

/** In the order in which the line has them. */
export const reportFigures = Object.keys(figureKeys) as readonly ReportFigure[];

/** Whole numbers from 0; what is absent nobody knows, which is not 0. */
export type ReportFigures = {readonly [figure in ReportFigure]?: number};

/** Of how many units a sum is whole, and how many there are; the first is the smaller. */
export interface PartOfUnits {
  readonly whole: number;
  readonly of: number;
}

/** One unit's report of one period, as its machine line says it. No text and no name of a person. */
export interface ReportLine {
  readonly unit: UnitKey;
  /** The unit above, so that somebody without this roster can tell the order. */
  readonly parent?: UnitKey;
  readonly level: UnitLevel;
  readonly period: Period;
  /** From 1; the larger replaces the smaller. */
  readonly revision: number;
  /** Key of the course (8 hex digits) and the version its figures rest on. */
  readonly course: string;
  readonly courseVersion: string;
  /** Day in Vietnam on which it was made. */
  readonly madeOn: CivilDay;
  /** The oldest data a figure rests on. */
  readonly oldest?: CivilDay;
  /** Where figures were added up while units had not reported yet, or not everything. */
  readonly part?: PartOfUnits;
  readonly figures: ReportFigures;
}

/** Why a report cannot be read: closed, each has words. */
export type ReportFlaw =
  'report-cut' | 'report-damaged' | 'report-newer' | 'report-invalid' | 'report-bare';

/** A report found in a text: what it says, or why nobody can tell. */
export type FoundReport = {
  /** The beginning of the line as it stood in the text. */
  readonly found: string;
} & (
  | {
      readonly line: ReportLine;
      /** What the unit calls itself, behind the first words. */
      readonly called?: string;
      readonly difficulties?: string;
      readonly proposals?: string;
    }
  | {readonly flaw: ReportFlaw}
);

/** How people's words around a line begin, in every language reports are written in. */
export interface ReportWords {
  /** The first words of a report: one without a line below it is told of. */
  readonly headings: readonly string[];
  readonly difficulties: readonly string[];
  readonly proposals: readonly string[];
}

const levels: readonly (readonly [UnitLevel, string])[] = [
  ['nation', 'n'],
  ['province', 'p'],
  ['district', 'd'],
  ['commune', 'c'],
  ['village', 'v'],
  ['team', 't'],
];

const unitShape = /^[0-9a-hjkmnp-tv-z]{6}$/;
const shapes: Readonly<Record<string, RegExp>> = {
  u: unitShape,
  p: unitShape,
  lv: /^[npdcvt]$/,
  q: /^\d{4}(?:q\d|h\d|y)$/,
  r: /^[1-9]\d{0,3}$/,
  c: /^[0-9a-f]{8}$/,
  v: /^\d{1,3}\.\d{1,3}\.\d{1,3}$/,
  d: /^\d{8}$/,
  od: /^\d{8}$/,
  du: /^(?:0|[1-9]\d{0,4})\.[1-9]\d{0,4}$/,
};
const optional = new Set(['p', 'od', 'du']);
/** No nation comes near a hundred million. */
const number = /^(?:0|[1-9]\d{0,7})$/;

const writtenOn = (day: CivilDay): string => dayText(day).replaceAll('-', '');

/** The day, or nothing where there is no such day or nobody could have reported on it. */
function readDay(text: string): CivilDay | undefined {
  const iso = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  const day = dayOf(iso);
  return day >= 0 && day <= 0xffff && dayText(day) === iso ? day : undefined;
}

/** Everything but prefix and check, in the one way to say it. */
function bodyOf(line: ReportLine): string {
  const {unit, parent, level, period, revision, course, courseVersion, madeOn, oldest, part} = line;
  const fields: (readonly [string, string | number | undefined])[] = [
    ['u', unit],
    ['p', parent],
    ['lv', levels.find(([name]) => name === level)?.[1]],
    ['q', period],
    ['r', revision],
    ['c', course],
    ['v', courseVersion],
    ['d', writtenOn(madeOn)],
    ['od', oldest === undefined ? undefined : writtenOn(oldest)],
    ['du', part && `${part.whole}.${part.of}`],
    ...reportFigures.map((name) => [figureKeys[name], line.figures[name]] as const),
  ];
  return fields
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]))
    .join(';');
}

const checkOf = (body: string): string =>
  crc32Of(`knsbc1;${body.toLowerCase()}`).toString(16).padStart(8, '0');

/** Whether the figures can be true together. */
const isPossible = ({figures, madeOn, oldest, part, unit, parent}: ReportLine): boolean => {
  const {members = 0, coreDone = 0, coreUnknown = 0, visited, visitedSoFar} = figures;
  if (parent === unit || (oldest !== undefined && oldest > madeOn)) return false;
  if (coreDone + coreUnknown > members) return false;
  if (part && part.whole >= part.of) return false;
  return visited === undefined || visitedSoFar === undefined || visited <= visitedSoFar;
};

/** The last line of a report, for machines. Throws RangeError for what a reader would refuse. */
export function reportLineOf(line: ReportLine): string {
  const body = bodyOf(line);
  const read = readBody(body.toLowerCase());
  if ('flaw' in read) throw new RangeError(`Nobody could read this report: ${body}`);
  return `#KNSBC1;${body};ck=${checkOf(body).toUpperCase()}`;
}

function readBody(body: string): {readonly line: ReportLine} | {readonly flaw: ReportFlaw} {
  const fields = new Map<string, string>();
  let isNewer = false;
  for (const part of body.split(';')) {
    const at = part.indexOf('=');
    const [key, value] = [part.slice(0, at), part.slice(at + 1)];
    if (at < 1 || fields.has(key)) return {flaw: 'report-invalid'};
    const form = shapes[key] ?? (figureOf(key) ? number : undefined);
    if (!form) isNewer = true;
    else if (!form.test(value)) return {flaw: 'report-invalid'};
    fields.set(key, value);
  }
  if (isNewer) return {flaw: 'report-newer'};
  if (Object.keys(shapes).some((key) => !optional.has(key) && !fields.has(key))) {
    return {flaw: 'report-invalid'};
  }
  const field = (key: string) => fields.get(key) ?? '';
  const level = levels.find(([, letter]) => letter === field('lv'))?.[0];
  const period = field('q').toUpperCase();
  const madeOn = readDay(field('d'));
  const oldest = fields.has('od') ? readDay(field('od')) : undefined;
  const [whole, of] = field('du').split('.').map(Number);
  if (!level || madeOn === undefined || !partsOf(period)) return {flaw: 'report-invalid'};
  if (fields.has('od') && oldest === undefined) return {flaw: 'report-invalid'};
  const figures: {-readonly [figure in ReportFigure]?: number} = {};
  for (const name of reportFigures) {
    const value = fields.get(figureKeys[name]);
    if (value !== undefined) figures[name] = Number(value);
  }
  const line: ReportLine = {
    unit: field('u').toUpperCase(),
    ...(fields.has('p') && {parent: field('p').toUpperCase()}),
    level,
    period,
    revision: Number(field('r')),
    course: field('c'),
    courseVersion: field('v'),
    madeOn,
    ...(oldest !== undefined && {oldest}),
    ...(whole !== undefined && of !== undefined && {part: {whole, of}}),
    figures,
  };
  const isSaidOneWay = bodyOf(line).toLowerCase() === body;
  return isSaidOneWay && isPossible(line) ? {line} : {flaw: 'report-invalid'};
}

const figureOf = (key: string): ReportFigure | undefined =>
  reportFigures.find((name) => figureKeys[name] === key);

// As with codes: chat programs break lines, add marks nobody sees, and turn quotes.
const gap = '[\\s\\p{Cf}]{0,4}';
const prefix = new RegExp([...'knsbc'].join(gap) + `${gap}(\\d{1,3})${gap};`, 'giu');
const skippable = /[\s\p{Cf}\p{So}\p{Sk}\p{M}\u{1f3fb}-\u{1f3ff}"'“”„‘’«»`´>|*_~#–—-]/u;
const letter = /[0-9A-Za-z=;.]/;
/** Longer than any line with every figure at its largest. */
const longest = 400;
const shown = 40;
const longestWords = 500;
const longestName = 120;

/** One line from where its prefix ends, never past `end`. */
function readLine(
  text: string,
  start: number,
  end: number,
): {readonly line: ReportLine} | {readonly flaw: ReportFlaw} {
  let letters = '';
  for (let at = start; at < end && letters.length < longest;) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    at += character.length;
    // A letter under a mark begins a Vietnamese word; a mark under nothing of ours is let go.
    if (skippable.test(character)) continue;
    if (!letter.test(character)) break;
    letters += character.toLowerCase();
    if (/;ck=[0-9a-f]{8}$/.test(letters)) break;
  }
  const found = /^(.*);ck=([0-9a-f]{8})$/.exec(letters);
  if (!found) return {flaw: letters.includes(';ck=') ? 'report-damaged' : 'report-cut'};
  const [, body = '', check] = found;
  return checkOf(body) === check ? readBody(body) : {flaw: 'report-damaged'};
}

/** What follows one of the beginnings, in the last line of a text that has one. */
function wordsAfter(text: string, beginnings: readonly string[]): string | undefined {
  for (const row of text.split('\n').reverse()) {
    for (const beginning of beginnings) {
      const at = row.toLowerCase().indexOf(beginning.toLowerCase());
      // Only behind a number or a dash: the same words may stand in somebody's sentence.
      if (at < 0 || /\p{L}/u.test(row.slice(0, at))) continue;
      const words = row
        .slice(at + beginning.length)
        .replace(/^[\s:–-]+/u, '')
        .trim();
      if (words !== '' && !/^[.…—–-]+$/u.test(words)) return words.slice(0, longestWords);
    }
  }
  return undefined;
}

/** Whether a row begins a report: at its beginning, or behind the name of who wrote, and not in what somebody tells. */
function headingIn({headings, difficulties, proposals}: ReportWords): (row: string) => boolean {
  const plain = (words: readonly string[]) =>
    words.map((one) => one.normalize('NFKC').toLowerCase());
  const beginnings = plain(headings);
  const told = plain([...difficulties, ...proposals]);
  return (row) => {
    const low = row.toLowerCase();
    return beginnings.some((heading) => {
      const at = low.indexOf(heading);
      const front = low.slice(0, Math.max(0, at)).replace(/[\s"'“”*_]+$/u, '');
      if (at < 0 || told.some((words) => front.includes(words))) return false;
      return !/\p{L}/u.test(front) || /[:：]$/u.test(front);
    });
  };
}

/** What stands behind the dash of a report's first row. */
const calledIn = (row: string): string | undefined =>
  /\s[–—-]\s+(\S.*)$/u
    .exec(row)?.[1]
    ?.replace(/[\s"'“”*_]+$/u, '')
    .slice(0, longestName);

const noWords: ReportWords = {headings: [], difficulties: [], proposals: []};

/**
 * Every report in a text, in order: a message, or a whole conversation. A report whose line is missing is found by
 * its first words. Never throws.
 */
export function findReports(pasted: string, words: ReportWords = noWords): FoundReport[] {
  const text = pasted.normalize('NFKC');
  const lines = [...text.matchAll(prefix)];
  const reports: FoundReport[] = [];
  let before = 0;
  const beginsReport = headingIn(words);
  const bare = (part: string) =>
    part
      .split('\n')
      .filter(beginsReport)
      .map((row): FoundReport => ({found: row.trim().slice(0, shown), flaw: 'report-bare'}));
  for (const [index, match] of lines.entries()) {
    const [whole, layout] = match;
    const start = match.index + whole.length;
    const end = lines[index + 1]?.index ?? text.length;
    const rows = text.slice(before, match.index).split('\n');
    // The last heading above a line is its own, and so is what stands below it.
    const heading = rows.reduce((last, row, index) => (beginsReport(row) ? index : last), 0);
    const above = rows.slice(heading).join('\n');
    reports.push(...bare(rows.slice(0, heading).join('\n')));
    const result = layout === '1' ? readLine(text, start, end) : newerOrDamaged(layout);
    const found = text.slice(match.index, Math.min(match.index + shown, end)).trim();
    if ('line' in result) {
      const difficulties = wordsAfter(above, words.difficulties);
      const proposals = wordsAfter(above, words.proposals);
      const title = rows[heading] ?? '';
      const called = beginsReport(title) ? calledIn(title) : undefined;
      reports.push({
        found,
        ...result,
        ...(called && {called}),
        ...(difficulties !== undefined && {difficulties}),
        ...(proposals !== undefined && {proposals}),
      });
    } else reports.push({found, ...result});
    before = start;
  }
  reports.push(...bare(text.slice(before)));
  return reports;
}

const newerOrDamaged = (layout: string | undefined): {readonly flaw: ReportFlaw} => ({
  flaw: Number(layout) > 1 ? 'report-newer' : 'report-damaged',
});
