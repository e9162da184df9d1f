import type {PictureNode} from '../curriculum/picture.js';
import type {Place, Report} from './flaw.js';
import type {SourceFile} from './source-file.js';

/** An id as its author wrote it. `within`: no two ids of the same room may be equal. */
export interface NamedPlace {
  readonly id: string;
  readonly within: string;
  readonly place: Place;
}

/** A run of words that somebody reads, with the fallback where a fact stands. */
export interface Prose {
  readonly text: string;
  readonly place: Place;
  /** Where in the file it begins. */
  readonly offset: number;
}

/** What is gathered while a lesson is read, for the rules that look at it afterwards. */
export interface LessonReading {
  readonly source: SourceFile;
  readonly report: Report;
  /** What a token shows when nothing better is known; nothing when no facts file has it. */
  fallbackOf(token: string): string | undefined;
  picture(path: string, askedAt: Place): PictureNode | undefined;
  readonly prose: Prose[];
  readonly tokens: {readonly token: string; readonly place: Place}[];
  readonly links: {readonly href: string; readonly place: Place}[];
  readonly ids: NamedPlace[];
}
