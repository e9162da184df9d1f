import {KnsError, type Parsed} from '../errors.js';

/** A response that brought what was asked for; rejects for every other. */
export async function fetched(
  request: typeof fetch,
  address: string,
  cache: RequestCache,
): Promise<globalThis.Response> {
  const response = await request(address, {cache});
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response;
}

/** A file could not be had, with what is known of why. */
export const unreachable = (
  code: 'course-unreachable' | 'lesson-unreachable',
  src: string,
  cause: unknown,
) => new KnsError(code, `${src} could not be fetched.`, {facts: {src}, cause});

/** Reads JSON that came from outside; never throws. */
export function parsedText<T>(text: string, parse: (input: unknown) => Parsed<T>): Parsed<T> {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return {ok: false, issues: [{path: [], code: 'not-json'}]};
  }
  return parse(input);
}
