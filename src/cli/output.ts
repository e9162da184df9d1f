import {createHash} from 'node:crypto';
import {type Course, type LessonEntry, type Slots, parseCourse} from '../curriculum/course.js';
import type {FactPack} from '../curriculum/fact-pack.js';
import {Fact} from '../curriculum/facts.js';
import type {Lesson} from '../curriculum/lesson.js';
import {shortSlots} from '../curriculum/slots.js';
import type {CourseDraft} from './course-draft.js';
import {courseFile} from './course.js';
import {type Report, startOf} from './flaw.js';
import {searchIndexOf} from './search-index.js';
import {extendSlots} from './slots.js';

/** Everything a build writes: file name → text. The same folder gives the same bytes. */
export interface Output {
  readonly course: Course;
  readonly files: ReadonlyMap<string, string>;
  /** What can be heard, which is no text: file name → bytes. */
  readonly sounds: ReadonlyMap<string, Uint8Array>;
  /** In the order they are taught. */
  readonly lessons: readonly Lesson[];
  /** The places, with the new names behind the old ones. */
  readonly slots: Slots;
  /** The places given away before: those in `slots.json`. */
  readonly formerSlots: Slots;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const courseKey = (id: string): string => sha256(`kynangso/course/1\n${id}`).slice(0, 8);

const entryOf = (lesson: Lesson): Omit<LessonEntry, 'file' | 'sha256'> => {
  const {id, version, title, minutes, core, codes, reviewedBy} = lesson;
  const questions = lesson.questions.map(({id, rev, safety}) => ({
    id,
    rev,
    ...(safety && {safety}),
  }));
  const draft = reviewedBy.length === 0 && {draft: true as const};
  return {id, version, title, minutes, core, codes, ...draft, questions};
};

/** A course without errors as the files pages load; nothing when pages would refuse it. */
export function outputOf(draft: CourseDraft, report: Report): Output | undefined {
  const {source, lessons, translations, facts, selfAssessment} = draft;
  const files = new Map<string, string>();
  const kept = (stem: string, value: unknown) => {
    const text = JSON.stringify(value);
    const hash = sha256(text);
    const file = `${stem}.${hash.slice(0, 8)}.json`;
    files.set(file, text);
    return {file, sha256: hash.slice(0, 32)};
  };

  const langsOf = (id: string) => {
    const langs = translations.flatMap(({lesson}) =>
      lesson.id === id && lesson.lang !== undefined
        ? [{lang: lesson.lang, ...kept(`${id}.${lesson.lang}`, lesson)}]
        : [],
    );
    return langs.length > 0 ? {langs} : {};
  };

  const [first] = lessons;
  if (!first) return undefined;
  const shown = new Set(first.tokens.map(({token}) => token));
  const national: readonly Fact[] = facts.flatMap((file) =>
    file.facts.map(({fact}) => Fact.parse(fact)).filter(({scope}) => scope === 'VN'),
  );
  const slots = extendSlots(
    draft.slots,
    source,
    lessons.map(({lesson}) => lesson),
  );
  const modules = source.modules.map(({id, title, lessons: ids}) => ({
    id,
    title,
    lessons: ids.flatMap((name) =>
      lessons
        .filter(({lesson}) => lesson.id === name)
        .map(({lesson}) => ({
          ...entryOf(lesson),
          ...kept(lesson.id, lesson),
          ...langsOf(lesson.id),
        })),
    ),
  }));
  const course: Course = {
    format: 1,
    id: source.id,
    key: courseKey(source.id),
    version: source.version,
    title: source.title,
    lang: source.lang,
    builtOn: source.releasedOn,
    licence: source.licence,
    modules,
    milestones: source.milestones,
    slots: shortSlots({modules}, slots),
    facts: facts.map(({scope, facts: listed}) => {
      const pack: FactPack = {format: 1, scope, facts: listed.map(({fact}) => Fact.parse(fact))};
      const province = source.provinces?.find(({id}) => id === scope);
      const names = province && {
        name: province.name,
        ...(province.aliases && {aliases: province.aliases}),
      };
      return {scope, ...names, ...kept(`facts.${scope.toLowerCase()}`, pack)};
    }),
    ...(selfAssessment && {
      selfAssessment: {id: selfAssessment.id, ...kept('self-assessment', selfAssessment)},
    }),
    search: kept('search', searchIndexOf(draft)),
    first: {
      lesson: first.lesson,
      // Whoever asks for the sources finds them in the pack.
      facts: national.filter(({id}) => shown.has(id)).map((fact) => ({...fact, sources: []})),
    },
  };
  const text = JSON.stringify(course);
  const parsed = parseCourse(JSON.parse(text));
  if (!parsed.ok) {
    for (const {path, code} of parsed.issues) {
      report('course-invalid', startOf(courseFile), {path: path.join('.'), reason: code});
    }
    return undefined;
  }
  files.set('course.json', text);
  return {
    course,
    files,
    sounds: new Map([...lessons, ...translations].flatMap(({sounds}) => [...(sounds ?? [])])),
    lessons: lessons.map(({lesson}) => lesson),
    slots,
    formerSlots: draft.slots,
  };
}
