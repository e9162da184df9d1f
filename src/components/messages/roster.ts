import type {FileFlaw} from '../../exchange/roster/file-sheet.js';
import type {Outcome, PlanFlaw} from '../../exchange/roster/roster-plan.js';
import type {MemberRole} from '../../store/reckoning/member.js';
import type {UnitLevel} from '../../store/reckoning/unit.js';
import type {BackupPart, EntryFlaw} from '../../exchange/roster/left-out.js';
import type {Languages} from '../controllers/localize.js';
import {messages as vi} from './roster-vi.js';
import type {Trouble} from './trainer.js';

/** Every sentence of the roster. Days come written out already, as `22/11/2026`. */
/** What becomes of the people of two units that are one. */
export interface JoinedPeople {
  readonly joined: number;
  readonly moved: number;
  readonly unclear: readonly string[];
}

export interface RosterMessages {
  readonly roster: string;
  readonly opening: string;
  readonly empty: string;
  readonly emptyTodo: string;
  readonly whole: string;
  readonly way: string;
  readonly levels: Readonly<Record<UnitLevel, string>>;
  readonly roles: Readonly<Record<MemberRole, string>>;
  readonly counts: (counts: {
    teams: number;
    members: number;
    linked: number;
    invited: number;
  }) => string;
  readonly dissolvedOn: (day: string) => string;
  readonly formerly: (names: readonly string[]) => string;
  readonly unitsBelow: string;
  readonly membersHere: string;
  readonly noMembers: string;
  readonly displaced: (unit: string) => string;
  readonly leftOn: (day: string) => string;
  readonly twins: (names: readonly string[]) => string;
  readonly joinTwins: (name: string) => string;
  readonly joinTwinsSure: (name: string, outcome: JoinedPeople) => string;
  readonly joinedTwins: (name: string, outcome: JoinedPeople) => string;

  readonly search: string;
  readonly searchHint: string;
  readonly foundMembers: (count: number, shown: number) => string;

  readonly born: (year: number) => string;
  readonly tail: (digits: string) => string;
  readonly invited: string;
  readonly invitedUnheard: string;
  readonly linked: (count: number) => string;
  readonly contested: string;

  readonly addUnit: string;
  readonly addUnitBelow: (unit: string) => string;
  readonly unitName: string;
  readonly unitLevel: string;
  readonly below: string;
  readonly belowNone: string;
  readonly levelOdd: (above: string) => string;
  readonly households: string;
  readonly editUnit: string;
  readonly editUnitOf: (unit: string) => string;
  readonly renamed: string;
  readonly dissolve: string;
  readonly dissolveSure: (unit: string) => string;
  readonly revive: string;
  readonly eraseUnit: string;
  readonly eraseUnitSure: (unit: string, count: number) => string;
  readonly eraseUnitHint: string;
  readonly erasedUnit: (unit: string, count: number) => string;

  readonly addMember: string;
  readonly addMemberIn: (unit: string) => string;
  readonly invite: string;
  readonly inviteOf: (name: string) => string;
  readonly inviteAll: string;
  readonly edit: string;
  readonly editOf: (name: string) => string;
  readonly code: string;
  readonly codeOf: (code: string) => string;
  readonly name: string;
  readonly role: string;
  readonly unit: string;
  readonly birthYear: string;
  readonly phone: string;
  readonly phoneHint: string;
  readonly save: string;
  readonly cancel: string;
  readonly leave: string;
  readonly erase: string;
  readonly eraseHint: string;
  readonly nameNeeded: string;
  readonly yearOdd: string;
  readonly phoneOdd: string;
  readonly householdsOdd: string;

  readonly devices: string;
  readonly devicesNone: string;
  readonly separate: string;
  readonly separateOf: (device: string) => string;
  readonly suggested: string;
  readonly suggestedNone: string;
  /** Beside somebody who says to have been invited, with a key made for this member's code. */
  readonly saysInvited: string;
  readonly link: string;
  readonly linkOf: (device: string) => string;

  readonly doubles: string;
  readonly doublesHint: string;
  readonly joinMember: string;
  readonly joinMemberOf: (code: string) => string;
  readonly joinedMember: (name: string, code: string) => string;
  readonly saved: string;
  readonly undo: string;
  readonly undone: string;

