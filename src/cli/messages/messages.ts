import type {Facts} from '../../errors.js';
import type {LessonRefusal} from '../new-lesson.js';
import type {LessonSize, Sizes} from '../sizes.js';
import type {DifferenceCode, Effect, LessonDifferences} from '../differences.js';
import type {FlawCode, Severity} from '../flaw.js';
import type {PreviewMessages} from './preview.js';
import type {SheetMessages} from './sheet.js';

/** Everything the command line says, in one language. */
export interface Messages {
  /** What is wrong, and what to do about it. */
  readonly flaws: Readonly<Record<FlawCode, (facts: Facts) => string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly usage: string;
  unknownCommand(command: string): string;
  missingOption(option: string): string;
  summary(errors: number, warnings: number): string;
  written(out: string, lessons: number): string;
  notWritten: string;
  slotsWritten: string;
  readonly preview: PreviewMessages;
  /** What the files of a build weigh, a line each. */
  readonly sizes: {
    readonly heading: string;
    lesson(size: LessonSize): string;
    average(size: Sizes['average']): string;
    course(size: Sizes['course']): string;
  };
  /** What tells two editions apart, and what to do where that is more than news. */
  readonly differences: Readonly<Record<DifferenceCode, (facts: Facts) => string>>;
  /** What becomes of those who were done. `again`: the questions they are asked again. */
  readonly effects: Readonly<Record<Effect, (again: string) => string>>;
  readonly courseDiffers: string;
  lessonDiffers(lesson: LessonDifferences): string;
  noDifference: string;
  notCompared(path: string): string;
  /** Why no lesson was begun, and what to do. */
  readonly notBegun: Readonly<Record<LessonRefusal, (facts: Facts) => string>>;
  lessonBegun(file: string, folder: string): string;
  readonly sheet: SheetMessages;
}
