import {brotliCompressSync} from 'node:zlib';

/** What a slow network is asked to carry at most, in bytes as a server sends them, brotli at its best. */
export const weightLimits = {
  /** A lesson without its pictures, on average. */
  lesson: 5_500,
  /** One picture by itself. */
  picture: 4_000,
  /** What its pictures add to a lesson. */
  pictures: 10_000,
  /** Everything a course consists of, without pictures. */
  course: 250_000,
} as const;

/** What a text weighs on its way to a phone. */
export const brotliBytes = (text: string): number => brotliCompressSync(text).length;