  readonly bringIn: string;
  /** Leads past a long list to what can be done with it. */
  readonly toDeeds: string;
  readonly bringInHint: string;
  readonly choose: string;
  readonly reading: string;
  readonly fileFlaws: Readonly<Record<FileFlaw, Trouble>>;
  readonly noList: Trouble;
  readonly preview: (file: string) => string;
  readonly people: (count: number) => string;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly outcome: (outcome: Outcome, count: number) => string;
  readonly newUnits: (count: number) => string;
  readonly absent: (count: number) => string;
  readonly identity: (columns: readonly string[]) => string;
  readonly unread: (columns: readonly string[]) => string;
  readonly passedOver: (rows: readonly {readonly row: number; readonly text: string}[]) => string;
  readonly filledRows: (rows: readonly number[]) => string;
  readonly hiddenRows: (rows: readonly number[]) => string;
  readonly sheet: string;
  readonly otherSheets: (count: number) => string;
  /** Districts of an old list that were left out. */
  readonly districts: (names: readonly string[]) => string;
  readonly oldFont: string;
  readonly under: string;
  readonly underNew: string;
  readonly seeChanges: (count: number) => string;
  readonly moreChanges: (count: number) => string;
  readonly bornShort: string;
  readonly tailShort: string;
  readonly fromTo: (label: string, before: string, after: string) => string;
  readonly comesBack: string;
  readonly toSee: string;
  readonly moreToSee: (count: number) => string;
  readonly formerName: (name: string) => string;
  readonly rowNumber: (row: number) => string;
  readonly flaws: Readonly<Record<PlanFlaw, string>>;
  readonly skip: string;
  readonly unskip: string;
  readonly somebodyNew: string;
  readonly sameAs: (unit: string) => string;
  readonly placeRow: string;
  readonly placeRowNone: string;
  readonly rowUnit: (row: number) => string;
  readonly rowName: (row: number) => string;
  readonly apply: (count: number) => string;
  readonly applyNothing: string;
  readonly applied: (counts: {fresh: number; changed: number; units: number}) => string;
  readonly nothingNew: string;

  readonly keepCopy: string;
  readonly keepCopyHint: string;
  readonly words: string;
  readonly wordsHint: string;
  readonly wordsShort: string;
  readonly makeCopy: string;
  readonly making: string;
  readonly madeCopy: (file: string) => string;
  readonly openCopy: string;
  readonly openCopyHint: string;
  readonly joined: (counts: {
    changes: number;
    codes: number;
    tasks: number;
    papers: number;
  }) => string;
  readonly joinedNothing: string;
  readonly joinedNoMore: string;
  readonly erasedHere: (count: number) => string;
  readonly erasedTodo: (names: readonly string[]) => string;
  readonly bringBack: (count: number) => string;
  readonly broughtBack: (count: number) => string;
  readonly copyFlaws: Readonly<
    Record<'no-seal' | 'wrong-words' | 'cannot-seal' | 'too-big' | 'newer', Trouble>
  >;
  readonly copyName: string;
  /** What of a backup was not taken. A row counts from 1; 0 is the whole part. */
  readonly leftOut: (count: number) => string;
  readonly leftOutTodo: string;
  readonly leftOutAt: (part: string, row: number, whose: string | undefined) => string;
  readonly leftOutMore: (count: number) => string;
  readonly leftOutUnnamed: (count: number) => string;
  readonly leftOutCodes: (count: number) => string;
  readonly backupParts: Readonly<Record<BackupPart, string>>;
  readonly entryFlaws: Readonly<Record<EntryFlaw, string>>;

  readonly passOn: string;
  readonly handOut: string;
  readonly handOutText: string;
  readonly handOutBook: string;
  readonly handedOut: (file: string) => string;
  readonly columns: {
    readonly code: string;
    readonly name: string;
    readonly role: string;
    readonly phoneTail: string;
    readonly birth: string;
    readonly levels: Readonly<Record<UnitLevel, string>>;
  };
  readonly fileName: string;
  readonly sheetName: string;
}

/** Both languages of the roster. */
export const rosterLanguages: Languages<RosterMessages> = {
  vi,
  en: async () => (await import('./roster-en.js')).messages,
};
