import {createHash} from 'node:crypto';
import type {FactPack} from '../../curriculum/fact-pack.js';
import {holds} from '../../curriculum/fact-table.js';
import type {Fact} from '../../curriculum/facts.js';
import type {Output} from '../output.js';
import type {FactView} from './state.js';

/** No day after it is ever chosen, so that a fact in force on the chosen day holds on the machine's day too. */
const farOff = '2999-12-31';

const inSpan = ({validFrom = '', validTo = farOff}: Fact, on: string): boolean =>
  validFrom <= on && on <= validTo;

const held = (fact: Fact): Fact => {
  const always = {...fact};
  delete always.validFrom;
  delete always.validTo;
  return {
    ...always,
    status: 'current',
    confidence: fact.confidence === 'unverified' ? 'press' : fact.confidence,
    verifiedOn: fact.verifiedOn ?? '2000-01-01',
    reviewBy: farOff,
  };
};

function factOn(fact: Fact, on: string, view: FactView): Fact {
  const shown =
    view === 'learner'
      ? holds(fact, on)
      : view === 'value' && fact.value.trim() !== '' && inSpan(fact, on);
  return shown ? held(fact) : {...fact, status: 'retired'};
}

/**
 * A build whose facts say on every day what the chosen one would: elements ask the clock of the machine and have no
 * other. File name → text.
 */
export function courseOnDay(
  {course, files}: Output,
  on: string,
  view: FactView,
): ReadonlyMap<string, string> {
  const dated = new Map(files);
  const facts = course.facts.map((entry) => {
    const pack = JSON.parse(files.get(entry.file) ?? '') as FactPack;
    const text = JSON.stringify({...pack, facts: pack.facts.map((fact) => factOn(fact, on, view))});
    const sha256 = createHash('sha256').update(text).digest('hex');
    const file = `facts.${entry.scope.toLowerCase()}.${sha256.slice(0, 8)}.json`;
    dated.delete(entry.file);
    dated.set(file, text);
    return {...entry, file, sha256};
  });
  const first = {...course.first, facts: course.first.facts.map((fact) => factOn(fact, on, view))};
  return dated.set('course.json', JSON.stringify({...course, facts, first}));
}
