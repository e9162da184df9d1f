import type {Paragraph} from 'mdast';
import type {ContainerDirective} from 'mdast-util-directive';
import type {Inline} from '../../curriculum/inline.js';
import type {Question, QuestionType} from '../../curriculum/question.js';
import {isComment, reportUnclosed} from '../blocks.js';
import {cut, inlineOf, paragraphs, phrasing} from '../inline.js';
import type {LessonReading} from '../lesson-reading.js';
import {offsetOf, wordsOf} from '../markdown.js';
import {isAnswerLine} from './answer-line.js';
import {type Body, placeIn} from './question-source.js';
import {readers} from './readers.js';

const attributes: readonly string[] = ['id', 'type', 'safety', 'rev'];
const hintMark = /^Gợi ý:\s*/;

/** How many of each the body of a question has; what is more is out of place. */
const shapes: Readonly<Record<QuestionType, {list?: 1; blockquote?: 1; paragraph?: 1}>> = {
  choice: {list: 1},
  choices: {list: 1},
  'true-false': {list: 1},
  ordering: {list: 1, blockquote: 1},
  matching: {list: 1, blockquote: 1},
  numeric: {paragraph: 1, blockquote: 1},
  'fill-in': {paragraph: 1, blockquote: 1},
  spot: {blockquote: 1, list: 1},
  // Its turns are read one by one, up to the first heading it has a message.
  scenario: {blockquote: 1},
};

function reportStrays(body: Body, type: QuestionType, reading: LessonReading): void {
  const left: Record<string, number> = {...shapes[type]};
  for (const node of body) {
    if (type === 'scenario' && node.type === 'heading') return;
    const place = placeIn(reading, node);
    if (node.type === 'containerDirective') {
      reading.report('directive-nested', place, {name: node.name});
    } else if ((left[node.type] ?? 0) < 1) reading.report('question-stray', place);
    left[node.type] = (left[node.type] ?? 0) - 1;
  }
}

const isType = (type: string): type is QuestionType => Object.hasOwn(readers, type);

function readHint(node: Paragraph | undefined, reading: LessonReading): Inline | undefined {
  if (!node) return undefined;
  return inlineOf(
    cut(phrasing(node.children, reading), hintMark, 'first').rest,
    offsetOf(node),
    reading,
  );
}

/** One `:::question`; nothing when it cannot be asked, for reasons it has reported. */
export function readQuestion(
  node: ContainerDirective,
  reading: LessonReading,
): Question | undefined {
  const {report, source, ids} = reading;
  const place = placeIn(reading, node);
  reportUnclosed(node, reading);

  const given = node.attributes ?? {};
  for (const name of Object.keys(given)) {
    if (!attributes.includes(name)) {
      report('attribute-unknown', source.placeOf(name, offsetOf(node)), {attribute: name});
    }
  }
  const id = given['id'] ?? '';
  if (id === '') report('option-without-id', place);
  else ids.push({id, within: '', place: source.placeOf(`#${id}`, offsetOf(node))});
  const type = given['type'] ?? '';
  const rev = Number(given['rev'] ?? '1');
  if (!Number.isInteger(rev) || rev < 1 || rev > 255) report('rev-invalid', place, {question: id});

  const nodes = node.children.filter((child) => !isComment(child));
  const hint = nodes.find(
    (child): child is Paragraph => child.type === 'paragraph' && hintMark.test(wordsOf(child)),
  );
  const others = nodes.filter((child) => child !== hint);
  const end = others.findIndex(
    (child) => child.type !== 'paragraph' || isAnswerLine(wordsOf(child)),
  );
  const stem = paragraphs(end === -1 ? others : others.slice(0, end), reading);
  if (stem === undefined) report('question-part-missing', place, {part: 'stem'});
  if (!isType(type)) {
    report('question-type-unknown', place, {type});
    return undefined;
  }
  const body = end === -1 ? [] : others.slice(end);
  reportStrays(body, type, reading);
  const hinted = readHint(hint, reading);
  const question = readers[type]({
    node,
    asked: {
      id,
      rev,
      stem: stem ?? '…',
      ...(given['safety'] !== undefined && given['safety'] !== null && {safety: true as const}),
      ...(hinted !== undefined && {hint: hinted}),
    },
    body,
    reading,
  });
  return stem === undefined || id === '' ? undefined : question;
}
