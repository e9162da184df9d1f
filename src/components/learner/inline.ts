import {html} from 'lit';
import {resolveFact} from '../../curriculum/fact-table.js';
import type {Inline, Span} from '../../curriculum/inline.js';
import type {FactsInForce} from '../contexts.js';

function renderSpan(span: Span, facts: FactsInForce | undefined): unknown {
  if (typeof span === 'string') return span;
  let words: unknown;
  if ('fact' in span) {
    const {fact, fallback} = span;
    words = facts ? resolveFact(facts.facts, fact, facts, fallback).text : fallback;
  } else {
    words = span.text;
    // On one line each: a space before the full stop that follows would show.
    // prettier-ignore
    if (span.href) words = html`<a href=${span.href} target="_blank" rel="noopener noreferrer">${words}</a>`;
  }
  // prettier-ignore
  if (span.strong) words = html`<strong>${words}</strong>`;
  // prettier-ignore
  return span.em ? html`<em>${words}</em>` : words;
}

/** A sentence or two, with what is bold, linked or a dated fact. */
export const renderInline = (inline: Inline, facts: FactsInForce | undefined): unknown =>
  typeof inline === 'string' ? inline : inline.map((span) => renderSpan(span, facts));
