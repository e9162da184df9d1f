import type {Languages} from '../controllers/localize.js';
import {askingVi} from './asking-vi.js';

/** What the fetched types of questions say. */
export interface AskingMessages {
  readonly reason: string;

  // A message to mark
  readonly pickMarks: string;
  readonly from: (who: string) => string;
  readonly suspicious: string;
  readonly innocent: string;

  // Ordering
  readonly orderHow: string;
  readonly up: string;
  readonly down: string;
  readonly movedTo: (words: string, place: number, of: number) => string;
  readonly untouched: string;
  readonly inPlace: string;
  readonly misplaced: (place: number) => string;

  // Matching
  readonly matchHow: string;
  readonly unmatched: string;
  readonly pickMatch: string;
  readonly takeOff: string;
  readonly paired: (left: string, right: string, open: number) => string;
  readonly takenOff: (left: string) => string;
  readonly pairsMissing: (open: number) => string;
  readonly youMatched: string;
  readonly belongs: string;
  readonly decoy: string;

  // Typed answers
  readonly yourAnswer: string;
  readonly typeFirst: string;
  readonly typed: string;
  readonly accepted: string;
  readonly within: (from: string, to: string) => string;

  // A conversation
  readonly talk: (who: string) => string;
  readonly you: string;
  readonly sayNext: string;
  readonly lookBack: string;
  readonly stepBack: string;
  readonly talkAnew: string;
  readonly goodEnd: string;
  readonly goodEndNote: string;
  readonly badEnd: string;
  readonly badEndNote: string;
  readonly talkOpen: string;
}

/** Both languages of the fetched types. */
export const askingLanguages: Languages<AskingMessages> = {
  vi: askingVi,
  en: async () => (await import('./asking-en.js')).askingEn,
};
