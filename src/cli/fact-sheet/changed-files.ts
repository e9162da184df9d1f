import type {Fact} from '../../curriculum/facts.js';
import {readCourse} from '../course.js';
import {readFacts} from '../facts.js';
import {type Flaw, type Report, severities} from '../flaw.js';
import type {Folder} from '../folder.js';
import {sourceFile} from '../source-file.js';
import {editedFacts} from './fact-text.js';
import type {SheetEdit} from './sheet-edits.js';

type Draft = {-readonly [Field in keyof Fact]: Fact[Field]};

const sourceParts = ['title', 'url', 'retrieved'] as const;

/** The fact as it shall read; nothing when one of its sources lacks a part, which is reported. */
function wanted(fact: Fact, edits: readonly SheetEdit[], report: Report): Fact | undefined {
  const draft: Draft = {...fact};
  const sources = fact.sources.map((source) => ({...source}));
  for (const {path, text} of edits) {
    if (path[0] === 'sources') {
      while (sources.length <= path[1]) sources.push({title: '', url: '', retrieved: ''});
      const source = sources[path[1]];
      if (source) source[path[2]] = text;
    } else if (text === '' && path[0] !== 'value') delete draft[path[0] as 'verifiedOn'];
    else Object.assign(draft, {[path[0]]: text});
  }
  let whole = true;
  sources.forEach((source, nth) => {
    const empty = sourceParts.filter((part) => source[part].trim() === '');
    if (empty.length === 0 || empty.length === sourceParts.length) return;
    whole = false;
    const edit = edits.find(({path}) => path[0] === 'sources' && path[1] === nth);
    if (edit)
      report('sheet-source-incomplete', edit.at.place, {cell: edit.at.address, nth: nth + 1});
  });
  draft.sources = sources.filter(({title}) => title.trim() !== '');
  return whole ? draft : undefined;
}

/** The same folder with other texts in some files. */
const changedFolder = (folder: Folder, texts: ReadonlyMap<string, string>): Folder => ({
  ...folder,
  read(path, askedAt) {
    const text = texts.get(path);
    return text === undefined ? folder.read(path, askedAt) : sourceFile(path, text);
  },
});

/** What `check` calls an error in these files. */
function errorsIn(folder: Folder, paths: ReadonlySet<string>): Flaw[] {
  const errors: Flaw[] = [];
  readCourse(folder, (code, place, facts = {}) => {
    const severity = severities[code];
    if (severity === 'error' && paths.has(place.file)) {
      errors.push({severity, code, ...place, facts});
    }
  });
  return errors;
}

const sameFact = (one: Fact | undefined, other: Fact | undefined): boolean => {
  const sorted = (fact: Fact | undefined) => Object.entries(fact ?? {}).sort();
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
};

/**
 * The facts files with these edits, by path. Nothing is written: what an edit would break is reported at its cell,
 * and then the texts are of no use.
 *
 * @param raws The files as they lie on the disk, by path.
 */
export function changedFiles(
  folder: Folder,
  raws: ReadonlyMap<string, string>,
  edits: readonly SheetEdit[],
  report: Report,
): ReadonlyMap<string, string> {
  const rows = new Map(edits.map(({row}) => [row, edits.filter((edit) => edit.row === row)]));
  const facts = [...rows].map(([row, own]) => ({row, own, fact: wanted(row.fact, own, report)}));
  const texts = new Map<string, string>();
  if (facts.some(({fact}) => fact === undefined)) return texts;
  for (const [path, raw] of raws) {
    const own = edits.filter(({row}) => row.path === path);
    if (own.length > 0) texts.set(path, editedFacts(raw, own));
  }

  // Read again as everybody will read it: what was asked for stands there, and nothing else has moved.
  const fresh = changedFolder(folder, texts);
  const silent: Report = () => undefined;
  const before = readFacts(folder, silent).files.flatMap((file) => file.facts);
  const after = readFacts(fresh, silent).files.flatMap((file) => file.facts);
  const strayed = before.some(({fact}, at) => {
    const asked = facts.find(({row}) => row.fact === fact || sameFact(row.fact, fact));
    return !sameFact(after[at]?.fact, asked?.fact ?? fact);
  });
  const [first] = edits;
  if (first && (strayed || after.length !== before.length)) {
    report('sheet-unwritable', first.at.place, {name: [...texts.keys()].join(', ')});
    return texts;
  }

  const paths = new Set(texts.keys());
  const known = errorsIn(folder, paths).map(({code, facts: said}) => code + JSON.stringify(said));
  for (const flaw of errorsIn(fresh, paths)) {
    const at = known.indexOf(flaw.code + JSON.stringify(flaw.facts));
    if (at !== -1) {
      known.splice(at, 1);
      continue;
    }
    const placed = after.filter(({place}) => place.file === flaw.file && place.line <= flaw.line);
    const own = edits.filter(({row}) => row.path === flaw.file && row.index === placed.length - 1);
    const edit =
      own.find(({path}) => placed.at(-1)?.placeOf(path[0]).line === flaw.line) ?? own[0] ?? first;
    if (edit) report(flaw.code, edit.at.place, flaw.facts);
  }
  return texts;
}
