import {
  type SelfAssessment,
  SelfAssessmentSource,
  parseSelfAssessment,
} from '../curriculum/self-assessment.js';
import {readFields} from './fields.js';
import type {Report} from './flaw.js';
import type {Folder} from './folder.js';
import {dialledNumbers} from './rules/dialled-numbers.js';
import {forbiddenWords} from './rules/forbidden-wording.js';
import {readYaml} from './yaml-source.js';

export const selfAssessmentFile = 'self-assessment.yaml';

/** The self-assessment of a course; a course need not have one. `lessons` are ids that are taken. */
export function readSelfAssessment(
  folder: Folder,
  lessons: readonly string[],
  report: Report,
): SelfAssessment | undefined {
  if (!folder.has(selfAssessmentFile)) return undefined;
  const file = folder.read(selfAssessmentFile);
  const yaml = file && readYaml(file, report);
  const source = yaml && readFields(SelfAssessmentSource, yaml, report);
  if (!yaml || !source) return undefined;

  // Answers are filed under `id#statement@rev`, as those to a lesson's questions are.
  if (lessons.includes(source.id)) {
    report('lesson-duplicate', yaml.placeOf(['id']), {lesson: source.id});
  }
  for (const list of ['statements', 'steps'] as const) {
    const lines = new Map<string, number>();
    source[list].forEach(({id}, at) => {
      const place = yaml.placeOf([list, at, 'id']);
      const line = lines.get(id);
      if (line === undefined) lines.set(id, place.line);
      else report('id-duplicate', place, {id, line});
    });
  }
  for (const {words, instead, index} of forbiddenWords(file.text)) {
    report('wording-forbidden', file.placeAt(index), {words, instead});
  }
  for (const {digits, index} of dialledNumbers(file.text)) {
    report('digits-outside-token', file.placeAt(index), {digits});
  }

  const {id, statements, steps} = source;
  const parsed = parseSelfAssessment({
    format: 1,
    id,
    statements: statements.map(({rev = 1, ...statement}) => ({...statement, rev})),
    steps,
  });
  return parsed.ok ? parsed.value : undefined;
}
