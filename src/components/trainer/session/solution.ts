import {html, nothing, type TemplateResult} from 'lit';
import type {Inline} from '../../../curriculum/inline.js';
import type {Question, ScenarioQuestion} from '../../../curriculum/question.js';
import {shuffled} from '../../../curriculum/shuffle.js';
import type {SessionMessages} from '../../messages/session.js';

interface Showing {
  readonly messages: SessionMessages;
  readonly inline: (text: Inline) => unknown;
  /** The answer too. */
  readonly shown: boolean;
}

/** A question that hands cannot answer: what it shows, and once it was talked over, what is right and why. */
export function renderSolution(
  question: Question,
  {messages, inline, shown}: Showing,
): TemplateResult | typeof nothing {
  const told = (content: () => unknown) => (shown ? content() : nothing);
  const reason = (why: Inline) =>
    told(
      () => html`
        <p class="reason">${inline(why)}</p>
      `,
    );
  const answer = (text: string) =>
    told(
      () => html`
        <p><strong>${text}</strong></p>
      `,
    );

  switch (question.type) {
    case 'ordering': {
      const items = shown ? question.items : shuffled(question.items, question.id);
      const texts = items.map(({text}) => inline(text));
      return html`
        ${shown ? numbered(texts) : dotted(texts)} ${reason(question.why)}
      `;
    }
    case 'matching': {
      const pairs = question.pairs.map(
        ({left, right}) => html`
          <strong>${inline(left)}</strong>
          ${told(
            () => html`
              → ${inline(right)}
            `,
          )}
        `,
      );
      return html`
        ${dotted(pairs)} ${reason(question.why)}
      `;
    }
    case 'numeric':
      return html`
        ${answer(`${String(question.answer).replace('.', ',')} ${question.unit ?? ''}`)}
        ${reason(question.why)}
      `;
    case 'fill-in':
      return html`
        ${answer(question.answers[0] ?? '')} ${reason(question.why)}
      `;
    case 'spot':
      return html`
        ${message(
          messages.from(question.from),
          question.parts.map((part) =>
            typeof part === 'string'
              ? part
              : shown && part.suspicious
                ? html`
                    <mark>${part.text}</mark>
                  `
                : part.text,
          ),
        )}
        ${told(
          () => html`
            <h3>${messages.suspicious}</h3>
            ${dotted(
              question.parts.flatMap((part) =>
                typeof part !== 'string' && part.suspicious ? [inline(part.why)] : [],
              ),
            )}
          `,
        )}
      `;
    case 'scenario':
      return html`
        ${message(messages.from(question.from), inline(question.turns[0]?.says ?? ''))}
        ${told(
          () => html`
            <h3>${messages.replies}</h3>
            ${numbered(
              goodWay(question).map(
                ({text, why}) => html`
                  <strong>${inline(text)}</strong>
                  ${inline(why)}
                `,
              ),
            )}
          `,
        )}
      `;
    default:
      return nothing;
  }
}

const items = (contents: readonly unknown[]) =>
  contents.map(
    (content) => html`
      <li><div>${content}</div></li>
    `,
  );

const numbered = (contents: readonly unknown[]) => html`
  <ol class="numbered">
    ${items(contents)}
  </ol>
`;

const dotted = (contents: readonly unknown[]) => html`
  <ul class="dotted">
    ${items(contents)}
  </ul>
`;

const message = (from: string, text: unknown) => html`
  <figure class="message">
    <figcaption class="quietly">${from}</figcaption>
    <p>${text}</p>
  </figure>
`;

type Reply = ScenarioQuestion['turns'][number]['replies'][number];

/** The shortest way through a conversation to a good end. */
function goodWay({turns}: ScenarioQuestion): readonly Reply[] {
  const ways: {readonly to: string; readonly replies: readonly Reply[]}[] = [
    {to: turns[0]?.id ?? '', replies: []},
  ];
  const seen = new Set<string>();
  // The list grows while it is walked: the ways of one reply first, then those of two.
  for (const {to, replies} of ways) {
    const turn = turns.find(({id}) => id === to);
    if (!turn || seen.has(to)) continue;
    seen.add(to);
    if (turn.good && turn.replies.length === 0) return replies;
    for (const reply of turn.replies) ways.push({to: reply.to, replies: [...replies, reply]});
  }
  return [];
}
