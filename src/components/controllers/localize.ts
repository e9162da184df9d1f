import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** One set of sentences per language: Vietnamese rides along, English is fetched when asked for. */
export interface Languages<M> {
  readonly vi: M;
  readonly en: () => Promise<M>;
}

const listening = new Set<() => void>();
let observer: MutationObserver | undefined;

/** The language around an element. Climbs through shadow roots, because `closest` stops at each of them. */
export function nearestLang(start: Element): string {
  let element: Element | null = start;
  while (element) {
    const found: Element | null = element.closest('[lang]');
    if (found) return found.getAttribute('lang') ?? '';
    const root = element.getRootNode();
    element = root instanceof ShadowRoot ? root.host : null;
  }
  return '';
}

/**
 * Gives an element its sentences in the language of the nearest `lang`,
 * and draws it again when that changes on the element, on any element of ours around it, or on `<html>`.
 * Anything but English reads Vietnamese.
 */
export class LocalizeController<M> implements ReactiveController {
  messages: M;
  /** `vi` or `en`: what `messages` is in. */
  lang: 'vi' | 'en' = 'vi';
  readonly #host: ReactiveControllerHost & Element;
  readonly #languages: Languages<M>;

  constructor(host: ReactiveControllerHost & Element, languages: Languages<M>) {
    this.#host = host;
    this.#languages = languages;
    this.messages = languages.vi;
    host.addController(this);
  }

  hostConnected() {
    listening.add(this.#read);
    observer ??= new MutationObserver(() => listening.forEach((read) => read()));
    const options = {attributes: true, attributeFilter: ['lang']};
    observer.observe(document.documentElement, options);
    observer.observe(this.#host, options);
    this.#read();
  }

  hostDisconnected() {
    listening.delete(this.#read);
  }

  readonly #read = () => {
    const lang = /^en\b/i.test(nearestLang(this.#host)) ? 'en' : 'vi';
    if (lang === this.lang) return;
    this.lang = lang;
    if (lang === 'vi') this.#use(lang, this.#languages.vi);
    else
      this.#languages.en().then(
        (messages) => this.#use(lang, messages),
        // English could not be fetched: the Vietnamese on screen stays, and the next change asks again.
        () => (this.lang = 'vi'),
      );
  };

  #use(lang: 'vi' | 'en', messages: M) {
    if (this.lang !== lang) return;
    this.messages = messages;
    this.#host.requestUpdate();
  }
}
