import type {Block, SectionId} from './block.js';
import type {Lesson} from './lesson.js';
import type {Question} from './question.js';

/** What a group sees at once. */
export type Slide =
  | {readonly kind: 'title'; readonly lesson: Lesson}
  | {
      readonly kind: 'part';
      readonly lesson: Lesson;
      readonly section: SectionId;
      /** The author's heading. */
      readonly title?: string;
      readonly blocks: readonly Block[];
      /** Items of the same list on the slides before this one. */
      readonly after: number;
    }
  | {readonly kind: 'question'; readonly lesson: Lesson; readonly question: Question};

/** Items of a list that can be read from the last row. */
const atOnce = 4;

/** A lesson for a wall: its title, its parts with few lines each, then its questions one by one. */
export function slidesOf(lesson: Lesson): Slide[] {
  const slides: Slide[] = [{kind: 'title', lesson}];
  for (const {id: section, title, blocks} of lesson.sections) {
    for (const [block, after] of blocks.flatMap(portions)) {
      const part = {kind: 'part', lesson, section, ...(title !== undefined && {title})} as const;
      const last = slides.at(-1);
      // A paragraph leads to what follows it; alone on a wall it leads nowhere.
      const follows =
        after === 0 &&
        last?.kind === 'part' &&
        last.section === section &&
        last.blocks.every(({kind}) => kind === 'paragraph') &&
        last.blocks.length < 2;
      if (follows) slides[slides.length - 1] = {...last, blocks: [...last.blocks, block]};
      else slides.push({...part, blocks: [block], after});
    }
  }
  return [
    ...slides,
    ...lesson.questions.map((question) => ({kind: 'question', lesson, question}) as const),
  ];
}

/** A long list in parts of about the same length, each with the number of items before it. */
function portions(block: Block): (readonly [Block, number])[] {
  if (block.kind !== 'list' && block.kind !== 'steps') return [[block, 0]];
  const {items} = block;
  const count = Math.ceil(items.length / atOnce);
  if (count <= 1) return [[block, 0]];
  const size = Math.ceil(items.length / count);
  return Array.from({length: Math.ceil(items.length / size)}, (_, index) => [
    {...block, items: items.slice(index * size, (index + 1) * size)},
    index * size,
  ]);
}
