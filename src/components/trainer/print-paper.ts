import {canPrint, paperIn} from '../paper.js';
import {paperFrame} from '../paper-frame.js';

/**
 * Prints what `fill` puts on a page of its own, in a frame that it leaves in `root`. `unseen` where the browser gave no
 * sign of printing.
 */
export async function printPaper(
  root: ParentNode & Node,
  {css, title}: {readonly css: string; readonly title: string},
  fill: (page: Document) => HTMLElement | Promise<HTMLElement>,
): Promise<'shown' | 'unseen' | 'cannot'> {
  if (!canPrint()) return 'cannot';
  const paper = paperIn(await paperFrame(root), css, title);
  if (!paper) return 'cannot';
  paper.page.body.replaceChildren(await fill(paper.page));
  return paper.print() ? 'shown' : 'unseen';
}
