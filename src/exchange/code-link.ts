import {findTextCodes, textCodeOf} from './text-code.js';

/**
 * An address that hands a code on: it stands behind the `#`, which no server ever sees. What followed a `?` is
 * left out, since chat programs note there who passed a link on.
 */
export function linkOf(base: string, code: string): string {
  const url = new URL(base);
  url.search = '';
  url.hash = code;
  return url.href;
}

/**
 * The codes an address carries behind its `#`, one a line as they were made; nothing where there are none, as in
 * the address of a lesson. What chat programs append or escape does no harm. A code that was cut or damaged on the
 * way is handed on as it came, so that receiving it says so.
 */
export function codeIn(hash: string): string | undefined {
  const text = unescaped(hash);
  const codes = findTextCodes(text);
  const ends = [...codes.slice(1).map(({at}) => at), text.length];
  const lines = codes.map((code, nth) =>
    'bytes' in code ? textCodeOf(code.bytes, code.kind) : text.slice(code.at, ends[nth]),
  );
  return lines.length > 0 ? lines.join('\n') : undefined;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone % somebody appended; the letters of a code need no escaping.
    return text.replaceAll(/%2e/gi, '.');
  }
}
