import type {Parsed} from '../errors.js';

/** What a JSON text says; nothing when it is none, or not what `parse` reads. */
export function parseText<T>(
  text: string | undefined,
  parse: (input: unknown) => Parsed<T>,
): T | undefined {
  try {
    const parsed = parse(JSON.parse(text ?? ''));
    return parsed.ok ? parsed.value : undefined;
  } catch {
    return undefined;
  }
}
