import type {ItemFlag} from '../../store/reckoning/items.js';
import type {Languages} from '../controllers/localize.js';
import {messages as vi} from './items-vi.js';

/** What the questions' analysis says. Numbers come written out already. */
export interface ItemsMessages {
  readonly items: string;
  readonly lead: string;
  readonly none: string;
  readonly number: (value: number) => string;
  readonly percent: (share: number) => string;
  readonly decimal: (value: number) => string;
  readonly unknown: string;
  readonly show: string;
  readonly flagged: (count: number) => string;
  readonly everything: (count: number) => string;
  readonly more: (count: number) => string;
  readonly noFlags: string;
  readonly lesson: string;
  readonly question: string;
  readonly known: string;
  readonly rightAtFirst: string;
  readonly share: string;
  readonly low: string;
  readonly high: string;
  readonly seen: string;
  readonly mostWrong: string;
  readonly wrongPeople: string;
  readonly discrimination: string;
  readonly toRead: string;
  readonly firstRight: (facts: {
    right: string;
    people: string;
    share: string;
    low: string;
    high: string;
  }) => string;
  readonly nobodyKnown: string;
  readonly leftOut: (count: number) => string;
  readonly wrongOf: (seen: string) => string;
  readonly wrongUnseen: string;
  readonly chosenBy: (people: string) => string;
  readonly tells: (value: string) => string;
  readonly tellsNot: (people: string, floor: string) => string;
  readonly flags: Readonly<Record<ItemFlag, {readonly what: string; readonly rule: string}>>;
  /** The question of a lesson with this number, from 1. */
  readonly nth: (number: number) => string;
  readonly wording: string;
  /** For authors, who find a question by its id. */
  readonly idOf: (id: string) => string;
  readonly openLesson: (title: string) => string;
  readonly lessonUnreachable: string;
  readonly right: string;
  readonly asTable: string;
  readonly print: string;
  readonly cannotPrint: string;
  readonly printUnseen: string;
  readonly paperFooter: (version: string, day: string) => string;
  readonly xlsx: string;
  readonly csv: string;
  readonly saved: (name: string) => string;
  readonly file: string;
  readonly yes: string;
  readonly no: string;
  readonly empty: string;
}

/** Both languages of the questions' analysis. */
export const itemsLanguages: Languages<ItemsMessages> = {
  vi,
  en: async () => (await import('./items-en.js')).messages,
};
