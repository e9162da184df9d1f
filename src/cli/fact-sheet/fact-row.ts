import type {Fact} from '../../curriculum/facts.js';
import {type FactFile, readFacts} from '../facts.js';
import {type Report, startOf} from '../flaw.js';
import type {Folder} from '../folder.js';
import type {SourceFile} from '../source-file.js';

/** One fact as a row of the sheet. */
export interface FactRow {
  /** The fact's id; with the day it begins on where the file has the id for several spans of time. */
  readonly key: string;
  readonly fact: Fact;
  /** The sentence authors read it in, `[…]` where it stands; empty where nobody wrote one. */
  readonly sentence: string;
  readonly path: string;
  /** Its place in the file, from 0. */
  readonly index: number;
}

export const pathOf = (scope: string): string => `facts/${scope.toLowerCase()}.yaml`;

/** The sentences in the comment above a line: `# "Ta {{tong_dai_1022}}."` */
function sentenceAbove({text}: SourceFile, line: number, id: string): string {
  const lines = text.split('\n');
  const comment: string[] = [];
  for (let at = line - 2; lines[at]?.trimStart().startsWith('#'); at--) {
    comment.unshift(lines[at] ?? '');
  }
  const sentences = [...comment.join('\n').matchAll(/"([^"\n]*)"/g)]
    .map(([, sentence = '']) => sentence)
    .filter((sentence) => sentence.includes(`{{${id}}}`));
  return sentences.map((sentence) => sentence.replaceAll(`{{${id}}}`, '[…]')).join(' · ');
}

/** The facts of these scopes, in the order of their files; a scope without a file is reported. */
export function factRows(folder: Folder, scopes: readonly string[], report: Report): FactRow[] {
  const wanted = new Set(scopes.map(pathOf));
  const {files} = readFacts(folder, (code, place, facts) => {
    if (wanted.has(place.file)) report(code, place, facts);
  });
  const sources = new Map<string, SourceFile>();
  for (const {facts} of files) {
    const path = facts[0]?.place.file;
    const source = path === undefined ? undefined : folder.read(path);
    if (path !== undefined && source) sources.set(path, source);
  }
  const sentenceIn = (file: FactFile | undefined, id: string): string => {
    for (const {fact, place} of file?.facts ?? []) {
      const source = sources.get(place.file);
      const found = fact.id === id && source ? sentenceAbove(source, place.line, id) : '';
      if (found) return found;
    }
    return '';
  };

  const national = files.find(({scope}) => scope === 'VN');
  return scopes.flatMap((scope): FactRow[] => {
    const path = pathOf(scope);
    const file = files.find(({facts}) => facts[0]?.place.file === path);
    if (!file) {
      if (!folder.has(path)) report('file-missing', startOf(path), {name: path});
      return [];
    }
    return file.facts.map(({fact}, index) => {
      const spans = file.facts.filter((other) => other.fact.id === fact.id);
      return {
        key: spans.length > 1 ? `${fact.id}@${fact.validFrom ?? ''}` : fact.id,
        fact,
        // A province says in its own words what is the country's sentence.
        sentence: sentenceIn(file, fact.id) || sentenceIn(national, fact.id),
        path,
        index,
      };
    });
  });
}
