import type {CourseDraft} from '../course-draft.js';
import type {Report} from '../flaw.js';
import type {LessonDraft} from '../lesson.js';

/** Looks at one lesson and reports what it finds. */
export type LessonRule = (lesson: LessonDraft, course: CourseDraft) => void;
/** Looks at the course as a whole. */
export type CourseRule = (course: CourseDraft, report: Report) => void;
