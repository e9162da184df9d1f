import type {PackFlaw} from '../../exchange/roster/pack-file.js';
import type {Languages} from '../controllers/localize.js';
import {messages as vi} from './packs-vi.js';
import type {Trouble} from './trainer.js';

/** What is said of packs: made for who stands above, and taken in from below. Days come written out already. */
export interface PacksMessages {
  readonly make: string;
  readonly makeHint: string;
  readonly unit: string;
  readonly names: string;
  readonly without: string;
  readonly withoutHint: string;
  readonly withNames: string;
  readonly withHint: string;
  readonly lock: string;
  readonly unlocked: string;
  readonly words: string;
  readonly wordsHint: string;
  readonly wordsShort: string;
  readonly holds: string;
  readonly unitsIn: (count: number) => string;
  readonly peopleIn: (count: number, heard: number) => string;
  readonly packetsIn: (count: number) => string;
  readonly nameless: string;
  readonly named: string;
  readonly notIn: string;
  readonly tooBig: string;
  readonly save: string;
  readonly saving: string;
  readonly saved: (file: string) => string;
  readonly fileName: string;
  readonly fileNamed: string;
  readonly cannotSeal: Trouble;
  readonly cancel: string;

  readonly preview: (files: number) => string;
  readonly previewHint: string;
  readonly reading: (done: number, total: number) => string;
  readonly of: (unit: string) => string;
  readonly madeOn: (day: string, device: string) => string;
  readonly figures: (counts: {units: number; people: number; packets: number}) => string;
  readonly fresh: (counts: {people: number; packets: number}) => string;
  readonly nothingFresh: string;
  readonly namesTold: (count: number) => string;
  readonly moved: (count: number) => string;
  readonly left: (count: number) => string;
  readonly unreadable: (count: number) => string;
  readonly before: Readonly<Record<'counts' | 'taken-back', string>>;
  readonly contradicts: (count: number) => string;
  readonly contradictsTodo: string;
  readonly otherPerson: (code: string, here: string, there: string) => string;
  readonly otherParent: (unit: string, here: string, there: string) => string;
  readonly otherUnit: (here: string, there: string) => string;
  readonly twin: (unit: string, people: number) => string;
  readonly more: (count: number) => string;
  readonly take: string;
  readonly takeOf: (unit: string) => string;
  readonly takeAll: (count: number) => string;
  readonly takeNone: string;
  readonly taking: (done: number, total: number) => string;
  readonly stop: string;
  readonly stopped: (count: number) => string;
  readonly taken: (counts: {packs: number; packets: number; refused: number}) => string;
  readonly open: string;
  readonly lockedWords: string;
  readonly lockedHint: string;
  readonly flaws: Readonly<Record<PackFlaw, Trouble>>;

  readonly kept: (count: number) => string;
  readonly keptNote: string;
  readonly cameOn: (day: string) => string;
  readonly out: string;
  readonly takeBack: string;
  readonly takeBackOf: (unit: string) => string;
  readonly letIn: string;
  readonly letInOf: (unit: string) => string;
  readonly tookBack: (unit: string) => string;
  readonly letInAgain: (unit: string) => string;
}

/** Both languages of packs. */
export const packsLanguages: Languages<PacksMessages> = {
  vi,
  en: async () => (await import('./packs-en.js')).messages,
};
