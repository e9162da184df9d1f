import type {Languages} from '../controllers/localize.js';
import {sessionVi} from './session-vi.js';

/** Every sentence of an evening with a group. Days come written out, as `22/11/2026`, times as `19:30`. */
export interface SessionMessages {
  readonly heading: string;
  readonly lead: string;
  readonly opening: string;
  readonly start: string;
  readonly none: string;
  readonly planned: string;
  readonly held: string;
  readonly evening: (when: string) => string;
  readonly line: (when: string, place: string) => string;
  readonly placeless: string;
  readonly lessonCount: (count: number) => string;
  readonly people: (count: number) => string;
  readonly back: string;
  readonly remove: string;
  readonly removeAsk: string;
  readonly removeYes: string;
  readonly removeNo: string;

  readonly when: string;
  readonly begins: string;
  readonly minutes: string;
  readonly place: string;
  readonly placeHint: string;
  readonly lessons: string;
  readonly lessonsHint: string;
  readonly lessonMinutes: (minutes: number) => string;
  readonly chosenIn: (count: number) => string;
  readonly plan: string;
  readonly planNone: string;
  readonly planParts: Readonly<Record<'opening' | 'closing', string>>;
  readonly planMinutes: (minutes: number) => string;
  readonly planTime: string;
  readonly planWhat: string;
  readonly lacking: (minutes: number) => string;

  readonly project: string;
  readonly fetching: string;
  readonly handOuts: (count: number) => string;

  readonly attendance: string;
  readonly attendanceNote: string;
  readonly byCount: string;
  readonly byRoster: string;
  readonly counted: string;
  readonly team: string;
  readonly teamNone: string;
  readonly present: (count: number, of: number) => string;
  /** Of all teams. */
  readonly presentInAll: (count: number) => string;

  readonly record: string;
  readonly note: string;
  readonly noteHint: string;
  readonly markHeld: string;
  readonly isHeld: string;
  readonly reopen: string;
  readonly saved: string;
  readonly unsaved: string;
  readonly needLesson: string;
  readonly needAttendance: string;

  readonly sheet: string;
  readonly savedAs: (name: string) => string;
  readonly sheetName: string;
  readonly columns: readonly [
    day: string,
    begins: string,
    minutes: string,
    place: string,
    lessons: string,
    people: string,
    names: string,
    note: string,
  ];

  readonly slide: (number: number, total: number) => string;
  readonly next: string;
  readonly previous: string;
  readonly stop: string;
  readonly wide: string;
  readonly untilTime: (time: string) => string;
  readonly question: (number: number) => string;
  readonly hands: string;
  readonly handMore: (option: string) => string;
  readonly handLess: (option: string) => string;
  readonly reveal: string;
  readonly right: string;
  readonly onPhones: string;
  readonly from: (who: string) => string;
  readonly suspicious: string;
  readonly replies: string;
}

/** Both languages of the evening. */
export const sessionLanguages: Languages<SessionMessages> = {
  vi: sessionVi,
  en: async () => (await import('./session-en.js')).sessionEn,
};
