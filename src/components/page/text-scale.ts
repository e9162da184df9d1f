import {probe} from '../probe.js';
import {base} from '../styles/base.js';

/** Factors on the size of all text, smallest first. */
export const textScales = [0.9, 1, 1.2, 1.45, 1.75] as const;

const key = 'kynangso/text-scale';
const listeners = new Set<() => void>();
let scale = 1;
let rule: CSSStyleRule | undefined;
let following = false;

/**
 * Every root of ours adopts the one sheet that `base` is: a rule in it reaches all elements, those to come
 * included, and nothing of the page around them.
 */
function use(next: number) {
  if (next === scale) return;
  scale = next;
  const sheet = base.styleSheet;
  if (sheet)
    rule ??= sheet.cssRules[sheet.insertRule(':host {}', sheet.cssRules.length)] as CSSStyleRule;
  rule?.style.setProperty('--_scale', String(next));
  for (const listener of [...listeners]) listener();
}

function read() {
  const kept = Number(probe(() => localStorage.getItem(key)) ?? 1);
  use(textScales.find((one) => one === kept) ?? 1);
}

/** The factor in force. */
export const textScale = (): number => scale;

/** Sets all text of ours on this page, remembers it on this device, and other tabs follow. */
export function setTextScale(next: number): void {
  use(next);
  // Where nothing can be kept, it holds as long as the page.
  probe(() => localStorage.setItem(key, String(next)));
}

/** Brings the remembered factor into force and calls back on every change, also one made in another tab. */
export function watchTextScale(listener: () => void): () => void {
  if (!following) {
    following = true;
    addEventListener('storage', (event) => {
      if (event.key === key || event.key === null) read();
    });
    // A page that was asleep heard nothing.
    addEventListener('pageshow', ({persisted}) => persisted && read());
    read();
  }
  listeners.add(listener);
  return () => listeners.delete(listener);
}
