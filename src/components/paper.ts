import {runsInsideApp} from './inside-app.js';

/** False in browsers inside other apps, which have no printer. */
export const canPrint = (): boolean => typeof globalThis.print === 'function' && !runsInsideApp();

/** The page in a frame, to be filled. */
export interface Paper {
  readonly page: Document;
  readonly sheet: CSSStyleSheet;
  /** False where the browser gave no sign of printing. */
  print(): boolean;
}

/**
 * The page of a frame that is empty, with a sheet of its own. Nothing in it comes by address or as text that is parsed,
 * so the strictest policy lets it pass. Nothing where the frame has left the page.
 */
export function paperIn(frame: HTMLIFrameElement, css: string, title: string): Paper | undefined {
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  const page = frame.contentDocument;
  if (!view || !page) return undefined;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css);
  page.adoptedStyleSheets = [sheet];
  page.documentElement.lang = document.documentElement.lang || 'vi';
  page.title = title;
  return {
    page,
    sheet,
    print() {
      let isShown = false;
      view.addEventListener('beforeprint', () => (isShown = true), {once: true});
      view.focus();
      view.print();
      return isShown;
    },
  };
}
