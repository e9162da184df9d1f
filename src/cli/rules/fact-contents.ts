import type {FlawCode} from '../flaw.js';
import {dialledNumbers} from './dialled-numbers.js';
import {forbiddenWords} from './forbidden-wording.js';
import type {CourseRule} from './rule.js';

/** What no fact may bring to people's phones, whoever vouches for it. */
const forbidden: readonly (readonly [what: RegExp, code: FlawCode])[] = [
  // A person's own number: mobile numbers have ten digits and begin with 03, 05, 07, 08 or 09.
  [/(?<!\d)(?:\+84|0)[ .-]?[35789](?:[ .-]?\d){8}(?!\d)/u, 'fact-person'],
  [/(?<!\d)\d(?:[ .-]?\d){11,}(?!\d)/u, 'fact-person'],
  [
    /(?:bit\.ly|tinyurl|t\.co|goo\.gl|cutt\.ly|is\.gd|s\.id|zalo\.me)\/|\.apk(?![a-z])/iu,
    'fact-link',
  ],
];

/** Addresses by their common endings; “TP.HCM” is none. */
const sites =
  /(?<![\p{L}\d.-])(?:[a-z\d-]+\.)+(?:vn|com|net|org|info|io|app|me|xyz|top|site|online)(?![\p{L}\d])/giu;

/** A value with a number has a source, a fallback has nothing that could go stale, and neither leads astray. */
export const factContents: CourseRule = ({source, facts}, report) => {
  const isAllowed = (site: string) =>
    source.links.some((domain) => site === domain || site.endsWith(`.${domain}`));
  for (const {fact, placeOf} of facts.flatMap((file) => file.facts)) {
    for (const field of ['value', 'fallback'] as const) {
      for (const [what, code] of forbidden) {
        const [words] = what.exec(fact[field]) ?? [];
        if (words !== undefined) report(code, placeOf(field), {fact: fact.id, words});
      }
      for (const [site] of fact[field].matchAll(sites)) {
        if (!isAllowed(site)) report('fact-site', placeOf(field), {fact: fact.id, site});
      }
      for (const {words, instead} of forbiddenWords(fact[field])) {
        report('wording-forbidden', placeOf(field), {words, instead});
      }
    }
    // Only what is dialled and tapped: an old name may well be of an office that is gone.
    for (const {name} of fact.formerly ?? []) {
      for (const [what, code] of forbidden) {
        const [words] = what.exec(name) ?? [];
        if (words !== undefined) report(code, placeOf('formerly'), {fact: fact.id, words});
      }
    }
    if (/\d/.test(fact.value) && fact.sources.length === 0) {
      report('fact-without-source', placeOf('value'), {fact: fact.id});
    }
    for (const {digits} of dialledNumbers(fact.fallback)) {
      report('fallback-digits', placeOf('fallback'), {digits});
    }
  }
};
