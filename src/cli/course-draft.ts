import type {Slots} from '../curriculum/course.js';
import type {SelfAssessment} from '../curriculum/self-assessment.js';
import type {CourseSource} from '../curriculum/source.js';
import type {FactFile} from './facts.js';
import type {LessonDraft} from './lesson.js';
import type {YamlSource} from './yaml-source.js';

/** A course folder as far as it could be read. */
export interface CourseDraft {
  readonly source: CourseSource;
  readonly yaml: YamlSource;
  readonly facts: readonly FactFile[];
  /** In the order they are taught. */
  readonly lessons: readonly LessonDraft[];
  /** Lessons in other languages, each with its `lang`; only those that ask what the original asks. */
  readonly translations: readonly LessonDraft[];
  readonly slots: Slots;
  readonly selfAssessment?: SelfAssessment;
}
