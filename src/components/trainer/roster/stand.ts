import type {LitElement} from 'lit';
import type {Course} from '../../../curriculum/course.js';
import type {CivilDay} from '../../../store/reckoning/record.js';
import type {RosterView} from '../../../store/reckoning/roster-view.js';
import type {UnitKey} from '../../../store/reckoning/unit.js';
import type {UnitNode, UnitTree} from '../../../store/reckoning/unit-tree.js';
import type {RosterChange, RosterRegisters} from '../../../store/roster-contract.js';
import type {Store} from '../../../store/store.js';
import type {RosterMessages} from '../../messages/roster.js';
import type {TrainerMessages} from '../../messages/trainer.js';

/** What the parts of the roster may ask of it. */
export interface RosterStand {
  readonly host: LitElement;
  readonly messages: RosterMessages;
  /** What the whole room says. */
  readonly room: TrainerMessages;
  readonly store: Store;
  readonly course: Course | undefined;
  readonly view: RosterView;
  readonly tree: UnitTree;
  readonly today: CivilDay;
  readonly thisYear: number;
  /** The unit that is looked at; nothing for the whole roster. */
  readonly at: UnitNode | undefined;
  /** Goes to a unit, or to the whole; what was being edited is left. */
  enter(unit: UnitKey | undefined): void;
  /** Writes a change that can be undone, and says so. */
  change(change: RosterChange, words?: string): Promise<void>;
  /** Joins another trainer's registers, which can be undone; resolves to how many changed something. */
  join(registers: RosterRegisters): Promise<number>;
  registers(): Promise<RosterRegisters>;
  /** Says something, in sight and aloud. `wanted`: something is missing. */
  say(words: string, wanted?: boolean): void;
  /** Does something that may fail; what fails is said. */
  attempt(work: () => Promise<void>): Promise<void>;
  /** Closes whatever is open beside the list. */
  close(focus?: string): void;
  redraw(): void;
}
