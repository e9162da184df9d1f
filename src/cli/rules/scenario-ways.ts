import type {ScenarioQuestion} from '../../curriculum/question.js';
import type {LessonRule} from './rule.js';

type Turn = ScenarioQuestion['turns'][number];

/** The ids that can be reached from `start` over `next`. */
function reached(start: readonly string[], next: (id: string) => readonly string[]): Set<string> {
  const found = new Set(start);
  for (const id of found) for (const further of next(id)) found.add(further);
  return found;
}

/** Every turn is reached, and wherever the talk goes on there is a way to a good end. */
export const scenarioWays: LessonRule = ({questions, source, report}) => {
  for (const {question, offset} of questions) {
    if (question.type !== 'scenario') continue;
    const turns: readonly Turn[] = question.turns;
    const repliesOf = (id: string) =>
      turns.find((turn) => turn.id === id)?.replies.map(({to}) => to) ?? [];
    const first = turns.slice(0, 1).map(({id}) => id);
    const found = reached(first, repliesOf);
    const ends = turns.filter(({replies, good}) => replies.length === 0 && good).map(({id}) => id);
    const ways = reached(ends, (id) =>
      turns.filter(({replies}) => replies.some(({to}) => to === id)).map((turn) => turn.id),
    );
    for (const {id, replies} of turns) {
      const place = source.placeOf(`### ${id}`, offset);
      if (!found.has(id)) report('scenario-unreached', place, {turn: id});
      else if (replies.length > 0 && !ways.has(id)) report('scenario-stuck', place, {turn: id});
    }
  }
};
