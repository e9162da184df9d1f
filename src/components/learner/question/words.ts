import type {LitElement} from 'lit';
import {LocalizeController} from '../../controllers/localize.js';
import {askingLanguages, type AskingMessages} from '../../messages/asking.js';

const known = new WeakMap<LitElement, LocalizeController<AskingMessages>>();

/** The sentences of the fetched types in the language around `host`; one listener a question, however often it is asked. */
export function wordsFor(host: LitElement): LocalizeController<AskingMessages> {
  let words = known.get(host);
  if (!words) known.set(host, (words = new LocalizeController(host, askingLanguages)));
  return words;
}
