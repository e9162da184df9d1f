import type {Facts} from '../errors.js';

/** Every flaw the command line can name, with what it means for the build. */
export const severities = {
  // files
  'course-folder-missing': 'error',
  'file-missing': 'error',
  'file-unreadable': 'error',
  'file-too-large': 'error',
  'file-outside': 'error',
  'file-not-text': 'error',
  'hidden-character': 'error',
  'character-reference': 'error',
  'lesson-unlisted': 'warning',
  // YAML
  'yaml-invalid': 'error',
  'yaml-alias': 'error',
  'front-matter-missing': 'error',
  'field-missing': 'error',
  'field-unknown': 'error',
  'field-invalid': 'error',
  'version-not-string': 'error',
  'day-unreal': 'error',
  'lesson-misplaced': 'error',
  'lesson-duplicate': 'error',
  'milestone-lesson-unknown': 'error',
  // Markdown
  'passage-too-long': 'error',
  'nested-too-deep': 'error',
  'directive-unknown': 'error',
  'directive-unclosed': 'error',
  'directive-nested': 'error',
  'directive-malformed': 'error',
  'attribute-unknown': 'error',
  unsupported: 'error',
  'section-missing': 'error',
  'section-doubled': 'error',
  'section-stray': 'error',
  'link-forbidden': 'error',
  // questions
  'question-type-unknown': 'error',
  'question-part-missing': 'error',
  'question-stray': 'error',
  'rev-invalid': 'error',
  'option-without-id': 'error',
  'option-without-why': 'error',
  'options-too-few': 'error',
  'right-option-missing': 'error',
  'right-option-doubled': 'error',
  'spot-mark-invalid': 'error',
  'spot-reason-stray': 'error',
  'scenario-lost': 'error',
  'scenario-unreached': 'error',
  'scenario-stuck': 'error',
  'id-invalid': 'error',
  'id-duplicate': 'error',
  // pictures
  'picture-invalid': 'error',
  'picture-element': 'error',
  'picture-attribute': 'error',
  'picture-text': 'error',
  'picture-too-large': 'error',
  'picture-alt-missing': 'error',
  // recordings
  'recording-stray': 'warning',
  'recording-name': 'error',
  'recording-not-sound': 'error',
  'recording-nowhere': 'error',
  'recording-doubled': 'error',
  // facts
  'token-unknown': 'error',
  'token-in-link': 'error',
  'fact-scope': 'error',
  'scope-unknown': 'error',
  'fact-not-national': 'error',
  'fact-person': 'error',
  'fact-link': 'error',
  'fact-site': 'error',
  'fact-without-source': 'error',
  'fallback-digits': 'error',
  'former-name-present': 'error',
  'name-lesson-unknown': 'error',
  'fact-unused': 'warning',
  'fact-without-value': 'warning',
  'fact-unverified': 'warning',
  'fact-expired': 'warning',
  // wording
  unwritten: 'error',
  unnamed: 'error',
  'digits-outside-token': 'error',
  'wording-forbidden': 'error',
  'wrong-option-commands': 'error',
  'right-option-longest': 'warning',
  'sentences-long': 'warning',
  'sentence-long': 'warning',
  'sentence-shared': 'warning',
  'review-due': 'warning',
  'review-missing': 'warning',
  // slots
  'slots-invalid': 'error',
  'slots-doubled': 'error',
  'slots-changed': 'error',
  'slots-moved': 'error',
  'slots-removed': 'error',
  // ids that answers are filed under
  'lesson-gone': 'warning',
  'question-gone': 'warning',
  'id-changed': 'error',
  'meaning-changed': 'error',
  'version-lowered': 'error',
  'rev-lowered': 'error',
  // translations
  'translation-behind': 'warning',
  'translation-differs': 'error',
  // what a network has to carry
  'lessons-heavy': 'warning',
  'picture-heavy': 'warning',
  'pictures-heavy': 'warning',
  'course-heavy': 'warning',
  // a sheet of facts: the line is its row, the column its column
  'sheet-exists': 'error',
  'sheet-not-xlsx': 'error',
  'sheet-too-large': 'error',
  'sheet-damaged': 'error',
  'sheet-column-missing': 'error',
  'sheet-column-doubled': 'error',
  'sheet-column-unknown': 'warning',
  'sheet-fact-unknown': 'error',
  'sheet-fact-doubled': 'error',
  'sheet-read-only': 'error',
  'sheet-cell-not-text': 'error',
  'sheet-cell-empty': 'error',
  'sheet-cell-invalid': 'error',
  'sheet-hidden-character': 'error',
  'sheet-tones-apart': 'warning',
  'sheet-source-incomplete': 'error',
  'sheet-conflict': 'error',
  'sheet-unwritable': 'error',
  // the result
  'lesson-invalid': 'error',
  'course-invalid': 'error',
  'out-foreign': 'error',
  'build-unreadable': 'error',
} as const satisfies Record<string, Severity>;

export type Severity = 'error' | 'warning';
export type FlawCode = keyof typeof severities;

/** Where an author has to look: `file` relative to the course folder, line and column from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Flaw extends Place {
  readonly severity: Severity;
  readonly code: FlawCode;
  readonly facts: Facts;
}

/** Notes one flaw; reading goes on, so that an author sees all of them at once. */
export type Report = (code: FlawCode, place: Place, facts?: Facts) => void;

/** The beginning of a file, for flaws that are about all of it. */
export const startOf = (file: string): Place => ({file, line: 1, column: 1});

/** In reading order: by file, then from top to bottom. */
export const inOrder = (flaws: readonly Flaw[]): Flaw[] =>
  [...flaws].sort(
    (a, b) =>
      (a.file < b.file ? -1 : Number(a.file > b.file)) ||
      a.line - b.line ||
      a.column - b.column ||
      (a.code < b.code ? -1 : Number(a.code > b.code)),
  );
