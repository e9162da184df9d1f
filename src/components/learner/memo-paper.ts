import {html, render} from 'lit';
import type {Block, Section} from '../../curriculum/block.js';
import type {Lesson} from '../../curriculum/lesson.js';
import type {PictureNode} from '../../curriculum/picture.js';
import type {FactsInForce} from '../contexts.js';
import {paperIn} from '../paper.js';
import {renderBlocks} from './blocks.js';
import {drawPicture} from './picture.js';

/** What stands on a printed card. */
export interface MemoPaper {
  /** The word for a memory card. */
  readonly kind: string;
  readonly lesson: Lesson;
  readonly memo: Section;
  readonly course: string;
  /** Of which day the content is, in words. */
  readonly dated: string;
  readonly facts: FactsInForce | undefined;
}

/** Sizes that are tried, in points, the largest first: what fits is what glasses can read from an arm away. */
const sizes = [19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8];

/** Below this many points the words need the room of the drawing. */
const smallestBesidePicture = 14;

/** Pages of A6 with all that is on them; black on white, since ink and toner are. */
const paperCss = `
  @page { size: 105mm 148mm; margin: 0; }
  :root { color-scheme: only light; background: #fff; color: #1d1a15; }
  body { margin: 0; }
  /* Not the body: in a frame without an address that is measured by the frame. */
  article {
    box-sizing: border-box; width: 105mm; height: 147.5mm; margin: 0; padding: 7mm 8mm 6mm; overflow: hidden;
    display: flex; flex-direction: column; gap: 0.55em;
    font-family: system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; line-height: 1.38;
    overflow-wrap: break-word;
  }
  article + article { break-before: page; }
  .kind {
    align-self: flex-start; margin: 0; padding: 0.1em 0.7em; border: 1.5px solid; border-radius: 2em;
    font-size: 0.62em; font-weight: 700;
  }
  h1 { margin: 0; font-size: 1.08em; line-height: 1.25; text-wrap: balance; }
  main { display: grid; gap: 0.5em; align-content: start; }
  p, ol, ul, figure { margin: 0; padding: 0; }
  ol, ul { list-style: none; display: grid; }
  ol { counter-reset: number; }
  li { display: grid; grid-template-columns: 1.5em minmax(0, 1fr); padding-block: 0.32em; border-top: 1px solid #b9ae98; }
  li::before { font-weight: 700; content: '•'; }
  ol > li::before { counter-increment: number; content: counter(number); font-size: 1.15em; line-height: 1.2; }
  a { color: inherit; text-decoration: none; }
  .picture { flex: 1 1 0; min-height: 22mm; max-height: 42mm; display: grid; justify-items: center; }
  .picture svg { width: 100%; height: 100%; fill: none; stroke-linecap: round; stroke-linejoin: round; }
  .ink, .line { stroke: #1d1a15; stroke-width: 3px; }
  .line { fill: none; }
  .soft { fill: #dccfb8; } .paper { fill: #fff; } .accent { fill: #0b6b5d; } .tint { fill: #cfe6df; }
  .warm { fill: #e9a23b; } .skin { fill: #e8b48c; } .alert { fill: #b5382a; } .good { fill: #2f7d4f; }
  footer { margin-top: auto; padding-top: 0.5em; border-top: 1px solid #b9ae98; font-size: 8pt; line-height: 1.35; }
`;

export {canPrint} from '../paper.js';

const isPicture = (block: Block) => block.kind === 'picture';

/**
 * Puts each card on exactly one page of A6 in a frame of its own, which is empty and on the page, and prints that.
 * False when the browser gave no sign of printing.
 */
export function printMemos(frame: HTMLIFrameElement, papers: readonly MemoPaper[]): boolean {
  const [first] = papers;
  const paper = first && paperIn(frame, paperCss, `${first.kind} – ${first.lesson.title}`);
  if (!paper) return false;
  const {page, sheet} = paper;
  const cards = papers.map((one) => cardOf(page, one));
  page.body.replaceChildren(...cards);
  for (const [index, card] of cards.entries()) {
    const rule = `article:nth-of-type(${index + 1}) {}`;
    fit(card, sheet.cssRules[sheet.insertRule(rule, sheet.cssRules.length)] as CSSStyleRule);
  }
  return paper.print();
}

function cardOf(page: Document, {kind, lesson, memo, course, dated, facts}: MemoPaper) {
  const pictures = new WeakMap<PictureNode, SVGElement>();
  const card = page.createElement('article');
  render(
    html`
      <p class="kind">${kind}</p>
      <h1>${lesson.title}</h1>
      <main>
        ${renderBlocks(
          memo.blocks.filter((block) => !isPicture(block)),
          {facts, pictures},
        )}
      </main>
      <footer>${course}. ${dated}.</footer>
    `,
    card,
  );
  const drawn = lesson.sections.flatMap(({blocks}) => blocks).find(isPicture);
  if (drawn?.kind === 'picture') {
    const figure = page.createElement('figure');
    figure.className = 'picture';
    figure.append(drawPicture(drawn.tree, drawn.alt));
    card.lastElementChild?.before(figure);
  }
  return card;
}

/** Words as large as the page lets them be; a drawing that would make them small gives way. */
function fit(card: HTMLElement, size: CSSStyleRule) {
  const fits = (points: number) => {
    size.style.fontSize = `${points}pt`;
    return card.scrollHeight <= card.clientHeight && card.scrollWidth <= card.clientWidth;
  };
  if (sizes.some((points) => points >= smallestBesidePicture && fits(points))) return;
  card.querySelector('figure')?.remove();
  sizes.some(fits);
}
