import type {Heading, Root, RootContent} from 'mdast';
import type {ContainerDirective} from 'mdast-util-directive';
import {type Block, type Section, type SectionId, sectionIds} from '../curriculum/block.js';
import type {Question} from '../curriculum/question.js';
import {isComment, readBlock, reportUnclosed} from './blocks.js';
import type {LessonReading} from './lesson-reading.js';
import {offsetOf, wordsOf} from './markdown.js';
import {readQuestion} from './questions/question.js';

/** Sections that begin with a heading; the others are `:::` blocks of that name. */
const headed: readonly SectionId[] = ['why', 'points'];

const isSectionDirective = (
  node: RootContent | undefined,
): node is ContainerDirective & {name: SectionId} =>
  node?.type === 'containerDirective' &&
  sectionIds.some((id) => id === node.name) &&
  !headed.some((id) => id === node.name);

interface OpenSection {
  readonly id: SectionId;
  readonly title?: string;
  readonly blocks: Block[];
  /** Whether anything was written, even if it made no block. */
  written: boolean;
}

/** A question as it was read, and where it begins. */
export interface PlacedQuestion {
  readonly question: Question;
  readonly offset: number;
}

/** The body of a lesson: its sections and its questions. */
export function readSections(
  {children}: Root,
  reading: LessonReading,
): {sections: Section[]; questions: PlacedQuestion[]} {
  const {source, report, prose} = reading;
  const open: OpenSection[] = [];
  const questions: PlacedQuestion[] = [];
  const nodes = children.filter((node) => !isComment(node));
  /** Where plain blocks go: the section whose heading came last, nowhere after a `:::` section. */
  let current: OpenSection | undefined;
  let title: string | undefined;

  const begin = (id: SectionId, at: RootContent): OpenSection => {
    if (open.some((section) => section.id === id)) {
      report('section-doubled', source.placeAt(offsetOf(at)), {section: id});
    }
    const section = {id, ...(title !== undefined && {title}), blocks: [], written: false};
    title = undefined;
    open.push(section);
    return section;
  };
  const readHeading = (node: Heading, next: RootContent | undefined) => {
    const place = source.placeAt(offsetOf(node));
    if (node.depth !== 2) {
      report('unsupported', place, {what: `heading-${node.depth}`});
      return;
    }
    title = wordsOf(node).trim();
    prose.push({text: title, place, offset: offsetOf(node)});
    current = undefined;
    // A heading right before a `:::` section is that section's title.
    if (isSectionDirective(next)) return;
    const id = headed.find((name) => !open.some((section) => section.id === name));
    if (id) current = begin(id, node);
    else {
      report('section-stray', place);
      // What follows belongs to the stray heading: one flaw says it all.
      current = {id: 'points', blocks: [], written: true};
    }
  };

  nodes.forEach((node, at) => {
    if (node.type === 'heading') readHeading(node, nodes[at + 1]);
    else if (node.type === 'containerDirective' && node.name === 'question') {
      const question = readQuestion(node, reading);
      if (question) questions.push({question, offset: offsetOf(node)});
      current = undefined;
    } else if (isSectionDirective(node)) {
      reportUnclosed(node, reading);
      const section = begin(node.name, node);
      section.blocks.push(...node.children.flatMap((child) => readBlock(child, reading)));
      section.written = node.children.some((child) => !isComment(child));
      current = undefined;
    } else if (current) {
      current.blocks.push(...readBlock(node, reading));
      current.written = true;
    } else if (node.type === 'containerDirective' || node.type === 'definition') {
      readBlock(node, reading);
    } else {
      report('section-stray', source.placeAt(offsetOf(node)));
    }
  });
  const order = (id: SectionId) => sectionIds.indexOf(id);
  return {
    sections: open
      .filter(({written}) => written)
      .sort((a, b) => order(a.id) - order(b.id))
      .map(({id, title: heading, blocks}) => ({id, ...(heading && {title: heading}), blocks})),
    questions,
  };
}
