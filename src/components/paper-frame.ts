import {css} from 'lit';

/**
 * Puts an empty frame into a root, to be filled and printed. The former one stays until now: some browsers print on
 * while the page goes on.
 */
export async function paperFrame(root: ParentNode & Node): Promise<HTMLIFrameElement> {
  root.querySelector('iframe.paper')?.remove();
  const frame = document.createElement('iframe');
  frame.className = 'paper';
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  // Some engines put the empty document there a moment later, and would throw ours away.
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve, {once: true});
    root.append(frame);
  });
  return frame;
}

/** On no screen, but laid out: a frame that is not drawn is not printed either. */
export const paperFrameStyles = css`
  .paper {
    position: absolute;
    width: 1px;
    height: 1px;
    border: 0;
    clip-path: inset(50%);
  }
`;
