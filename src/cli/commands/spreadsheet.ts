import {
  existsSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import {basename, join} from 'node:path';
import {changedFiles} from '../fact-sheet/changed-files.js';
import {type FactRow, factRows} from '../fact-sheet/fact-row.js';
import {factSheets} from '../fact-sheet/fact-sheets.js';
import {type SheetEdit, sheetEdits} from '../fact-sheet/sheet-edits.js';
import {type Flaw, type Report, inOrder, severities, startOf} from '../flaw.js';
import {type Folder, openFolder} from '../folder.js';
import type {Command, CommandLine, Status} from './command.js';
import {countOf, flawsWithWords, sayFlaws} from './flaw-list.js';

const largest = 5_000_000;

const country = 'VN';

/** Whose facts: the country's, a province's, or both. */
function scopesOf(line: CommandLine): string[] {
  const province = line.text('province');
  return [...(line.has('country') ? [country] : []), ...(province ? [province.toUpperCase()] : [])];
}

/** The facts files as they lie on the disk, with their line ends and marks. */
function rawFiles(course: string, rows: readonly FactRow[]): Map<string, string> {
  const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
  return new Map(
    [...new Set(rows.map(({path}) => path))].map((path) => [
      path,
      decoder.decode(readFileSync(join(course, path))),
    ]),
  );
}

/** All files or none: each is whole before the first one takes its place. */
function replaceFiles(course: string, texts: ReadonlyMap<string, string>): void {
  const targets = [...texts].map(([path, text]) => ({
    file: realpathSync(join(course, path)),
    text,
  }));
  try {
    for (const {file, text} of targets) writeFileSync(`${file}.new`, text);
    for (const {file} of targets) renameSync(`${file}.new`, file);
  } finally {
    for (const {file} of targets) rmSync(`${file}.new`, {force: true});
  }
}

/** The bytes of a spreadsheet, or nothing; why is reported. */
function bytesOf(file: string, report: Report): Uint8Array | undefined {
  const name = basename(file);
  try {
    if (statSync(file).size > largest) report('sheet-too-large', startOf(name), {name});
    else return readFileSync(file);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    if (reason === 'ENOENT') report('file-missing', startOf(name), {name});
    else report('file-unreadable', startOf(name), {name, reason});
  }
  return undefined;
}

/** The packages behind it are large, and the other commands do without. */
const spreadsheets = () => import('../../exchange/spreadsheet.js');

async function editsOf(
  file: string,
  rows: readonly FactRow[],
  report: Report,
): Promise<SheetEdit[]> {
  const bytes = bytesOf(file, report);
  if (!bytes) return [];
  const name = basename(file);
  const reading = await (await spreadsheets()).readSpreadsheet(bytes);
  if (reading.ok) return sheetEdits(reading.sheets, rows, name, report);
  const codes = {
    'not-xlsx': 'sheet-not-xlsx',
    'too-large': 'sheet-too-large',
    damaged: 'sheet-damaged',
  } as const;
  report(codes[reading.reason], startOf(name), {name});
  return [];
}

interface Noted {
  readonly flaws: Flaw[];
  readonly report: Report;
  readonly sound: () => boolean;
}

function notes(): Noted {
  const flaws: Flaw[] = [];
  return {
    flaws,
    report(code, place, facts = {}) {
      flaws.push({severity: severities[code], code, ...place, facts});
    },
    sound: () => flaws.every(({severity}) => severity !== 'error'),
  };
}

/** Says the outcome: flaws, then what was done, or that nothing was. */
function answer(
  {flaws, sound}: Noted,
  line: CommandLine,
  {done, data}: {done: readonly string[]; data: object},
): Status {
  const ordered = inOrder(flaws);
  if (line.has('json')) {
    const listed = flawsWithWords(ordered, line.messages);
    line.say(JSON.stringify({ok: sound(), ...countOf(ordered), flaws: listed, ...data}, null, 2));
  } else {
    if (ordered.length > 0) sayFlaws(ordered, line);
    for (const text of sound() ? done : [line.messages.notWritten]) line.say(text);
  }
  return sound() ? 0 : 1;
}

async function takeOut(line: CommandLine, folder: Folder | undefined, noted: Noted, out: string) {
  const {messages} = line;
  const rows = folder ? factRows(folder, scopesOf(line), noted.report) : [];
  // What somebody has filled in by the hour is not to be lost under a fresh sheet.
  if (existsSync(out)) noted.report('sheet-exists', startOf(out), {name: out});
  if (noted.sound()) {
    const {writeSpreadsheet} = await spreadsheets();
    writeFileSync(out, await writeSpreadsheet(factSheets(rows)), {flag: 'wx'});
  }
  const done = [messages.sheet.takenOut(rows.length, out)];
  return answer(noted, line, {done, data: {facts: rows.length}});
}

async function bringIn(
  line: CommandLine,
  course: string,
  folder: Folder | undefined,
  noted: Noted,
  file: string,
) {
  const {report} = noted;
  const {sheet} = line.messages;
  const rows = folder ? factRows(folder, scopesOf(line), report) : [];
  const edits = folder && noted.sound() ? await editsOf(file, rows, report) : [];
  const texts =
    folder && noted.sound() && edits.length > 0
      ? changedFiles(folder, rawFiles(course, rows), edits, report)
      : new Map<string, string>();
  if (noted.sound()) replaceFiles(course, texts);
  const changed = edits.map(({row, column, at}) => ({
    file: row.path,
    fact: row.key,
    column: column.header,
    cell: at.address,
  }));
  const done = changed.length > 0 ? changed.map((one) => sheet.changed(one)) : [sheet.unchanged];
  return answer(noted, line, {done, data: {changed: noted.sound() ? changed : []}});
}

/**
 * `kynangso spreadsheet <course-dir> --province VN-48 --out x.xlsx`, and `--in x.xlsx`: the facts of a province or of
 * the country as a sheet for people who know Excel, and back. Where one cell cannot be taken in, none is.
 */
export const spreadsheet: Command = {
  options: {
    province: {type: 'string'},
    country: {type: 'boolean'},
    out: {type: 'string'},
    in: {type: 'string'},
    json: {type: 'boolean'},
  },
  run(line) {
    const {messages} = line;
    const [course] = line.words;
    const [out, into] = [line.text('out'), line.text('in')];
    if (course === undefined) return line.refuse(messages.missingOption('<course-dir>'));
    if (scopesOf(line).length === 0)
      return line.refuse(messages.missingOption(messages.sheet.scope));
    if ((out === undefined) === (into === undefined)) {
      return line.refuse(messages.missingOption(messages.sheet.direction));
    }
    const noted = notes();
    const folder = openFolder(course, noted.report);
    if (!folder) noted.report('course-folder-missing', startOf(course));
    return out === undefined
      ? bringIn(line, course, folder, noted, into ?? '')
      : takeOut(line, folder, noted, out);
  },
};
