import {canPrint, paperIn} from '../paper.js';
import {paperFrame} from '../paper-frame.js';

/** What came of printing. */
export type Printed = 'shown' | 'unseen' | 'cannot' | 'gone';

/**
 * Prints what `fill` puts on a page of its own, in a frame that it leaves in `root`. `unseen` where the browser gave no
 * sign of printing, `gone` where the frame was taken off the page before it was filled: then nothing is printed.
 */
export async function printPaper(
  root: ParentNode & Node,
  {css, title}: {readonly css: string; readonly title: string},
  fill: (page: Document) => HTMLElement | Promise<HTMLElement>,
): Promise<Printed> {
  if (!canPrint()) return 'cannot';
  const frame = await paperFrame(root);
  const paper = paperIn(frame, css, title);
  if (!paper) return 'cannot';
  const filled = await fill(paper.page);
  if (!frame.isConnected) return 'gone';
  // Whoever fills it for long has put it there before.
  if (filled.parentNode !== paper.page.body) paper.page.body.replaceChildren(filled);
  return paper.print() ? 'shown' : 'unseen';
}
