import * as z from 'zod/mini';
import type {Parsed} from '../errors.js';
import {Fact} from './facts.js';
import {issuesOf} from './issues.js';

// Apart from facts.ts: a first lesson brings its facts along and reads no pack.

/** All facts of one scope, as in `facts.vn.<hash8>.json`. */
export type FactPack = z.infer<typeof FactPack>;
export const FactPack = z.object({format: z.literal(1), scope: z.string(), facts: z.array(Fact)});

/** Reads a facts file somebody else wrote; never throws. */
export function parseFactPack(input: unknown): Parsed<FactPack> {
  const result = FactPack.safeParse(input);
  return result.success
    ? {ok: true, value: result.data}
    : {ok: false, issues: issuesOf(result.error)};
}
