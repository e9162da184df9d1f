import * as z from 'zod/mini';
import {count, matching, someText} from './checks.js';

const marks = {strong: z.optional(z.literal(true)), em: z.optional(z.literal(true))};

/**
 * A run of text. A fact span shows the value in force and falls back to the
 * sentence the course was built with, so it is never empty.
 */
export type Span = z.infer<typeof Span>;
export const Span = z.union([
  z.string(),
  z.object({
    text: z.string(),
    ...marks,
    href: z.optional(matching(/^https:\/\/[^\s]+$/)),
  }),
  z.object({fact: z.string(), fallback: someText(), ...marks}),
]);

/** A sentence or two: plain text, or spans where something is bold, linked or a dated fact. */
export type Inline = z.infer<typeof Inline>;
export const Inline = z.union([someText(), z.array(Span).check(count(1))]);
