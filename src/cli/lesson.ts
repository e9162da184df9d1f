import type {Lesson} from '../curriculum/lesson.js';
import {parseLesson} from '../curriculum/lesson.js';
import {majorOf} from '../curriculum/ids.js';
import type {PictureNode} from '../curriculum/picture.js';
import {LessonSource} from '../curriculum/source.js';
import {withinBounds} from './bounds.js';
import {readFields} from './fields.js';
import {type Place, type Report, startOf} from './flaw.js';
import type {LessonReading} from './lesson-reading.js';
import {readMarkdown} from './markdown.js';
import {type PlacedQuestion, readSections} from './sections.js';
import type {SourceFile} from './source-file.js';
import {type YamlSource, readYaml} from './yaml-source.js';

/** A lesson as far as it could be read, with what the rules need to point at its words. */
export interface LessonDraft extends LessonReading {
  readonly lesson: Lesson;
  readonly questions: readonly PlacedQuestion[];
  readonly frontMatter: YamlSource;
  /** Offset at which the Markdown begins. */
  readonly bodyAt: number;
  /** The recordings it names, by the names they are built to. */
  readonly sounds?: ReadonlyMap<string, Uint8Array>;
}

const frontMatter = /^---[ \t]*\n([\s\S]*?)^---[ \t]*$/m;

/** Reads one lesson. Nothing when there is no telling what it is; all flaws are reported. */
export function readLesson(
  source: SourceFile,
  report: Report,
  fallbackOf: (token: string) => string | undefined,
  picture: (path: string, askedAt: Place) => PictureNode | undefined,
): LessonDraft | undefined {
  const match = frontMatter.exec(source.text);
  if (match?.index !== 0) {
    report('front-matter-missing', startOf(source.path));
    return undefined;
  }
  const [whole, text = ''] = match;
  const yaml = readYaml(source, report, {text, offset: whole.indexOf('\n') + 1});
  const head = yaml && readFields(LessonSource, yaml, report);

  const reading: LessonReading = {
    source,
    report,
    fallbackOf,
    picture,
    prose: [],
    tokens: [],
    links: [],
    ids: [],
  };
  // Blanks in place of the front matter keep every offset of the Markdown true.
  const body = whole.replace(/[^\n]/g, ' ') + source.text.slice(whole.length);
  if (!withinBounds(source, body, report)) return undefined;
  const {sections, questions} = readSections(readMarkdown(body), reading);
  if (!yaml || !head) return undefined;
  const outcomeAt = Math.max(0, source.text.indexOf(head.outcome));
  reading.prose.push({
    text: head.outcome,
    place: yaml.placeOf(['outcome']),
    offset: outcomeAt,
  });

  for (const {question, offset} of questions) {
    if (question.rev <= majorOf(head.version)) continue;
    report('rev-invalid', source.placeAt(offset), {question: question.id});
  }
  const {id, version, title, outcome, minutes, core, codes, asOf, reviewBy, reviewedBy} = head;
  return {
    ...reading,
    lesson: {
      format: 1,
      id,
      version,
      title,
      outcome,
      minutes,
      core,
      codes,
      asOf,
      reviewBy,
      reviewedBy,
      sections,
      questions: questions.map(({question}) => question),
    },
    questions,
    frontMatter: yaml,
    bodyAt: whole.length,
  };
}

/** The last net: what pages would refuse is refused here, at the question it is about. */
export function checkLesson({lesson, questions, source, report}: LessonDraft): void {
  const parsed = parseLesson(lesson);
  if (parsed.ok) return;
  for (const {path, code} of parsed.issues) {
    const at = path[0] === 'questions' ? questions[Number(path[1])]?.offset : 0;
    report('lesson-invalid', source.placeAt(at ?? 0), {path: path.join('.'), reason: code});
  }
}
