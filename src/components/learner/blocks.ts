import {css, html, nothing, svg, type TemplateResult} from 'lit';
import type {Block} from '../../curriculum/block.js';
import type {Inline} from '../../curriculum/inline.js';
import type {PictureNode} from '../../curriculum/picture.js';
import type {FactsInForce} from '../contexts.js';
import {renderInline} from './inline.js';
import {drawPicture} from './picture.js';

/** What blocks are drawn with. */
export interface Drawing {
  readonly facts: FactsInForce | undefined;
  /** Drawings made so far. Each element keeps its own: a node stands in one place only. */
  readonly pictures: WeakMap<PictureNode, SVGElement>;
}

/** A sentence that begins with a few words and a colon gets those words apart. */
function labelled(inline: Inline): readonly [label: string, rest: Inline] {
  const [first = '', ...rest] = typeof inline === 'string' ? [inline] : inline;
  const found = typeof first === 'string' ? /^([^:.?!]{2,24}):\s+([^]*)$/.exec(first) : null;
  return found ? [found[1] ?? '', [found[2] ?? '', ...rest]] : ['', inline];
}

const person = (x: number, who: 'me' | 'them') =>
  svg`<g class=${who} transform="translate(${x} 0)"><circle cx="0" cy="16" r="8"></circle><path d="M-13 44c0-11 5-17 13-17s13 6 13 17z"></path></g>`;

// I do, we do, they do: who is at work is filled, who watches is outlined.
const casts = [
  [person(20, 'me'), svg`<g class="aside">${person(46, 'them')}</g>`],
  [person(20, 'me'), person(46, 'them')],
  [svg`<g class="aside">${person(20, 'me')}</g>`, person(46, 'them')],
];

const renderDemo = (items: readonly Inline[], {facts}: Drawing) => html`
  <ol class="demo">
    ${items.map((item, index) => {
      const [label, rest] = labelled(item);
      return html`
        <li>
          <svg class="cast" viewBox="0 0 66 50" aria-hidden="true">${casts[index % 3]}</svg>
          <strong class="label">${label}</strong>
          <p>${renderInline(rest, facts)}</p>
        </li>
      `;
    })}
  </ol>
`;

const renderList = (
  block: {ordered?: true | undefined; items: readonly Inline[]},
  {facts}: Drawing,
) => {
  const items = block.items.map(
    (item) => html`
      <li><div>${renderInline(item, facts)}</div></li>
    `,
  );
  return block.ordered
    ? html`
        <ol class="numbered">
          ${items}
        </ol>
      `
    : html`
        <ul class="dotted">
          ${items}
        </ul>
      `;
};

function renderBlock(block: Block, drawing: Drawing): TemplateResult {
  const {facts, pictures} = drawing;
  switch (block.kind) {
    case 'paragraph':
      return html`
        <p>${renderInline(block.text, facts)}</p>
      `;
    case 'list':
      return renderList(block, drawing);
    case 'steps':
      return html`
        <ol class="numbered steps">
          ${block.items.map(
            (item) => html`
              <li><div>${renderInline(item, facts)}</div></li>
            `,
          )}
        </ol>
      `;
    case 'chat':
      return html`
        <ul class="chat">
          ${block.messages.map(
            ({who, me, text}) => html`
              <li class=${me ? 'me' : 'them'}>
                <span class="quietly">${who}</span>
                <p>${renderInline(text, facts)}</p>
              </li>
            `,
          )}
        </ul>
      `;
    case 'picture': {
      let drawn = pictures.get(block.tree);
      if (!drawn) pictures.set(block.tree, (drawn = drawPicture(block.tree, block.alt)));
      return html`
        <figure class="picture">
          ${drawn}
          ${
            block.caption
              ? html`
                  <figcaption class="quietly">${renderInline(block.caption, facts)}</figcaption>
                `
              : nothing
          }
        </figure>
      `;
    }
  }
}

/** The blocks of a part, in order. */
export const renderBlocks = (blocks: readonly Block[], drawing: Drawing): TemplateResult[] =>
  blocks.map((block) => renderBlock(block, drawing));

/** The demonstration: its steps with who is at work, anything else as it is. */
export const renderDemoBlocks = (blocks: readonly Block[], drawing: Drawing): TemplateResult[] =>
  blocks.map((block) =>
    block.kind === 'steps' || (block.kind === 'list' && block.ordered)
      ? renderDemo(block.items, drawing)
      : renderBlock(block, drawing),
  );

export const blockStyles = css`
  .numbered,
  .dotted,
  .demo {
    display: grid;
    gap: 0.7em;
  }

  .demo {
    gap: 1.3em;
  }

  .numbered {
    counter-reset: number;
  }

  .numbered > li,
  .dotted > li {
    display: grid;
    grid-template-columns: min(2em, 11vw) minmax(0, 1fr);
    align-items: start;
  }

  .numbered > li::before {
    content: counter(number);
    counter-increment: number;
    color: var(--_accent);
    font-family: var(--_serif);
    font-size: 1.2em;
    font-weight: 700;
    line-height: 1.34;
  }

  .steps > li {
    padding-block: 0.7em;
    border-top: 1px solid var(--_rule);
  }

  .steps > li:last-child {
    border-bottom: 1px solid var(--_rule);
  }

  .steps {
    gap: 0;
  }

  .dotted > li::before {
    content: '';
    width: 0.5em;
    height: 0.5em;
    margin: 0.55em 0 0 0.2em;
    border: 2px solid var(--_accent);
    border-radius: 50%;
  }

  figure {
    margin: 0;
  }

  figcaption {
    margin-top: 0.6em;
    text-align: center;
  }

  .demo > li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.35em 0.8em;
    align-items: center;
  }

  .demo p {
    grid-column: 1 / -1;
  }

  .cast {
    width: 3.9em;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
    background: var(--_card);
    fill: none;
    stroke: var(--_ink);
    stroke-width: 2;
    stroke-linejoin: round;
  }

  .cast .me {
    fill: var(--_accent);
  }

  .cast .them {
    fill: var(--_warm-fill);
  }

  .cast .aside > g {
    fill: none;
    stroke-dasharray: 3 3;
  }

  .label {
    color: var(--_accent);
    font-family: var(--_serif);
    font-size: 1.12em;
  }

  .chat {
    display: grid;
    gap: 0.8em;
  }

  .chat li {
    justify-self: start;
    max-width: 88%;
  }

  .chat .me {
    justify-self: end;
  }

  .chat p {
    padding: 0.6em 0.9em;
    border: 1px solid var(--_rule);
    border-radius: 0.2em 1em 1em;
    background: var(--_card);
  }

  .chat .me p {
    border-radius: 1em 0.2em 1em 1em;
    background: var(--_tint);
  }
`;
