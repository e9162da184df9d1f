import type {ScenarioQuestion} from '../../curriculum/question.js';
import {inlineOf, paragraphs, partedAt, unsupported} from '../inline.js';
import {offsetOf, wordsOf} from '../markdown.js';
import {wordsOfInline} from '../words-of-inline.js';
import {hasId, readItem, reasonOf} from './item.js';
import {readMessage} from './message.js';
import {
  type Body,
  type QuestionReader,
  type QuestionSource,
  placeIn,
  reportQuestion,
} from './question-source.js';

type Turn = ScenarioQuestion['turns'][number];

/** `- reply -> turn-id {#id}` with its reason. */
function readReplies(nodes: Body, question: QuestionSource, turn: string): Turn['replies'] {
  const {reading, asked} = question;
  return nodes
    .flatMap((node) => (node.type === 'list' ? node.children : []))
    .flatMap((child): Turn['replies'] => {
      const first = reading.ids.length;
      const item = readItem(child, question);
      for (const name of reading.ids.splice(first)) {
        reading.ids.push({...name, within: `${asked.id}/${turn}`});
      }
      const [words, target] = partedAt(item.spans, '->') ?? [];
      const text = words && inlineOf(words, item.offset, reading);
      const to = wordsOfInline(target ?? []).trim();
      const why = reasonOf(item, question);
      if (text === undefined || to === '') {
        reading.report('question-part-missing', item.place, {part: 'reply'});
        return [];
      }
      return hasId(item, question) && why !== undefined ? [{id: item.id, text, to, why}] : [];
    });
}

/** `### turn-id`, what is said, and the replies; ` +` behind the id marks a good end. */
export const readScenario: QuestionReader = (question) => {
  const {asked, body, reading} = question;
  const message = readMessage(question);
  const heads = body.flatMap((node, at) => (node.type === 'heading' ? [{node, at}] : []));
  const turns = heads.flatMap(({node, at}, nth): Turn[] => {
    const place = placeIn(reading, node);
    const [, id = '', plus] = /^(\S+)(\s+\+)?$/.exec(wordsOf(node).trim()) ?? [];
    reading.ids.push({id, within: `${asked.id}/turns`, place});
    const inside = body.slice(at + 1, heads[nth + 1]?.at);
    for (const other of inside) {
      if (other.type !== 'paragraph' && other.type !== 'list') unsupported(other, reading);
    }
    const says = paragraphs(
      inside.filter((other) => other.type === 'paragraph'),
      reading,
    );
    if (says === undefined) reading.report('question-part-missing', place, {part: 'says'});
    const replies = readReplies(inside, question, id);
    return says === undefined ? [] : [{id, says, replies, ...(plus && {good: true as const})}];
  });
  if (!message) return undefined;
  if (turns.length < 3) reportQuestion(question, 'question-part-missing', {part: 'turns'});
  if (!turns.some(({good, replies}) => good && replies.length === 0)) {
    reportQuestion(question, 'right-option-missing');
  }
  for (const {id, replies} of turns) {
    for (const {to} of replies) {
      if (turns.some((turn) => turn.id === to)) continue;
      const place = reading.source.placeOf(`-> ${to}`, offsetOf(question.node));
      reading.report('scenario-lost', place, {turn: id, to});
    }
  }
  return {...asked, type: 'scenario', from: message.from, turns};
};
