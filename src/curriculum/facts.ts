import * as z from 'zod/mini';
import {matching, someText} from './checks.js';
import {Day} from './ids.js';

/** A statement that goes stale: a number, a name, an address, with its dates and its source. */
export type Fact = z.infer<typeof Fact>;
export const Fact = z.object({
  /** The token in `{{…}}`. */
  id: matching(/^[a-z0-9_]{2,40}$/),
  /** Shown while the fact holds. */
  value: z.string(),
  /** Shown whenever it cannot be relied on. Never empty. */
  fallback: someText(),
  /** `VN`, or the stable id of a province: `VN-48`. */
  scope: z.string(),
  validFrom: z.optional(Day),
  validTo: z.optional(Day),
  verifiedOn: z.optional(Day),
  reviewBy: Day,
  confidence: z.literal(['official', 'press', 'unverified']),
  status: z.literal(['current', 'needs-review', 'retired']),
  sources: z.array(z.object({title: z.string(), url: z.string(), retrieved: Day})),
});
