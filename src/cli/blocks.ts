import type {Image, List, ListItem, Nodes, Paragraph, PhrasingContent} from 'mdast';
import type {ContainerDirective} from 'mdast-util-directive';
import {type Block, type ChatMessage, sectionIds} from '../curriculum/block.js';
import type {Inline} from '../curriculum/inline.js';
import {inlineOf, paragraphs, phrasing, textSpans, unsupported} from './inline.js';
import type {LessonReading} from './lesson-reading.js';
import {offsetOf, wordsOf} from './markdown.js';

/** Blocks that stand by themselves: inside another one they mean that it was never closed. */
export const partNames: readonly string[] = ['question', ...sectionIds];

/** Comments are for authors and go nowhere. */
export const isComment = (node: Nodes): boolean =>
  node.type === 'html' && node.value.startsWith('<!--');

/** A `:::` block that is never closed swallows the rest of the lesson without a word. */
export function reportUnclosed(node: ContainerDirective, {source, report}: LessonReading): void {
  const end = node.position?.end.offset ?? 0;
  if (!/\n[ \t]*:{3,}[ \t]*$/.test(source.text.slice(offsetOf(node), end))) {
    report('directive-unclosed', source.placeAt(offsetOf(node)), {name: node.name});
  }
}

function readItem({children}: ListItem, reading: LessonReading): Inline[] {
  const text = paragraphs(children, reading);
  return text === undefined ? [] : [text];
}

const readItems = ({children}: List, reading: LessonReading): Inline[] =>
  children.flatMap((item) => readItem(item, reading));

function readPictureBlock(
  {url, alt, title}: Image,
  node: Paragraph,
  reading: LessonReading,
): Block[] {
  const {source, report} = reading;
  const place = source.placeAt(offsetOf(node));
  const words = alt?.trim() ?? '';
  if (words === '') report('picture-alt-missing', place, {name: url});
  else reading.prose.push({text: words, place, offset: offsetOf(node)});
  const tree = reading.picture(url, place);
  const caption = title
    ? inlineOf(textSpans(title, offsetOf(node), reading), offsetOf(node), reading)
    : undefined;
  return tree ? [{kind: 'picture', alt: words, ...(caption && {caption}), tree}] : [];
}

function readParagraph(node: Paragraph, reading: LessonReading): Block[] {
  const [only] = node.children;
  if (node.children.length === 1 && only?.type === 'image') {
    return readPictureBlock(only, node, reading);
  }
  if (/^::/.test(wordsOf(node))) {
    reading.report('directive-malformed', reading.source.placeAt(offsetOf(node)));
    return [];
  }
  const text = inlineOf(phrasing(node.children, reading), offsetOf(node), reading);
  return text === undefined ? [] : [{kind: 'paragraph', text}];
}

/** `**Người lạ:** text`; `Tôi` is the learner's own side. */
function readMessage(item: ListItem, reading: LessonReading): ChatMessage[] {
  const [paragraph, ...others] = item.children;
  for (const other of others) unsupported(other, reading);
  const [name, ...rest] = paragraph?.type === 'paragraph' ? paragraph.children : [];
  const who = name?.type === 'strong' ? wordsOf(name).replace(/:\s*$/, '').trim() : '';
  const said: PhrasingContent[] = rest;
  const text = inlineOf(phrasing(said, reading), offsetOf(item), reading);
  if (who === '' || text === undefined) {
    const place = reading.source.placeAt(offsetOf(item));
    reading.report('question-part-missing', place, {part: 'speaker'});
    return [];
  }
  return [{who, ...(who === 'Tôi' && {me: true as const}), text}];
}

function readListDirective(node: ContainerDirective, reading: LessonReading): Block[] {
  reportUnclosed(node, reading);
  const lists = node.children.filter((child) => child.type === 'list');
  for (const child of node.children) {
    if (child.type !== 'list' && !isComment(child)) unsupported(child, reading);
  }
  const [list] = lists;
  if (!list || lists.length > 1) {
    const place = reading.source.placeAt(offsetOf(node));
    reading.report('question-part-missing', place, {part: 'list'});
    return [];
  }
  return node.name === 'steps'
    ? [{kind: 'steps', items: readItems(list, reading)}]
    : [{kind: 'chat', messages: list.children.flatMap((item) => readMessage(item, reading))}];
}

/** What a section is made of; everything a lesson cannot show is reported. */
export function readBlock(node: Nodes, reading: LessonReading): Block[] {
  if (isComment(node)) return [];
  switch (node.type) {
    case 'paragraph':
      return readParagraph(node, reading);
    case 'list': {
      const items = readItems(node, reading);
      return [node.ordered ? {kind: 'list', ordered: true, items} : {kind: 'list', items}];
    }
    case 'containerDirective':
      if (node.name === 'steps' || node.name === 'chat') return readListDirective(node, reading);
      reading.report(
        partNames.includes(node.name) ? 'directive-nested' : 'directive-unknown',
        reading.source.placeAt(offsetOf(node)),
        {name: node.name},
      );
      return [];
    default:
      unsupported(node, reading);
      return [];
  }
}
