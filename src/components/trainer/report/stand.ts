import type {LitElement} from 'lit';
import type {Course} from '../../../curriculum/course.js';
import type {ReportFigures} from '../../../exchange/report.js';
import type {Period} from '../../../store/reckoning/periods.js';
import type {CivilDay} from '../../../store/reckoning/record.js';
import type {UnitKey} from '../../../store/reckoning/unit.js';
import type {ReportDraft, Reports} from '../../../store/reports-contract.js';
import type {ReportMessages} from '../../messages/report.js';
import type {Sheet} from './sheet.js';

/** What of a draft becomes something else. */
export type DraftChange = {readonly [K in keyof ReportDraft]?: ReportDraft[K] | undefined};

/** What the parts of a report see and may ask for. */
export interface ReportStand {
  readonly host: LitElement;
  readonly messages: ReportMessages;
  readonly course: Course;
  readonly today: CivilDay;
  readonly period: Period;
  readonly sheet: Sheet;
  readonly reports: Reports;
  readonly draft: ReportDraft;
  /** The unit's id, where there is a roster. */
  readonly unit: UnitKey | undefined;
  /** What a unit is called at the end of the period; one the roster does not know, as it calls itself. */
  readonly nameOf: (unit: UnitKey) => string;
  readonly figures: ReportFigures;
  /** Address of the learners' app, where there is one. */
  readonly app: string | undefined;
  readonly redraw: () => void;
  readonly attempt: (work: () => Promise<void>) => Promise<void>;
  /** Keeps a change of the draft; `undefined` takes something out of it. */
  readonly keep: (change: DraftChange) => Promise<void>;
}
