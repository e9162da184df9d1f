import * as z from 'zod/mini';
import {count, someText} from './checks.js';
import {Inline} from './inline.js';
import {PictureNode} from './picture.js';

/** One message of a conversation that is shown, not asked about. `me` is the learner's side. */
export type ChatMessage = z.infer<typeof ChatMessage>;
export const ChatMessage = z.object({
  who: z.string(),
  me: z.optional(z.literal(true)),
  text: Inline,
});

/** The closed set of what a lesson's body is made of. */
export type Block = z.infer<typeof Block>;
export const Block = z.discriminatedUnion('kind', [
  z.object({kind: z.literal('paragraph'), text: Inline}),
  z.object({kind: z.literal('list'), ordered: z.optional(z.literal(true)), items: z.array(Inline)}),
  z.object({kind: z.literal('steps'), items: z.array(Inline)}),
  z.object({kind: z.literal('chat'), messages: z.array(ChatMessage)}),
  z.object({
    kind: z.literal('picture'),
    alt: someText(),
    caption: z.optional(Inline),
    tree: PictureNode,
  }),
]);

/** The parts of a lesson, in the order they are read; questions follow. */
export const sectionIds = ['why', 'points', 'demo', 'practice', 'memo'] as const;
export type SectionId = (typeof sectionIds)[number];

export type Section = z.infer<typeof Section>;
export const Section = z.object({
  id: z.literal(sectionIds),
  /** The author's heading; without it the page uses its own word for the part. */
  title: z.optional(z.string()),
  blocks: z.array(Block).check(count(1)),
});
