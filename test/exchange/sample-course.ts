import {type Course, lessonsOf} from '../../src/curriculum/course.js';
import {lessonKey, questionKey} from '../../src/curriculum/ids.js';

export interface SampleOptions {
  readonly lessons?: number;
  readonly questions?: number;
  readonly version?: string;
  /** Slot names before those of the present lessons: retired ones, older majors. */
  readonly before?: readonly string[];
  /** Major of every lesson and rev of every question. */
  readonly major?: number;
}

/** A course with so many lessons and questions, spread evenly; only what digests and matrices ask for is real. */
export function sampleCourse({
  lessons = 6,
  questions = 12,
  version = '1.0.0',
  before = [],
  major = 1,
}: SampleOptions = {}): Course {
  const entries = Array.from({length: lessons}, (_, index) => {
    const asked = Math.floor(questions / lessons) + (index < questions % lessons ? 1 : 0);
    return {
      id: `b${String(index + 1).padStart(2, '0')}`,
      version: `${major}.0.0`,
      title: `Bài ${index + 1}`,
      minutes: 8,
      core: true,
      codes: ['KN1'],
      questions: Array.from({length: asked}, (_, at) => ({id: `q${at + 1}`, rev: major})),
      file: `b${index + 1}.00000000.json`,
      sha256: '0'.repeat(64),
    };
  });
  const course: Course = {
    format: 1,
    id: 'lop-mau',
    key: 'a821b36c',
    version,
    title: 'Lớp mẫu',
    lang: 'vi',
    builtOn: '2026-09-01',
    licence: 'CC-BY-4.0',
    modules: [{id: 'm01', title: 'Phần một', lessons: entries}],
    milestones: [],
    slots: {lessons: [], questions: []},
    facts: [],
    first: {
      lesson: {
        format: 1,
        id: 'b01',
        version: `${major}.0.0`,
        title: 'Bài 1',
        outcome: 'biết cách làm',
        minutes: 8,
        core: true,
        codes: ['KN1'],
        asOf: '2026-09-01',
        reviewBy: '2027-09-01',
        reviewedBy: [],
        sections: [],
        questions: [],
      },
      facts: [],
    },
  };
  return {
    ...course,
    slots: {
      lessons: [...before, ...entries.map(({id}) => lessonKey(id, major))],
      questions: lessonsOf(course).flatMap(({id, questions: asked}) =>
        asked.map((question) => questionKey(id, question.id, question.rev)),
      ),
    },
  };
}
