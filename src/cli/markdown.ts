import type {Nodes, Root} from 'mdast';
import {directiveFromMarkdown} from 'mdast-util-directive';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {directive} from 'micromark-extension-directive';

/**
 * Only `:::` blocks are directives. The extension's text and leaf forms would
 * read `10:29` and `::` in a sentence as directives too.
 */
function blockDirectives(): ReturnType<typeof directive> {
  const {flow} = directive();
  const constructs = flow?.[58];
  const container = Array.isArray(constructs) ? constructs[0] : constructs;
  return container ? {flow: {58: container}} : {};
}

/** The tree of a Markdown text, with positions. */
export const readMarkdown = (text: string): Root =>
  fromMarkdown(text, {
    extensions: [blockDirectives()],
    mdastExtensions: [directiveFromMarkdown()],
  });

/** Offset of a node in the text it was read from. */
export const offsetOf = (node: Nodes): number => node.position?.start.offset ?? 0;

/** The words of a node without its marks; line breaks stay. */
export function wordsOf(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
