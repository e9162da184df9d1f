import {parseSelfAssessment, type SelfAssessment} from '../../../curriculum/self-assessment.js';
import {KnsError} from '../../../errors.js';
import type {LoadedCourse} from '../../../store/courses.js';
import type {Store} from '../../../store/store.js';

/** The statements of a course; throws `lesson-unreachable`, `lesson-damaged` or `lesson-invalid`, as a lesson would. */
export async function fetchStatements(store: Store, loaded: LoadedCourse): Promise<SelfAssessment> {
  const {selfAssessment} = loaded.course;
  if (!selfAssessment) {
    throw new KnsError('lesson-unknown', 'The course has no self-assessment.', {
      facts: {lesson: 'self-assessment'},
    });
  }
  const text = await store.courses.text(loaded, selfAssessment);
  const parsed = parseSelfAssessment(JSON.parse(text));
  if (!parsed.ok) {
    throw new KnsError('lesson-invalid', `${selfAssessment.file} was refused.`, {
      facts: {lesson: selfAssessment.id},
      issues: parsed.issues,
    });
  }
  return parsed.value;
}
